"""What is known of a media before it is opened: its name, its caption, its forward."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.gallery.answers import Part
from bot.gallery.dates import from_file_name, understand
from bot.gallery.facts import Facts, Source, TakenAt

NOTE_CHARACTERS = 300  # a sentence or two; a longer text was not meant as a note


def facts_on_arrival(
    part: Part, now: datetime, *, zone: str | None, country: str | None = None
) -> Facts:
    """The date that the person says wins over the file's name, that over a forward's date."""
    today = now.astimezone(ZoneInfo(zone or "UTC")).date()
    caption = (part.caption or "").strip()
    said = understand(caption, today=today, country=country) if caption else None
    named = from_file_name(part.name, today=today) if part.name else None
    note = caption[:NOTE_CHARACTERS] if caption and said is None else None
    return Facts(taken=said or named or _forwarded(part.forwarded_from_at), note=note)


def with_camera(facts: Facts, taken: TakenAt | None) -> Facts:
    """The camera knows better than a name or a forward, the person better than the camera."""
    if taken is None or (facts.taken and facts.taken.source is Source.TYPED):
        return facts
    return replace(facts, taken=taken)


def _forwarded(sent_at: datetime | None) -> TakenAt | None:
    """The day a forwarded picture was first sent: about the day it was taken."""
    if sent_at is None:
        return None
    return TakenAt(sent_at.date(), source=Source.FORWARD, is_guess=True)
