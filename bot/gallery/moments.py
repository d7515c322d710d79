"""Which media belong to one moment: close in time, in place and in looks, even across midnight."""

from collections import defaultdict
from collections.abc import Sequence

from bot.gallery.clocks import clocked
from bot.gallery.gaps import by_gaps
from bot.gallery.joining import join_days, join_guesses, join_undated
from bot.gallery.moment_item import Key, MomentItem


def group(items: Sequence[MomentItem[Key]]) -> list[list[Key]]:
    """Every key once, in moments from the oldest to the newest, undated media last and alone.

    What knows its hour makes the moments; what knows less joins one only where no other fits,
    and makes a moment of its own where a day or an album holds it together.
    """
    timed = [item for item in items if item.is_timed]
    days = [item for item in items if not item.is_timed and item.sure_day]
    vague = [item for item in items if item.taken and not item.is_timed and not item.sure_day]
    guesses = [item for item in vague if item.is_guessed_day]
    undated = [item for item in items if item.taken is None]
    moments = by_gaps(clocked(timed))
    rest = join_days(days, moments)
    rest += [item for item in vague if not item.is_guessed_day]
    rest += join_guesses(guesses, moments)
    moments += _together(rest)
    alone = join_undated(undated, moments)
    moments.sort(key=lambda moment: moment[0].begin)
    return [[item.key for item in moment] for moment in [*moments, *([item] for item in alone)]]


def _together(rest: Sequence[MomentItem[Key]]) -> list[list[MomentItem[Key]]]:
    """Media of one day and place; a vague date or a guess counts within one album only."""
    found: dict[object, list[MomentItem[Key]]] = defaultdict(list)
    for item in rest:
        found[_likely_same(item)].append(item)
    return list(found.values())


def _likely_same(item: MomentItem[Key]) -> object:
    if item.sure_day:
        return item.sure_day, item.place and (item.place.name, item.place.country)
    return (item.taken, item.album) if item.album else item.key
