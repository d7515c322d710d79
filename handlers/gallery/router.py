"""What the gallery hears: media of every kind, /gallery and its buttons."""

from collections.abc import Awaitable, Callable

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.types import Message

from bot.gallery.answers import Part
from bot.gallery.library import Library
from bot.telegram.commands import called
from bot.texts import Texts
from handlers.doors import FoundInGallery
from handlers.gallery import (
    archives,
    correcting,
    dating,
    deeds,
    intimate,
    leafing,
    parts,
    together,
)
from handlers.gallery.buttons import (
    BringAllBack,
    Browse,
    CloseGallery,
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
from storage.people import Person
from storage.personal_data import Purpose

Answering = Callable[..., Awaitable[None]]
KEEPS = needs(Purpose.CORE_SERVICE)
LOOKS = needs(Purpose.SUGGEST_ANALYSE)
SHOWS = shows_own()
ANSWERS = {"callback_answer": {"pre": False}}  # with words of its own, once it is done


def build_router() -> Router:
    router = Router(name="gallery")
    router.message.middleware(Paging())
    router.callback_query.middleware(Paging())
    router.include_router(intimate.build_router())
    router.include_router(correcting.build_router())
    router.include_router(dating.build_router())
    router.message.register(receive, parts.IsMedia(), flags=KEEPS)
    router.message.register(archives.receive, parts.IsArchive(), flags=KEEPS)
    router.message.register(archives.refuse_kind, parts.IsOtherArchive(), flags=KEEPS)
    router.message.register(refuse_kind, parts.IsOtherContent(), flags=KEEPS)
    router.callback_query.register(archives.draw_best, archives.BestOf.filter(), flags=LOOKS)
    router.callback_query.register(together.draw, together.Together.filter(), flags=LOOKS)
    _register_leafing(router)
    _register_deeds(router)
    return router


def _register_leafing(router: Router) -> None:
    """Whoever was let in may always look at what is theirs."""
    router.message.register(leafing.show_gallery, Command(*called("gallery")), flags=SHOWS)
    turned: dict[type[CallbackData], Answering] = {
        Turn: leafing.turn,
        Browse: leafing.browse,
        FoundInGallery: leafing.show_found,
        FoundMedia: leafing.show_one_found,
        CloseGallery: leafing.close,
    }
    for data, handler in turned.items():
        router.callback_query.register(handler, data.filter(), flags=SHOWS)
    router.callback_query.register(
        leafing.show_left_outs, LeftOuts.filter(), flags={**SHOWS, **ANSWERS}
    )


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
