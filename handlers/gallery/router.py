"""What the gallery hears: media of every kind, /gallery, its buttons, a typed date."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from aiogram import Bot, F, Router
from aiogram.filters import Command
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.gallery.answers import Part
from bot.gallery.facts import TakenAt
from bot.gallery.library import Library
from bot.texts import Texts
from handlers.gallery import buttons, parts, view
from handlers.gallery.buttons import (
    Browse,
    CloseGallery,
    DateAnswer,
    DateOf,
    ForgetAll,
    MediaAct,
    OnMedia,
)
from handlers.gallery.show import put_away, show_page, take_from_chat
from handlers.middleware.consent import needs
from handlers.middleware.person import Awaits, Conversation
from handlers.screen import Screen, reword
from storage.gallery import AlbumId, MediaId
from storage.people import Person
from storage.personal_data import Purpose

Answering = Callable[..., Awaitable[None]]
DATE_OF_ALBUM = "gallery-date-album"
DATE_OF_MEDIA = "gallery-date-media"
KEEPS = needs(Purpose.CORE_SERVICE)
PLAIN_TEXT = F.text & ~F.text.startswith("/")


def build_router() -> Router:
    router = Router(name="gallery")
    router.message.register(receive, parts.IsMedia(), flags=KEEPS)
    router.message.register(refuse_kind, parts.IsOtherContent(), flags=KEEPS)
    router.message.register(show_gallery, Command("gallery"), flags=KEEPS)
    router.message.register(date_album, Awaits(DATE_OF_ALBUM), PLAIN_TEXT, flags=KEEPS)
    router.message.register(date_media, Awaits(DATE_OF_MEDIA), PLAIN_TEXT, flags=KEEPS)
    router.callback_query.register(answer_date, DateOf.filter(), flags=KEEPS)
    router.callback_query.register(browse, Browse.filter(), flags=KEEPS)
    acts: dict[MediaAct, Answering] = {
        MediaAct.DATE: ask_date,
        MediaAct.FILE_BACK: give_back,
        MediaAct.FORGET: ask_to_forget,
        MediaAct.FORGET_NOW: forget,
    }
    for act, handler in acts.items():
        router.callback_query.register(handler, OnMedia.filter(F.act == act), flags=KEEPS)
    router.callback_query.register(ask_to_forget_all, ForgetAll.filter(~F.is_sure), flags=KEEPS)
    router.callback_query.register(forget_all, ForgetAll.filter(F.is_sure), flags=KEEPS)
    router.callback_query.register(close, CloseGallery.filter(), flags=KEEPS)
    return router


async def receive(_message: Message, part: Part, person: Person, library: Library) -> None:
    """Silent: the album's job answers once all its parts are here."""
    await library.take_in(person.id, part)


async def refuse_kind(message: Message, t: Texts) -> None:
    await message.reply(t("gallery-cannot-use"))


async def show_gallery(message: Message, person: Person, library: Library, t: Texts) -> None:
    found = await library.overview(person.id)
    keyboard = buttons.gallery_keyboard(t) if found.moments else None
    await message.answer(view.overview(found, t, person.country), reply_markup=keyboard)


async def answer_date(
    query: CallbackQuery,
    callback_data: DateOf,
    person: Person,
    library: Library,
    conversation: Conversation,
    t: Texts,
) -> None:
    if callback_data.answer is DateAnswer.TYPE:
        await conversation.expect(DATE_OF_ALBUM, str(callback_data.album))
        return await reword(query, Screen(t("gallery-ask-date")))
    if callback_data.answer is DateAnswer.LEAVE:
        return await reword(query, Screen(t("gallery-left-alone")))
    today = await library.today(person.id)
    count = await library.date_album(person.id, AlbumId(callback_data.album), today)
    return await reword(query, Screen(view.date_noted(today, count, t, person.country)))


async def date_album(
    message: Message,
    about: str,
    person: Person,
    library: Library,
    conversation: Conversation,
    t: Texts,
) -> None:
    taken = await _understood(message, person, library, t)
    if taken is None:
        return
    count = await library.date_album(person.id, AlbumId(UUID(about)), taken)
    await conversation.clear()
    await message.reply(view.date_noted(taken, count, t, person.country))


async def date_media(
    message: Message,
    about: str,
    person: Person,
    library: Library,
    conversation: Conversation,
    t: Texts,
) -> None:
    taken = await _understood(message, person, library, t)
    if taken is None:
        return
    found = await library.date_media(person.id, MediaId(UUID(about)), taken)
    await conversation.clear()
    noted = view.date_noted(taken, 1, t, person.country)
    keyboard = buttons.browse_keyboard(UUID(about), t) if found else None
    await message.reply(noted if found else t("gallery-gone"), reply_markup=keyboard)


async def _understood(
    message: Message, person: Person, library: Library, t: Texts
) -> TakenAt | None:
    """The date that was typed; what is unclear is said, and awaited further."""
    taken = await library.understand_date(person.id, message.text or "")
    if taken is None:
        await message.reply(t("gallery-date-unclear"))
    return taken


async def browse(
    query: CallbackQuery, callback_data: Browse, person: Person, library: Library, t: Texts
) -> None:
    media = MediaId(callback_data.media) if callback_data.media else None
    await show_page(query, await library.page(person.id, media), t, person.country)


async def ask_date(
    query: CallbackQuery, callback_data: OnMedia, conversation: Conversation, t: Texts
) -> None:
    await conversation.expect(DATE_OF_MEDIA, str(callback_data.media))
    keyboard = buttons.leave_keyboard(callback_data.media, t)
    await reword(query, Screen(t("gallery-ask-date"), keyboard))


async def give_back(
    query: CallbackQuery, callback_data: OnMedia, person: Person, library: Library, t: Texts
) -> None:
    given = await library.give_back(person.id, MediaId(callback_data.media))
    if given is None:
        await reword(query, Screen(t("gallery-gone")))
    elif isinstance(query.message, Message):
        file = BufferedInputFile(given.content, given.name)
        await query.message.answer_document(file, disable_content_type_detection=True)


async def ask_to_forget(query: CallbackQuery, callback_data: OnMedia, t: Texts) -> None:
    keyboard = buttons.forget_one_keyboard(callback_data.media, t)
    await reword(query, Screen(t("gallery-forget-one-sure"), keyboard))


async def forget(
    query: CallbackQuery,
    callback_data: OnMedia,
    bot: Bot,
    person: Person,
    library: Library,
    t: Texts,
) -> None:
    gone = await library.forget(person.id, MediaId(callback_data.media))
    await take_from_chat(bot, person.telegram_id, gone.messages)
    await put_away(query, t("gallery-forgotten-one" if gone.count else "gallery-gone"))


async def ask_to_forget_all(
    query: CallbackQuery, person: Person, library: Library, t: Texts
) -> None:
    shelf = (await library.overview(person.id)).shelf
    text = t("gallery-forget-all-sure", count=shelf.photos + shelf.films)
    await reword(query, Screen(text, buttons.forget_all_keyboard(t)))


async def forget_all(
    query: CallbackQuery, bot: Bot, person: Person, library: Library, t: Texts
) -> None:
    gone = await library.forget_all(person.id)
    await take_from_chat(bot, person.telegram_id, gone.messages)
    await put_away(query, t("gallery-forgotten-all", count=gone.count))


async def close(query: CallbackQuery, t: Texts) -> None:
    await put_away(query, t("gallery-closed"))
