"""When were these taken? The one question about undated pictures, and its answers."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from enum import StrEnum
from uuid import UUID

from aiogram import Bot, F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.gallery.annotator import Annotator
from bot.gallery.answers import AlbumReport
from bot.gallery.facts import TakenAt
from bot.gallery.library import Library
from bot.gallery.said import Noted
from bot.telegram.errors import OutcomeUnknown
from bot.texts import Texts
from handlers.gallery import view
from handlers.gallery.buttons import button
from handlers.middleware.consent import needs
from handlers.middleware.person import Awaits, Conversation
from handlers.screen import Screen, reword, take_from_chat
from storage.gallery import AlbumId
from storage.people import Person
from storage.personal_data import Purpose

Answering = Callable[..., Awaitable[None]]
TYPED = "gallery-date-album"
PLAIN_TEXT = F.text & ~F.text.startswith("/")


class DateAnswer(StrEnum):
    """What a person says of pictures without a date."""

    TODAY = "t"
    TYPE = "w"
    LEAVE = "l"


class DateOf(CallbackData, prefix="gd"):
    """When an album's undated pictures were taken."""

    album: UUID
    answer: DateAnswer


LABELS = {
    DateAnswer.TODAY: "gallery-button-today",
    DateAnswer.TYPE: "gallery-button-type-date",
    DateAnswer.LEAVE: "gallery-button-no-date",
}


def build_router() -> Router:
    router = Router(name="dating")
    keeps = needs(Purpose.CORE_SERVICE)
    router.message.register(hear, Awaits(TYPED), PLAIN_TEXT, flags=keeps)
    answers: dict[DateAnswer, Answering] = {
        DateAnswer.TODAY: today,
        DateAnswer.TYPE: expect,
        DateAnswer.LEAVE: leave,
    }
    for answer, handler in answers.items():
        pressed = DateOf.filter(F.answer == answer)
        router.callback_query.register(handler, pressed, flags=keeps)
    return router


async def ask(
    bot: Bot,
    person: Person,
    annotator: Annotator,
    report: AlbumReport,
    t: Texts,
    text_id: str = "gallery-undated",
) -> None:
    """It takes the place of the question before, and asks for both."""
    if not report.undated:
        return
    question = await annotator.question(person.id, report.id, report.undated)
    with suppress(OutcomeUnknown):
        sent = await bot.send_message(
            person.telegram_id,
            t(text_id if len(question.albums) == 1 else "gallery-undated", count=question.count),
            reply_markup=keyboard(report.id, t, *DateAnswer),
            disable_notification=True,
        )
        await annotator.asked(person.id, question, sent.message_id)
        before = [one for one in question.replaces if one != sent.message_id]
        await take_from_chat(bot, person.telegram_id, before)


async def today(
    query: CallbackQuery,
    callback_data: DateOf,
    person: Person,
    library: Library,
    annotator: Annotator,
    t: Texts,
) -> None:
    """What was asked becomes its answer."""
    taken = await library.today(person.id)
    noted = await annotator.date(person.id, AlbumId(callback_data.album), taken)
    await reword(query, Screen(_said(taken, noted, person, t)))


async def expect(
    query: CallbackQuery, callback_data: DateOf, conversation: Conversation, t: Texts
) -> None:
    await conversation.expect(TYPED, str(callback_data.album))
    leave_it = keyboard(callback_data.album, t, DateAnswer.LEAVE)
    await reword(query, Screen(t("gallery-ask-date"), leave_it))


async def leave(
    query: CallbackQuery,
    callback_data: DateOf,
    person: Person,
    annotator: Annotator,
    conversation: Conversation,
    t: Texts,
) -> None:
    await conversation.clear()
    await annotator.leave(person.id, AlbumId(callback_data.album))
    await reword(query, Screen(t("gallery-left-alone")))


async def hear(
    message: Message,
    about: str,
    bot: Bot,
    person: Person,
    library: Library,
    annotator: Annotator,
    conversation: Conversation,
    t: Texts,
) -> None:
    """What is unclear is said, and awaited further; else the question goes."""
    taken = await library.understand_date(person.id, message.text or "")
    if taken is None:
        await message.reply(t("gallery-date-unclear"))
        return
    noted = await annotator.date(person.id, AlbumId(UUID(about)), taken)
    await conversation.clear()
    await message.reply(_said(taken, noted, person, t))
    await take_from_chat(bot, message.chat.id, noted.closes if noted else ())


def _said(taken: TakenAt, noted: Noted | None, person: Person, t: Texts) -> str:
    return view.date_noted(taken, noted.count if noted else 0, t, person.country)


def keyboard(album: UUID, t: Texts, *answers: DateAnswer) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [button(t(LABELS[one]), DateOf(album=album, answer=one))] for one in answers
        ]
    )
