"""One look of one photo: bytes and a recipe in, a JPEG that says what it is out."""

from dataclasses import dataclass
from math import sqrt
from typing import Final

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from bot.errors import FriendlyError
from bot.looks.brushes import painted
from bot.looks.catalogue import STYLES, Look, Recipe, has_people
from bot.looks.dress import FILTERS
from bot.looks.filters import mixed, pop
from bot.looks.manner import in_manner
from bot.looks.relight import relit
from bot.looks.shelter import shelters
from bot.pixels.encode import encode_jpeg
from bot.pixels.orientation import Pixels
from bot.pixels.provenance import SourceType, with_xmp, xmp_packet
from bot.pixels.small import small
from bot.vision.boxes import Floats
from bot.vision.networks import OURS
from bot.vision.people import person_mask
from bot.vision.sight import Sight

PAINT_SIDE: Final = 1024  # pixels of the longer side
PAINT_PIXELS: Final = 1024 * 768  # the network's memory grows with them: 540 MiB at 1024 × 1024
OWN_SIDE: Final = 1280  # twice what its network paints: the photo's own lines fill it in
FILTER_SIDE: Final = 2048
MASK_SIDE: Final = 640
QUALITY: Final = 92
SOFT_SHARE: Final = 0.16  # of a shelter's smaller side: how softly it ends
DARK: Final = frozenset({Look.OIL})  # a style that swallows what is in shade gives some back
TOOL: Final = "Pépite"
CREDIT: Final = "Edited with AI (Pépite)"


class NobodyThere(FriendlyError):
    """Pop colour keeps a person in colour, and nobody is seen in this photo."""

    text_id = "error-looks-nobody"


@dataclass(frozen=True, slots=True)
class Restyled:
    """A JPEG without anything of the photo's metadata, its provenance written."""

    jpeg: bytes
    width: int
    height: int


def restyle(data: bytes, sight: Sight, recipe: Recipe) -> Restyled:
    """Raises the refusals of bot.pixels, CannotPaint and NobodyThere."""
    pixels = small(data, _side(sight.size.aspect, recipe))
    shown = looked(pixels, sight, recipe)
    source = SourceType.PAINTED_BY_A_NETWORK if recipe.is_painted else SourceType.FILTERED
    packet = xmp_packet(source, tool=TOOL, credit=CREDIT if recipe.is_painted else None)
    height, width = shown.shape[:2]
    return Restyled(with_xmp(encode_jpeg(shown, QUALITY), packet), width, height)


def _side(aspect: float, recipe: Recipe) -> int:
    """The longer side; nearer to a square, a painting is as large as one of 4:3, not larger."""
    if recipe.look is Look.OWN:
        return OWN_SIDE
    if not recipe.is_painted:
        return FILTER_SIDE
    longer = max(aspect, 1 / aspect)
    return min(PAINT_SIDE, round(sqrt(PAINT_PIXELS * longer)))


def looked(pixels: Pixels, sight: Sight, recipe: Recipe) -> Pixels:
    """The look on upright pixels of any size, as strong as the recipe says."""
    if recipe.look in STYLES:
        painting = painted(pixels, STYLES[recipe.look])
        if recipe.look in DARK:
            painting = mixed(relit(pixels, painting, light=0.45, lines=0.2), pixels, 0.3)
        drawn = _sheltered(pixels, painting, sight)
    elif recipe.look is Look.OWN:
        drawn = _sheltered(pixels, in_manner(pixels, recipe.style), sight)
    elif recipe.look is Look.POP:
        drawn = _popped(pixels, sight)
    else:
        drawn = FILTERS[recipe.look](pixels, sight.hues)
    return mixed(pixels, drawn, recipe.share)


def _popped(pixels: Pixels, sight: Sight) -> Pixels:
    """The mask is asked only where a person was seen: elsewhere it lies."""
    mask = person_mask(_shrunk(pixels), OURS) if has_people(sight) else None
    if mask is None:
        raise NobodyThere
    return pop(pixels, mask)


def _shrunk(pixels: Pixels) -> Pixels:
    picture = Image.fromarray(pixels)
    picture.thumbnail((MASK_SIDE, MASK_SIDE))
    return np.asarray(picture)


def _sheltered(photo: Pixels, painting: Pixels, sight: Sight) -> Pixels:
    share = _shelter_mask(sight, *photo.shape[:2])
    return painting if share is None else mixed(painting, photo, share)


def _shelter_mask(sight: Sight, height: int, width: int) -> Floats | None:
    """How much of the photo shows through, 0 to 1 a pixel; None where nobody is."""
    found = shelters(sight)
    if not found:
        return None
    whole = Image.new("L", (width, height))
    softest = 0.0
    pen = ImageDraw.Draw(whole)
    for one in found:
        across, down = one.across * width, one.down * height
        x, y = one.x * width, one.y * height
        corners = (x - across / 2, y - down / 2, x + across / 2, y + down / 2)
        pen.ellipse(corners, fill=round(255 * one.share))
        softest = max(softest, min(across, down) * SOFT_SHARE)
    return np.asarray(whole.filter(ImageFilter.GaussianBlur(softest)), np.float32) / 255
