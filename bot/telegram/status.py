"""A message that counts up and ends as something else: one writer, one edit a second."""

import asyncio
import contextlib
from typing import Final, Self

from aiogram import Bot
from aiogram.types import InlineKeyboardMarkup

from bot.telegram.errors import WIRE_ERRORS, OutcomeUnknown
from bot.telegram.in_place import reworded

EDIT_EVERY_S: Final = 1.0


class StatusMessage:
    """Every state replaces the one before; those that come too fast are skipped, the last never.

    message_id: None when nobody knows whether the first state arrived; the last is then sent.
    is_media: its words stand under a picture or film, which stays.
    """

    def __init__(
        self, bot: Bot, chat_id: int, message_id: int | None, *, is_media: bool = False
    ) -> None:
        self.message_id = message_id
        self._is_media = is_media
        self._bot = bot
        self._chat_id = chat_id
        self._next_edit = 0.0
        self._turn = asyncio.Lock()

    @classmethod
    async def begin(cls, bot: Bot, chat_id: int, text: str, *, is_private: bool = False) -> Self:
        """Send the first state. is_private: nobody can forward or save it, nor what it becomes."""
        try:
            message = await bot.send_message(chat_id, text, protect_content=is_private)
        except OutcomeUnknown:
            return cls(bot, chat_id, None)
        return cls(bot, chat_id, message.message_id)

    async def show(self, text: str) -> None:
        """Show a state in between, unless the last one is less than a second old."""
        if self.message_id is None or self._turn.locked() or self._wait() > 0:
            return
        async with self._turn:
            with contextlib.suppress(*WIRE_ERRORS):  # the next state says more than this one
                await self._edit_text(text)

    async def end(self, text: str, keyboard: InlineKeyboardMarkup | None = None) -> None:
        """The last state; `message_id` is then the message that bears it."""
        async with self._turn:
            await asyncio.sleep(self._wait())
            if self.message_id is None or not await self._edit_text(text, keyboard):
                sent = await self._bot.send_message(self._chat_id, text, reply_markup=keyboard)
                self.message_id = sent.message_id

    def _wait(self) -> float:
        return max(0.0, self._next_edit - _now())

    async def _edit_text(self, text: str, keyboard: InlineKeyboardMarkup | None = None) -> bool:
        """False when the message is no longer there."""
        self._next_edit = _now() + EDIT_EVERY_S
        where, is_media = (self._chat_id, self.message_id), self._is_media
        return await reworded(self._bot, *where, text, keyboard, is_media=is_media)


def _now() -> float:
    return asyncio.get_running_loop().time()
