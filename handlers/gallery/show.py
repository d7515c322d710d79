"""One message for the whole gallery: it turns into a page, a question, a farewell."""

from aiogram import Bot
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
)

from bot.telegram.in_place import turned_into
from bot.telegram.methods import is_replayed
from bot.telegram.origins import origin
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


async def lay_out(message: Message, shown: Shown) -> Message:
    """A new message, which nobody can pass on: sharing has a button of its own."""
    if shown.picture is None:
        return await say(message, Screen(shown.text, shown.buttons))
    photo = BufferedInputFile(shown.picture, "gallery.jpg")
    return await message.answer_photo(
        photo, caption=shown.text, reply_markup=shown.buttons, protect_content=True
    )


async def lay_out_once(message: Message, shown: Shown, name: str) -> bool:
    """The page of that name below a message; one that is there already turns into it.

    Returns whether there was one. The outbox knows it by its name, for a week; the next after
    one that was closed or deleted meanwhile has the next number.
    """
    if shown.picture is None or message.bot is None:
        await lay_out(message, shown)
        return False
    with origin(f"{name}:{message.chat.id}:{message.message_id}"):
        while is_replayed(page := await lay_out(message, shown)):
            chat, media = message.chat.id, _media(shown.picture, shown.text)
            if await turned_into(message.bot, chat, page.message_id, media, shown.buttons):
                return True
    return False


async def turn_into(query: CallbackQuery, shown: Shown) -> None:
    """Turn the message under the button into the page; a new one where that is gone."""
    message, bot = query.message, query.bot
    if not isinstance(message, Message) or bot is None:
        return None
    if shown.picture is None:
        return await put_away(query, shown.text, shown.buttons)
    if not message.photo:  # what is sent as a picture is found again when all is forgotten
        await take_from_chat(bot, message.chat.id, [message.message_id])
        await lay_out(message, shown)
        return None
    return await turn_page(bot, message, message.message_id, shown)


async def turn_page(bot: Bot, message: Message, page: int, shown: Shown) -> None:
    """Turn a page of the chat that a message came in; a new one where that is gone."""
    if shown.picture is None:
        await take_from_chat(bot, message.chat.id, [page])
        await lay_out(message, shown)
        return
    media = _media(shown.picture, shown.text)
    if await turned_into(bot, message.chat.id, page, media, shown.buttons) is None:
        await lay_out(message, shown)


def _media(picture: bytes, text: str) -> InputMediaPhoto:
    return InputMediaPhoto(media=BufferedInputFile(picture, "gallery.jpg"), caption=text)
