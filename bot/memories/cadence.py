"""When a nudge may be sent: hour, times a week, quiet hours, daylight saving, silence heard."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

MOST_TIMES_A_WEEK: Final = 3
WINDOW: Final = timedelta(hours=2)  # a nudge later than this is not the one asked for
DAYS_APART: Final = {1: 7, 2: 4, 3: 3}  # so that no seven days hold more than was asked for
IGNORED_BEFORE_HALVING: Final = 2
MOST_DAYS_APART: Final = 56
HOURS_A_DAY: Final = 24


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From one hour to another on the person's clock, over midnight or not; equal means none."""

    start_hour: int = 22
    end_hour: int = 8

    def hold(self, local_hour: int) -> bool:
        if self.start_hour <= self.end_hour:
            return self.start_hour <= local_hour < self.end_hour
        return local_hour >= self.start_hour or local_hour < self.end_hour


@dataclass(frozen=True, slots=True)
class Cadence:
    """What a person asked for: an hour from 0 to 23, one to three times a week, an IANA zone.

    Raises ValueError for anything else.
    """

    hour: int
    times_a_week: int
    zone: str
    quiet: QuietHours = QuietHours()

    def __post_init__(self) -> None:
        hours = (self.hour, self.quiet.start_hour, self.quiet.end_hour)
        if not all(0 <= hour < HOURS_A_DAY for hour in hours):
            raise ValueError("hours go from 0 to 23")
        if not 1 <= self.times_a_week <= MOST_TIMES_A_WEEK:
            raise ValueError(f"one to {MOST_TIMES_A_WEEK} times a week")
        try:
            ZoneInfo(self.zone)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError("no such time zone") from error


def next_slot(
    cadence: Cadence,
    now: datetime,
    *,
    last_sent: datetime | None = None,
    ignored_in_a_row: int = 0,
) -> datetime:
    """The next instant, in UTC and after `now`, at which a nudge is due.

    ignored_in_a_row: nudges without an answer; every two of them double the days between.
    """
    zone = ZoneInfo(cadence.zone)
    day = now.astimezone(zone).date()
    if last_sent is not None:
        apart = timedelta(days=_days_apart(cadence, ignored_in_a_row))
        day = max(day, last_sent.astimezone(zone).date() + apart)
    while (slot := _slot_on(day, cadence, zone)) <= now:
        day += timedelta(days=1)
    return slot


def within_window(now: datetime, slot: datetime, cadence: Cadence) -> bool:
    """Whether a due nudge may still leave: soon after its slot, and never in quiet hours."""
    local_hour = now.astimezone(ZoneInfo(cadence.zone)).hour
    return slot <= now < slot + WINDOW and not cadence.quiet.hold(local_hour)


def sent_this_week(sent: Iterable[datetime], cadence: Cadence, now: datetime) -> int:
    """How many of these left since Monday on the person's calendar."""
    zone = ZoneInfo(cadence.zone)
    today = now.astimezone(zone).date()
    monday = today - timedelta(days=today.weekday())
    return sum(monday <= instant.astimezone(zone).date() <= today for instant in sent)


def _days_apart(cadence: Cadence, ignored_in_a_row: int) -> int:
    halvings = min(ignored_in_a_row // IGNORED_BEFORE_HALVING, MOST_DAYS_APART)
    return min(DAYS_APART[cadence.times_a_week] << halvings, MOST_DAYS_APART)


def _slot_on(day: date, cadence: Cadence, zone: ZoneInfo) -> datetime:
    """The wanted hour of that day, or the first one after it that exists and is not quiet.

    An hour that the clock skips becomes the one it jumps to; of an hour that comes twice, the
    first counts.
    """
    wanted = datetime.combine(day, time(cadence.hour))
    instants = (
        (wanted + timedelta(hours=hours)).replace(tzinfo=zone).astimezone(UTC)
        for hours in range(2 * HOURS_A_DAY)  # the only loud hour may be the one that is skipped
    )
    return next(slot for slot in instants if not cadence.quiet.hold(slot.astimezone(zone).hour))
