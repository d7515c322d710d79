"""pepite bench: figures against peers and floors, measured in the same run."""

from typing import Annotated

import typer


def bench(
    rooms: Annotated[
        list[str] | None, typer.Argument(help="wire, eyes, looks …; all without a name")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="print JSON alone")] = False,
) -> None:
    """Measure the rooms of the house against peers and floors, as a table or as JSON."""
    from bot.bench.runner import run_benches

    run_benches(rooms or [], as_json=json)
