"""Sights for layouts: drawn by Hypothesis, or made by hand where a test needs one of its own."""

import numpy as np
from hypothesis import strategies as st

from bot.collage.plan import PlanPhoto
from bot.pixels.geometry import Box, Size
from bot.vision.sight import PROFILE_BINS, Likeness, Quality, Sight

MIDDLING = Quality(0.5, 0.5, 0.5)


def sight(
    width: int = 4000,
    height: int = 3000,
    *,
    faces: tuple[Box, ...] = (),
    grain: int = 0,
    quality: Quality = MIDDLING,
    middle: tuple[float, float] = (0.5, 0.5),
) -> Sight:
    """Nothing but what is said; `grain` makes pictures differ, `middle` is where to look."""
    return Sight(
        size=Size(width, height),
        faces=faces,
        people=(),
        seen=(),
        quality=quality,
        saliency_x=_profile(middle[0]),
        saliency_y=_profile(middle[1]),
        likeness=_likeness(grain),
        hues=(1.0, *[0.0] * 23),
    )


def _profile(middle: float) -> tuple[float, ...]:
    bins = (np.arange(PROFILE_BINS) + 0.5) / PROFILE_BINS
    hill = np.exp(-(((bins - middle) / 0.15) ** 2))
    return tuple((hill / hill.sum()).tolist())


def _likeness(grain: int) -> Likeness:
    dice = np.random.default_rng(grain)
    luminance = dice.integers(0, 256, 1024, np.uint8).tobytes()
    colours = dice.integers(0, 11, 48, np.uint8).tobytes()
    return Likeness(vector=b"", luminance=luminance, colours=colours)


def photos(*sights: Sight) -> list[PlanPhoto]:
    return [PlanPhoto(f"{place}.jpg", seen) for place, seen in enumerate(sights)]


shares = st.floats(0.0, 1.0)
sides = st.integers(200, 6000)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    side = draw(st.floats(0.02, 0.6))
    left, top = draw(st.floats(0, 1 - side)), draw(st.floats(0, 1 - side))
    return Box(left, top, left + side, top + side)


@st.composite
def sizes(draw: st.DrawFn) -> tuple[int, int]:
    """Up to 4:1 either way, as panoramas are."""
    width = draw(sides)
    height = draw(st.integers(max(50, width // 4), min(8000, width * 4)))
    return width, height


@st.composite
def sights(draw: st.DrawFn, *, grain: int = 0) -> Sight:
    width, height = draw(sizes())
    return sight(
        width,
        height,
        faces=tuple(draw(st.lists(boxes(), max_size=4))),
        grain=grain,
        quality=Quality(draw(shares), draw(shares), draw(shares)),
        middle=(draw(shares), draw(shares)),
    )


@st.composite
def albums(draw: st.DrawFn, *, least: int = 2, most: int = 24) -> list[PlanPhoto]:
    count = draw(st.integers(least, most))
    return photos(*(draw(sights(grain=place + 1)) for place in range(count)))
