"""One message for the whole gallery: it turns into a page, a question, a farewell."""

from collections.abc import Iterable
from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InputMediaPhoto,
    Message,
)

from bot.gallery.answers import Page
from bot.telegram.methods import is_gone
from bot.texts import Texts
from handlers.gallery import buttons, view
from handlers.screen import Screen, reword
from storage.gallery import MediaKind


async def put_away(query: CallbackQuery, text: str) -> None:
    """Words in place of whatever is shown; a picture goes from the chat for good."""
    message = query.message
    if isinstance(message, Message) and message.photo and query.bot:
        await take_from_chat(query.bot, message.chat.id, [message.message_id])
        await message.answer(text)
    else:
        await reword(query, Screen(text))


async def take_from_chat(bot: Bot, chat_id: int, messages: Iterable[int]) -> None:
    """As far as Telegram lets a bot delete: two days back."""
    for number in messages:
        with suppress(TelegramBadRequest):
            await bot.delete_message(chat_id, number)


async def show_page(
    query: CallbackQuery, found: Page | None, t: Texts, country: str | None
) -> None:
    """Turn it into a media; a film without a poster is told in words."""
    if found is None:
        return await reword(query, Screen(t("gallery-gone")))
    text = view.page(found, t, country)
    is_photo = found.kind is MediaKind.PHOTO
    keyboard = buttons.page_keyboard(
        found.media, found.previous, found.following, t, is_photo=is_photo
    )
    if not isinstance(query.message, Message):
        return None
    if found.picture is None:
        await query.message.answer(text, reply_markup=keyboard)
        return None
    photo = BufferedInputFile(found.picture, "photo.jpg")
    try:
        await query.message.edit_media(
            InputMediaPhoto(media=photo, caption=text), reply_markup=keyboard
        )
    except TelegramBadRequest as refusal:
        if not is_gone(refusal):
            raise
        await query.message.answer_photo(photo, caption=text, reply_markup=keyboard)
    return None
