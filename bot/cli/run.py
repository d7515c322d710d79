"""pepite run: the bot, by polling or by webhook, until it is told to stop."""

from typing import Annotated

import typer


def run(
    verbose: Annotated[bool, typer.Option("--verbose", help="log more, never names")] = False,
) -> None:
    """Run the bot: polling by default, webhook where PEPITE_WEBHOOK_URL says so."""
    import asyncio

    from bot.settings import read_settings
    from bot.telemetry import start_logging

    start_logging(verbose=verbose)
    settings = read_settings()
    _ = settings.token  # before anything is imported or made: who has none need not wait
    from bot.cli.serving import serve_until_stopped

    asyncio.run(serve_until_stopped(settings))
