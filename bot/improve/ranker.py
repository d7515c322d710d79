"""The ranker: what was chosen, weighed against what was not, over everybody who agreed; numpy.

A logistic regression on pairs of options, drawn towards the built-in weights. The same choices
give the same weights, so that without somebody's it is the ranker they were never part of.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from bot.improve.taste import BUILT_IN
from storage.traits import BITS, Trait

Floats = NDArray[np.float64]

LEAST_CONTRIBUTORS: Final = 50
MOST_ROWS: Final = 200  # of one person
MOST_SHARE: Final = 0.05  # of the whole weight, by one person
LEAST_TO_TELL: Final = 20  # people who met a trait, before it says anything of all
PULL: Final = 60.0  # towards the built-in weights; at 25 a guess who was in it was right too often
STEPS: Final = 30
FURTHEST: Final = 2.0  # from a built-in weight: one's own taste must still be heard
DECIMALS: Final = 4


@dataclass(frozen=True, slots=True)
class Lesson:
    """A choice as the ranker takes it. at: orders one person's, as a timestamp."""

    owner: UUID
    chosen: int
    over: int
    at: float


def capped(lessons: Sequence[Lesson]) -> list[Lesson]:
    """The newest two hundred of each person, in the order given."""
    taken: Counter[UUID] = Counter()
    chosen = set()
    for place in sorted(range(len(lessons)), key=lambda k: -lessons[k].at):
        taken[lessons[place].owner] += 1
        if taken[lessons[place].owner] <= MOST_ROWS:
            chosen.add(place)
    return [lesson for place, lesson in enumerate(lessons) if place in chosen]


def weights_of_people(counts: Mapping[UUID, int]) -> dict[UUID, float]:
    """What each person's choices weigh together: as many as they are, nobody beyond a twentieth.

    With fewer than twenty people all weigh the same.
    """
    rest = sorted(counts.values())
    for cut in range(min(len(rest), round(1 / MOST_SHARE))):
        below = rest[: len(rest) - cut]
        limit = MOST_SHARE * sum(below) / (1 - MOST_SHARE * cut)
        if below[-1] <= limit:
            return {owner: min(float(count), limit) for owner, count in counts.items()}
    return dict.fromkeys(counts, 1.0)


def fit(lessons: Sequence[Lesson]) -> dict[str, float] | None:
    """Weights by trait; None below fifty people, where the built-in ones serve."""
    lessons = capped(lessons)
    counts = Counter(lesson.owner for lesson in lessons)
    if len(counts) < LEAST_CONTRIBUTORS:
        return None
    heard = _told_by_enough(lessons)
    built_in = np.array([BUILT_IN[trait] for trait in Trait])
    differences = np.array([_traits(one.chosen) - _traits(one.over) for one in lessons])
    people = weights_of_people(counts)
    weight = np.array([people[one.owner] / counts[one.owner] for one in lessons])
    weights = built_in.copy()
    weights[heard] += _shift(differences[:, heard], weight, differences @ built_in)
    return dict(zip(Trait, np.round(weights, DECIMALS).tolist(), strict=True))


def _shift(differences: Floats, weight: Floats, start: Floats) -> Floats:
    """How far each trait moves from its built-in weight: Newton's steps to the one minimum."""
    shift = np.zeros(differences.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-(start + differences @ shift)))
        slope = PULL * shift - differences.T @ (weight * (1 - likely))
        bend = (differences.T * (weight * likely * (1 - likely))) @ differences
        step = np.linalg.solve(bend + PULL * np.eye(len(shift)), slope)
        shift -= step
        if float(np.abs(step).max(initial=0.0)) < 10 ** -(2 * DECIMALS):
            break
    return np.clip(shift, -FURTHEST, FURTHEST)


def _told_by_enough(lessons: Sequence[Lesson]) -> NDArray[np.bool_]:
    people: defaultdict[int, set[UUID]] = defaultdict(set)
    for lesson in lessons:
        for place in np.flatnonzero(_traits(lesson.chosen) - _traits(lesson.over)):
            people[int(place)].add(lesson.owner)
    return np.array([len(people[place]) >= LEAST_TO_TELL for place in range(len(Trait))])


def _traits(bits: int) -> Floats:
    return np.array([bool(bits & bit) for bit in BITS.values()], np.float64)
