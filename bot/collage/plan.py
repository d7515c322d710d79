"""A collage decided but not painted: whole pixels, nothing left to chance."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.pixels.geometry import Box, Size
from bot.pixels.tones import Colour
from bot.vision.sight import Sight


@dataclass(frozen=True, slots=True)
class PlanPhoto:
    """A photo that may go on the page; `key` names its bytes when it is painted."""

    key: str
    sight: Sight
    taken: date | None = None


@dataclass(frozen=True, slots=True)
class PixelBox:
    """Whole pixels, from the top left."""

    left: int
    top: int
    width: int
    height: int

    @property
    def size(self) -> Size:
        return Size(self.width, self.height)

    @property
    def area(self) -> int:
        return self.width * self.height


@dataclass(frozen=True, slots=True)
class Cell:
    """One photo on the page.

    on_page: where it lies on the page.
    of_source: the part of the upright photo that it shows.
    source: the size of the upright photo.
    """

    key: str
    on_page: PixelBox
    of_source: PixelBox
    source: Size


class Reason(StrEnum):
    """Why a photo is not on the page."""

    TWIN = "twin"
    NO_ROOM = "no_room"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A photo that is not on the page; of near-twins, which one stands for it."""

    key: str
    reason: Reason
    shown_instead: str | None = None


@dataclass(frozen=True, slots=True)
class Letters:
    """A title that was measured and fits.

    lines: at most two; centred on the page.
    baselines: pixels from the top of its band (of the page, once in a plan).
    band_pixels: the height it needs above the photos.
    """

    lines: tuple[str, ...]
    baselines: tuple[int, ...]
    band_pixels: int
    face: str
    size_pixels: int


@dataclass(frozen=True, slots=True)
class Plan:
    """All that painting needs: the same plan gives the same bytes on the same versions.

    pick: which of the layouts that were as good it is, counted from 0, the cheapest.
    """

    shape: str
    theme: str
    seed: int
    page: Size
    paper: Colour
    ink: Colour
    radius_pixels: int
    title: Letters | None
    is_title_in_message: bool
    cells: tuple[Cell, ...]
    left_out: tuple[LeftOut, ...]
    versions: Mapping[str, str]
    pick: int = 0


def visible_share(cell: Cell, box: Box) -> float:
    """How much of a box of the upright photo the cell shows, 0 to 1."""
    part, size = cell.of_source, cell.source
    left, right = part.left / size.width, (part.left + part.width) / size.width
    top, bottom = part.top / size.height, (part.top + part.height) / size.height
    width = min(box.right, right) - max(box.left, left)
    height = min(box.bottom, bottom) - max(box.top, top)
    return max(0.0, width) * max(0.0, height) / box.area
