"""What a theme is asked for, and the page that it answers with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.collage.plan import Cell, LeftOut, Letters, Mark, PlanPhoto, Words
from bot.collage.themes import Shape, Theme
from bot.collage.told import Reader
from bot.pixels.tones import Colour
from bot.texts import Language
from storage.traits import Trait


@dataclass(frozen=True, slots=True)
class PageWanted:
    """All that decides a page: the photos in the order given, and what a person said of them.

    hero: the photo that the person wants largest.
    kept_twins: photos that stay although another one looks the same.
    pick: which of the layouts that are as good; with a taste, by that instead.
    is_south: whether the photos' seasons are those of the southern half of the earth.
    country: where the person lives, which decides when weeks begin and how days are written.
    crops: for a photo, which of its good windows a cell shows, counted from 0.
    """

    photos: Sequence[PlanPhoto]
    shape: Shape
    theme: Theme
    title: str | None
    seed: int
    language: Language = "en"
    hero: str | None = None
    kept_twins: frozenset[str] = frozenset()
    pick: int = 0
    taste: Mapping[Trait, float] | None = None
    is_south: bool = False
    crops: Mapping[str, int] = field(default_factory=dict)
    country: str | None = None

    @property
    def reader(self) -> Reader:
        return Reader(self.language, self.country)


@dataclass(frozen=True, slots=True)
class Arranged:
    """Photos in cells, and all that is drawn beside them.

    title: None also where no face has its letters; the message bears it then.
    paper, ink: None for the theme's own at the photos' hue.
    """

    cells: tuple[Cell, ...]
    left_out: tuple[LeftOut, ...]
    title: Letters | None = None
    pick: int = 0
    marks: tuple[Mark, ...] = ()
    words: tuple[Words, ...] = ()
    paper: Colour | None = None
    ink: Colour | None = None
