"""One picture from outside, in a child: checked, stripped, its facts read, a town named."""

import datetime as dt
from dataclasses import dataclass, replace

from bot.gallery.facts import Place, Source, TakenAt
from bot.gallery.film_dates import filmed_on
from bot.gallery.places import town
from bot.gallery.scanners import is_scanner
from bot.gallery.zones import zone_at
from bot.pixels.closed import closed_format
from bot.pixels.door import open_safely
from bot.pixels.exif import ExifFacts
from bot.pixels.film import check_film, glimpses, glimpses_of_stills, moves
from bot.pixels.film_facts import FilmFacts, film_facts
from bot.pixels.film_place import without_place
from bot.pixels.geometry import Size
from bot.pixels.glance import Glance
from bot.pixels.header import Format
from bot.pixels.refusals import PictureUnsupported

MAY_MOVE = frozenset({Format.GIF, Format.WEBP})


@dataclass(frozen=True, slots=True)
class Intake:
    """What may be kept of a picture. Coordinates never leave the child that read them.

    clean: the picture without metadata, no pixel touched; a HEIC is a JPEG of quality 95;
    a film without its place. glance: for the eyes, of pictures only.
    is_scan: made by a scanner, whatever day it says.
    is_film: it moves; glimpses: JPEGs well spread over it, where films can be opened here;
    poster: the one that it is shown by. filmed_at: in UTC, where nothing says the hour there.
    """

    clean: bytes
    glance: Glance | None = None
    size: Size | None = None
    taken: TakenAt | None = None
    place: Place | None = None
    is_converted: bool = False
    is_scan: bool = False
    is_film: bool = False
    glimpses: tuple[bytes, ...] = ()
    poster: bytes | None = None
    filmed_at: dt.datetime | None = None


class PictureClosed(PictureUnsupported):
    """A picture by its first bytes, in a format that is not opened; fact: `format`, its name."""

    text_id = "error-picture-closed"


def take_film(data: bytes, with_place: bool) -> Intake:  # noqa: FBT001  both machines are called alike
    """Raises FilmUnsupported."""
    return replace(take_closed_film(data, with_place), glimpses=glimpses(data))


def take_closed_film(data: bytes, with_place: bool) -> Intake:  # noqa: FBT001
    """What its container says, not one of its pictures. Raises FilmUnsupported."""
    check_film(data)
    said = film_facts(data)
    place = _place_of(said) if with_place else None
    zone = _zone_of(said, place)
    return Intake(
        clean=without_place(data),
        size=said.size,
        taken=filmed_on(said, zone),
        place=place,
        is_film=True,
        filmed_at=said.filmed_at,
    )


def take_picture(data: bytes, with_place: bool) -> Intake:  # noqa: FBT001
    """Raises the refusals of `bot.pixels`, and PictureClosed."""
    try:
        opened = open_safely(data)
    except PictureUnsupported:
        known = closed_format(data)
        raise PictureClosed(format=known) if known else PictureUnsupported from None
    is_film = opened.format in MAY_MOVE and moves(opened.clean)
    return Intake(
        clean=opened.clean,
        size=opened.size,
        taken=taken_by_camera(opened.exif),
        place=place_of(opened.exif) if with_place else None,
        is_converted=opened.format is Format.HEIF,
        is_scan=is_scanner(opened.exif.make, opened.exif.model, opened.exif.software),
        is_film=is_film,
        glimpses=glimpses_of_stills(opened.clean) if is_film else (),
        glance=opened.glance,
    )


def rehearse_picture(data: bytes) -> Intake:
    """`take_picture` with its place, for a rehearsal that keeps nothing."""
    return take_picture(data, with_place=True)


def taken_by_camera(facts: ExifFacts) -> TakenAt | None:
    """The camera's wall time, which is the time of the place; a guess where it is not when the
    picture was taken, but when it was made digital or changed.
    """
    local: dt.datetime | None = facts.taken_local
    if local is None:
        return None
    return TakenAt(
        local.date(),
        source=Source.EXIF,
        time=local.time().replace(microsecond=0),
        is_guess=not facts.is_original,
    )


def place_of(facts: ExifFacts) -> Place | None:
    if facts.latitude is None or facts.longitude is None:
        return None
    return town(facts.latitude, facts.longitude)


def _place_of(said: FilmFacts) -> Place | None:
    if said.latitude is None or said.longitude is None:
        return None
    return town(said.latitude, said.longitude)


def _zone_of(said: FilmFacts, place: Place | None) -> str | None:
    """Whose clock it was there; None where the place is not known, or not to be."""
    if place is None or said.latitude is None or said.longitude is None:
        return None
    return zone_at(said.latitude, said.longitude, place.country)
