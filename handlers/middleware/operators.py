"""Who runs the bot: by the number of a person, never by a name; whoever else asks is noted."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, Message, TelegramObject, Update

from bot.telemetry import pseudonym

log = logging.getLogger(__name__)
Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]
COMMAND: Final = "/admin"


class OperatorMiddleware(BaseMiddleware):
    """Before anything is read: `is_operator` for the conversation, a line in the log for others.

    A channel's post, an anonymous administrator and a message in a group are nobody's.
    """

    def __init__(self, operators: frozenset[int]) -> None:
        self._operators = operators

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        data["is_operator"] = is_operator = self._is_operator(event)
        if not is_operator and _asks(event):
            log.warning("an operator's command was refused", extra={"person": _whose(event)})
        return await handler(event, data)

    def _is_operator(self, event: TelegramObject) -> bool:
        inner = event.event if isinstance(event, Update) else None
        if not isinstance(inner, Message | CallbackQuery):
            return False
        message = inner if isinstance(inner, Message) else inner.message
        user = inner.from_user
        return (
            user is not None
            and not user.is_bot
            and user.id in self._operators
            and message is not None
            and message.chat.type == "private"
            and getattr(message, "sender_chat", None) is None
        )


def _asks(event: TelegramObject) -> bool:
    message = event.message if isinstance(event, Update) else None
    return message is not None and (message.text or "").startswith(COMMAND)


def _whose(event: TelegramObject) -> str:
    inner = event.event if isinstance(event, Update) else None
    return pseudonym(getattr(getattr(inner, "from_user", None), "id", 0))
