"""One message for the whole gallery: it turns into a page, a question, a farewell."""

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
)

from bot.gallery.answers import Page
from bot.telegram.methods import is_gone
from bot.texts import Texts
from handlers.gallery import buttons, view


async def show_text(
    query: CallbackQuery, text: str, keyboard: InlineKeyboardMarkup | None = None
) -> None:
    """Turn the message under the button into words; what has no text keeps them as its caption.

    Where it was deleted meanwhile, they come as a new message.
    """
    if not isinstance(query.message, Message):
        return
    try:
        if query.message.text is None:
            await query.message.edit_caption(caption=text, reply_markup=keyboard)
        else:
            await query.message.edit_text(text, reply_markup=keyboard)
    except TelegramBadRequest as refusal:
        if not is_gone(refusal):
            raise
        await query.message.answer(text, reply_markup=keyboard)


async def show_page(
    query: CallbackQuery, found: Page | None, t: Texts, country: str | None
) -> None:
    """Turn it into a media; a film without a poster is told in words."""
    if found is None:
        return await show_text(query, t("gallery-gone"))
    text = view.page(found, t, country)
    keyboard = buttons.page_keyboard(found.media, found.previous, found.following, t)
    if found.picture is None or not isinstance(query.message, Message):
        return await show_text(query, text, keyboard)
    photo = BufferedInputFile(found.picture, "photo.jpg")
    await query.message.edit_media(
        InputMediaPhoto(media=photo, caption=text), reply_markup=keyboard
    )
    return None
