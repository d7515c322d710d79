"""Random sets of photos with random faces: whatever page they get, it is drawn from these."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from bot.collage.compose import compose
from bot.collage.plan import Plan, PlanPhoto
from bot.collage.themes import SHAPES, offered
from bot.pixels.geometry import Box, Size
from bot.texts import Language
from bot.vision.sight import PROFILE_BINS, Likeness, Quality, Sight

FEWEST, MOST = 2, 24
SIZES = (Size(4032, 3024), Size(3024, 4032), Size(4032, 2268), Size(2268, 4032), Size(3000, 3000))
ODD_SIZES = (Size(8000, 2000), Size(2000, 6000), Size(240, 180))
ODD_SHARE = 0.08  # of the photos are panoramas or thumbnails
FACES = (0, 0, 1, 1, 2, 3)  # in a photo, as often as each stands here
SMALLEST_FACE, LARGEST_FACE = 0.06, 0.34  # of the shorter side
TOWNS = ("Lyon", "Annecy", "Genève", "Chamonix", "Turin", "Nice")
TITLES: tuple[tuple[Language, str], ...] = (
    ("fr", "Été à Lyon, août 2019"),
    ("en", "A weekend by the lake"),
    ("fr", "L’anniversaire de Mamie : quatre-vingts bougies"),
    ("en", "Summer"),
)
Dice = np.random.Generator


@dataclass(frozen=True, slots=True)
class Drawn:
    """One set and the page that was decided for it."""

    photos: tuple[PlanPhoto, ...]
    plan: Plan

    @property
    def sights(self) -> dict[str, Sight]:
        return {photo.key: photo.sight for photo in self.photos}


def drawn(number: int, *, most_faces: int = MOST) -> Drawn:
    """The number-th set, always the same; theme and shape take turns among those that fit.

    most_faces: in each photo.
    """
    dice = np.random.default_rng(number)
    days, towns = _story(dice)
    photos = tuple(
        PlanPhoto(
            f"{place:02d}",
            _sight(dice, most_faces),
            days[place % len(days)] if days else None,
            towns[place * len(towns) // MOST] if towns else None,
        )
        for place in range(int(dice.integers(FEWEST, MOST + 1)))
    )
    themes = offered(photos)
    language, title = TITLES[number % len(TITLES)]
    plan = compose(
        photos,
        tuple(SHAPES.values())[number % len(SHAPES)],
        theme=themes[number // len(SHAPES) % len(themes)],
        title=title if number % 5 else None,
        seed=number,
        language=language,
    )
    return Drawn(photos, plan)


def _story(dice: Dice) -> tuple[list[date], tuple[str, ...]]:
    """Days and towns: a month, a journey, two times years apart, or nothing known."""
    first = date(2019, 8, 1) + timedelta(days=int(dice.integers(0, 900)))
    stories: tuple[tuple[list[date], tuple[str, ...]], ...] = (
        ([first + timedelta(days=int(day)) for day in dice.integers(0, 30, MOST)], ()),
        ([first + timedelta(days=day // 4) for day in range(MOST)], TOWNS),
        ([first, first + timedelta(days=365 * int(dice.integers(2, 9)))], ()),
        ([], ()),
    )
    return stories[int(dice.integers(0, len(stories)))]


def _sight(dice: Dice, most_faces: int) -> Sight:
    sizes = ODD_SIZES if dice.random() < ODD_SHARE else SIZES
    size = sizes[int(dice.integers(0, len(sizes)))]
    count = min(int(dice.choice(FACES)), most_faces)
    faces = _faces(dice, size, count)
    sharpness, exposure, colour = dice.random(3)
    hues = dice.random(24)
    return Sight(
        size=size,
        faces=faces,
        people=(),
        seen=(),
        quality=Quality(float(sharpness), float(exposure), float(colour)),
        saliency_x=_profile(dice, [(face.left + face.right) / 2 for face in faces]),
        saliency_y=_profile(dice, [(face.top + face.bottom) / 2 for face in faces]),
        likeness=_likeness(dice),
        hues=tuple(float(share) for share in hues / hues.sum()),
    )


def _faces(dice: Dice, size: Size, count: int) -> tuple[Box, ...]:
    """Apart from one another, up to the very edges."""
    shorter = min(size.width, size.height)
    found: list[Box] = []
    for _ in range(count * 20):
        if len(found) == count:
            break
        side = float(dice.uniform(SMALLEST_FACE, LARGEST_FACE)) * shorter
        width, height = side / size.width, side / size.height
        left, top = (float(dice.uniform(0, 1 - share)) for share in (width, height))
        box = Box(left, top, left + width, top + height)
        if not any(_meet(box, other) for other in found):
            found.append(box)
    return tuple(found)


def _meet(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


def _profile(dice: Dice, middles: list[float]) -> tuple[float, ...]:
    places = (np.arange(PROFILE_BINS) + 0.5) / PROFILE_BINS
    profile: NDArray[np.float64] = 0.3 + 0.2 * dice.random(PROFILE_BINS)
    for middle in (float(dice.random()), *middles):
        profile += np.exp(-(((places - middle) / 0.12) ** 2))
    return tuple(float(share) for share in profile / profile.sum())


def _likeness(dice: Dice) -> Likeness:
    """Of nothing else: no two of them are twins."""
    vector = dice.standard_normal(1280)
    return Likeness(
        (vector / np.linalg.norm(vector)).astype("<f2").tobytes(),
        dice.integers(0, 256, 1024, np.uint8).tobytes(),
        dice.multinomial(255, np.full(48, 1 / 48)).astype(np.uint8).tobytes(),
    )
