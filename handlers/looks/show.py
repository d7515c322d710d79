"""One message for one draft: it turns into the picture, and is remembered by it."""

from contextlib import suppress
from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
)

from bot.looks.atelier import Atelier
from bot.looks.drafts import CardDraft, Draft, ImaginedDraft, LookDraft
from bot.telegram.in_place import reworded, turned_into
from bot.texts import Texts
from handlers.looks import buttons, view
from storage.people import PersonId


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture, or Telegram's name of it, with what is said under it."""

    picture: bytes | str
    caption: str
    buttons: InlineKeyboardMarkup
    is_sheet: bool = False


async def look_as_shown(atelier: Atelier, owner: PersonId, draft: LookDraft, t: Texts) -> Shown:
    """The contact sheet, or the one look that was chosen. Raises what the Atelier raises."""
    if draft.recipe is None:
        looks = await atelier.offered(owner, draft)
        sheet = draft.sheet_photo or await atelier.sheet(
            owner, draft, view.names(t), t("looks-name-plain")
        )
        keyboard = buttons.sheet_keyboard(draft, looks, t)
        return Shown(sheet, view.sheet(looks, t), keyboard, is_sheet=True)
    picture = await atelier.restyled(owner, draft)
    keyboard = buttons.look_keyboard(draft, draft.recipe, t)
    return Shown(picture, view.look(draft.recipe, t), keyboard)


async def imagined_as_shown(
    atelier: Atelier, owner: PersonId, draft: ImaginedDraft, t: Texts
) -> Shown:
    picture = await atelier.picture(owner, draft.id, draft.version)
    return Shown(picture, view.imagined(draft, t), buttons.imagined_keyboard(draft, t))


async def card_as_shown(atelier: Atelier, owner: PersonId, draft: CardDraft, t: Texts) -> Shown:
    picture = await atelier.picture(owner, draft.id, draft.version)
    return Shown(picture, view.card(t), buttons.card_keyboard(draft, t))


async def show(bot: Bot, atelier: Atelier, owner: PersonId, draft: Draft, shown: Shown) -> None:
    """Turn the draft's message into it; where that is gone, send a new one."""
    known = shown.picture
    picture = known if isinstance(known, str) else BufferedInputFile(known, "look.jpg")
    media = InputMediaPhoto(media=picture, caption=shown.caption)
    sent = await turned_into(bot, draft.chat_id, draft.message_id, media, shown.buttons)
    if sent is None:
        sent = await bot.send_photo(
            draft.chat_id,
            picture,
            caption=shown.caption,
            reply_markup=shown.buttons,
            protect_content=True,
        )
    if isinstance(sent, Message):
        name = sent.photo[-1].file_id if sent.photo else draft.telegram_photo
        await atelier.shown(owner, draft, sent.message_id, name, is_sheet=shown.is_sheet)


async def put_away(query: CallbackQuery, text: str, bot: Bot) -> None:
    """The picture goes from the chat; after two days, when Telegram refuses, its buttons do."""
    message = query.message
    if not isinstance(message, Message):
        return
    try:
        await bot.delete_message(message.chat.id, message.message_id)
    except TelegramBadRequest:
        await message.edit_reply_markup()
    await message.answer(text)


async def take_away(bot: Bot, draft: Draft) -> None:
    """A message that another one stands for now: it goes, or its buttons where it is too old."""
    if draft.message_id is None:
        return
    with suppress(TelegramBadRequest):
        try:
            await bot.delete_message(draft.chat_id, draft.message_id)
        except TelegramBadRequest:
            await bot.edit_message_reply_markup(chat_id=draft.chat_id, message_id=draft.message_id)


async def say_below(
    bot: Bot, draft: Draft, text: str, keyboard: InlineKeyboardMarkup | None = None
) -> None:
    """Words in place of the draft's words, its picture left as it is; else a new message."""
    if not await say_there(bot, draft, text, keyboard):
        await bot.send_message(draft.chat_id, text, reply_markup=keyboard)


async def say_there(
    bot: Bot, draft: Draft, text: str, keyboard: InlineKeyboardMarkup | None = None
) -> bool:
    """The same in its own message alone; False where that is gone."""
    where, is_media = (draft.chat_id, draft.message_id), draft.telegram_photo is not None
    return await reworded(bot, *where, text, keyboard, is_media=is_media)
