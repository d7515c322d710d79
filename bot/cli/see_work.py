"""The work of `pepite see`: open, look, and say it for a terminal or as JSON."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.cli.refused import unreadable, why
from bot.errors import OperatorError
from bot.gallery.facts import Place
from bot.gallery.places import town
from bot.pixels.door import Opened, open_safely
from bot.pixels.exif import ExifFacts
from bot.pixels.geometry import Box
from bot.pixels.refusals import Refused
from bot.vision.concepts import concept
from bot.vision.look import look_at
from bot.vision.sight import Sight


@dataclass(frozen=True, slots=True)
class Seen:
    """One photo of the command line and all that is known about it."""

    photo: Path
    opened: Opened
    sight: Sight
    place: Place | None


def look_through(photos: Iterable[Path]) -> tuple[list[Seen], list[str]]:
    """What was seen, and a sentence for each photo that could not be."""
    seen, refused = [], []
    for photo in photos:
        try:
            seen.append(_look(photo))
        except OSError as missing:
            refused.append(unreadable(photo, missing))
        except Refused as refusal:
            refused.append(f"{photo}: {why(refusal)}")
    return seen, refused


def _look(photo: Path) -> Seen:
    data = photo.read_bytes()
    opened = open_safely(data)
    return Seen(photo, opened, look_at(opened.clean, faces=True), _place(opened.exif))


def _place(exif: ExifFacts) -> Place | None:
    if exif.latitude is None or exif.longitude is None:
        return None
    try:
        return town(exif.latitude, exif.longitude)
    except OperatorError:
        return None  # without its data there is no name; `pepite doctor` says so


def as_json(seen: Sequence[Seen]) -> str:
    return json.dumps([_record(one) for one in seen], ensure_ascii=False, indent=2)


def _record(one: Seen) -> dict[str, Any]:
    sight, exif = one.sight, one.opened.exif
    return {
        "photo": str(one.photo),
        "format": one.opened.format,
        "width": one.opened.size.width,
        "height": one.opened.size.height,
        "faces": [_corners(box) for box in sight.faces],
        "people": [_corners(box) for box in sight.people],
        "concepts": [
            {"id": seen.concept, "name": concept(seen.concept).en.singular,
             "confidence": seen.confidence}
            for seen in sight.seen
        ],
        "quality": {
            "sharpness": sight.quality.sharpness,
            "exposure": sight.quality.exposure,
            "colour": sight.quality.colour,
        },
        "kind": sight.kind,
        "taken": _taken(exif),
        "place": {"name": one.place.name, "country": one.place.country} if one.place else None,
    }  # fmt: skip


def _corners(box: Box) -> list[float]:
    return [box.left, box.top, box.right, box.bottom]


def _taken(exif: ExifFacts) -> str | None:
    taken: datetime | None = exif.taken_local
    return taken.isoformat() if taken else None


def as_text(seen: Sequence[Seen]) -> str:
    return "\n\n".join("\n".join(_lines(one)) for one in seen)


def _lines(one: Seen) -> list[str]:
    sight, size, quality = one.sight, one.opened.size, one.sight.quality
    drawn = "" if sight.is_photo else f", a {sight.kind}"
    names = [f"{concept(s.concept).en.singular} {s.confidence:.0%}" for s in sight.seen]
    return [
        f"{one.photo}  {size.width} × {size.height}, {one.opened.format}{drawn}",
        f"  faces    {_boxes(sight.faces)}",
        f"  people   {_boxes(sight.people)}",
        f"  seen     {', '.join(names) or 'nothing sure'}",
        f"  sharp    {quality.sharpness:.0%}",
        f"  light    {quality.exposure:.0%}",
        f"  colour   {quality.colour:.0%}",
        f"  taken    {_taken(one.opened.exif) or 'not said'}",
        f"  place    {f'{one.place.name} ({one.place.country})' if one.place else 'not said'}",
    ]


def _boxes(boxes: Sequence[Box]) -> str:
    """How many, and from where to where in percent of the width and of the height."""
    if not boxes:
        return "none"
    spots = [f"{box.left:.0%}–{box.right:.0%} × {box.top:.0%}–{box.bottom:.0%}" for box in boxes]
    return f"{len(boxes)}: {', '.join(spots)}"
