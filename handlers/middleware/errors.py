"""The outer boundary of a conversation: a sentence for the person, or a logged bug."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from html import escape
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Chat, TelegramObject, Update

from bot.errors import FriendlyError
from bot.telegram.errors import SETTLED, WIRE_ERRORS
from bot.telegram.methods import is_gone
from bot.texts import Language, Texts, language_of
from storage.telegram import DATABASE_ERRORS

log = logging.getLogger(__name__)

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]
# The inbox keeps the update and tries again later; what was sent is not sent twice.
NOT_OURS = (*WIRE_ERRORS, *DATABASE_ERRORS)


class ErrorsMiddleware(BaseMiddleware):
    """Says a friendly error in the person's language; a bug is logged and owned up to."""

    def __init__(self, texts: Mapping[Language, Texts]) -> None:
        self._texts = texts

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        try:
            return await handler(event, data)
        except FriendlyError as error:
            await self._say(event, data, error.text_id, error.facts)
        except TelegramBadRequest as error:
            if not is_gone(error):  # else the person deleted what was being answered
                await self._own_up(event, data, error)
        except SETTLED:
            raise
        except NOT_OURS as error:
            if not data.get("is_last_attempt"):
                raise
            await self._own_up(event, data, error)
        except Exception as error:  # noqa: BLE001  the boundary: it is logged and owned up to
            await self._own_up(event, data, error)
        return None

    async def _own_up(self, event: TelegramObject, data: dict[str, Any], error: Exception) -> None:
        log.error("an update could not be answered", exc_info=error)
        await self._say(event, data, "error-unexpected", {})

    async def _say(
        self, event: TelegramObject, data: dict[str, Any], text_id: str, facts: Mapping[str, Any]
    ) -> None:
        chat = _private_chat(event)
        if chat is None:
            return
        t: Texts = data.get("t") or self._texts[language_of(_language_code(event))]
        bot: Bot = data["bot"]
        safe = {k: escape(v) if isinstance(v, str) else v for k, v in facts.items()}
        await bot.send_message(chat.id, t(text_id, **safe))


def _private_chat(event: TelegramObject) -> Chat | None:
    """Where to answer: never in a group, a channel or a message that is gone."""
    message = getattr(event, "message", None)
    if isinstance(event, Update) and event.callback_query:
        message = event.callback_query.message
    chat: Chat | None = getattr(message, "chat", None)
    return chat if chat is not None and chat.type == "private" else None


def _language_code(event: TelegramObject) -> str | None:
    inner = event.event if isinstance(event, Update) else event
    sender = getattr(inner, "from_user", None)
    return getattr(sender, "language_code", None)
