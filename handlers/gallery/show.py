"""One message for the whole gallery: it turns into a page, a question, a farewell."""

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
from handlers.screen import Screen, reword, say, take_from_chat


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
