"""When nudges leave: in every zone, over every change of clocks, never at night."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.memories.cadence import (
    WINDOW,
    Cadence,
    QuietHours,
    next_slot,
    sent_this_week,
    within_window,
)

ZONES = [
    "Europe/Paris",
    "America/New_York",
    "Australia/Lord_Howe",  # half an hour of summer time
    "Pacific/Apia",  # had no 30 December 2011
    "Asia/Kathmandu",
    "America/Sao_Paulo",  # used to skip midnight
    "UTC",
]
NO_QUIET = QuietHours(0, 0)

quiets = st.builds(QuietHours, st.integers(0, 23), st.integers(0, 23)).filter(
    lambda quiet: sum(map(quiet.hold, range(24))) <= 20
)
cadences = st.builds(
    Cadence, st.integers(0, 23), st.integers(1, 3), st.sampled_from(ZONES), quiets
)
instants = st.datetimes(datetime(2011, 1, 1), datetime(2030, 1, 1)).map(  # noqa: DTZ001
    lambda naive: naive.replace(tzinfo=UTC)
)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def local(instant: datetime, cadence: Cadence) -> datetime:
    return instant.astimezone(ZoneInfo(cadence.zone))


@given(cadences, instants, st.integers(0, 9), st.integers(0, 90))
@example(Cadence(9, 3, "Pacific/Apia"), utc("2011-12-29T12:00"), 0, 1)
@example(Cadence(0, 1, "America/Sao_Paulo", NO_QUIET), utc("2017-10-14T12:00"), 0, 7)
@example(Cadence(2, 1, "Australia/Lord_Howe", NO_QUIET), utc("2026-10-03T12:00"), 0, 7)
def test_a_slot_is_later_soon_enough_and_never_quiet(
    cadence: Cadence, now: datetime, ignored: int, days_since: int
) -> None:
    last_sent = now - timedelta(days=days_since)
    slot = next_slot(cadence, now, last_sent=last_sent, ignored_in_a_row=ignored)

    assert slot.tzinfo is UTC
    assert slot > now
    assert slot - now <= timedelta(days=56 + 2)
    assert not cadence.quiet.hold(local(slot, cadence).hour)
    apart = local(slot, cadence).date() - local(last_sent, cadence).date()
    assert apart >= timedelta(days={1: 7, 2: 4, 3: 3}[cadence.times_a_week])


@given(cadences, instants)
def test_a_person_gets_their_own_hour_or_the_end_of_the_quiet(
    cadence: Cadence, now: datetime
) -> None:
    slot = local(next_slot(cadence, now), cadence)
    if slot.utcoffset() == (slot - timedelta(days=1)).utcoffset():  # no change of clocks
        is_quiet = cadence.quiet.hold(cadence.hour)
        wanted = cadence.quiet.end_hour if is_quiet else cadence.hour
        assert (slot.hour, slot.minute) == (wanted, 0)


@given(cadences, instants)
def test_no_seven_days_hold_more_than_was_asked_for(cadence: Cadence, now: datetime) -> None:
    sent = [next_slot(cadence, now)]
    for _ in range(12):
        sent.append(next_slot(cadence, sent[-1], last_sent=sent[-1]))

    days = [local(slot, cadence).date() for slot in sent]
    for first in days:
        assert (
            sum(first <= day < first + timedelta(days=7) for day in days) <= cadence.times_a_week
        )
    assert all(before < after for before, after in pairwise(sent))
    assert sent_this_week(sent[:-1], cadence, sent[-1]) < cadence.times_a_week


def test_two_ignored_halve_what_was_asked_for_and_two_more_halve_it_again() -> None:
    cadence = Cadence(18, 1, "Europe/Paris")
    sent = utc("2026-05-04T16:00")
    days = [
        (next_slot(cadence, sent, last_sent=sent, ignored_in_a_row=ignored) - sent).days
        for ignored in (0, 1, 2, 3, 4, 6, 1000)
    ]
    assert days == [7, 7, 14, 14, 28, 56, 56]


@pytest.mark.parametrize(
    ("zone", "now", "hour", "expected"),
    [
        # Paris: 29 March 2026 has no 02:30, 25 October 2026 has 02:30 twice
        ("Europe/Paris", "2026-03-28T18:00", 18, "2026-03-29T16:00"),
        ("Europe/Paris", "2026-10-24T18:00", 18, "2026-10-25T17:00"),
        ("Europe/Paris", "2026-03-29T00:30", 2, "2026-03-29T01:00"),
        ("Europe/Paris", "2026-10-24T23:30", 2, "2026-10-25T00:00"),
        ("America/New_York", "2026-03-08T06:30", 2, "2026-03-08T07:00"),
        ("America/New_York", "2026-11-01T04:30", 1, "2026-11-01T05:00"),
        ("Australia/Lord_Howe", "2026-10-03T15:00", 2, "2026-10-03T15:30"),
        ("Pacific/Apia", "2011-12-29T20:00", 9, "2011-12-30T19:00"),
    ],
)
def test_skipped_hours_move_on_and_repeated_hours_count_once(
    zone: str, now: str, hour: int, expected: str
) -> None:
    cadence = Cadence(hour, 1, zone, NO_QUIET)
    assert next_slot(cadence, utc(now)) == utc(expected)


def test_an_hour_in_the_night_becomes_the_end_of_the_night() -> None:
    cadence = Cadence(3, 1, "Europe/Paris")
    assert next_slot(cadence, utc("2026-05-04T12:00")) == utc("2026-05-05T06:00")


def test_the_only_loud_hour_may_be_skipped_by_the_clock() -> None:
    cadence = Cadence(2, 1, "Europe/Paris", QuietHours(3, 2))
    assert next_slot(cadence, utc("2026-03-28T12:00")) == utc("2026-03-30T00:00")


@given(cadences, instants, st.timedeltas(timedelta(hours=-3), timedelta(hours=30)))
def test_a_late_nudge_is_dropped_and_none_leaves_at_night(
    cadence: Cadence, now: datetime, late: timedelta
) -> None:
    slot = next_slot(cadence, now)
    if within_window(slot + late, slot, cadence):
        assert timedelta() <= late < WINDOW
        assert not cadence.quiet.hold(local(slot + late, cadence).hour)
    assert within_window(slot, slot, cadence)


@pytest.mark.parametrize(
    ("hour", "times", "zone"),
    [
        (24, 1, "UTC"),
        (-1, 1, "UTC"),
        (9, 0, "UTC"),
        (9, 4, "UTC"),
        (9, 1, "Mars/Olympus"),
        (9, 1, ""),
    ],
)
def test_a_cadence_that_nobody_can_keep_is_refused(hour: int, times: int, zone: str) -> None:
    with pytest.raises(ValueError, match=r"hours|times|zone"):
        Cadence(hour, times, zone)


def test_the_week_begins_on_monday_on_the_persons_calendar() -> None:
    cadence = Cadence(9, 3, "Pacific/Apia")
    monday = date(2026, 11, 16)
    sent = [utc("2026-11-15T20:00"), utc("2026-11-14T20:00")]  # Monday and Sunday in Apia
    assert local(sent[0], cadence).date() == monday
    assert sent_this_week(sent, cadence, utc("2026-11-18T00:00")) == 1
