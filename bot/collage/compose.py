"""From sights and a title to a finished plan: letters are measured, then photos are laid out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version

from PIL import features

from bot.collage.lettering import letters_for
from bot.collage.page import lay_out, page_hue
from bot.collage.plan import Letters, PixelBox, Plan, PlanPhoto
from bot.collage.themes import Shape, Theme
from storage.improve import Trait

LIBRARIES = ("pillow", "simplejpeg", "numpy", "fontpkg-inter", "fontpkg-playfair-display")


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
) -> Plan:
    """Decide a collage; the same arguments decide the same one.

    photos: in the order they were given; those left out are in the plan with a reason.
    title: drawn if a face has its letters, else `is_title_in_message` is set.
    hero: the photo that the person wants largest.
    kept_twins: photos that stay although another one looks the same.
    pick: which of the layouts that are as good; with a taste, by that instead.

    Raises ValueError without any photo.
    """
    letters = letters_for(title, shape) if title else None
    laid = lay_out(
        photos,
        shape,
        theme,
        band_pixels=letters.band_pixels if letters else 0,
        seed=seed,
        hero=hero,
        kept_twins=kept_twins,
        pick=pick,
        taste=taste,
    )
    hue = page_hue(photos, laid)
    return Plan(
        shape=shape.id,
        theme=theme.id,
        seed=seed,
        page=shape.page,
        paper=theme.paper.at(hue),
        ink=theme.ink.at(hue),
        radius_pixels=round(theme.radius_share * min(shape.page.width, shape.page.height)),
        title=_above(letters, laid.block) if letters else None,
        is_title_in_message=bool(title and title.strip()) and letters is None,
        cells=laid.cells,
        left_out=laid.left_out,
        versions=versions(),
        pick=laid.pick,
    )


def _above(letters: Letters, block: PixelBox) -> Letters:
    """The same letters, close to the photos rather than to the edge of the page."""
    top = block.top - letters.band_pixels
    return replace(letters, baselines=tuple(top + baseline for baseline in letters.baselines))


def versions() -> dict[str, str]:
    """What the bytes of a painted plan depend on."""
    found = {name: version(name) for name in LIBRARIES}
    found["raqm"] = features.version("raqm") or "none"
    return found
