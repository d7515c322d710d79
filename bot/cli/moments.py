"""pepite moments: which media of a folder belong together; nothing is kept."""

from pathlib import Path
from typing import Annotated

import typer


def moments(
    folder: Annotated[Path, typer.Argument(help="photos and videos; folders in it are read too")],
    json: Annotated[bool, typer.Option("--json", help="print JSON alone")] = False,
) -> None:
    """Show the moments of a folder: titles, counts, the best shot, what would be left out."""
    import sys

    from bot.cli.moments_work import as_json, as_text, moments_of

    found = moments_of(folder)
    for line in found.refused:
        print(line, file=sys.stderr)
    print(as_json(found) if json else as_text(found))
    if found.refused:
        raise typer.Exit(1)
