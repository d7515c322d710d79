"""What the gallery hears: media of every kind, /gallery, its buttons, a typed date."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from bot.gallery.answers import Part
from bot.gallery.facts import TakenAt
from bot.gallery.library import Library
from bot.texts import Texts
from handlers.doors import FoundInGallery
from handlers.gallery import archives, correcting, deeds, intimate, leafing, parts, view
from handlers.gallery.buttons import (
    BringAllBack,
    Browse,
    CloseGallery,
    DateAnswer,
    DateOf,
    ForgetAll,
    ForgetGroup,
    FoundMedia,
    LeftOuts,
    MediaAct,
    OnMedia,
    Turn,
    Undo,
)
from handlers.gallery.kinds import why_not
from handlers.gallery.paging import Paging
from handlers.middleware.consent import needs, shows_own
from handlers.middleware.person import Awaits, Conversation
from handlers.screen import Screen, reword
from storage.gallery import AlbumId
from storage.people import Person
from storage.personal_data import Purpose

Answering = Callable[..., Awaitable[None]]
DATE_OF_ALBUM = "gallery-date-album"
KEEPS = needs(Purpose.CORE_SERVICE)
LOOKS = needs(Purpose.SUGGEST_ANALYSE)
SHOWS = shows_own()
PLAIN_TEXT = F.text & ~F.text.startswith("/")


def build_router() -> Router:
    router = Router(name="gallery")
    router.message.middleware(Paging())
    router.callback_query.middleware(Paging())
    router.include_router(intimate.build_router())
    router.include_router(correcting.build_router())
    router.message.register(receive, parts.IsMedia(), flags=KEEPS)
    router.message.register(archives.receive, parts.IsArchive(), flags=KEEPS)
    router.message.register(archives.refuse_kind, parts.IsOtherArchive(), flags=KEEPS)
    router.message.register(refuse_kind, parts.IsOtherContent(), flags=KEEPS)
    router.message.register(date_album, Awaits(DATE_OF_ALBUM), PLAIN_TEXT, flags=KEEPS)
    router.callback_query.register(answer_date, DateOf.filter(), flags=KEEPS)
    router.callback_query.register(archives.draw_best, archives.BestOf.filter(), flags=LOOKS)
    _register_leafing(router)
    _register_deeds(router)
    return router


def _register_leafing(router: Router) -> None:
    """Whoever was let in may always look at what is theirs."""
    router.message.register(leafing.show_gallery, Command("gallery"), flags=SHOWS)
    turned: dict[type[CallbackData], Answering] = {
        Turn: leafing.turn,
        Browse: leafing.browse,
        FoundInGallery: leafing.show_found,
        FoundMedia: leafing.show_one_found,
        LeftOuts: leafing.show_left_outs,
        CloseGallery: leafing.close,
    }
    for data, handler in turned.items():
        router.callback_query.register(handler, data.filter(), flags=SHOWS)


def _register_deeds(router: Router) -> None:
    """And always hide it, keep it to themselves, take it back and forget it."""
    acts: dict[MediaAct, Answering] = {
        MediaAct.FILE_BACK: leafing.give_back,
        MediaAct.FORGET: deeds.forget,
        MediaAct.HIDE: deeds.hide,
        MediaAct.SHOW_AGAIN: deeds.hide,
        MediaAct.KEEP_PRIVATE: deeds.keep_private,
        MediaAct.LIFT: deeds.keep_private,
        MediaAct.BRING_BACK: deeds.bring_back,
    }
    for act, handler in acts.items():
        router.callback_query.register(handler, OnMedia.filter(F.act == act), flags=SHOWS)
    router.callback_query.register(deeds.forget_group, ForgetGroup.filter(), flags=SHOWS)
    router.callback_query.register(deeds.undo, Undo.filter(), flags=SHOWS)
    router.callback_query.register(deeds.bring_all_back, BringAllBack.filter(), flags=SHOWS)
    every, sure = ForgetAll.filter(~F.is_sure), ForgetAll.filter(F.is_sure)
    router.callback_query.register(deeds.ask_to_forget_all, every, flags=SHOWS)
    router.callback_query.register(deeds.forget_all, sure, flags=SHOWS)


async def receive(_message: Message, part: Part, person: Person, library: Library) -> None:
    """Silent: the album's job answers once all its parts are here."""
    await library.take_in(person.id, part)


async def refuse_kind(message: Message, t: Texts) -> None:
    await message.reply(why_not(message, t))


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


async def _understood(
    message: Message, person: Person, library: Library, t: Texts
) -> TakenAt | None:
    """The date that was typed; what is unclear is said, and awaited further."""
    taken = await library.understand_date(person.id, message.text or "")
    if taken is None:
        await message.reply(t("gallery-date-unclear"))
    return taken
