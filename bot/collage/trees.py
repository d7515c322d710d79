"""Slicing trees written in postfix, as floorplanners do: photos, then the cut that joins them."""

from collections.abc import Sequence
from random import Random

BESIDE, STACKED = -1, -2
Tree = tuple[int, ...]  # (0, 1, BESIDE, 2, STACKED): 0 beside 1, and both above 2

SWAP, TURN, FLIP = 0.45, 0.65, 0.80  # what a mutation does, as thresholds of one draw
AGAINST_THE_GRAIN = 0.22  # how often a cut runs along the longer side


def random_tree(shares: Sequence[float], aspect: float, dice: Random) -> Tree:
    """Photos in any order, cut where the areas are about even, across the longer side."""
    items = list(range(len(shares)))
    dice.shuffle(items)
    return tuple(_cut(items, shares, aspect, dice))


def _cut(items: list[int], shares: Sequence[float], aspect: float, dice: Random) -> list[int]:
    if len(items) == 1:
        return items
    total = sum(shares[item] for item in items)
    here, first = _split(items, shares, total * (0.3 + 0.4 * dice.random()))
    part = first / total
    beside = (aspect > 1) != (dice.random() < AGAINST_THE_GRAIN)
    one, other = (
        (aspect * part, aspect * (1 - part)) if beside else (aspect / part, aspect / (1 - part))
    )
    return [
        *_cut(items[:here], shares, one, dice),
        *_cut(items[here:], shares, other, dice),
        BESIDE if beside else STACKED,
    ]


def _split(items: Sequence[int], shares: Sequence[float], wanted: float) -> tuple[int, float]:
    area = 0.0
    for here in range(1, len(items)):
        area += shares[items[here - 1]]
        if area >= wanted:
            return here, area
    return len(items) - 1, area


def mutated(tree: Tree, dice: Random) -> Tree:
    """Another tree of the same photos: two swapped, a cut turned, branches swapped or moved."""
    draw = dice.random()
    if draw < SWAP:
        return _swapped(tree, dice)
    at = dice.choice([k for k, token in enumerate(tree) if token < 0])
    if draw < TURN:
        return (*tree[:at], _turned(tree[at]), *tree[at + 1 :])
    if draw < FLIP:
        return _flipped(tree, at)
    return _rotated(tree, at)


def _swapped(tree: Tree, dice: Random) -> Tree:
    one, other = dice.sample(range((len(tree) + 1) // 2), 2)
    swap = {one: other, other: one}
    return tuple(swap.get(token, token) for token in tree)


def _turned(cut: int) -> int:
    return STACKED if cut == BESIDE else BESIDE


def _begin(tree: Tree, end: int) -> int:
    """Where the branch that ends at `end` begins."""
    needed = 1
    while needed:
        needed += 1 if tree[end] < 0 else -1
        end -= 1
    return end + 1


def _flipped(tree: Tree, at: int) -> Tree:
    """The two branches under the cut at `at` change places."""
    middle = _begin(tree, at - 1)
    begin = _begin(tree, middle - 1)
    return (*tree[:begin], *tree[middle:at], *tree[begin:middle], *tree[at:])


def _rotated(tree: Tree, at: int) -> Tree:
    """(A B x) C y becomes A (B C y) x, or A (B C x) y becomes (A B y) C x; else a turned cut."""
    middle = _begin(tree, at - 1)
    inner = tree[middle - 1]
    if inner < 0:
        return (*tree[: middle - 1], *tree[middle : at + 1], inner, *tree[at + 1 :])
    inner = tree[at - 1]
    if inner < 0:
        second = _begin(tree, at - 2)
        return (*tree[:second], tree[at], *tree[second : at - 1], inner, *tree[at + 1 :])
    return (*tree[:at], _turned(tree[at]), *tree[at + 1 :])
