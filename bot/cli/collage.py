"""pepite collage: one picture out of photos on this machine, with its recipe."""

from pathlib import Path
from typing import Annotated

import typer


def collage(
    photos: Annotated[list[Path], typer.Argument(help="JPEG, PNG, WebP, GIF or HEIC files")],
    *,
    out: Annotated[Path, typer.Option("--out", "-o", help="the JPEG to write")],
    size: Annotated[str, typer.Option(help="in pixels; 1080x1920 is a story")] = "2560x2560",
    theme: Annotated[str, typer.Option(help="mosaic-light or mosaic-dark")] = "mosaic-light",
    title: Annotated[str | None, typer.Option(help="words above the photos")] = None,
    seed: Annotated[int, typer.Option(help="another number, another layout")] = 1,
    recipe: Annotated[
        Path | None, typer.Option(help="repaint from this file, or write it if it is not there")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="print JSON alone")] = False,
) -> None:
    """Make one picture out of photos; near-twins are left out and no face is cut."""
    from bot.cli.collage_work import Order, make
    from bot.collage.themes import THEMES

    if theme not in THEMES:
        raise typer.BadParameter(f"choose one of {', '.join(THEMES)}", param_hint="--theme")
    order = Order(tuple(photos), out, _page(size), THEMES[theme], title, seed, recipe)
    made = make(order)
    print(made.as_json() if json else made.as_text())


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
