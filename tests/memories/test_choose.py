"""Which memory comes back, and what never does."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gallery.facts import Facts, Precision, TakenAt
from bot.memories.avoid import Avoid, AvoidKind, avoid_day, avoid_media, avoid_place, wishes_about
from bot.memories.candidate import Candidate
from bot.memories.choose import choose_memory, may_come_back
from bot.memories.gems import Reason, ReasonId
from bot.memories.memory import MemoryKind
from bot.vision.sight import PictureKind
from tests.memories.media import HAVRE, LYON, candidate, sight

TODAY = date(2026, 10, 12)
FEW = frozenset({MemoryKind.ON_THIS_DAY})


def dice(seed: int = 1) -> random.Random:
    return random.Random(seed)


def test_a_photo_of_this_day_comes_back_with_its_years() -> None:
    memory = choose_memory([candidate("a")], today=TODAY, dice=dice(), kinds=FEW)
    assert memory
    assert memory.kind is MemoryKind.ON_THIS_DAY
    assert memory.media == ("a",)
    assert memory.reasons[0] == Reason(ReasonId.ON_THIS_DAY, 2)
    assert Reason(ReasonId.NEVER_SHARED) in memory.reasons


@pytest.mark.parametrize(
    ("day", "today", "years"),
    [
        (date(2024, 10, 9), TODAY, 2),
        (date(2024, 10, 15), TODAY, 2),
        (date(2024, 10, 16), TODAY, None),
        (TODAY, TODAY, None),
        (date(2026, 10, 10), TODAY, None),
        (date(2020, 12, 31), date(2027, 1, 2), 6),
        (date(2021, 1, 1), date(2026, 12, 30), 6),
        (date(2024, 2, 29), date(2026, 2, 28), 2),
        (date(2024, 2, 29), date(2028, 2, 29), 4),
    ],
)
def test_this_day_is_kind_about_three_days_and_about_new_year(
    day: date, today: date, years: int | None
) -> None:
    memory = choose_memory([candidate("a", day)], today=today, dice=dice(), kinds=FEW)
    assert (memory and memory.reasons[0].value) == years


@pytest.mark.parametrize(
    "taken",
    [
        TakenAt(date(2024, 10, 1), Precision.MONTH),
        TakenAt(date(2024, 10, 12), is_guess=True),
        None,
    ],
)
def test_a_day_that_is_not_sure_has_no_anniversary(taken: TakenAt | None) -> None:
    vague = replace(candidate("a"), facts=Facts(taken, LYON))
    assert choose_memory([vague], today=TODAY, dice=dice(), kinds=FEW) is None


@pytest.mark.parametrize(
    "out",
    [
        candidate("a", was_shown=True),
        candidate("a", saw=sight(kind=PictureKind.SCREENSHOT)),
    ],
)
def test_what_was_shown_or_drawn_by_a_machine_stays_away(out: Candidate) -> None:
    assert choose_memory([out], today=TODAY, dice=dice()) is None


def test_what_was_shared_comes_back_on_its_own_day_and_on_no_other() -> None:
    shared = candidate("a", date(2024, 10, 12), is_shared=True)
    memory = choose_memory([shared], today=date(2026, 10, 12), dice=dice())

    assert memory
    assert memory.kind is MemoryKind.ON_THIS_DAY
    assert ReasonId.NEVER_SHARED not in {reason.id for reason in memory.reasons}
    assert choose_memory([shared], today=date(2026, 5, 5), dice=dice()) is None


@pytest.mark.parametrize(
    "avoid",
    [
        avoid_media("a"),
        avoid_day(date(2024, 10, 12)),
        avoid_place("Lyon", "FR"),
    ],
)
def test_what_is_avoided_stays_away_and_the_rest_does_not(avoid: Avoid) -> None:
    elsewhere = candidate("b", date(2023, 10, 12), place=HAVRE, saw=sight(people=2))
    memory = choose_memory(
        [candidate("a"), elsewhere], avoids=[avoid], today=TODAY, dice=dice(), kinds=FEW
    )
    assert memory
    assert memory.media == ("b",)


def test_a_vague_date_that_may_be_an_avoided_day_is_avoided_too_and_names_no_day() -> None:
    vague = replace(candidate("a"), facts=Facts(TakenAt(date(2019, 1, 1), Precision.YEAR)))
    assert not may_come_back(vague, [avoid_day(date(2019, 5, 31))])
    assert may_come_back(vague, [avoid_day(date(2020, 5, 31))])
    assert not wishes_about(AvoidKind.DAY, {"a": vague.facts})


def test_days_and_places_of_a_memory_are_avoided_once_each() -> None:
    same = [candidate("a"), candidate("b"), candidate("c", place=None)]
    known = {one.key: one.facts for one in [*same, candidate("d", None)]}

    assert wishes_about(AvoidKind.DAY, known) == [avoid_day(date(2024, 10, 12))]
    assert wishes_about(AvoidKind.PLACE, known) == [avoid_place("Lyon", "FR")]


def test_twins_come_back_once_and_the_better_one() -> None:
    twins = [
        candidate("poor", saw=sight(quality=0.6, look=1)),
        candidate("good", saw=sight(quality=0.9, look=1)),
        candidate("other", saw=sight(quality=0.7, look=2)),
    ]
    memory = choose_memory(twins, today=TODAY, dice=dice(), kinds=FEW)
    assert memory
    assert memory.media == ("good", "other")


def test_the_twin_of_what_must_not_come_back_does_not_either() -> None:
    twins = [
        candidate("shown", saw=sight(look=1), was_shown=True),
        candidate("a", saw=sight(look=1)),
    ]
    assert choose_memory(twins, today=TODAY, dice=dice()) is None


def test_a_moment_needs_three_media_that_are_not_twins() -> None:
    kinds = frozenset({MemoryKind.MOMENT})
    day = date(2024, 3, 3)
    twins = [candidate(key, day, saw=sight(look=1), moment="m") for key in "abc"]
    moment = [candidate(key, day, saw=sight(look=n), moment="m") for n, key in enumerate("abc")]

    assert choose_memory(twins, today=TODAY, dice=dice(), kinds=kinds) is None
    memory = choose_memory(moment, today=TODAY, dice=dice(), kinds=kinds)
    assert memory
    assert set(memory.media) == {"a", "b", "c"}
    assert memory.reasons[0] == Reason(ReasonId.MOMENT, 3)


def test_last_week_is_no_memory_yet() -> None:
    new = [candidate(key, TODAY - timedelta(days=5), moment="m") for key in "abcd"]
    assert choose_memory(new, today=TODAY, dice=dice()) is None


def test_nothing_good_is_better_left_unsaid() -> None:
    poor = candidate("a", date(2026, 3, 3), saw=sight(quality=0.2), place=None)
    assert choose_memory([poor], today=TODAY, dice=dice()) is None
    assert choose_memory([], today=TODAY, dice=dice()) is None


days = st.dates(date(2015, 1, 1), TODAY) | st.none()
libraries = st.lists(
    st.builds(
        lambda day, quality, people, look, moment, flags: candidate(
            "",
            day,
            saw=sight(
                quality=quality,
                people=people,
                look=look,
                kind=PictureKind.SCREENSHOT if flags[0] else PictureKind.PHOTO,
            ),
            moment=moment,
            is_shared=flags[1],
            was_shown=flags[2],
        ),
        days,
        st.floats(0, 1),
        st.integers(0, 9),
        st.integers(0, 9),
        st.sampled_from([None, "m", "n"]),
        st.tuples(*[st.sampled_from([False, False, False, True])] * 3),
    ),
    max_size=25,
).map(lambda found: [replace(one, key=f"{n:02}") for n, one in enumerate(found)])


@given(libraries, st.integers(0, 9), st.randoms(use_true_random=False))
def test_a_choice_is_allowed_repeatable_and_blind_to_order(
    library: list[Candidate], seed: int, shuffle: random.Random
) -> None:
    avoids = [avoid_day(date(2019, 10, 12)), avoid_place("Le Havre", "FR")]
    memory = choose_memory(library, avoids=avoids, today=TODAY, dice=dice(seed))

    turned = shuffle.sample(library, len(library))
    assert memory == choose_memory(turned, avoids=avoids, today=TODAY, dice=dice(seed))
    if memory:
        by_key = {one.key: one for one in library}
        assert 1 <= len(memory.media) == len(set(memory.media)) <= 8
        assert 1 <= len(memory.reasons) <= 3
        may_now = [may_come_back(by_key[key], avoids, kind=memory.kind) for key in memory.media]
        assert all(may_now)
