"""Whether the endpoint answers, asked plainly for `pepite doctor`: nothing of anybody's leaves."""

import asyncio
from datetime import timedelta
from typing import Final

from bot.remote.address import read_endpoint
from bot.remote.errors import Reason, RemoteUnavailable
from bot.remote.wire import Wire
from bot.settings import Settings

__all__ = ["RemoteUnavailable", "look_up"]
PATIENCE: Final = timedelta(seconds=10)


async def look_up(settings: Settings, url: str) -> tuple[str, list[str]]:
    """The host, and those of the configured models that it does not list.

    Raises RemoteUnavailable, and OperatorError for an address that may not be one.
    """
    endpoint = read_endpoint(url)
    wire = Wire(endpoint, settings.ai_key, settings.ai_model, settings.ai_image_model)
    try:
        async with asyncio.timeout(PATIENCE.total_seconds()):
            there = set(await wire.models())
    except TimeoutError:
        raise RemoteUnavailable(Reason.SLOW) from None
    finally:
        await wire.close()
    wanted = [settings.ai_model, settings.ai_image_model]
    missing = [model for model in wanted if model is not None and model not in there]
    return endpoint.host, missing
