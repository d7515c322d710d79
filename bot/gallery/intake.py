"""One picture from outside, in a child: checked, stripped, its facts read, a town named."""

import datetime as dt
from dataclasses import dataclass

from bot.gallery.facts import Place, Source, TakenAt
from bot.gallery.places import town
from bot.gallery.scanners import is_scanner
from bot.pixels.door import open_safely
from bot.pixels.exif import ExifFacts
from bot.pixels.film import poster
from bot.pixels.geometry import Size
from bot.pixels.header import Format


@dataclass(frozen=True, slots=True)
class Intake:
    """What may be kept of a picture. Coordinates never leave the child that read them.

    clean: the picture without metadata, no pixel touched; a HEIC is a JPEG of quality 95;
    a film as it came. is_scan: made by a scanner, whatever day it says.
    poster: a JPEG, of films only, where they can be opened here.
    """

    clean: bytes
    size: Size | None = None
    taken: TakenAt | None = None
    place: Place | None = None
    is_converted: bool = False
    is_scan: bool = False
    poster: bytes | None = None


def take_film(data: bytes, with_place: bool) -> Intake:  # noqa: FBT001  both machines are called alike
    """Raises FilmUnsupported."""
    del with_place  # films keep their place, if they have one, to themselves
    return Intake(clean=data, poster=poster(data))


def take_picture(data: bytes, with_place: bool) -> Intake:  # noqa: FBT001
    """Raises the refusals of `bot.pixels`."""
    opened = open_safely(data)
    return Intake(
        clean=opened.clean,
        size=opened.size,
        taken=taken_by_camera(opened.exif),
        place=place_of(opened.exif) if with_place else None,
        is_converted=opened.format is Format.HEIF,
        is_scan=is_scanner(opened.exif.make, opened.exif.model, opened.exif.software),
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
