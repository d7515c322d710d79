"""What captions and titles may say about a set of media, and nothing else."""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.gallery.facts import Facts, Place, TakenAt, dates_of
from bot.gallery.periods import Period, period_of
from bot.vision.sight import Sight

MOST_CONCEPTS = 3  # a longer list is an inventory
SAID_BY: Final[Mapping[str, AbstractSet[str]]] = {  # "a coffee and a cup" is one thing twice
    "cup": frozenset({"coffee", "wine", "beer", "soup"}),
    "meal": frozenset({"pizza", "burger", "sandwich", "pasta", "soup"}),
}


@dataclass(frozen=True, slots=True)
class CaptionFacts:
    """What is known of one media or of several together.

    places: different towns, in the order of time if `is_in_order`, else as given.
    concepts: ids, what most media show first. people: the most seen in one media.
    country: the person's own, ISO 3166 alpha-2; only their seasons depend on it.
    is_all_dated, is_all_placed: whether it is known of every one of them.
    """

    count: int
    period: Period | None = None
    places: tuple[Place, ...] = ()
    people: int = 0
    concepts: tuple[str, ...] = ()
    note: str | None = None
    country: str | None = None
    is_in_order: bool = False
    is_all_dated: bool = False
    is_all_placed: bool = False


def gather(media: Sequence[tuple[Facts, Sight]], *, country: str | None = None) -> CaptionFacts:
    """Everything that is known of all these media together; at least one is needed."""
    dated = dates_of(facts for facts, _ in media)
    placed = [facts for facts, _ in media if facts.place]
    is_in_order = all(facts.taken and facts.taken.local for facts in placed)
    if is_in_order:
        placed.sort(key=lambda facts: _begin(facts.taken))
    towns = {
        (place.name, place.country, place.nickname): place
        for place in (facts.place for facts in placed)
        if place
    }
    notes = {facts.note for facts, _ in media if facts.note}
    return CaptionFacts(
        count=len(media),
        period=period_of(dated),
        places=tuple(towns.values()),
        people=max(max(len(sight.faces), len(sight.people)) for _, sight in media),
        concepts=_most_seen([sight for _, sight in media]),
        note=notes.pop() if len(notes) == 1 else None,
        country=country,
        is_in_order=is_in_order,
        is_all_dated=len(dated) == len(media),
        is_all_placed=len(placed) == len(media),
    )


def _begin(taken: TakenAt | None) -> datetime:
    local = taken.local if taken else None
    if local is None:
        raise ValueError("only media with an hour can be put in order")
    return local


def _most_seen(sights: Sequence[Sight]) -> tuple[str, ...]:
    sure: Counter[str] = Counter()
    for sight in sights:
        for seen in sight.seen:
            sure[seen.concept] += round(seen.confidence * 100)
    already = {concept for concept, by in SAID_BY.items() if not by.isdisjoint(sure)}
    named = [concept for concept, _ in sure.most_common() if concept not in already]
    return tuple(named[:MOST_CONCEPTS])
