"""From sights and a title to a finished plan: each theme arranges its own page."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.metadata import version
from typing import Final

from PIL import features

from bot.collage.arranged import Arranged, PageWanted
from bot.collage.page import page_hue
from bot.collage.pages import (
    calendar,
    cover,
    film_strip,
    journey,
    mosaic,
    polaroids,
    postcard,
    then_and_now,
)
from bot.collage.plan import Letters, Plan, PlanPhoto, Words
from bot.collage.themes import (
    CALENDAR,
    COVER,
    FILM_STRIP,
    JOURNEY,
    MOSAIC_DARK,
    MOSAIC_LIGHT,
    POLAROIDS,
    POSTCARD,
    THEN_AND_NOW,
    Shape,
    Theme,
)
from bot.pixels.emoji import runs
from bot.pixels.fonts import emoji_version
from bot.pixels.typefaces import FACES
from bot.texts import Language
from storage.traits import Trait

LIBRARIES = ("pillow", "simplejpeg", "numpy", "fontpkg-inter", "fontpkg-playfair-display")
PAGES: Final[Mapping[str, Callable[[PageWanted], Arranged]]] = {
    MOSAIC_LIGHT.id: mosaic.arrange,
    MOSAIC_DARK.id: mosaic.arrange,
    POLAROIDS.id: polaroids.arrange,
    CALENDAR.id: calendar.arrange,
    FILM_STRIP.id: film_strip.arrange,
    POSTCARD.id: postcard.arrange,
    COVER.id: cover.arrange,
    JOURNEY.id: journey.arrange,
    THEN_AND_NOW.id: then_and_now.arrange,
}


def compose(
    photos: Sequence[PlanPhoto],
    shape: Shape,
    *,
    theme: Theme,
    title: str | None,
    seed: int,
    hero: str | None = None,
    kept_twins: frozenset[str] = frozenset(),
    pick: int = 0,
    taste: Mapping[Trait, float] | None = None,
    language: Language = "en",
    is_south: bool = False,
    crops: Mapping[str, int] | None = None,
    country: str | None = None,
) -> Plan:
    """Decide a collage; the same arguments decide the same one.

    photos: in the order they were given; those left out are in the plan with a reason.
    theme: a mosaic stands in for one that cannot take these photos.
    title: drawn if a face has its letters, else `is_title_in_message` is set.
    hero: the photo that the person wants largest.
    kept_twins: photos that stay although another one looks the same.
    pick: which of the layouts that are as good; with a taste, by that instead.
    language: of dates on the page.
    is_south: whether seasons are those of the southern half of the earth.
    crops: for a photo, which of its good windows is shown, counted from 0.
    country: where the person lives, which decides when weeks begin and how days are written.

    Raises ValueError without any photo.
    """
    wanted = PageWanted(
        photos,
        shape,
        theme if theme.takes(photos) else MOSAIC_LIGHT,
        title,
        seed,
        language,
        hero=hero,
        kept_twins=kept_twins,
        pick=pick,
        taste=taste,
        is_south=is_south,
        crops=crops or {},
        country=country,
    )
    return _finished(wanted, PAGES[wanted.theme.id](wanted))


def _finished(wanted: PageWanted, arranged: Arranged) -> Plan:
    """In the colours of its photos."""
    theme, shape, title = wanted.theme, wanted.shape, wanted.title
    hue = page_hue(wanted.photos, arranged.cells)
    return Plan(
        shape=shape.id,
        theme=theme.id,
        seed=wanted.seed,
        page=shape.page,
        paper=arranged.paper or theme.paper.at(hue),
        ink=arranged.ink or theme.ink.at(hue),
        radius_pixels=round(theme.radius_share * min(shape.page.width, shape.page.height)),
        title=arranged.title,
        is_title_in_message=bool(title and title.strip()) and arranged.title is None,
        cells=arranged.cells,
        left_out=arranged.left_out,
        versions=versions(arranged.title, arranged.words),
        pick=arranged.pick,
        marks=arranged.marks,
        words=arranged.words,
    )


def versions(title: Letters | None, words: Sequence[Words] = ()) -> dict[str, str]:
    """What the bytes of a plan with these letterings depend on."""
    packages = {f"fontpkg-{FACES[one.face].family}" for one in (title, *words) if one}
    names = (*LIBRARIES, *sorted(packages.difference(LIBRARIES)))
    found = {name: _version(name) for name in names}
    found["raqm"] = features.version("raqm") or "none"
    lines = (*(title.lines if title else ()), *(one.text for one in words))
    if any(run.is_emoji for line in lines for run in runs(line)):
        found["emoji"] = emoji_version()
    return found


@cache
def _version(package: str) -> str:
    """Of what is loaded: read once, since a package's metadata take 2 ms each time."""
    return version(package)
