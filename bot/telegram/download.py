"""Bytes from Telegram, up to what a bot may fetch."""

from collections.abc import Awaitable, Callable
from typing import Final

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

from bot.errors import FriendlyError

MAX_MEGABYTES: Final = 20  # what Telegram's own servers let a bot download
LOCAL_MEGABYTES: Final = 2000  # what a local Bot API server does
TIMEOUT_S: Final = 120


class FileTooBig(FriendlyError):
    """Larger than a bot may fetch; fact: `megabytes`, the limit."""

    text_id = "error-file-too-big"


class FileNoLongerThere(FriendlyError):
    """Telegram forgot it, or never had it."""

    text_id = "error-file-gone"


def downloader(bot: Bot, *, is_local: bool) -> Callable[[str], Awaitable[bytes]]:
    """A function from a file's name at Telegram to its bytes.

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
        content = await bot.download(file, timeout=TIMEOUT_S)
        if content is None:
            raise FileNoLongerThere
        return content.read()

    return fetch
