"""One message for one draft: painted anew, edited in place, remembered by its picture."""

from aiogram import Bot
from aiogram.types import BufferedInputFile, InputMediaPhoto, Message

from bot.collage.draft import Draft
from bot.collage.studio import Studio
from bot.telegram.in_place import reworded, turned_into
from bot.texts import Texts
from handlers.collage import buttons, view
from handlers.doors import OfCollage
from handlers.screen import Screen
from storage.collage import CollageId
from storage.people import Person, PersonId


async def draft_of(studio: Studio, person: Person, data: OfCollage) -> Draft:
    """The draft as its button knew it. Raises DraftGone and DraftChanged."""
    return await studio.draft(person.id, CollageId(data.collage), version=data.version)


async def show_draft(bot: Bot, studio: Studio, owner: PersonId, draft: Draft, t: Texts) -> None:
    """Paint it and turn its message into it; where that is gone, send a new one."""
    picture = BufferedInputFile(await studio.picture(owner, draft), "collage.jpg")
    screen = Screen(view.caption(draft, t), buttons.main_keyboard(draft, t))
    shown = await _turned_into(bot, draft, picture, screen)
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
    if await _turned_into(bot, draft, file, screen) is None:
        await bot.send_photo(
            draft.chat_id,
            file,
            caption=screen.text,
            reply_markup=screen.buttons,
            protect_content=True,
        )


async def _turned_into(
    bot: Bot, draft: Draft, picture: BufferedInputFile, screen: Screen
) -> Message | bool | None:
    media = InputMediaPhoto(media=picture, caption=screen.text)
    return await turned_into(bot, draft.chat_id, draft.message_id, media, screen.buttons)


async def show_words(bot: Bot, studio: Studio, owner: PersonId, draft: Draft, t: Texts) -> None:
    """The same picture with other words; drawn anew where its message is gone."""
    words, keyboard = view.caption(draft, t), buttons.main_keyboard(draft, t)
    where = draft.chat_id, draft.message_id
    if not await reworded(bot, *where, words, keyboard, is_media=True):
        await show_draft(bot, studio, owner, draft, t)
