"""What a conversation shows: a text and its buttons, new or in place of one; and takes away."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
)

from bot.telegram.in_place import reworded

DELETED_AT_ONCE: Final = 100  # messages; the most that one call may name
_NO_PREVIEW: Final = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Screen:
    """text: HTML, facts from outside escaped."""

    text: str
    buttons: InlineKeyboardMarkup | None = None


async def say(message: Message, screen: Screen) -> Message:
    """Answer with a new message."""
    return await message.answer(
        screen.text, reply_markup=screen.buttons, link_preview_options=_NO_PREVIEW
    )


async def turn(query: CallbackQuery, screen: Screen, bot: Bot) -> None:
    """Turn the text under the button into the screen; what cannot be turned stays as it is.

    A picture has no text to turn, and a message may be gone by the time its button is heard.
    """
    if not isinstance(query.message, Message) or query.message.text is None:
        return await tell(query, screen, bot)
    try:
        await query.message.edit_text(
            screen.text, reply_markup=screen.buttons, link_preview_options=_NO_PREVIEW
        )
    except TelegramBadRequest:
        await tell(query, screen, bot)
    return None


async def reword(query: CallbackQuery, screen: Screen) -> None:
    """Put the screen in place of the words under the button; a picture keeps it as its caption.

    Where the message was deleted meanwhile, it comes as a new one.
    """
    message, bot = query.message, query.bot
    if not isinstance(message, Message) or bot is None:
        return
    where, is_media = (message.chat.id, message.message_id), message.text is None
    if not await reworded(bot, *where, screen.text, screen.buttons, is_media=is_media):
        await message.answer(screen.text, reply_markup=screen.buttons)


async def tell(query: CallbackQuery, screen: Screen, bot: Bot) -> None:
    """A new message to whoever pressed."""
    await bot.send_message(
        query.from_user.id,
        screen.text,
        reply_markup=screen.buttons,
        link_preview_options=_NO_PREVIEW,
    )


async def take_from_chat(bot: Bot, chat_id: int, messages: Iterable[int]) -> None:
    """As far as Telegram lets a bot delete: two days back."""
    numbers = list(messages)
    for begin in range(0, len(numbers), DELETED_AT_ONCE):
        some = numbers[begin : begin + DELETED_AT_ONCE]
        try:
            await bot.delete_messages(chat_id, some)
        except TelegramBadRequest:  # one of them is too old: the others go all the same
            for number in some:
                with suppress(TelegramBadRequest):
                    await bot.delete_message(chat_id, number)
