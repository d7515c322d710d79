"""pepite see: what the networks see in photos of this machine; nothing is kept."""

from pathlib import Path
from typing import Annotated

import typer


def see(
    photos: Annotated[list[Path], typer.Argument(help="JPEG, PNG, WebP, GIF or HEIC files")],
    json: Annotated[bool, typer.Option("--json", help="print JSON alone")] = False,
) -> None:
    """Show faces as boxes, what is in a photo, how well it is made, its date and place."""
    import sys

    from bot.cli.see_work import as_json, as_text, look_through

    seen, refused = look_through(photos)
    for line in refused:
        print(line, file=sys.stderr)
    if json:
        print(as_json(seen))
    elif seen:
        print(as_text(seen))
    if refused:
        raise typer.Exit(1)
