"""One message for the whole gallery: it turns into a page, a question, a farewell."""

from collections.abc import Iterable
from contextlib import suppress
from typing import Final

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
)

from bot.telegram.methods import is_gone
from handlers.gallery.screens import Shown
from handlers.screen import Screen, reword, say

DELETED_AT_ONCE: Final = 100  # messages; the most that one call may name


async def put_away(
    query: CallbackQuery, text: str, keyboard: InlineKeyboardMarkup | None = None
) -> None:
    """Words in place of whatever is shown; a picture goes from the chat for good."""
    message = query.message
    if isinstance(message, Message) and message.photo and query.bot:
        await take_from_chat(query.bot, message.chat.id, [message.message_id])
        await message.answer(text, reply_markup=keyboard)
    else:
        await reword(query, Screen(text, keyboard))


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


async def lay_out(message: Message, shown: Shown) -> None:
    """A new message, which nobody can pass on: sharing has a button of its own."""
    if shown.picture is None:
        await say(message, Screen(shown.text, shown.buttons))
        return
    photo = BufferedInputFile(shown.picture, "gallery.jpg")
    await message.answer_photo(
        photo, caption=shown.text, reply_markup=shown.buttons, protect_content=True
    )


async def turn_into(query: CallbackQuery, shown: Shown) -> None:
    """Turn the message under the button into the page; a new one where that is gone."""
    message, bot = query.message, query.bot
    if not isinstance(message, Message) or bot is None:
        return None
    if shown.picture is None:
        return await put_away(query, shown.text, shown.buttons)
    if not message.photo:  # what is sent as a picture is found again when all is forgotten
        await take_from_chat(bot, message.chat.id, [message.message_id])
        return await lay_out(message, shown)
    return await turn_page(bot, message, message.message_id, shown)


async def turn_page(bot: Bot, message: Message, page: int, shown: Shown) -> None:
    """Turn a page of the chat that a message came in; a new one where that is gone."""
    if shown.picture is None:
        await take_from_chat(bot, message.chat.id, [page])
        return await lay_out(message, shown)
    picture = BufferedInputFile(shown.picture, "gallery.jpg")
    try:
        await bot.edit_message_media(
            InputMediaPhoto(media=picture, caption=shown.text),
            chat_id=message.chat.id,
            message_id=page,
            reply_markup=shown.buttons,
        )
    except TelegramBadRequest as refusal:
        if not is_gone(refusal):
            raise
        await lay_out(message, shown)
    return None
