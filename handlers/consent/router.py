"""Consent: a question, its details, its answers; an old button is a normal event."""

from uuid import UUID

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from bot.clock import Clock
from bot.consent.gate import Standing, is_valid, may_answer, may_inform
from bot.consent.registrar import Answered, Registrar
from bot.texts import Texts
from bot.writing.writer import Writer
from handlers import notice
from handlers.consent import interest, interest_view, view
from handlers.doors import GOES_ON_WRITING, AnswerNotice, AskConsent, NoticeDetails
from handlers.middleware.person import Conversation
from handlers.screen import Screen, turn
from storage.people import Person
from storage.personal_data import Purpose
from storage.telegram import Awaiting
from storage.writing import RewritingId


def build_router() -> Router:
    router = Router(name="consent")
    router.callback_query.register(ask, AskConsent.filter())
    router.callback_query.register(show_details, NoticeDetails.filter())
    router.callback_query.register(answer, AnswerNotice.filter())
    router.include_router(interest.build_router())
    return router


async def ask(
    query: CallbackQuery,
    callback_data: AskConsent,
    bot: Bot,
    person: Person,
    standing: Standing,
    registrar: Registrar,
    clock: Clock,
    t: Texts,
) -> None:
    purpose = callback_data.purpose
    if is_valid(standing.consents.get(purpose), clock.now()):
        return await turn(query, Screen(t("consent-answered-on")), bot)
    known = registrar.notices.current(purpose) is not None
    if not known or not may_answer(standing, purpose, clock.now()):
        return await turn(query, Screen(t("consent-closed")), bot)
    if may_inform(standing, purpose):
        screen = interest_view.again(registrar, person, standing, clock.now(), t)
        return await turn(query, screen, bot)
    await registrar.asked(person.id, purpose, t.language)
    await turn(query, notice.put(registrar.notices, purpose, standing, t), bot)
    return None


async def show_details(
    query: CallbackQuery,
    callback_data: NoticeDetails,
    bot: Bot,
    person: Person,
    standing: Standing,
    registrar: Registrar,
    clock: Clock,
    t: Texts,
) -> None:
    if may_inform(standing, callback_data.purpose):
        screen = interest_view.details(registrar, person, standing, clock.now(), t)
        return await turn(query, screen, bot)
    if registrar.notices.current(callback_data.purpose) is None:
        return await turn(query, Screen(t("consent-closed")), bot)
    shown = notice.show(registrar.notices, callback_data.purpose, t)
    await turn(query, notice.details(shown, t), bot)
    return None


async def answer(
    query: CallbackQuery,
    callback_data: AnswerNotice,
    bot: Bot,
    person: Person,
    standing: Standing,
    registrar: Registrar,
    awaiting: Awaiting | None,
    conversation: Conversation,
    writer: Writer,
    t: Texts,
) -> None:
    """A no is always heard; a yes only to the question as it reads now. Twice is once."""
    purpose = callback_data.purpose
    if not callback_data.yes:
        await registrar.refused(person.id, purpose, t.language, notice.pressed(query))
        return await turn(query, view.refused(purpose, t), bot)
    answered = await registrar.given(
        person.id,
        purpose,
        version=callback_data.version,
        language=t.language,
        how=notice.pressed(query),
    )
    if may_inform(standing, purpose):
        screen = interest_view.answered(answered, person, standing, t)
    else:
        screen = _what_became(answered, purpose, registrar, t)
    await turn(query, screen, bot)
    if awaiting and awaiting.question == GOES_ON_WRITING and answered is Answered.RECORDED:
        await conversation.clear()
        await writer.go_on(person.id, RewritingId(UUID(hex=awaiting.about)))
    return None


def _what_became(answered: Answered, purpose: Purpose, registrar: Registrar, t: Texts) -> Screen:
    if answered is Answered.RECORDED:
        return view.given(purpose, t)
    if answered is Answered.OUTDATED and registrar.notices.current(purpose):
        return view.outdated(notice.question(notice.show(registrar.notices, purpose, t), t), t)
    return Screen(t("consent-closed"))
