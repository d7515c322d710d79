"""Many media in one go, in a child: what there is, then their bytes with what is told of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from bot.errors import FriendlyError
from bot.gallery.archive import Archive, of_bytes, of_file
from bot.gallery.entries import Form, Item, file_of, survey, survey_bytes
from bot.gallery.facts import Facts, Place, Source, TakenAt, most_believable
from bot.gallery.file_names import from_file_name, is_scan_name
from bot.gallery.folder import Folder, NotThere
from bot.gallery.places import town
from bot.gallery.takeout import Told, read_told
from bot.gallery.zones import zone_at
from bot.pixels.header import HEIF_BRANDS

NOTHING: Final = Facts()
FILMS: Final = frozenset({b"ftyp", b"moov", b"mdat", b"wide", b"free"})
PICTURES: Final = HEIF_BRANDS | {b"avif", b"avis"}

Given = bytes | Path  # the bytes of a zip, a zip's path, or a folder's, with zips in it or not


@dataclass(frozen=True, slots=True)
class Terms:
    """What dates and places are told by: the person's zone and day; whether a place may be."""

    zone: str
    today: date
    with_place: bool


@dataclass(frozen=True, slots=True)
class Unpacked:
    """One media as it came out; without bytes, the reason, a sentence's id."""

    kind: Form
    content: bytes | None = None
    live: bytes | None = None
    facts: Facts = NOTHING
    refusal: str | None = None


def look_through(given: Given) -> bytes:
    """What there is to keep, for `entries.survey_from`.

    Raises ArchiveDamaged, ArchiveTooLong, ArchiveBomb and NotThere.
    """
    try:
        opened = _opened(given)
        entries = opened.entries()
    except OSError:
        raise NotThere from None
    if isinstance(opened, Archive):
        opened.check_weight(entries)
    return survey_bytes(survey(entries))


def unpack(given: Given, items: Sequence[Item], terms: Terms) -> list[Unpacked]:
    """Some of what was found, in that order. Raises what `look_through` does."""
    try:
        opened = _opened(given)
    except OSError:
        raise NotThere from None
    return [_unpacked(opened, item, terms) for item in items]


def _opened(given: Given) -> Archive | Folder:
    if isinstance(given, bytes):
        return of_bytes(given)
    return Folder(given) if given.is_dir() else of_file(given)


def _unpacked(opened: Archive | Folder, item: Item, terms: Terms) -> Unpacked:
    try:
        content = opened.read(item.ref, item.size)
    except FriendlyError as error:
        return Unpacked(item.kind, refusal=error.text_id)
    told = None
    if item.teller is not None:
        told = read_told(opened.teller(item.teller), terms.today)
    facts = _facts(file_of(item.name), told or Told(), terms)
    return Unpacked(_kind(content), content, _live(opened, item), facts)


def _live(opened: Archive | Folder, item: Item) -> bytes | None:
    """The picture is worth keeping without its moving seconds."""
    if item.live is None:
        return None
    try:
        return opened.read(item.live, item.live_size)
    except FriendlyError:
        return None


def _kind(content: bytes) -> Form:
    """By its bytes: phones name films like pictures, and pictures like films."""
    is_film = content[4:8] in FILMS and content[8:12] not in PICTURES
    return Form.VIDEO if is_film else Form.PHOTO


def _facts(name: str, told: Told, terms: Terms) -> Facts:
    """What is beside it and what it is called; coordinates end here."""
    place, zone = _where(told, terms)
    dates = (_taken(told, zone), from_file_name(name, today=terms.today))
    return Facts(
        taken=most_believable(dates), place=place, note=told.note, is_scan=is_scan_name(name)
    )


def _where(told: Told, terms: Terms) -> tuple[Place | None, str]:
    """The town, where it may be named, and the zone to tell the day by."""
    if not terms.with_place or told.latitude is None or told.longitude is None:
        return None, terms.zone
    place = town(told.latitude, told.longitude)
    zone = place and zone_at(told.latitude, told.longitude, place.country)
    return place, zone or terms.zone


def _taken(told: Told, zone: str) -> TakenAt | None:
    """Takeout's moment on the clock of the place, as far as that is known."""
    if told.taken_at is None:
        return None
    local = told.taken_at.astimezone(UTC).astimezone(ZoneInfo(zone))
    return TakenAt(local.date(), source=Source.TAKEOUT, time=local.time().replace(microsecond=0))
