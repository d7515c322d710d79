"""What a page is like, in words of a closed list that tell nothing of the photos on it."""

from collections.abc import Mapping, Sequence
from typing import Final

from bot.collage.plan import Cell, Plan
from bot.collage.themes import MOSAIC_DARK, MOSAIC_LIGHT, SQUARE, STORY, WIDE
from bot.improve.choices import Option
from storage.traits import About, Trait

THEME_TRAITS: Final[Mapping[str, Trait]] = {
    MOSAIC_LIGHT.id: Trait.THEME_LIGHT,
    MOSAIC_DARK.id: Trait.THEME_DARK,
    "polaroids": Trait.THEME_POLAROIDS,
    "film-strip": Trait.THEME_FILM_STRIP,
    "cover": Trait.THEME_COVER,
    "postcard": Trait.THEME_POSTCARD,
    "calendar": Trait.THEME_CALENDAR,
    "then-and-now": Trait.THEME_THEN_AND_NOW,
    "journey": Trait.THEME_JOURNEY,
}
SHAPE_TRAITS: Final[Mapping[str, Trait]] = {
    SQUARE.id: Trait.SHAPE_SQUARE,
    STORY.id: Trait.SHAPE_STORY,
    WIDE.id: Trait.SHAPE_WIDE,
}
LAYOUT_TRAITS: Final = tuple(trait for trait in Trait if trait.about is About.LAYOUT)
EVEN, HERO = 1.4, 2.2  # the largest photo, in times its even share of the photos' area
FEW_ROWS, SOME_ROWS = 2, 4
WHOLE: Final = 0.93  # of the photos' area is seen: hardly anything was cropped away


def traits_of(plan: Plan) -> Option:
    """Of the page as it is shown: its layout, its theme and its shape."""
    named = {THEME_TRAITS.get(plan.theme), SHAPE_TRAITS.get(plan.shape)}
    return layout_traits(plan.cells) | {trait for trait in named if trait}


def layout_traits(cells: Sequence[Cell]) -> Option:
    return frozenset({_balance(cells), _rows(cells), _cropping(cells)})


def _balance(cells: Sequence[Cell]) -> Trait:
    areas = [cell.on_page.area for cell in cells]
    times = max(areas) * len(areas) / sum(areas)
    if times >= HERO:
        return Trait.LAYOUT_HERO
    return Trait.LAYOUT_EVEN if times < EVEN else Trait.LAYOUT_MIXED


def _rows(cells: Sequence[Cell]) -> Trait:
    """How many different heights photos begin at."""
    rows = len({cell.on_page.top for cell in cells})
    if rows <= FEW_ROWS:
        return Trait.LAYOUT_FEW_ROWS
    return Trait.LAYOUT_SOME_ROWS if rows <= SOME_ROWS else Trait.LAYOUT_MANY_ROWS


def _cropping(cells: Sequence[Cell]) -> Trait:
    seen = sum(cell.shown_share for cell in cells)
    return Trait.LAYOUT_WHOLE if seen / len(cells) >= WHOLE else Trait.LAYOUT_TRIMMED
