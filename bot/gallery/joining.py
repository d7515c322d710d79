"""Media that do not know their hour: what they may join, and only where nothing else fits."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from bot.gallery.alike import Neighbours, cosines
from bot.gallery.moment_item import Key, MomentItem, are_apart

Moment = list[MomentItem[Key]]

A_DAY = timedelta(days=1)
SURE = 0.80  # cosine: the same subject, where a guessed day says so too
CLEARLY = 0.06  # how much more alike than anything in any other moment
NEAR_END = 3  # places beyond the last dated media of an album, while it is surely the same
LEAST_KNOWN_SHARE = 0.25  # of an album, before it speaks for those without a date
MOST_COMPARED = 40  # pictures of a moment that a guess is compared with


def join_days(
    days: Iterable[MomentItem[Key]], moments: list[Moment[Key]]
) -> list[MomentItem[Key]]:
    """Add what surely knows its day to the only moment of that day that fits; return the rest."""
    by_day = _by_day(moments)
    places = [{other.place for other in moment if other.place} for moment in moments]
    rest = []
    for item in days:
        near = by_day.get(item.sure_day or date.min, ())
        fits = [at for at in near if not any(are_apart(item.place, one) for one in places[at])]
        if len(fits) == 1:
            moments[fits[0]].append(item)
        else:
            rest.append(item)
    return rest


def join_guesses(
    guesses: Iterable[MomentItem[Key]], moments: list[Moment[Key]]
) -> list[MomentItem[Key]]:
    """Add what was forwarded about that day where it shows what a moment of it shows."""
    by_day = _by_day(moments)
    together: dict[object, Moment[Key]] = defaultdict(list)
    for item in guesses:
        together[(item.album, item.taken) if item.album else item.key].append(item)
    rest = []
    for given in together.values():
        first = given[0].taken.first if given[0].taken else date.min
        near = {at for back in range(2) for at in by_day.get(first - back * A_DAY, ())}
        at = _shown_by(given, moments, sorted(near))
        if at is None:
            rest += given
        else:
            moments[at] += given
    return rest


def join_undated(
    undated: Sequence[MomentItem[Key]], moments: list[Moment[Key]]
) -> list[MomentItem[Key]]:
    """Add what lies in an album between media of one moment, or is a copy of one of them.

    Copies may then speak for their album as dated media do.
    """
    missing = list(undated)
    for rule in (_between_others, _copies, _between_others):
        joined = rule(missing, moments)
        for item in missing:
            if item.key in joined:
                moments[joined[item.key]].append(item)
        missing = [item for item in missing if item.key not in joined]
    return missing


def _by_day(moments: Sequence[Moment[Key]]) -> Mapping[date, list[int]]:
    """Which moments have a media of a day, in their order."""
    found: dict[date, dict[int, None]] = defaultdict(dict)
    for at, moment in enumerate(moments):
        for item in moment:
            found[item.begin.date()][at] = None
    return {day: list(held) for day, held in found.items()}


def _shown_by(
    given: Moment[Key], moments: Sequence[Moment[Key]], near: Sequence[int]
) -> int | None:
    """The moment that most of an album looks like, clearly more than like any other."""
    shown = [_clearly(item, moments, near) for item in given]
    votes = Counter(at for at in shown if at is not None)
    is_sure = len(votes) == 1 and votes.total() * 3 >= len(given)
    return next(iter(votes)) if is_sure else None


def _clearly(
    item: MomentItem[Key], moments: Sequence[Moment[Key]], near: Sequence[int]
) -> int | None:
    """The one of these moments that it looks like, and clearly more than like the others."""
    best = sorted(
        ((float(cosines([item], _some(moments[at])).max()), at) for at in near), reverse=True
    )
    second = best[1][0] if len(best) > 1 else 0.0
    is_clear = best and best[0][0] >= SURE and best[0][0] - second >= CLEARLY
    return best[0][1] if is_clear else None


def _some(moment: Moment[Key]) -> Moment[Key]:
    return moment[:: -(-len(moment) // MOST_COMPARED)]


def _between_others(
    undated: Sequence[MomentItem[Key]], moments: Sequence[Moment[Key]]
) -> dict[Key, int]:
    """The moment of the media before and after in its album; of all of them at its ends.

    Between two moments its looks decide, where they are clear.
    """
    where = {item.key: at for at, moment in enumerate(moments) for item in moment}
    albums: dict[str, Moment[Key]] = defaultdict(list)
    for moment in moments:
        for item in moment:
            if item.album and not item.is_drawn:
                albums[item.album].append(item)
    lost = Counter(item.album for item in undated)
    joined: dict[Key, int] = {}
    for item in undated:
        known = albums.get(item.album or "", ())
        if item.is_drawn or len(known) < LEAST_KNOWN_SHARE * (len(known) + lost[item.album]):
            continue
        sides = {where[other.key] for other in _beside(item, known)}
        at = sides.pop() if len(sides) == 1 else _clearly(item, moments, sorted(sides))
        joined |= {} if at is None else {item.key: at}
    return joined


def _beside(item: MomentItem[Key], known: Sequence[MomentItem[Key]]) -> Sequence[MomentItem[Key]]:
    """The media before and after it in its album; all of them where one of the two is missing."""
    before = [other for other in known if other.order < item.order]
    after = [other for other in known if other.order > item.order]
    if not (before and after):
        near = min(known, key=lambda other: abs(other.order - item.order))
        return known if abs(near.order - item.order) <= NEAR_END else []
    return [max(before, key=lambda one: one.order), min(after, key=lambda one: one.order)]


def _copies(missing: Sequence[MomentItem[Key]], moments: Sequence[Moment[Key]]) -> dict[Key, int]:
    """The moment that holds a near-twin, if only one does."""
    where = [at for at, moment in enumerate(moments) for _ in moment]
    seen = Neighbours([item for moment in moments for item in moment])
    met = {item.key: {where[at] for at in seen.twins_of(item)} for item in missing}
    return {key: found.pop() for key, found in met.items() if len(found) == 1}
