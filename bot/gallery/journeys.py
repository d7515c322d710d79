"""Moments that are one journey: days away from home, town after town, without a long pause."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from bot.gallery.facts import Facts, Place, Precision

LONGEST_PAUSE: Final = timedelta(days=1)  # a day without a picture, and it may be another journey
LEAST_DAYS: Final = 5  # known days, before one town can be told to be home
HOME_SHARE: Final = 0.4  # of the known days


def journeys(moments: Sequence[Sequence[Facts]]) -> list[list[int]]:
    """Every moment once, by its place in `moments`, which are in the order of time.

    Those of days away from home that follow one another are together; where nobody can tell
    which town is home, only those of one weekend in one town.
    """
    home = _home(moments)
    found: list[list[int]] = []
    for at, moment in enumerate(moments):
        before = [one for place in found[-1] for one in moments[place]] if found else []
        if before and _follows(before, moment, home):
            found[-1].append(at)
        else:
            found.append([at])
    return found


def journeys_around(moments: Sequence[Sequence[Facts]]) -> list[tuple[Facts, ...]]:
    """For each moment all that is known of the journey it is part of; nothing for one alone."""
    found: list[tuple[Facts, ...]] = [()] * len(moments)
    for journey in journeys(moments):
        if len(journey) > 1:
            told = tuple(one for at in journey for one in moments[at])
            for at in journey:
                found[at] = told
    return found


def _home(moments: Sequence[Sequence[Facts]]) -> tuple[str, str] | None:
    """The town of most days, if it clearly is."""
    days = {
        (one.taken.first, _town(one.place))
        for moment in moments
        for one in moment
        if one.place and one.taken and one.taken.precision is Precision.DAY
    }
    counts = Counter(town for _, town in days)
    if len(days) < LEAST_DAYS:
        return None
    town, count = counts.most_common(1)[0]
    return town if count >= HOME_SHARE * len(days) else None


def _town(place: Place) -> tuple[str, str]:
    return place.name, place.country


def _follows(
    before: Sequence[Facts], after: Sequence[Facts], home: tuple[str, str] | None
) -> bool:
    towns = [{_town(one.place) for one in moment if one.place} for moment in (before, after)]
    ends, begins = _days(before), _days(after)
    if not (all(towns) and ends and begins) or home in towns[0] | towns[1]:
        return False
    if home is None and not (towns[0] == towns[1] and _is_one_weekend(min(ends), max(begins))):
        return False
    return min(begins) - max(ends) <= LONGEST_PAUSE


def _is_one_weekend(first: date, last: date) -> bool:
    """From a Friday or a Saturday to the Sunday or the Monday after it."""
    return first.weekday() in {4, 5} and last - first <= timedelta(days=7 - first.weekday())


def _days(moment: Sequence[Facts]) -> list[date]:
    """The days it surely was."""
    taken = [one.taken for one in moment if one.taken and not one.taken.is_guess]
    return [one.first for one in taken if one.precision is Precision.DAY]
