"""What is known of a media before it is opened, and what its camera may add to that."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.gallery.answers import Part
from bot.gallery.dates import understand
from bot.gallery.facts import Facts, Source, TakenAt, most_believable
from bot.gallery.file_names import from_file_name, is_scan_name

A_DAY: Final = timedelta(days=1)  # Takeout writes a scanner's hour as if it were of UTC
NOTE_CHARACTERS = 300  # a sentence or two; a longer text was not meant as a note


def facts_on_arrival(
    part: Part, now: datetime, *, zone: str | None, country: str | None = None
) -> Facts:
    """The date that the person says wins over the file's name, that over a forward's date."""
    clock = ZoneInfo(zone or "UTC")
    today = now.astimezone(clock).date()
    caption = (part.caption or "").strip()
    said = understand(caption, today=today, country=country) if caption else None
    named = from_file_name(part.name, today=today) if part.name else None
    note = caption[:NOTE_CHARACTERS] if caption and said is None else None
    is_scan = bool(part.name and is_scan_name(part.name))
    dates = (said, named, None if is_scan else _forwarded(part.forwarded_from_at, clock))
    return Facts(taken=most_believable(dates), note=note, is_scan=is_scan)


def with_camera(
    facts: Facts, taken: TakenAt | None, *, is_scan: bool = False, latest: date = date.max
) -> Facts:
    """The camera knows better than a name or a forward, the person better than the camera.

    is_scan: it was a scanner, whose day says nothing of the memory's: then only what somebody
    said counts. latest: the day it came; a later one is of a clock that was never set.
    """
    is_scan = is_scan or facts.is_scan
    if is_scan:
        known = facts.taken if _is_said(facts.taken, scanned=taken) else None
        return replace(facts, taken=known, is_scan=True)
    if taken is not None and taken.first > latest:
        return facts
    return replace(facts, taken=most_believable((facts.taken, taken)))


def said_meanwhile(noted: Facts, read: Facts) -> Facts:
    """What was read of a media, with what its owner said of it while it was read."""
    if noted.before is None:
        return read
    typed = noted.taken if noted.taken and noted.taken.source is Source.TYPED else None
    return replace(
        read,
        taken=typed or read.taken,
        note=noted.note,
        said_place=noted.said_place,
        before=replace(noted.before, taken=read.taken),
    )


def _is_said(known: TakenAt | None, *, scanned: TakenAt | None) -> bool:
    """Typed, or set in Google Photos to another day than the scanner's, on whatever clock."""
    if known is None or known.source not in {Source.TYPED, Source.TAKEOUT}:
        return False
    if known.source is Source.TYPED:
        return True
    return scanned is not None and abs(known.first - scanned.first) > A_DAY


def _forwarded(sent_at: datetime | None, clock: ZoneInfo) -> TakenAt | None:
    """The day a forwarded picture was first sent: about the day it was taken."""
    if sent_at is None:
        return None
    return TakenAt(sent_at.astimezone(clock).date(), source=Source.FORWARD, is_guess=True)
