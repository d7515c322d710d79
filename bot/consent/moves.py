"""Moving to another country: at once, unless it smells of hopping into weaker rules."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from bot.consent.regions import Regime
from storage.people import Person

COUNTED_OVER: Final = timedelta(days=30)
AT_ONCE: Final = 2  # changes in that time that take effect at once
OTHERWISE_AFTER: Final = timedelta(days=7)
PROTECTION: Final[Mapping[Regime, int]] = {
    Regime.US_CONSENT: 0,
    Regime.CA_CONSENT: 1,
    Regime.EU_LI: 2,
    Regime.STRICT: 3,
}


def effective_from(
    now: datetime, *, recent_moves: int, old: Regime | None, new: Regime | None
) -> datetime:
    """When a declared country begins to count.

    recent_moves: changes over the last `COUNTED_OVER`, without this one.
    """
    if recent_moves < AT_ONCE or _protection(new) >= _protection(old):
        return now
    return now + OTHERWISE_AFTER


def _protection(regime: Regime | None) -> int:
    return PROTECTION[regime] if regime else PROTECTION[Regime.STRICT]


def country_of(person: Person, now: datetime) -> str | None:
    """Where they live as of now: a move that was put off counts from its day."""
    if person.next_country and person.next_country_at and person.next_country_at <= now:
        return person.next_country
    return person.country
