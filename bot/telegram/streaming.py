"""Words that appear while they are being written, and the button that stops them.

A preview lasts thirty seconds and is no message: whoever streams ends with `send_message`. It
leaves beside the reading, at most once a second, and nothing that goes wrong with it matters.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from typing import Final

from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramServerError
from aiohttp import ClientError

from bot.telegram.errors import WIRE_ERRORS

EVERY_S: Final = 1.0
PATIENCE_S: Final = 2  # for one preview; the next one says more
_PASSING: Final = (TelegramNetworkError, TelegramServerError, ClientError, TimeoutError)
MOST_CHARACTERS: Final = 3000  # under 4,096 UTF-16 units whatever they are


@dataclass(slots=True)
class Stops:
    """The previews under way, by chat and number: what a person stops, and who hears of it.

    In memory: after a restart the words come anew, or not at all.
    """

    _under_way: dict[tuple[int, int], asyncio.Event] = field(default_factory=dict)
    _last_number: int = 0

    @contextlib.contextmanager
    def opened(self, chat_id: int) -> Iterator[tuple[int, asyncio.Event]]:
        """A number for a new preview in this chat, and the event that its stop sets."""
        self._last_number += 1
        key = (chat_id, self._last_number)
        self._under_way[key] = asyncio.Event()
        try:
            yield self._last_number, self._under_way[key]
        finally:
            del self._under_way[key]

    def stop(self, chat_id: int, draft_id: int) -> bool:
        """Whether it was still under way; another chat's number stops nothing."""
        event = self._under_way.get((chat_id, draft_id))
        if event is None:
            return False
        event.set()
        return True


class LiveText:
    """What `live_text` yields. show: the whole text so far. stop: set when the person stops it."""

    def __init__(self, bot: Bot, chat_id: int, draft_id: int, stop: asyncio.Event) -> None:
        self.stop = stop
        self._bot = bot
        self._chat_id = chat_id
        self._draft_id = draft_id
        self._text = ""
        self._news = asyncio.Event()
        self._is_over = asyncio.Event()

    async def show(self, text: str) -> None:
        """Show it soon; a newer one may take its place before that. Waits for nothing."""
        self._text = text
        self._news.set()

    def end(self) -> None:
        """No preview may arrive after the message that it announces: none is begun any more."""
        self._is_over.set()
        self._news.set()

    async def keep_showing(self) -> None:
        """Send what is newest, once a second; ends where the server knows no previews."""
        while not self._is_over.is_set():
            self._news.clear()
            is_thinking = not self._text
            if not await self._send():
                return
            if not is_thinking:  # the first words need not wait
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._is_over.wait(), EVERY_S)
            await self._news.wait()

    async def _send(self) -> bool:
        """Whether another is worth sending: not to a server that refuses, or is too old."""
        try:
            return await self._bot.send_message_draft(
                self._chat_id,
                self._draft_id,
                text=self._text[-MOST_CHARACTERS:],
                parse_mode=None,  # half a text is half a tag
                can_stop=True,
                request_timeout=PATIENCE_S,
            )
        except WIRE_ERRORS as error:
            return isinstance(error, _PASSING)


@contextlib.asynccontextmanager
async def live_text(bot: Bot, chat_id: int, stops: Stops) -> AsyncIterator[LiveText]:
    """Show "thinking" in a private chat, then each text that `show` is given, until the end.

    The caller's last act, after it, is `send_message`: the preview gives way to it.
    """
    with stops.opened(chat_id) as (draft_id, stop):
        live = LiveText(bot, chat_id, draft_id, stop)
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(live.keep_showing())
                yield live
                live.end()
        except BaseExceptionGroup as failed:
            raise failed.exceptions[0] from None  # the caller's own: showing lets nothing out
