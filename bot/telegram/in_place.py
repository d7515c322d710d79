"""A message changed where it stands: its words, or the picture or film that it is."""

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineKeyboardMarkup, InputMediaUnion, Message

from bot.telegram.methods import is_gone


async def reworded(
    bot: Bot,
    chat_id: int,
    message_id: int | None,
    text: str,
    keyboard: InlineKeyboardMarkup | None = None,
    *,
    is_media: bool = False,
) -> bool:
    """False where there is no message to edit: a person may delete any at any time.

    is_media: the words stand under a picture or film, which stays.
    """
    if message_id is None:
        return False
    try:
        if is_media:
            await bot.edit_message_caption(
                chat_id=chat_id, message_id=message_id, caption=text, reply_markup=keyboard
            )
        else:
            await bot.edit_message_text(
                text, chat_id=chat_id, message_id=message_id, reply_markup=keyboard
            )
    except TelegramBadRequest as refusal:
        if is_gone(refusal):
            return False
        raise
    return True


async def turned_into(
    bot: Bot,
    chat_id: int,
    message_id: int | None,
    media: InputMediaUnion,
    keyboard: InlineKeyboardMarkup | None = None,
) -> Message | bool | None:
    """The message as the picture or film, with its caption; None where there is none to edit."""
    if message_id is None:
        return None
    try:
        return await bot.edit_message_media(
            media, chat_id=chat_id, message_id=message_id, reply_markup=keyboard
        )
    except TelegramBadRequest as refusal:
        if is_gone(refusal):
            return None
        raise
