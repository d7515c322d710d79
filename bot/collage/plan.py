"""A collage decided but not painted: whole pixels, nothing left to chance."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

from bot.pixels.geometry import Box, Size
from bot.pixels.tones import Colour
from bot.vision.sight import Sight


@dataclass(frozen=True, slots=True)
class PlanPhoto:
    """A photo that may go on the page; `key` names its bytes when it is painted.

    place: the town where it was taken, in the language of its owner.
    """

    key: str
    sight: Sight
    taken: date | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class PixelBox:
    """Whole pixels, from the top left."""

    left: int
    top: int
    width: int
    height: int

    @classmethod
    def between(cls, left: int, top: int, right: int, bottom: int) -> Self:
        """From edge to edge, and a pixel wide and high at least."""
        return cls(left, top, max(1, right - left), max(1, bottom - top))

    @classmethod
    def around(cls, boxes: Collection[Self]) -> Self:
        """The smallest that holds them all; there is one at least."""
        return cls.between(
            min(box.left for box in boxes),
            min(box.top for box in boxes),
            max(box.right for box in boxes),
            max(box.bottom for box in boxes),
        )

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height

    @property
    def size(self) -> Size:
        return Size(self.width, self.height)

    @property
    def area(self) -> int:
        return self.width * self.height

    def on(self, page: Size) -> Self:
        """As much of it as lies on the page."""
        right, bottom = min(page.width, self.right), min(page.height, self.bottom)
        return self.between(max(0, self.left), max(0, self.top), right, bottom)

    def shares_of(self, picture: Size) -> Box:
        """The same in shares of a picture of that size."""
        return Box(
            self.left / picture.width,
            self.top / picture.height,
            self.right / picture.width,
            self.bottom / picture.height,
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """The paper around a photo, as around a polaroid's; all in pixels.

    shadow_pixels: how far its soft shadow reaches; 0 for none.
    """

    sides_pixels: int
    above_pixels: int
    below_pixels: int
    paper: Colour
    shadow_pixels: int = 0


@dataclass(frozen=True, slots=True)
class CellLook:
    """What a photo is dressed in on the page: a look and its strength, by their names."""

    look: str
    strength: str = "full"


@dataclass(frozen=True, slots=True)
class Cell:
    """One photo on the page.

    on_page: where it lies on the page, before it is turned.
    of_source: the part of the upright photo that it shows.
    source: the size of the upright photo.
    turn_degrees: clockwise, about the middle of the photo with its frame.
    radius_pixels: of its corners; None for the plan's.
    """

    key: str
    on_page: PixelBox
    of_source: PixelBox
    source: Size
    turn_degrees: float = 0.0
    frame: Frame | None = None
    radius_pixels: int | None = None
    look: CellLook | None = None

    @property
    def window(self) -> Box:
        """The part of the photo that it shows, in shares of the photo."""
        return self.of_source.shares_of(self.source)

    @property
    def shown_share(self) -> float:
        """Of the photo's area."""
        return self.of_source.area / (self.source.width * self.source.height)

    @property
    def is_card(self) -> bool:
        """Whether it may lie on other photos: turned, or with paper around it."""
        return self.frame is not None or self.turn_degrees != 0

    @property
    def card(self) -> PixelBox:
        """The photo with its frame, before it is turned."""
        box, frame = self.on_page, self.frame
        if frame is None:
            return box
        return PixelBox(
            box.left - frame.sides_pixels,
            box.top - frame.above_pixels,
            box.width + 2 * frame.sides_pixels,
            box.height + frame.above_pixels + frame.below_pixels,
        )


class MarkKind(StrEnum):
    """An ornament: filled, drawn as a border, a line from corner to corner, or a gradient."""

    BOX = "box"
    OUTLINE = "outline"
    LINE = "line"
    RISING_LINE = "rising_line"
    SCRIM_UP = "scrim_up"
    SCRIM_DOWN = "scrim_down"


@dataclass(frozen=True, slots=True)
class Mark:
    """A geometric ornament; also what a film's edge or a calendar's grid is made of.

    A line runs from the upper left corner of its box to the lower right one, a rising line from
    the lower left one to the upper right one. A scrim is its colour at the upper (scrim up) or
    lower edge (scrim down), and fades to nothing at the other. It may run over the page's edges.

    is_over: on top of the photos, not under them.
    radius_pixels: of the corners of a box or outline; half its side makes a dot or a ring.
    line_pixels: how thick lines and outlines are; an outline lies inside its box.
    opacity: 0 to 1.
    times, across_pixels, down_pixels: drawn again and again, each that far from the one before.
    """

    kind: MarkKind
    box: PixelBox
    colour: Colour
    is_over: bool = False
    radius_pixels: int = 0
    line_pixels: int = 0
    opacity: float = 1.0
    times: int = 1
    across_pixels: int = 0
    down_pixels: int = 0


class Anchor(StrEnum):
    """What of a small lettering stands at its x."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Words:
    """A small lettering on one line, measured so that it fits.

    x, baseline: page pixels of its anchor, about which it is turned, clockwise.
    about: the photo that it tells of; it goes where that goes.
    """

    text: str
    face: str
    size_pixels: int
    x: int
    baseline: int
    ink: Colour
    anchor: Anchor = Anchor.LEFT
    turn_degrees: float = 0.0
    about: str | None = None


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

    lines: at most two; centred on the page, or on `x`.
    baselines: pixels from the top of its band (of the page, once in a plan).
    band_pixels: the height it needs above the photos.
    """

    lines: tuple[str, ...]
    baselines: tuple[int, ...]
    band_pixels: int
    face: str
    size_pixels: int
    x: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """All that painting needs: the same plan gives the same bytes on the same versions.

    cells: painted in this order; only a card may lie on those before it.
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
    marks: tuple[Mark, ...] = ()
    words: tuple[Words, ...] = ()


def visible_share(cell: Cell, box: Box) -> float:
    """How much of a box of the upright photo the cell shows, 0 to 1."""
    seen = cell.window
    width = min(box.right, seen.right) - max(box.left, seen.left)
    height = min(box.bottom, seen.bottom) - max(box.top, seen.top)
    return max(0.0, width) * max(0.0, height) / box.area
