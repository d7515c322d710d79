"""Media for the tests of memories, without a picture."""

from datetime import date, time

import numpy as np

from bot.gallery.facts import Facts, Place, Source, TakenAt
from bot.memories.candidate import Candidate
from bot.pixels.geometry import Box, Size
from bot.vision.sight import Likeness, PictureKind, Quality, Seen, Sight

LYON = Place("Lyon", "FR", "1.1")
HAVRE = Place("Le Havre", "FR", "3.3")


def sight(
    *,
    quality: float = 0.7,
    people: int = 0,
    seen: str | None = None,
    look: int | None = None,
    kind: PictureKind = PictureKind.PHOTO,
) -> Sight:
    """look: pictures of the same number are near-twins; None is like nothing else."""
    vector = np.zeros(1280, "<f2")
    if look is not None:
        vector[look] = 1
    return Sight(
        Size(4000, 3000),
        (Box(0.1, 0.1, 0.2, 0.2),) * people,
        (),
        (Seen(seen, 0.9),) if seen else (),
        Quality(quality, quality, quality),
        (1 / 64,) * 64,
        (1 / 64,) * 64,
        Likeness(vector.tobytes(), bytes(1024), bytes(48)),
        (0.0,) * 24,
        kind,
    )


def candidate(
    key: str,
    day: date | None = date(2024, 10, 12),
    *,
    saw: Sight | None = None,
    place: Place | None = LYON,
    note: str | None = None,
    moment: str | None = None,
    is_shared: bool = False,
    was_shown: bool = False,
) -> Candidate:
    taken = TakenAt(day, source=Source.EXIF, time=time(12)) if day else None
    return Candidate(
        key,
        Facts(taken, place, note),
        saw or sight(),
        moment,
        is_shared=is_shared,
        was_shown=was_shown,
    )
