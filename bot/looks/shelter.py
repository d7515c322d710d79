"""Where a painting gives way to the photo: around faces, softly around heads nobody looked for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bot.pixels.geometry import Box
from bot.vision.sight import Sight

FACE_WIDE, FACE_HIGH, FACE_SHARE = 1.24, 1.44, 0.6  # of the box; tried on thirty faces
HEAD_WIDE, HEAD_HIGH, HEAD_SHARE = 0.7, 0.42, 0.4  # of a person's box, from its top
MOST: Final = 40  # a crowd is painted as one


@dataclass(frozen=True, slots=True)
class Shelter:
    """An ellipse in shares of the picture, and how much of the photo shows in its middle."""

    x: float
    y: float
    across: float
    down: float
    share: float


def shelters(sight: Sight) -> tuple[Shelter, ...]:
    """One for each face; for persons without a face box (none may be made) where heads are."""
    heads = [_head(box) for box in sight.people if not _any_inside(sight.faces, box)]
    return (*map(_face, sight.faces), *heads)[:MOST]


def _face(box: Box) -> Shelter:
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return Shelter(x, y, box.width * FACE_WIDE, box.height * FACE_HIGH, FACE_SHARE)


def _head(box: Box) -> Shelter:
    high = box.height * HEAD_HIGH
    middle = (box.left + box.right) / 2
    return Shelter(middle, box.top + high / 2, box.width * HEAD_WIDE, high, HEAD_SHARE)


def _any_inside(faces: Iterable[Box], person: Box) -> bool:
    return any(_centres_inside(faces, person))


def _centres_inside(faces: Iterable[Box], person: Box) -> Iterator[bool]:
    for face in faces:
        x, y = (face.left + face.right) / 2, (face.top + face.bottom) / 2
        yield person.left <= x <= person.right and person.top <= y <= person.bottom
