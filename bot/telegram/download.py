"""Bytes from Telegram, up to what a bot may fetch."""

from collections.abc import Awaitable, Callable
from contextlib import aclosing
from io import BytesIO
from typing import Any, Final

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import File

from bot.errors import FriendlyError

MAX_MEGABYTES: Final = 20  # what Telegram's own servers let a bot download
LOCAL_MEGABYTES: Final = 2000  # what a local Bot API server does
TIMEOUT_S: Final = 120
MEGABYTE: Final = 1024 * 1024


class FileTooBig(FriendlyError):
    """Larger than a bot may fetch; fact: `megabytes`, the limit."""

    text_id = "error-file-too-big"


class FileNoLongerThere(FriendlyError):
    """Telegram forgot it, or never had it."""

    text_id = "error-file-gone"


class _Bounded(BytesIO):
    """Whatever the other side said of its size, it takes no more than it may."""

    def __init__(self, megabytes: int) -> None:
        super().__init__()
        self._megabytes = megabytes

    def write(self, data: Any) -> int:  # bytes of any kind: the word for it came with 3.12
        written = super().write(data)
        if self.tell() > self._megabytes * MEGABYTE:
            raise FileTooBig(megabytes=self._megabytes)
        return written


def downloader(
    bot: Bot, *, is_local: bool, timeout_s: int = TIMEOUT_S
) -> Callable[[str], Awaitable[bytes]]:
    """A function from a file's name at Telegram to its bytes; timeout_s: for all of them.

    Raises FileTooBig, FileNoLongerThere, and what the wire raises.
    """
    limit = LOCAL_MEGABYTES if is_local else MAX_MEGABYTES

    async def fetch(file_id: str) -> bytes:
        try:
            file = await bot.get_file(file_id)
        except TelegramBadRequest as refusal:
            if "too big" in refusal.message:
                raise FileTooBig(megabytes=limit) from None
            raise FileNoLongerThere from None
        content = _Bounded(limit)
        await _copy(bot, file, content, timeout_s)
        return content.getvalue()

    return fetch


async def _copy(bot: Bot, file: File, content: _Bounded, timeout_s: int) -> None:
    """All of it; aiogram's own download leaves the connection open where it is cut short."""
    if bot.session.api.is_local or file.file_path is None:
        await bot.download(file, content, timeout=timeout_s)
        return
    url = bot.session.api.file_url(bot.token, file.file_path)
    async with aclosing(bot.session.stream_content(url, timeout=timeout_s)) as pieces:
        async for piece in pieces:
            content.write(piece)
