"""A Sight as bytes and back: a version, JSON for numbers, raw bytes for likeness; no pickle."""

import json
import struct
from collections.abc import Sequence
from typing import Any

from bot.pixels.geometry import Box, Size
from bot.vision.sight import Likeness, PictureKind, Quality, Seen, Sight

VERSION = 2
READABLE = frozenset({1, VERSION})  # 1 knew screenshots and nothing else of a kind
HEAD = struct.Struct("<BIHHH")  # version, then how long each part is


def sight_bytes(sight: Sight) -> bytes:
    """About 5 kB."""
    numbers = json.dumps(_numbers(sight), separators=(",", ":"), allow_nan=False).encode()
    like = sight.likeness
    parts = (numbers, like.vector, like.luminance, like.colours)
    return HEAD.pack(VERSION, *(len(part) for part in parts)) + b"".join(parts)


def sight_from(data: bytes) -> Sight:
    """Raises ValueError for bytes that no version up to this one wrote."""
    try:
        version, *lengths = HEAD.unpack_from(data)
        if version not in READABLE or len(data) != HEAD.size + sum(lengths):
            raise ValueError("not a sight of a known version")
        parts, at = [], HEAD.size
        for length in lengths:
            parts.append(data[at : at + length])
            at += length
        return _sight(json.loads(parts[0]), Likeness(*parts[1:]))
    except (struct.error, LookupError, TypeError) as broken:
        raise ValueError("not a sight") from broken


def _numbers(sight: Sight) -> dict[str, Any]:
    quality = sight.quality
    return {
        "size": [sight.size.width, sight.size.height],
        "faces": [_corners(box) for box in sight.faces],
        "people": [_corners(box) for box in sight.people],
        "seen": [[one.concept, one.confidence] for one in sight.seen],
        "quality": [quality.sharpness, quality.exposure, quality.colour],
        "x": sight.saliency_x,
        "y": sight.saliency_y,
        "hues": sight.hues,
        "kind": sight.kind,
        "sensitive": sight.sensitive,
    }


def _corners(box: Box) -> Sequence[float]:
    return box.left, box.top, box.right, box.bottom


def _sight(numbers: dict[str, Any], likeness: Likeness) -> Sight:
    return Sight(
        size=Size(*numbers["size"]),
        faces=tuple(Box(*corners) for corners in numbers["faces"]),
        people=tuple(Box(*corners) for corners in numbers["people"]),
        seen=tuple(Seen(*one) for one in numbers["seen"]),
        quality=Quality(*numbers["quality"]),
        saliency_x=tuple(numbers["x"]),
        saliency_y=tuple(numbers["y"]),
        likeness=likeness,
        hues=tuple(numbers["hues"]),
        kind=_kind(numbers),
        sensitive=numbers.get("sensitive"),
    )


def _kind(numbers: dict[str, Any]) -> PictureKind:
    if "screenshot" in numbers:  # version 1
        return PictureKind.SCREENSHOT if numbers["screenshot"] else PictureKind.PHOTO
    return PictureKind(numbers["kind"])
