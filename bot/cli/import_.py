"""pepite import: a folder, a zip or a Takeout of this server into somebody's gallery."""

from pathlib import Path
from typing import Annotated

import typer


def import_(
    source: Annotated[
        Path, typer.Argument(help="a folder or a zip; a folder of zips: all parts of a Takeout")
    ],
    *,
    person: Annotated[
        int, typer.Option("--for", help="the Telegram id of somebody who agreed, in the chat")
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="open and look at everything, keep nothing")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="print JSON alone")] = False,
) -> None:
    """Bring photos and videos into a person's gallery; run it again and it goes on from there."""
    import asyncio

    from bot.cli.import_report import as_json, as_text
    from bot.cli.import_work import Order, bring_in
    from bot.settings import read_settings

    report = asyncio.run(bring_in(read_settings(), Order(source.resolve(), person, dry_run)))
    print(as_json(report) if json else as_text(report))
    if report.stopped:
        raise typer.Exit(1)
