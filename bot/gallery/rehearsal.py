"""What would be read from one photo, shown once to its owner and kept nowhere."""

from dataclasses import dataclass

from bot.gallery.facts import Place, TakenAt
from bot.vision.sight import PictureKind, Quality


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Everything that a first look finds, in the order in which it is told.

    faces: how many; None where the person's regime does not let them be looked for.
    concepts: ids, the surest first.
    """

    taken: TakenAt | None
    place: Place | None
    faces: int | None
    concepts: tuple[str, ...]
    quality: Quality
    picture: PictureKind = PictureKind.PHOTO
