"""Stop, pressed under words that are still being written: whoever writes them hears of it."""

from aiogram import Router
from aiogram.types import MessageGenerationStopped

from bot.telegram.streaming import Stops


def build_router() -> Router:
    router = Router(name="stopping")
    router.stopped_message_generation.register(stop)
    return router


async def stop(event: MessageGenerationStopped, stops: Stops) -> None:
    """Too late is a normal event: the message is there then."""
    stops.stop(event.chat.id, event.draft_id)
