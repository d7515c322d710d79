"""pepite collage: one picture out of photos on this machine, with its recipe."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

THEME_NAMES = (
    "mosaic-light, mosaic-dark, polaroids, film-strip, postcard, cover, calendar, then-and-now "
    "or journey"
)


def collage(
    photos: Annotated[list[Path], typer.Argument(help="JPEG, PNG, WebP, GIF or HEIC files")],
    *,
    out: Annotated[Path, typer.Option("--out", "-o", help="the JPEG to write")],
    size: Annotated[str, typer.Option(help="in pixels; 1080x1920 is a story")] = "2560x2560",
    shape: Annotated[
        str | None, typer.Option(help="square, story or wide, instead of a size")
    ] = None,
    theme: Annotated[str, typer.Option(help=THEME_NAMES)] = "mosaic-light",
    title: Annotated[str | None, typer.Option(help="words above the photos")] = None,
    language: Annotated[str, typer.Option(help="of dates on the page: en or fr")] = "en",
    country: Annotated[
        str | None,
        typer.Option(help="FR or France: when weeks begin, how days are written, which season"),
    ] = None,
    seed: Annotated[int, typer.Option(help="another number, another layout")] = 1,
    recipe: Annotated[
        Path | None, typer.Option(help="repaint from this file, or write it if it is not there")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="print JSON alone")] = False,
) -> None:
    """Make one picture out of photos; near-twins are left out and no face is cut."""
    from bot.cli.collage_work import Order, make
    from bot.collage.themes import SHAPES, THEMES
    from bot.texts import language_of

    _choose(theme, THEMES, "--theme")
    _choose(shape or "square", SHAPES, "--shape")
    page = SHAPES[shape].page if shape else None
    order = Order(
        tuple(photos),
        out,
        (page.width, page.height) if page else _page(size),
        THEMES[theme],
        title,
        seed,
        recipe,
        language=language_of(language),
        country=_country(country),
    )
    made = make(order)
    print(made.as_json() if json else made.as_text())


def _country(typed: str | None) -> str | None:
    from bot.consent.countries import find_country

    if typed is None:
        return None
    if found := find_country(typed.upper()) or find_country(typed):
        return found
    raise typer.BadParameter("write it as FR or France", param_hint="--country")


def _choose(name: str, known: Iterable[str], hint: str) -> None:
    names = list(known)
    if name not in names:
        raise typer.BadParameter(f"choose one of {', '.join(names)}", param_hint=hint)


def _page(size: str) -> tuple[int, int]:
    import re

    from bot.cli.collage_work import LARGEST_SIDE, SMALLEST_SIDE

    found = re.fullmatch(r"(\d{1,5})[x×](\d{1,5})", size.strip().lower())
    if not found:
        raise typer.BadParameter("write it as 2560x2560", param_hint="--size")
    width, height = int(found[1]), int(found[2])
    if not SMALLEST_SIDE <= min(width, height) <= max(width, height) <= LARGEST_SIDE:
        raise typer.BadParameter(
            f"each side between {SMALLEST_SIDE} and {LARGEST_SIDE}", param_hint="--size"
        )
    return width, height
