"""Photos with paper around them, turned and laid on the page with a soft shadow under each."""

from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from bot.collage.cell_pixels import corner, rounded_off
from bot.collage.plan import Cell
from bot.collage.turned import middle
from bot.pixels.orientation import Pixels
from bot.pixels.tones import BLACK, Colour

Cover: TypeAlias = NDArray[np.uint8]  # height × width: 0 for nothing, 255 for all

SEAM: Final = 2  # pixels around a card in which its turned edges grow soft
DARKEST: Final = 0.34  # of a shadow
COARSE: Final = 4  # shadows are drawn that much smaller: nobody sees it, and it is quick
DROPPED: Final = 0.35  # of its reach: a shadow lies below its card


@dataclass(frozen=True, slots=True)
class Card:
    """A turned card. left, top: where its pixels begin on the page."""

    left: int
    top: int
    pixels: Pixels
    cover: Cover
    shadow_pixels: int


def card_of(cell: Cell, photo: Pixels, radius: int) -> Card:
    """The photo's pixels on their paper, turned; radius of the photo's corners in pixels."""
    card, at = cell.card, cell.on_page
    pixels: Pixels = np.empty((card.height, card.width, 3), np.uint8)
    pixels[:] = cell.frame.paper if cell.frame else photo[0, 0]
    room = pixels[at.top - card.top :, at.left - card.left :][: at.height, : at.width]
    rounded_off(photo, corner(radius), room)
    room[:] = photo
    around = ((SEAM, SEAM), (SEAM, SEAM))
    picture = Image.fromarray(np.pad(pixels, (*around, (0, 0)), mode="edge"))
    cover = Image.fromarray(np.pad(np.full(pixels.shape[:2], 255, np.uint8), around))
    if cell.turn_degrees:
        picture, cover = (
            one.rotate(-cell.turn_degrees, Image.Resampling.BICUBIC, expand=True)
            for one in (picture, cover)
        )
    x, y = middle(card)
    return Card(
        left=round(x - picture.width / 2),
        top=round(y - picture.height / 2),
        pixels=np.asarray(picture),
        cover=np.asarray(cover),
        shadow_pixels=cell.frame.shadow_pixels if cell.frame else 0,
    )


def lay_down(page: Pixels, card: Card) -> None:
    """On whatever is there already; what leaves the page is not drawn."""
    if card.shadow_pixels:
        _shade(page, card)
    blend(page, card.left, card.top, card.pixels, card.cover)


def blend(page: Pixels, left: int, top: int, over: Pixels | Colour, cover: Cover) -> None:
    """Mix a colour, or pixels, into the page where they cover it; clipped at its edges.

    left, top: of the cover on the page, also negative. over: one colour, or as many as the cover
    has pixels. Pillow takes a tenth of numpy's time.
    """
    height, width = cover.shape
    rows = slice(max(0, -top), min(height, page.shape[0] - top))
    columns = slice(max(0, -left), min(width, page.shape[1] - left))
    if rows.start >= rows.stop or columns.start >= columns.stop:
        return
    room = page[top + rows.start : top + rows.stop, left + columns.start : left + columns.stop]
    under = Image.fromarray(np.ascontiguousarray(room))
    mask = Image.fromarray(np.ascontiguousarray(cover[rows, columns]))
    if isinstance(over, tuple):
        under.paste(over, (0, 0, *under.size), mask)
    else:
        under.paste(Image.fromarray(np.ascontiguousarray(over[rows, columns])), mask=mask)
    room[:] = np.asarray(under)


def _shade(page: Pixels, card: Card) -> None:
    reach = card.shadow_pixels
    edge = -(-reach // COARSE)
    coarse = np.pad(card.cover[::COARSE, ::COARSE], edge)
    soft = Image.fromarray(coarse).filter(ImageFilter.GaussianBlur(reach / COARSE / 2))
    size = (soft.width * COARSE, soft.height * COARSE)
    shade = soft.point(lambda value: round(value * DARKEST))
    full = np.asarray(shade.resize(size, Image.Resampling.BILINEAR))
    left, top = card.left - edge * COARSE, card.top - edge * COARSE + round(DROPPED * reach)
    blend(page, left, top, BLACK, full)
