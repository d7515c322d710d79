"""pepite demo: the whole bot in a chat page, with no token and no network."""

from pathlib import Path
from typing import Annotated

import typer


def demo(
    port: Annotated[int, typer.Option(help="of the page; 0 takes a free one")] = 8765,
    tour: Annotated[bool, typer.Option("--tour", help="play it without a browser")] = False,
    out: Annotated[Path, typer.Option(help="where the tour writes its pictures")] = Path("tour"),
) -> None:
    """Start the bot against a Telegram of its own, in this process, and print its address."""
    print("Pépite starts…", flush=True)  # what follows loads for seconds

    import asyncio

    from bot.cli.demonstrating import show_page, take_tour
    from bot.telemetry import start_logging

    start_logging()
    asyncio.run(take_tour(out) if tour else show_page(port))
