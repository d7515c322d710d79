"""Gives the gallery's handlers its `pages`, as whoever presses may see them."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

from handlers.gallery.screens import Pages

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Paging(BaseMiddleware):
    """The person, their language and the roles that answer are known by then."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        pages = Pages(data["viewer"], data["library"], data["person"], data["t"])
        return await handler(event, data | {"pages": pages})
