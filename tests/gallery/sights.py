"""Sights as the rules of a gallery need them, without a picture."""

from bot.pixels.geometry import Box, Size
from bot.vision.sight import PROFILE_BINS, Likeness, Quality, Sight

EVEN = (1 / PROFILE_BINS,) * PROFILE_BINS


def sight(
    size: Size = Size(400, 300),  # noqa: B008 - frozen
    faces: tuple[Box, ...] = (),
    *,
    across: tuple[float, ...] = EVEN,
    sharpness: float = 0.5,
) -> Sight:
    """What was seen in a picture of that size with these faces."""
    return Sight(
        size=size,
        faces=faces,
        people=(),
        seen=(),
        quality=Quality(sharpness, 0.5, 0.5),
        saliency_x=across,
        saliency_y=EVEN,
        likeness=Likeness(b"", b"", b""),
        hues=(0.0,) * 24,
    )
