"""The chat's job: an answer that appears while it is written, under a line that names it."""

from collections.abc import Mapping
from html import escape
from uuid import UUID

from aiogram import Bot
from aiogram.types import ReplyParameters

from bot.assistant.assistant import Assistant
from bot.assistant.chatter import Said
from bot.consent.registrar import Registrar
from bot.jobs.catalogue import Job
from bot.remote.errors import Reason
from bot.telegram.streaming import Stops, live_text
from bot.texts import Language, Texts, language_of
from handlers.assistant import buttons
from storage.assistant import TurnId
from storage.people import PersonId


async def deliver_answer(
    job: Job,
    *,
    bot: Bot,
    assistant: Assistant,
    stops: Stops,
    registrar: Registrar,
    texts: Mapping[Language, Texts],
) -> None:
    owner, turn = PersonId(job.subject or UUID(int=0)), TurnId(UUID(job.key))
    person = await registrar.person(owner)
    if person is None:
        return
    t, chat_id = texts[language_of(person.language)], person.telegram_id
    async with live_text(bot, chat_id, stops) as live:
        said = await assistant.chatter.answer(owner, turn, on_text=live.show, stop=live.stop)
    if said is not None:
        text = _words(said, assistant.chatter.host, t)
        await bot.send_message(
            chat_id,
            text,
            reply_markup=buttons.end_keyboard(t),
            reply_parameters=_reply(said.message_id),
        )


async def give_up_answer(
    job: Job,
    _error: Exception,
    *,
    bot: Bot,
    registrar: Registrar,
    texts: Mapping[Language, Texts],
    **_others: object,
) -> None:
    person = await registrar.person(PersonId(job.subject or UUID(int=0)))
    if person is not None:
        t = texts[language_of(person.language)]
        await bot.send_message(person.telegram_id, t("assistant-not-understood"))


def _words(said: Said, host: str | None, t: Texts) -> str:
    """The answer under its visible first line; without one, why, and what there is instead."""
    if said.text:
        return f"<i>{t('assistant-chat-line')}</i>\n\n{escape(said.text, quote=False)}"
    why = t((said.why or Reason.BROKEN).text_id, host=escape(host or ""))
    return t("assistant-chat-no-answer", why=why)


def _reply(message_id: int | None) -> ReplyParameters | None:
    return ReplyParameters(message_id=message_id) if message_id else None
