"""A sight in two parts, so that face boxes can go alone: bytes to seal, and back."""

import json
from dataclasses import astuple, replace

from bot.pixels.geometry import Box
from bot.vision.sight import Sight
from bot.vision.sight_bytes import sight_bytes, sight_from


def pack(sight: Sight) -> tuple[bytes, bytes | None]:
    """The sight without its faces, and the faces apart; None where there is none."""
    boxes = json.dumps([astuple(face) for face in sight.faces]).encode() if sight.faces else None
    return sight_bytes(replace(sight, faces=())), boxes


def unpack(bare: bytes, boxes: bytes | None) -> Sight:
    faces = tuple(Box(*sides) for sides in json.loads(boxes)) if boxes else ()
    return replace(sight_from(bare), faces=faces)
