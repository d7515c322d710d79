"""pepite film: a short film of photos and videos on this machine."""

from pathlib import Path
from typing import Annotated

import typer


def film(
    media: Annotated[list[Path], typer.Argument(help="photos and videos, two at least")],
    *,
    out: Annotated[Path, typer.Option("--out", "-o", help="the MP4 to write")],
    shape: Annotated[str, typer.Option(help="story (720×1280) or square (1080×1080)")] = "story",
    title: Annotated[str | None, typer.Option(help="words on the title card")] = None,
    seconds: Annotated[float | None, typer.Option(help="6 to 20; else as long as suits")] = None,
    seed: Annotated[int, typer.Option(help="another number, another cut")] = 1,
    json: Annotated[bool, typer.Option("--json", help="print JSON alone")] = False,
) -> None:
    """Make a film of 6 to 20 seconds; near-twins are left out and no face is cut."""
    from bot.cli.film_work import Order, make
    from bot.collage.film import LONGEST_S, SHAPES, SHORTEST_S

    if shape not in SHAPES:
        raise typer.BadParameter(f"choose one of {', '.join(SHAPES)}", param_hint="--shape")
    if seconds is not None and not SHORTEST_S <= seconds <= LONGEST_S:
        raise typer.BadParameter(f"between {SHORTEST_S} and {LONGEST_S}", param_hint="--seconds")
    made = make(Order(tuple(media), out, shape, title, seconds, seed), shows_progress=not json)
    print(made.as_json() if json else made.as_text())
