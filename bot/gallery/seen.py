"""A sight in two parts, so that all that came from faces can go alone: bytes, and back."""

import json
from dataclasses import astuple, replace
from typing import Any

from bot.pixels.geometry import Box
from bot.vision.sight import Seen, Sight
from bot.vision.sight_bytes import sight_bytes, sight_from

VERSION = 1


def pack(faceless: Sight, full: Sight) -> tuple[bytes, bytes | None]:
    """What was seen without any face, and apart what faces add; None where there is none.

    Faces also draw the eye and say what a picture is of, so that goes with the boxes.
    """
    if faceless.faces:
        raise ValueError("a sight that is kept without faces has none")
    added = {
        "version": VERSION,
        "faces": [astuple(face) for face in full.faces],
        "x": full.saliency_x,
        "y": full.saliency_y,
        "seen": [[one.concept, one.confidence] for one in full.seen],
    }
    return sight_bytes(faceless), json.dumps(added).encode() if full.faces else None


def unpack(faceless: bytes, added: bytes | None) -> Sight:
    """Raises ValueError for bytes of another version."""
    sight = sight_from(faceless)
    if added is None:
        return sight
    record: dict[str, Any] = json.loads(added)
    if record["version"] != VERSION:
        raise ValueError(f"faces of version {record['version']}")
    return replace(
        sight,
        faces=tuple(Box(*sides) for sides in record["faces"]),
        seen=tuple(Seen(*one) for one in record["seen"]),
        saliency_x=tuple(record["x"]),
        saliency_y=tuple(record["y"]),
    )
