"""Which of several alike pictures is the best: sharp, well lit, everyone whole, large."""

from collections.abc import Iterable
from math import log2
from typing import Final

from bot.pixels.geometry import Box
from bot.vision.sight import Sight

EDGE: Final = 0.012  # of a side: a box that comes so near to it goes on beyond the frame
MOST_FACES: Final = 8  # beyond, one more or less is a matter of chance
SHARPNESS, LIGHT, WHOLE, FACES, SIZE = 0.45, 0.15, 0.2, 0.12, 0.08  # sum to 1
SMALLEST, LARGEST = 16.0, 25.0  # log2 of pixels: 256 × 256 and 32 megapixels


def worth(sight: Sight) -> float:
    """0 to 1; it ranks pictures of one scene, and says little about different ones."""
    pixels = log2(sight.size.width * sight.size.height)
    size = min(1.0, max(0.0, (pixels - SMALLEST) / (LARGEST - SMALLEST)))
    return (
        SHARPNESS * sight.quality.sharpness
        + LIGHT * sight.quality.exposure
        + WHOLE * _share_of_whole(sight)
        + FACES * min(len(sight.faces), MOST_FACES) / MOST_FACES
        + SIZE * size
    )


def _share_of_whole(sight: Sight) -> float:
    """How many of the people are not cut by the frame; 1 where there is nobody."""
    whole = [*map(is_whole_face, sight.faces), *map(is_whole_person, sight.people)]
    return sum(whole) / len(whole) if whole else 1.0


def is_whole_face(face: Box) -> bool:
    return _is_inside((face.left, face.top, 1 - face.right, 1 - face.bottom))


def is_whole_person(person: Box) -> bool:
    """Feet may be out of it, as in every portrait."""
    return _is_inside((person.left, person.top, 1 - person.right))


def _is_inside(margins: Iterable[float]) -> bool:
    return min(margins) > EDGE
