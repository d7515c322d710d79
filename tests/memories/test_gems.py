"""What a media is worth, and the reasons that are given for it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.memories.avoid import is_paused
from bot.memories.gems import Reason, ReasonId, gem_score, habits_of
from bot.memories.memory import Memory, MemoryKind
from bot.memories.record import memory_bytes, memory_from
from bot.texts import load_texts
from handlers import FOLDER
from handlers.memories.view import why
from tests.memories.media import HAVRE, LYON, candidate, sight

TODAY = date(2026, 10, 12)
T = load_texts([FOLDER / "memories"])


def test_better_pictures_are_worth_more() -> None:
    good, poor = candidate("a", saw=sight(quality=0.9)), candidate("b", saw=sight(quality=0.2))
    habits = habits_of([good, poor])
    assert gem_score(good, habits, today=TODAY).score > gem_score(poor, habits, today=TODAY).score


def test_company_counts_more_than_a_crowd_and_a_crowd_more_than_nobody() -> None:
    media = [candidate(str(people), saw=sight(people=people)) for people in (3, 12, 0)]
    habits = habits_of(media)
    scores = [gem_score(one, habits, today=TODAY).score for one in media]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 3


def test_the_reasons_are_facts_of_the_media_and_never_more_than_three() -> None:
    usual = [candidate(str(n), place=LYON, saw=sight(seen="cat")) for n in range(9)]
    rare = candidate(
        "rare", date(2016, 5, 1), place=HAVRE, saw=sight(people=2, seen="boat"), note="Le phare"
    )
    gem = gem_score(rare, habits_of([*usual, rare]), today=TODAY)

    assert gem.reasons[0] == Reason(ReasonId.NEVER_SHARED)
    assert len(gem.reasons) == 3
    known = {
        Reason(ReasonId.NEVER_SHARED),
        Reason(ReasonId.QUALITY),
        Reason(ReasonId.PEOPLE, 2),
        Reason(ReasonId.PLACE, "Le Havre", "FR"),
        Reason(ReasonId.CONCEPT, "boat"),
        Reason(ReasonId.NOTE),
        Reason(ReasonId.LONG_AGO, 10),
    }
    assert set(gem.reasons) <= known


def test_what_is_everywhere_is_no_reason() -> None:
    media = [candidate(str(n), saw=sight(quality=0.1, seen="cat")) for n in range(9)]
    gem = gem_score(media[0], habits_of(media), today=TODAY)
    assert {reason.id for reason in gem.reasons} == {ReasonId.NEVER_SHARED}


@given(
    st.floats(0, 1),
    st.integers(0, 40),
    st.dates(date(1950, 1, 1), TODAY) | st.none(),
    st.none() | st.just("mot"),
)
def test_a_worth_lies_between_nothing_and_one(
    quality: float, people: int, day: date | None, note: str | None
) -> None:
    one = candidate("a", day, saw=sight(quality=quality, people=people, seen="cat"), note=note)
    gem = gem_score(one, habits_of([one]), today=TODAY)
    assert 0 <= gem.score <= 1 + 1e-9


@pytest.mark.parametrize(
    ("until", "expected"),
    [(None, False), (date(2026, 10, 11), False), (TODAY, True), (date(2026, 12, 1), True)],
)
def test_a_pause_lasts_to_the_end_of_its_last_day(until: date | None, *, expected: bool) -> None:
    assert is_paused(TODAY, until) is expected


def test_a_reason_names_a_town_as_its_reader_does_also_once_it_was_kept() -> None:
    reason = Reason(ReasonId.PLACE, "Köln", "DE")
    memory = memory_from(memory_bytes(Memory(MemoryKind.GEM, ("a",), (reason,), 0.5)))
    assert "Cologne" in why(memory, T["fr"])
    assert "Köln" not in why(memory, T["en"])
