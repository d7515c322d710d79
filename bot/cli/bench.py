"""pepite bench: figures against peers and floors, measured in the same run."""

from pathlib import Path
from typing import Annotated

import typer

PHOTOS = (
    "collage: a folder of photos to lay out; eyes: a folder of photographs whose truth is known; "
    "its truth.json is an object by file "
    'name, {"cat.jpg": {"concepts": ["cat"], "also": ["bench"], "faces": 0}}: what should be '
    "said, what may be said besides, and how many faces there are"
)


def bench(
    rooms: Annotated[
        list[str] | None,
        typer.Argument(help="wire eyes collage writing looks film remote hostile; all without"),
    ] = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="print JSON alone")] = False,
    quick: Annotated[
        bool, typer.Option("--quick", help="eyes, collage, hostile: a few pictures only")
    ] = False,
    photos: Annotated[Path | None, typer.Option(help=PHOTOS)] = None,
    truth: Annotated[Path | None, typer.Option(help="eyes: another truth file")] = None,
    media: Annotated[int | None, typer.Option(help="eyes: size of the corpus", min=20)] = None,
    imported: Annotated[
        int | None, typer.Option("--import", help="eyes: how many photos to import", min=1)
    ] = None,
    seed: Annotated[int | None, typer.Option(help="eyes: another corpus", min=0)] = None,
    files: Annotated[
        int | None, typer.Option(help="hostile: how many files, of 10,000", min=1)
    ] = None,
    sheets: Annotated[
        Path | None,
        typer.Option(help="collage: draw every theme on contact sheets into a folder instead"),
    ] = None,
) -> None:
    """Measure the rooms of the house against peers and floors, as a table or as JSON."""
    from bot.bench.order import Order
    from bot.bench.runner import run_benches

    order = Order(quick, photos, truth, media, imported, seed, files, sheets)
    run_benches(rooms or [], as_json=json, order=order)
