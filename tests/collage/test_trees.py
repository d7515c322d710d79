"""Slicing trees keep every photo, whatever happens to them."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.collage.trees import BESIDE, STACKED, Tree, mutated, random_tree


def is_tree(tree: Tree, photos: int) -> bool:
    waiting = 0
    for token in tree:
        waiting += 1 if token >= 0 else -1
        if waiting < 1:
            return False
    return waiting == 1 and sorted(t for t in tree if t >= 0) == list(range(photos))


@given(st.integers(2, 24), st.floats(0.3, 3), st.integers(0, 2**32), st.integers(0, 40))
def test_a_tree_stays_one_through_any_number_of_mutations(
    photos: int, aspect: float, seed: int, mutations: int
) -> None:
    dice = Random(seed)
    tree = random_tree([1 / photos] * photos, aspect, dice)

    for _ in range(mutations):
        tree = mutated(tree, dice)

    assert is_tree(tree, photos)
    assert set(tree) - set(range(photos)) <= {BESIDE, STACKED}
