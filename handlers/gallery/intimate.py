"""A photo that may be intimate is asked about, to its owner alone, before it is ever suggested."""

from contextlib import suppress
from uuid import UUID

from aiogram import Bot, F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardMarkup

from bot.gallery.answers import AlbumReport
from bot.gallery.left_out import Reason
from bot.gallery.library import Library
from bot.telegram.errors import OutcomeUnknown
from bot.texts import Texts
from handlers.gallery.buttons import button
from handlers.middleware.consent import needs
from handlers.screen import Screen, reword
from storage.gallery import AlbumId
from storage.people import Person
from storage.personal_data import Purpose


class AnswerIntimate(CallbackData, prefix="gi"):
    """Whether what may be intimate in an album is used."""

    album: UUID
    use: bool


def build_router() -> Router:
    router = Router(name="intimate")
    keeps = needs(Purpose.CORE_SERVICE)
    router.callback_query.register(use, AnswerIntimate.filter(F.use), flags=keeps)
    router.callback_query.register(leave, AnswerIntimate.filter(~F.use), flags=keeps)
    return router


async def ask(bot: Bot, chat_id: int, report: AlbumReport, t: Texts) -> None:
    """Under an album's answer, where there is something to ask."""
    count = report.left_out.get(Reason.SENSITIVE, 0)
    if not count:
        return
    with suppress(OutcomeUnknown):  # it stays aside all the same
        await bot.send_message(
            chat_id,
            t("gallery-intimate", count=count),
            reply_markup=_keyboard(report.id, count, t),
            disable_notification=True,
        )


async def use(
    query: CallbackQuery, callback_data: AnswerIntimate, person: Person, library: Library, t: Texts
) -> None:
    count = await library.use_intimate(person.id, AlbumId(callback_data.album))
    said = t("gallery-intimate-used", count=count) if count else t("gallery-gone")
    await reword(query, Screen(said))


async def leave(query: CallbackQuery, t: Texts) -> None:
    await reword(query, Screen(t("gallery-intimate-left")))


def _keyboard(album: UUID, count: int, t: Texts) -> InlineKeyboardMarkup:
    """Two equal answers in one row."""
    yes = button(t("gallery-button-use", count=count), AnswerIntimate(album=album, use=True))
    no = button(t("gallery-button-leave-aside"), AnswerIntimate(album=album, use=False))
    return InlineKeyboardMarkup(inline_keyboard=[[yes, no]])
