"""The gate at the door of a conversation: what a line needs, or the question instead."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiogram import BaseMiddleware
from aiogram.dispatcher.flags import get_flag
from aiogram.types import CallbackQuery, InlineQuery, Message, TelegramObject

from bot.clock import Clock
from bot.consent.gate import Standing, may, may_see
from storage.personal_data import Purpose

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]
AskInstead = Callable[[Message | CallbackQuery, Purpose, dict[str, Any]], Awaitable[None]]
FLAG: Final = "needs"
OWN: Final = "shows_own"


def needs(purpose: Purpose) -> dict[str, Purpose]:
    """The flag of a line in a routing table; roles ask the gate again at the time of use."""
    return {FLAG: purpose}


def shows_own() -> dict[str, object]:
    """The flag of a line that only shows, gives back or forgets what is the person's already."""
    return {**needs(Purpose.CORE_SERVICE), OWN: True}


class ConsentMiddleware(BaseMiddleware):
    """Lets a line be heard only where the gate says yes; else the question at hand is put.

    ask_instead: the conversation about consent, which knows what to ask of whom.
    """

    def __init__(self, clock: Clock, ask_instead: AskInstead) -> None:
        self._clock = clock
        self._ask_instead = ask_instead

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        purpose: Purpose | None = get_flag(data, FLAG)
        standing: Standing = data["standing"]
        if get_flag(data, OWN) and may_see(standing):
            return await handler(event, data)
        if purpose is None or may(standing, purpose, self._clock.now()):
            return await handler(event, data)
        if isinstance(event, InlineQuery):  # other people may be reading over a shoulder
            return await event.answer([], cache_time=0, is_personal=True)
        if isinstance(event, Message | CallbackQuery):
            await self._ask_instead(event, purpose, data)
        return None
