"""A photo before the answer: shown on, if that was asked for; else neither read nor kept."""

from aiogram import Bot
from aiogram.types import CallbackQuery, Message

from bot.clock import Clock
from bot.consent.gate import Standing, may
from bot.consent.registrar import Registrar
from bot.gallery.library import Library
from bot.texts import Texts
from handlers import notice
from handlers.middleware.person import Conversation
from handlers.screen import Screen, say, tell
from handlers.welcome import asking, closed, view
from handlers.welcome.asking import question_after
from storage.people import Person
from storage.personal_data import Purpose
from storage.telegram import Awaiting


async def rehearses(_: Message, standing: Standing, clock: Clock) -> bool:
    """The next photo is the one to show on."""
    return may(standing, Purpose.SUGGEST_REHEARSE, clock.now())


async def comes_too_early(_: Message, standing: Standing) -> bool:
    """Nothing was chosen yet, or it is not open where they live."""
    return notice.is_unanswered(standing) or not standing.is_open


async def begin_rehearsal(
    query: CallbackQuery,
    bot: Bot,
    person: Person,
    standing: Standing,
    registrar: Registrar,
    clock: Clock,
    t: Texts,
) -> None:
    if not standing.is_open and standing.country:
        shown = await closed.screen(person, standing, registrar, clock.now(), t)
        return await tell(query, shown, bot)
    if not notice.is_unanswered(standing) or standing.age_band is None:
        return await tell(query, Screen(t("welcome-answered")), bot)
    registrar.begin_rehearsal(person.id)
    return await tell(query, Screen(t("welcome-rehearse-ready")), bot)


async def rehearse_on(
    message: Message,
    person: Person,
    standing: Standing,
    conversation: Conversation,
    registrar: Registrar,
    library: Library,
    clock: Clock,
    t: Texts,
) -> None:
    """The Library asks the gate, looks in memory, keeps nothing; then the question again."""
    seen = await library.rehearse(person.id, _file_id(message))
    registrar.end_rehearsal(person.id)
    if seen is None:
        return await do_not_keep(message, person, standing, conversation, registrar, clock, t)
    await say(message, Screen(view.rehearsal(seen, standing.country, t)))
    question = await question_after(person, conversation, registrar, clock, t)
    if question is not None:
        await say(message, question)
    return None


async def do_not_keep(
    message: Message,
    person: Person,
    standing: Standing,
    conversation: Conversation,
    registrar: Registrar,
    clock: Clock,
    t: Texts,
    awaiting: Awaiting | None = None,
) -> None:
    """Neither downloaded nor stored; said once an album."""
    album = message.media_group_id or ""
    if album and awaiting is not None and awaiting.about == album:
        return
    question = await asking.next_question(
        person,
        standing,
        registrar=registrar,
        conversation=conversation,
        now=clock.now(),
        t=t,
        about=album,
    )
    if standing.is_open or standing.country is None:  # else the screen itself says so
        await say(message, Screen(t("welcome-photo-not-kept")))
    if question is not None:
        await say(message, question)


def _file_id(message: Message) -> str:
    if message.photo:
        return message.photo[-1].file_id
    return message.document.file_id if message.document else ""
