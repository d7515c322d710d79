"""The ranker: the same choices, the same weights; nobody counts for more than a twentieth."""

from collections import Counter
from random import Random
from uuid import UUID

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.improve.ranker import (
    FURTHEST,
    LEAST_CONTRIBUTORS,
    LEAST_TO_TELL,
    MOST_ROWS,
    MOST_SHARE,
    Lesson,
    capped,
    fit,
    weights_of_people,
)
from bot.improve.taste import BUILT_IN
from storage.traits import BITS, Trait

DARK, LIGHT = BITS[Trait.THEME_DARK], BITS[Trait.THEME_LIGHT]
people = st.dictionaries(st.uuids(), st.integers(1, 400), min_size=20, max_size=120)


def _person(number: int) -> UUID:
    return UUID(int=number + 1)


def crowd(count: int, seed: int, rows: int = 20) -> list[Lesson]:
    """People who choose among random pairs of traits, each a little in their own way."""
    dice = Random(seed)
    lessons = []
    for number in range(count):
        likes = {trait: dice.gauss(0.3 * (trait.value > "m"), 0.6) for trait in Trait}
        for row in range(rows):
            one, other = dice.sample(list(Trait), 2)
            if likes[other] + dice.gauss(0, 1) > likes[one]:
                one, other = other, one
            lessons.append(Lesson(_person(number), BITS[one], BITS[other], float(row)))
    return lessons


def test_below_fifty_people_there_is_none() -> None:
    assert fit(crowd(LEAST_CONTRIBUTORS - 1, 1)) is None
    assert fit(crowd(LEAST_CONTRIBUTORS, 1)) is not None


def test_what_most_choose_weighs_more() -> None:
    lessons = [Lesson(_person(n), DARK, LIGHT, float(k)) for n in range(60) for k in range(10)]
    weights = fit(lessons)
    assert weights
    assert weights[Trait.THEME_DARK] > weights[Trait.THEME_LIGHT]
    assert weights[Trait.SPIRIT_WARM] == BUILT_IN[Trait.SPIRIT_WARM]


def test_no_weight_goes_far_enough_to_drown_a_taste() -> None:
    weights = fit(crowd(60, 2, rows=200))
    assert weights
    for trait in Trait:
        assert abs(weights[trait] - BUILT_IN[trait]) <= FURTHEST


@given(people)
def test_nobody_weighs_more_than_a_twentieth(counts: dict[UUID, int]) -> None:
    weights = weights_of_people(counts)
    assert set(weights) == set(counts)
    assert max(weights.values()) <= MOST_SHARE * sum(weights.values()) * (1 + 1e-9)


@given(people)
def test_who_chose_more_never_weighs_less(counts: dict[UUID, int]) -> None:
    weights = weights_of_people(counts)
    for one, other in zip(sorted(counts, key=counts.__getitem__), list(counts)[1:], strict=False):
        if counts[one] <= counts[other]:
            assert weights[one] <= weights[other]


def test_of_one_person_the_newest_two_hundred_count() -> None:
    lessons = [Lesson(_person(1), DARK, LIGHT, float(k)) for k in range(MOST_ROWS + 50)]
    kept = capped(lessons)
    assert Counter(one.owner for one in kept) == {_person(1): MOST_ROWS}
    assert min(one.at for one in kept) == float(50)


def test_what_few_met_says_nothing_of_all() -> None:
    rare = BITS[Trait.WISH_EMOJIFY]
    few = LEAST_TO_TELL - 1
    lessons = crowd(60, 3)
    lessons = [one for one in lessons if not (one.chosen | one.over) & rare]
    lessons += [Lesson(_person(n), rare, LIGHT, 99.0) for n in range(few)]
    weights = fit(lessons)
    assert weights
    assert weights[Trait.WISH_EMOJIFY] == BUILT_IN[Trait.WISH_EMOJIFY]


def test_22_without_somebody_it_is_the_ranker_they_were_never_part_of() -> None:
    whole = crowd(61, 4)
    without = [one for one in whole if one.owner != _person(17)]
    assert fit(whole) != fit(without)
    assert fit(without) == fit([one for one in crowd(61, 4) if one.owner != _person(17)])


def test_the_same_choices_give_the_same_weights() -> None:
    assert fit(crowd(55, 5)) == fit(crowd(55, 5))


def test_21_whether_somebody_was_in_it_cannot_be_told() -> None:
    """Abuse case 21: a guess by how well the weights fit a person is hardly better than a coin."""
    assert np.mean([_guess(seed) for seed in range(12)]) <= 0.55


def _guess(seed: int) -> float:
    """The area under the curve of the best guess: members against strangers like them."""
    both = crowd(120, seed)
    members = [one for one in both if one.owner.int <= 60]
    weights = fit(members)
    assert weights
    score = {_person(n): 0.0 for n in range(120)}
    for one in both:
        chosen = sum(weights[t] for t in Trait if one.chosen & BITS[t])
        over = sum(weights[t] for t in Trait if one.over & BITS[t])
        score[one.owner] -= float(np.log1p(np.exp(over - chosen)))
    inside = [value for owner, value in score.items() if owner.int <= 60]
    outside = [value for owner, value in score.items() if owner.int > 60]
    return float(np.mean([a > b for a in inside for b in outside]))
