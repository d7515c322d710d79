"""One message for one draft: painted anew, edited in place, remembered by its picture."""

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, InputMediaPhoto, Message

from bot.collage.draft import Draft
from bot.collage.studio import Studio
from bot.telegram.methods import is_gone
from bot.texts import Texts
from handlers.collage import buttons, view
from handlers.screen import Screen
from storage.people import PersonId


async def show_draft(bot: Bot, studio: Studio, owner: PersonId, draft: Draft, t: Texts) -> None:
    """Paint it and turn its message into it; where that is gone, send a new one."""
    picture = BufferedInputFile(await studio.picture(owner, draft), "collage.jpg")
    screen = Screen(view.caption(draft, t), buttons.main_keyboard(draft, t))
    shown = await _edited(bot, draft, picture, screen)
    if shown is None:
        shown = await bot.send_photo(
            draft.chat_id,
            picture,
            caption=screen.text,
            reply_markup=screen.buttons,
            protect_content=True,
        )
    if isinstance(shown, Message):
        name = shown.photo[-1].file_id if shown.photo else draft.telegram_photo
        await studio.shown(owner, draft, shown.message_id, name)


async def show_numbers(bot: Bot, draft: Draft, picture: bytes, screen: Screen) -> None:
    """A picture to choose by, in the draft's message: it is never the one that is remembered."""
    file = BufferedInputFile(picture, "numbers.jpg")
    if await _edited(bot, draft, file, screen) is None:
        await bot.send_photo(
            draft.chat_id,
            file,
            caption=screen.text,
            reply_markup=screen.buttons,
            protect_content=True,
        )


async def _edited(
    bot: Bot, draft: Draft, picture: BufferedInputFile, screen: Screen
) -> Message | bool | None:
    """None where there is no message to edit: a person may delete any at any time."""
    if draft.message_id is None:
        return None
    media = InputMediaPhoto(media=picture, caption=screen.text)
    try:
        return await bot.edit_message_media(
            media,
            chat_id=draft.chat_id,
            message_id=draft.message_id,
            reply_markup=screen.buttons,
        )
    except TelegramBadRequest as refusal:
        if is_gone(refusal):
            return None
        raise


async def show_words(bot: Bot, studio: Studio, owner: PersonId, draft: Draft, t: Texts) -> None:
    """The same picture with other words; drawn anew where its message is gone."""
    if draft.message_id is None:
        return await show_draft(bot, studio, owner, draft, t)
    try:
        await bot.edit_message_caption(
            chat_id=draft.chat_id,
            message_id=draft.message_id,
            caption=view.caption(draft, t),
            reply_markup=buttons.main_keyboard(draft, t),
        )
    except TelegramBadRequest as refusal:
        if not is_gone(refusal):
            raise
        await show_draft(bot, studio, owner, draft, t)
    return None
