"""How much a media is worth seeing again, and why: good, with people, rare, long ago."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from bot.memories.candidate import Candidate

MOST_REASONS: Final = 3
GOOD: Final = 0.6  # a quality from here up is worth naming
RARE: Final = 0.5  # seen in less than half of what its owner gave
CLOSE_COMPANY: Final = range(1, 7)  # beyond, a crowd
LONG_AGO_YEARS: Final = 5
DAYS_A_YEAR: Final = 365.25


class ReasonId(StrEnum):
    """Why a memory was chosen; each is a sentence under "Why this?"."""

    ON_THIS_DAY = "on_this_day"  # value: years ago
    MOMENT = "moment"  # value: how many media
    NEVER_SHARED = "never_shared"
    PEOPLE = "people"  # value: how many
    PLACE = "place"  # value: a town
    CONCEPT = "concept"  # value: a concept's id
    NOTE = "note"
    LONG_AGO = "long_ago"  # value: years
    QUALITY = "quality"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, and the fact that it rests on; a town with its country."""

    id: ReasonId
    value: str | int | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Gem:
    """A media's worth from 0 to 1, and what made most of it, the strongest first."""

    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Habits:
    """How often a person's media show each town and each concept, as shares of all."""

    towns: Mapping[str, float]
    concepts: Mapping[str, float]


WEIGHTS: Final[Mapping[ReasonId, float]] = {
    ReasonId.QUALITY: 0.35,
    ReasonId.PEOPLE: 0.2,
    ReasonId.CONCEPT: 0.15,
    ReasonId.PLACE: 0.1,
    ReasonId.NOTE: 0.1,
    ReasonId.LONG_AGO: 0.1,
}


def habits_of(candidates: Iterable[Candidate]) -> Habits:
    """What is usual in these media, to know what is rare."""
    media = list(candidates)
    towns = Counter(one.facts.place.name for one in media if one.facts.place)
    concepts = Counter(seen.concept for one in media for seen in one.sight.seen)
    return Habits(
        {town: count / len(media) for town, count in towns.items()},
        {concept: count / len(media) for concept, count in concepts.items()},
    )


def gem_score(candidate: Candidate, habits: Habits, *, today: date) -> Gem:
    """What this media is worth among its owner's; sharing and avoiding are decided elsewhere."""
    worth = {
        Reason(ReasonId.QUALITY): _quality(candidate),
        Reason(ReasonId.PEOPLE, candidate.people): _company(candidate.people),
        Reason(ReasonId.NOTE): float(candidate.facts.note is not None),
        **_rarities(candidate, habits),
        **_age(candidate, today),
    }
    shares = {reason: WEIGHTS[reason.id] * value for reason, value in worth.items()}
    named = [reason for reason, value in worth.items() if value >= GOOD]
    named.sort(key=lambda reason: -shares[reason])
    reasons = named if candidate.is_shared else [Reason(ReasonId.NEVER_SHARED), *named]
    return Gem(sum(shares.values()), tuple(reasons[:MOST_REASONS]))


def _quality(candidate: Candidate) -> float:
    quality = candidate.sight.quality
    return 0.5 * quality.sharpness + 0.25 * quality.exposure + 0.25 * quality.colour


def _company(people: int) -> float:
    if people == 0:
        return 0.0
    return 1.0 if people in CLOSE_COMPANY else 0.5


def _rarities(candidate: Candidate, habits: Habits) -> dict[Reason, float]:
    """Rarity of the town and of the rarest thing seen, 0 where half of all media show it."""
    found = {}
    place = candidate.facts.place
    if place:
        reason = Reason(ReasonId.PLACE, place.nickname or place.name, place.country)
        found[reason] = _rarity(habits.towns.get(place.name, 0))
    if candidate.sight.seen:
        shares = {one.concept: habits.concepts.get(one.concept, 0) for one in candidate.sight.seen}
        rarest = min(shares, key=lambda concept: (shares[concept], concept))
        found[Reason(ReasonId.CONCEPT, rarest)] = _rarity(shares[rarest])
    return found


def _rarity(share: float) -> float:
    return max(0.0, 1 - share / RARE)


def _age(candidate: Candidate, today: date) -> dict[Reason, float]:
    taken = candidate.facts.taken
    if taken is None:
        return {}
    years = (today - taken.last).days / DAYS_A_YEAR
    worth = min(max(years / LONG_AGO_YEARS, 0.0), 1.0)
    return {Reason(ReasonId.LONG_AGO, int(years)): worth}
