"""What a page looks like before any photo is on it: shapes in pixels, themes in shares."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from bot.collage.plan import PlanPhoto
from bot.pixels.geometry import Size
from bot.pixels.tones import Tone

MONTHS_FOR_YEAR: Final = 4  # different ones: fewer are told by the month that has most


@dataclass(frozen=True, slots=True)
class Shape:
    """A page's size in pixels and what must stay free on it.

    clear_pixels: above and below, where an app lays its own buttons.
    hero_share: the least share of the photos' area that the most important photo takes.
    """

    id: str
    page: Size
    clear_pixels: int = 0
    hero_share: float = 0.0


SQUARE = Shape("square", Size(2560, 2560))
STORY = Shape("story", Size(1080, 1920), clear_pixels=250, hero_share=0.40)
WIDE = Shape("wide", Size(2560, 1440))
SHAPES = {shape.id: shape for shape in (SQUARE, STORY, WIDE)}


def shape_for(page: Size) -> Shape:
    """The known shape of that size, else a page of that size with nothing to keep free."""
    known = (shape for shape in SHAPES.values() if shape.page == page)
    return next(known, Shape("own", page))


@dataclass(frozen=True, slots=True)
class Needs:
    """What photos must bring so that a theme can show them, each at least.

    dated: photos whose day is known. days_apart: between the first and the last of those.
    days: different ones that one page shows, of a month or of the months of a year.
    places: different towns.
    """

    photos: int = 1
    dated: int = 0
    days_apart: int = 0
    days: int = 0
    places: int = 0


@dataclass(frozen=True, slots=True)
class Theme:
    """Gaps, margins and corners as shares of the page's shorter side; colours as tones."""

    id: str
    gap_share: float
    margin_share: float
    radius_share: float
    paper: Tone
    ink: Tone
    needs: Needs = Needs()

    def takes(self, photos: Sequence[PlanPhoto]) -> bool:
        """Whether it can show these; those that it has no room for are left out."""
        days = [photo.taken for photo in photos if photo.taken]
        places = {photo.place for photo in photos if photo.place}
        apart = (max(days) - min(days)).days if days else 0
        needs = self.needs
        return (
            len(photos) >= needs.photos
            and len(days) >= needs.dated
            and apart >= needs.days_apart
            and together(days) >= needs.days
            and len(places) >= needs.places
        )


def together(days: Sequence[date]) -> int:
    """How many squares of a calendar these fill: days of a month, or months of a year."""
    by_month = Counter((day.year, day.month) for day in set(days))
    by_year = Counter(year for year, _ in by_month)
    months, days_of_one = (max(counts.values(), default=0) for counts in (by_year, by_month))
    return months if months >= MONTHS_FOR_YEAR else days_of_one


MOSAIC_LIGHT = Theme(
    "mosaic-light",
    gap_share=0.0095,
    margin_share=0.02,
    radius_share=0.011,
    paper=Tone(lightness=96, chroma=4),
    ink=Tone(lightness=20, chroma=9),
)
MOSAIC_DARK = replace(
    MOSAIC_LIGHT,
    id="mosaic-dark",
    paper=Tone(lightness=13, chroma=5),
    ink=Tone(lightness=95, chroma=6),
)
POLAROIDS = Theme(
    "polaroids",
    gap_share=0.02,
    margin_share=0.028,
    radius_share=0.0,
    paper=Tone(lightness=84, chroma=9),
    ink=Tone(lightness=20, chroma=12),
)
FILM_STRIP = Theme(
    "film-strip",
    gap_share=0.0,
    margin_share=0.03,
    radius_share=0.004,
    paper=Tone(lightness=95, chroma=3),
    ink=Tone(lightness=18, chroma=6),
)
POSTCARD = Theme(
    "postcard",
    gap_share=0.012,
    margin_share=0.045,
    radius_share=0.0,
    paper=Tone(lightness=97.5, chroma=3),
    ink=Tone(lightness=24, chroma=16),
)
THEN_AND_NOW = Theme(
    "then-and-now",
    gap_share=0.0095,
    margin_share=0.04,
    radius_share=0.006,
    paper=Tone(lightness=96, chroma=4),
    ink=Tone(lightness=20, chroma=9),
    needs=Needs(photos=2, dated=2, days_apart=365),
)
JOURNEY = Theme(
    "journey",
    gap_share=0.008,
    margin_share=0.04,
    radius_share=0.006,
    paper=Tone(lightness=96, chroma=5),
    ink=Tone(lightness=20, chroma=9),
    needs=Needs(photos=2, places=2),
)
COVER = Theme(
    "cover",
    gap_share=0.0095,
    margin_share=0.05,
    radius_share=0.0,
    paper=Tone(lightness=11, chroma=6),
    ink=Tone(lightness=97, chroma=4),
)
CALENDAR = Theme(
    "calendar",
    gap_share=0.009,
    margin_share=0.045,
    radius_share=0.006,
    paper=Tone(lightness=96.5, chroma=4),
    ink=Tone(lightness=20, chroma=9),
    needs=Needs(days=5),
)
THEMES = {
    theme.id: theme
    for theme in (
        MOSAIC_LIGHT,
        MOSAIC_DARK,
        POLAROIDS,
        FILM_STRIP,
        POSTCARD,
        COVER,
        CALENDAR,
        THEN_AND_NOW,
        JOURNEY,
    )
}


def offered(photos: Sequence[PlanPhoto]) -> tuple[Theme, ...]:
    """The themes that can show these photos."""
    return tuple(theme for theme in THEMES.values() if theme.takes(photos))
