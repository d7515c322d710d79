"""The search for the layout of a page: seeded, and bounded by evaluations, never by time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp
from random import Random

import numpy as np

from bot.collage.crop import Croppable
from bot.collage.solve import Batch, Bends, Filled, Floats, fill, misfit
from bot.collage.trees import Tree, mutated, random_tree
from bot.pixels.geometry import Size

# What a fault costs: a bad crop outweighs uneven areas, and both outweigh an odd place or order.
CROP, AREA, OVERGROWTH, STRIP, OFF_CENTRE, OUT_OF_TIME = 3.0, 0.35, 4.0, 0.05, 0.25, 0.06
EMPTINESS = 0.6  # for each photo: bare paper around the block is a last resort
LONG_STRIP = 0.75  # |ln(width / height)|: cells beyond 2.1 : 1 look like ribbons

RANDOM_TREES = 300
BEST_TREES = 40
CHAINS = 6
TRIES = 16  # of each chain at a time, so that numpy has something to chew
ROUNDS = 20  # 40 + 20 × 6 × 16 = 1,960 evaluations
TWICE = 0.3  # how often a variant is a variant's variant
HOTTEST = 0.1
FORBIDDEN = 30.0  # as a cost, so that the search may pass through what the page may not show
SMALLEST_SIDE_SHARE = 0.11  # of the page's shorter side: smaller cells look like crumbs
OVERGROWN = 1.3  # times its target share: a photo that takes the page from the others
SURPLUS = 1.02  # above the limits, so that whole pixels do not break them


@dataclass(frozen=True, slots=True)
class Room:
    """The part of a page that photos may take.

    shortest_pixels: no side of a cell may be shorter.
    hero_share: the least share of the block that the photo with the largest share takes.
    """

    size: Size
    gap_pixels: int
    shortest_pixels: int
    hero_share: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a layout is for: photos, target shares summing to 1, and places in time from 0 to 1."""

    photos: Sequence[Croppable]
    shares: Sequence[float]
    times: Sequence[float] | None


@dataclass(frozen=True, slots=True)
class Found:
    """A tree, its block's size, what it costs, and whether it keeps the rules of the room."""

    tree: Tree
    block: tuple[float, float]
    cost: float
    is_allowed: bool


class _Page:
    """Everything an evaluation needs, in columns, made once."""

    def __init__(self, wanted: Wanted, room: Room) -> None:
        self.room = room
        self.bends = Bends.of(wanted.photos)
        self.shares = np.array(wanted.shares)[:, None]
        self.hero = int(np.argmax(wanted.shares))
        times = wanted.times
        self.times = None if times is None else np.array(times)[:, None] - np.mean(times)

    def evaluated(self, trees: Sequence[Tree]) -> list[Found]:
        filled = fill(Batch.of(trees), self.bends, self.room.size, self.room.gap_pixels)
        costs, forbidden = self._costs(filled)
        blocks = zip(filled.block_width.tolist(), filled.block_height.tolist(), strict=True)
        return [
            Found(tree, block, cost, is_allowed=not wrong)
            for tree, block, cost, wrong in zip(
                trees, blocks, costs.tolist(), forbidden.tolist(), strict=True
            )
        ]

    def _costs(self, filled: Filled) -> tuple[Floats, Floats]:
        width, height = np.maximum(filled.width, 1.0), np.maximum(filled.height, 1.0)
        log_aspect = np.log(width / height)
        block = np.maximum(filled.block_width * filled.block_height, 1.0)
        share = width * height / block
        count = len(self.shares)
        weight = CROP * (0.5 + 0.5 * count * self.shares)
        costs = (
            weight * self.bends.lost(log_aspect - self.bends.log_aspect)
            + AREA * np.log(share / self.shares) ** 2
            + OVERGROWTH * np.maximum(0.0, share - OVERGROWN * self.shares - 0.05)
            + STRIP * np.maximum(0.0, np.abs(log_aspect) - LONG_STRIP)
        ).sum(axis=0)
        costs += self._unbalanced(filled) + self._emptiness(block, count)
        forbidden = self._forbidden(filled, log_aspect, share[self.hero])
        return np.asarray(costs + FORBIDDEN * forbidden), forbidden

    def _unbalanced(self, filled: Filled) -> Floats:
        """How far the hero is from the middle, and the photos from the order of time."""
        across = (filled.x + filled.width / 2) / filled.block_width
        down = (filled.y + filled.height / 2) / filled.block_height
        off = OFF_CENTRE * (np.abs(across[self.hero] - 0.5) + np.abs(down[self.hero] - 0.45))
        if self.times is None:
            return np.asarray(off)
        place = down + 0.25 * across
        place = place - place.mean(axis=0)
        scale = np.sqrt((place**2).sum(axis=0) * (self.times**2).sum()) + 1e-9
        return np.asarray(off - OUT_OF_TIME * (place * self.times).sum(axis=0) / scale)

    def _emptiness(self, block: Floats, count: int) -> Floats:
        room = self.room.size.width * self.room.size.height
        return np.asarray(EMPTINESS * count * np.maximum(0.0, np.log(room / block)))

    def _forbidden(self, filled: Filled, log_aspect: Floats, hero_share: Floats) -> Floats:
        """Above 0 where a cell is a crumb, a face would be cut, or the hero is no hero."""
        shortest = np.minimum(filled.width, filled.height)
        crumb = np.maximum(
            0.0, self.room.shortest_pixels * SURPLUS / np.maximum(shortest, 1e-3) - 1
        )
        bend = log_aspect - self.bends.log_aspect
        beyond = np.maximum(self.bends.narrowest - bend, bend - self.bends.widest) - 0.005
        small = np.maximum(0.0, self.room.hero_share * SURPLUS - hero_share)
        return np.asarray(crumb.sum(axis=0) + np.maximum(0.0, beyond).sum(axis=0) + small)


def search(wanted: Wanted, room: Room, *, seed: int) -> Iterator[Found]:
    """The best layouts found, the best first; none that breaks a rule of the room."""
    dice = Random(seed)  # noqa: S311 - the same seed lays out the same page
    page = _Page(wanted, room)
    start = page.evaluated(_promising(wanted, page, dice))
    start.sort(key=_cost)
    seen = {found.tree: found for found in start}
    chains = start[:CHAINS]
    for step in range(ROUNDS):
        heat = HOTTEST * (1 - step / ROUNDS)
        tries = [_variants(chain.tree, dice) for chain in chains]
        found = iter(page.evaluated([tree for variants in tries for tree in variants]))
        for k, variants in enumerate(tries):
            best = min((next(found) for _ in variants), key=_cost)
            seen[best.tree] = best
            if _accepted(best.cost - chains[k].cost, heat, dice):
                chains[k] = best
    return (found for found in sorted(seen.values(), key=_cost) if found.is_allowed)


def _cost(found: Found) -> float:
    return found.cost


def _promising(wanted: Wanted, page: _Page, dice: Random) -> list[Tree]:
    aspect = page.room.size.aspect
    drawn = dict.fromkeys(random_tree(wanted.shares, aspect, dice) for _ in range(RANDOM_TREES))
    trees = list(drawn)
    misfits = np.abs(misfit(Batch.of(trees), page.bends, page.room.size, page.room.gap_pixels))
    return [trees[k] for k in np.argsort(misfits, kind="stable")[:BEST_TREES]]


def _variants(tree: Tree, dice: Random) -> list[Tree]:
    variants = []
    for _ in range(TRIES):
        variant = mutated(tree, dice)
        variants.append(mutated(variant, dice) if dice.random() < TWICE else variant)
    return variants


def _accepted(worse: float, heat: float, dice: Random) -> bool:
    return worse < 0 or dice.random() < exp(max(-50.0, -worse / max(1e-4, heat)))


def placed(
    found: Found, wanted: Wanted, room: Room
) -> tuple[tuple[float, float], list[tuple[float, float, float, float]]]:
    """The block's size and each photo's left, top, width and height in it, in pixels."""
    filled = fill(Batch.of([found.tree]), Bends.of(wanted.photos), room.size, room.gap_pixels)
    columns = (filled.x[:, 0], filled.y[:, 0], filled.width[:, 0], filled.height[:, 0])
    boxes = [tuple(row) for row in np.stack(columns, axis=1).tolist()]
    return (float(filled.block_width[0]), float(filled.block_height[0])), boxes
