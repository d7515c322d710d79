"""What a moment may be called: a weekend, an evening, a journey, Christmas; only if it is so."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from bot.gallery.facts import Facts, Place, Precision, TakenAt, dates_of
from bot.gallery.periods import Period, period_of

EVENING: Final = time(18)  # what begins later and ends before the morning is an evening
MORNING: Final = time(6)
AN_EVENING: Final = timedelta(hours=1)  # one picture at night is no evening
A_DAY_OUT: Final = timedelta(hours=5)  # shorter, and it was an hour or two, not a day
SUNDAY, A_WEEK = 6, 7  # as date.weekday counts
MOST_TOWNS: Final = 3  # more are no title
MAIN_SHARE: Final = 0.6  # of the placed media, before one town speaks for all
DATED_SHARE: Final = 0.5  # of all media, before their days speak for the others


class TitleKind(StrEnum):
    """What sort of time it was; PLAIN says where and when, and nothing else."""

    PLAIN = "plain"
    DAY = "day"
    EVENING = "evening"
    WEEKEND = "weekend"
    STAY = "stay"
    JOURNEY = "journey"
    CHRISTMAS = "christmas"
    NEW_YEAR = "new-year"


@dataclass(frozen=True, slots=True)
class Title:
    """places: one town, or those of a journey in the order in which they were seen."""

    kind: TitleKind
    places: tuple[Place, ...] = ()
    period: Period | None = None


def title_of(facts: Sequence[Facts]) -> Title | None:
    """The fullest title that is true of these media together; None where nothing is known."""
    dated = dates_of(facts)
    period = period_of(dated)
    places = _places(facts) if period or all(one.place for one in facts) else ()
    if period is None and not places:
        return None  # nothing keeps the undated together: one's place says nothing of the others
    plain = Title(TitleKind.PLAIN, places[:1] if len(places) == 1 else (), period)
    is_sure = len(dated) >= DATED_SHARE * len(facts) and all(map(_is_sure, dated))
    if not (is_sure and period):
        return plain
    return next(_kinds(dated, period, places), plain)


def _is_sure(taken: TakenAt) -> bool:
    return taken.precision is Precision.DAY and not taken.is_guess


def _places(facts: Sequence[Facts]) -> tuple[Place, ...]:
    """The town most media are from; where none is, those of the journey, if they are few."""
    known = [one for one in facts if one.place]
    towns = {_town(one.place): one.place for one in reversed(known) if one.place}
    counts = Counter(_town(one.place) for one in known if one.place)
    if not counts:
        return ()
    main, count = counts.most_common(1)[0]
    if count >= MAIN_SHARE * len(known):
        return (towns[main],)
    in_order = sorted(known, key=_begin)
    seen = list(dict.fromkeys(_town(one.place) for one in in_order if one.place))
    is_told = len(seen) <= MOST_TOWNS and all(one.taken for one in known)
    return tuple(towns[town] for town in seen) if is_told else ()


def _town(place: Place) -> tuple[str, str, str | None]:
    return place.name, place.country, place.nickname


def _begin(one: Facts) -> datetime:
    if one.taken is None:
        return datetime.max  # noqa: DTZ901 - compared with clocks that know no zone
    return datetime.combine(one.taken.first, one.taken.time or time())


def _kinds(dated: Sequence[TakenAt], period: Period, places: tuple[Place, ...]) -> Iterator[Title]:
    """What it may be called, the most telling first; feasts by their date alone."""
    begin, end = _clock(dated)
    night = replace(period, last=period.first)
    if begin and end and _is_evening(begin, end):
        yield from _feast(begin, places, night)
        if len(places) == 1 and end - begin >= AN_EVENING:
            yield Title(TitleKind.EVENING, places, night)
        return
    if len(places) > 1:
        yield Title(TitleKind.JOURNEY, places, period)
    if (period.first.month, period.first.day) == (12, 25) and period.first == period.last:
        yield Title(TitleKind.CHRISTMAS, places, period)
    if len(places) == 1:
        yield from _stays(dated, period, places, begin, end)


def _clock(dated: Sequence[TakenAt]) -> tuple[datetime | None, datetime | None]:
    """The first and the last hour; none where one of them is not known."""
    hours = [taken.local for taken in dated if taken.local]
    return (min(hours), max(hours)) if len(hours) == len(dated) else (None, None)


def _is_evening(begin: datetime, end: datetime) -> bool:
    next_morning = datetime.combine(begin.date() + timedelta(days=1), MORNING)
    return begin.time() >= EVENING and end <= next_morning


def _feast(begin: datetime, places: tuple[Place, ...], night: Period) -> Iterator[Title]:
    if (begin.month, begin.day) == (12, 24):
        yield Title(TitleKind.CHRISTMAS, places, night)
    if (begin.month, begin.day) == (12, 31):
        yield Title(TitleKind.NEW_YEAR, places, night)


def _stays(
    dated: Sequence[TakenAt],
    period: Period,
    places: tuple[Place, ...],
    begin: datetime | None,
    end: datetime | None,
) -> Iterator[Title]:
    if _is_weekend(dated, period):
        yield Title(TitleKind.WEEKEND, places, period)
    elif period.first != period.last:
        yield Title(TitleKind.STAY, places, period)
    elif begin and end and end - begin >= A_DAY_OUT:
        yield Title(TitleKind.DAY, places, period)


def _is_weekend(dated: Sequence[TakenAt], period: Period) -> bool:
    """Pictures of a Saturday and its Sunday, and none before Friday or after Monday."""
    days = {taken.first for taken in dated}
    sunday = _sunday_of(period.first)
    within = sunday - timedelta(days=2) <= period.first and period.last <= sunday + timedelta(
        days=1
    )
    return within and {sunday, sunday - timedelta(days=1)} <= days


def _sunday_of(day: date) -> date:
    return day + timedelta(days=(SUNDAY - day.weekday()) % A_WEEK)
