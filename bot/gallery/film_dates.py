"""The day of a film: on the clock of its place where that is known, else on its owner's."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.gallery.facts import Source, TakenAt
from bot.pixels.film_facts import FilmFacts


def filmed_on(said: FilmFacts, zone: str | None) -> TakenAt | None:
    """What the camera's own clock said, or UTC in the zone of the place; None where neither is.

    zone: IANA, of the place where it was filmed.
    """
    local = said.filmed_local
    if local is None and said.filmed_at and zone:
        local = said.filmed_at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    if local is None:
        return None
    return TakenAt(local.date(), source=Source.FILM, time=local.time().replace(microsecond=0))


def on_their_day(
    filmed_at: datetime, zone: str | None, *, named: TakenAt | None
) -> TakenAt | None:
    """A day without an hour, and a guess: they may have been travelling.

    filmed_at: in UTC. zone: the person's own. named: what is known before; where the file's own
    name says the day it knows better, then None.
    """
    if named and named.source is Source.FILE_NAME and not named.is_guess:
        return None
    day = filmed_at.astimezone(ZoneInfo(zone or "UTC")).date()
    return TakenAt(day, source=Source.FILM, is_guess=True)
