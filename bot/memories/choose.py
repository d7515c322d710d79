"""Which memory to show: on this day, a moment ready to share, a gem never shared; or none."""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.gallery.facts import Precision
from bot.gallery.twins import without_twins
from bot.memories.avoid import Avoid, is_avoided
from bot.memories.candidate import Candidate
from bot.memories.gems import MOST_REASONS, Gem, Reason, ReasonId, gem_score, habits_of
from bot.memories.memory import Memory, MemoryKind

WINDOW_DAYS: Final = 3  # "on this day" is kind about a few days
MOST_MEDIA: Final = 8
MOMENT_NEEDS: Final = 3
SETTLED: Final = timedelta(days=14)  # what was lived last week is no memory yet
GOOD: Final[Mapping[MemoryKind, float]] = {
    MemoryKind.ON_THIS_DAY: 0.22,  # an ordinary good photo; blurred or dark ones stay under
    MemoryKind.MOMENT: 0.22,
    MemoryKind.GEM: 0.4,  # alone, it must be better
}
PREFERENCE: Final[Mapping[MemoryKind, float]] = {
    MemoryKind.ON_THIS_DAY: 5.0,  # a date gives the reason by itself
    MemoryKind.MOMENT: 2.0,
    MemoryKind.GEM: 1.0,
}
MOST_COMPARED: Final = 48  # media of one memory in which twins are looked for: the best ones
ABOVE_ALL: Final = 2.0  # where scores end at 1: what is out keeps its twins out
MOST_TRIED: Final = 5  # proposals of a kind, before silence is better


@dataclass(frozen=True, slots=True)
class Shelf:
    """One person's media on the day of the choice: what may come back and what may not."""

    fit: Sequence[Candidate]
    out_by_day: Mapping[date, Sequence[Candidate]]
    gems: Mapping[str, Gem]
    today: date

    @property
    def unshared(self) -> list[Candidate]:
        return [one for one in self.fit if not one.is_shared]

    def best(self, media: Iterable[Candidate]) -> list[Candidate]:
        return sorted(media, key=lambda one: (-self.gems[one.key].score, one.key))


@dataclass(frozen=True, slots=True)
class Proposal:
    """Media that could be shown together. needs: how many must stay without their twins."""

    kind: MemoryKind
    media: Sequence[Candidate]
    needs: int = 1
    reason: Reason | None = None


def choose_memory(
    candidates: Iterable[Candidate],
    *,
    avoids: Sequence[Avoid] = (),
    today: date,
    dice: random.Random,
    kinds: AbstractSet[MemoryKind] = frozenset(MemoryKind),
) -> Memory | None:
    """The memory most worth seeing on `today` in the person's zone; None when none is good.

    The order of the candidates changes nothing.
    """
    shelf = _shelf(sorted(candidates, key=lambda one: one.key), avoids, today)
    proposals = (*_on_this_day(shelf), *_moments(shelf), *_gems(shelf))
    found = [
        memory
        for kind in MemoryKind
        if kind in kinds
        and (memory := _best([one for one in proposals if one.kind is kind], shelf))
    ]
    if not found:
        return None
    weights = [PREFERENCE[memory.kind] * memory.score for memory in found]
    return dice.choices(found, weights)[0]


def may_come_back(
    candidate: Candidate, avoids: Iterable[Avoid] = (), *, kind: MemoryKind | None = None
) -> bool:
    """Whether a media may be shown unasked; to be asked again, of its kind, when the nudge leaves.

    Its own day may bring back what was shared; everything else is about the unshared.
    """
    is_old_news = candidate.is_shared and kind is not None and kind is not MemoryKind.ON_THIS_DAY
    is_out = is_old_news or candidate.was_shown
    is_fit = candidate.is_brought_back or candidate.sight.may_be_suggested
    return is_fit and not (is_out or is_avoided(candidate, avoids))


def _shelf(candidates: Sequence[Candidate], avoids: Sequence[Avoid], today: date) -> Shelf:
    habits = habits_of(candidates)
    fit, out_by_day = [], defaultdict(list)
    for one in candidates:
        if may_come_back(one, avoids):
            fit.append(one)
        elif one.facts.taken:
            out_by_day[one.facts.taken.first].append(one)
    gems = {one.key: gem_score(one, habits, today=today) for one in candidates}
    return Shelf(fit, out_by_day, gems, today)


def _on_this_day(shelf: Shelf) -> Iterator[Proposal]:
    """A proposal for every year that has media within a few days of today's date."""
    years: dict[int, list[Candidate]] = defaultdict(list)
    for one in shelf.fit:
        if years_ago := _years_ago(one, shelf.today):
            years[years_ago].append(one)
    for ago, media in sorted(years.items()):
        reason = Reason(ReasonId.ON_THIS_DAY, ago)
        yield Proposal(MemoryKind.ON_THIS_DAY, media, reason=reason)


def _moments(shelf: Shelf) -> Iterator[Proposal]:
    """A proposal for every moment of which enough is left to tell it."""
    moments: dict[str, list[Candidate]] = defaultdict(list)
    for one in shelf.unshared:
        if one.moment is not None and _is_settled(one, shelf.today):
            moments[one.moment].append(one)
    for _, media in sorted(moments.items()):
        if len(media) >= MOMENT_NEEDS:
            reason = Reason(ReasonId.MOMENT, len(media))
            yield Proposal(MemoryKind.MOMENT, media, needs=MOMENT_NEEDS, reason=reason)


def _gems(shelf: Shelf) -> Iterator[Proposal]:
    settled = [one for one in shelf.unshared if _is_settled(one, shelf.today)]
    return (Proposal(MemoryKind.GEM, [one]) for one in shelf.best(settled)[:MOST_TRIED])


def _years_ago(candidate: Candidate, today: date) -> int:
    """Of which anniversary today is within a few days; 0 where there is none, or no sure day."""
    taken = candidate.facts.taken
    if taken is None or taken.is_guess or taken.precision is not Precision.DAY:
        return 0
    years = today.year - taken.first.year
    near = (
        ago
        for ago in (years - 1, years, years + 1)  # around a new year
        if ago > 0 and abs((_anniversary(taken.first, ago) - today).days) <= WINDOW_DAYS
    )
    return next(near, 0)


def _anniversary(day: date, years: int) -> date:
    """The same day of a later year; 29 February becomes the 28th where it must."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _is_settled(candidate: Candidate, today: date) -> bool:
    taken = candidate.facts.taken
    return taken is not None and taken.last <= today - SETTLED


def _best(proposals: Sequence[Proposal], shelf: Shelf) -> Memory | None:
    """The best proposal that is still good and large enough without its twins."""
    ranked = sorted(proposals, key=lambda one: -_score(one.media, shelf))
    for proposal in ranked[:MOST_TRIED]:
        media = _without_twins(proposal, shelf)[:MOST_MEDIA]
        if len(media) >= proposal.needs and _score(media, shelf) >= GOOD[proposal.kind]:
            reasons = [proposal.reason] if proposal.reason else []
            reasons += shelf.gems[media[0].key].reasons
            keys = tuple(one.key for one in media)
            return Memory(proposal.kind, keys, tuple(reasons[:MOST_REASONS]), _score(media, shelf))
    return None


def _score(media: Iterable[Candidate], shelf: Shelf) -> float:
    """The mean worth of those that would be shown."""
    best = shelf.best(media)[:MOST_MEDIA]
    return sum(shelf.gems[one.key].score for one in best) / len(best) if best else 0.0


def _without_twins(proposal: Proposal, shelf: Shelf) -> list[Candidate]:
    """The best first, without near-twins of one another or of what may not come back.

    Twins of the latter are looked for on the same days: the same wall a year later is new.
    """
    best = shelf.best(proposal.media)[:MOST_COMPARED]
    days = {one.facts.taken.first for one in best if one.facts.taken}
    out = _out_on(days, proposal.kind, shelf)[:MOST_COMPARED]
    sights = {one.key: one.sight for one in (*out, *best)}
    worth = dict.fromkeys((one.key for one in out), ABOVE_ALL)
    worth |= {one.key: shelf.gems[one.key].score for one in best}
    kept = set(without_twins(sights, worth).kept)
    return [one for one in best if one.key in kept]


def _out_on(days: AbstractSet[date], kind: MemoryKind, shelf: Shelf) -> list[Candidate]:
    """What may not come back with this kind, of these days."""
    out = [one for day in sorted(days) for one in shelf.out_by_day.get(day, ())]
    if kind is MemoryKind.ON_THIS_DAY:
        return out
    shared = (one for one in shelf.fit if one.is_shared and one.facts.taken)
    return out + [one for one in shared if one.facts.taken and one.facts.taken.first in days]
