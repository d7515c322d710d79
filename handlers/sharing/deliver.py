"""A minute after an offer that nobody answered for: ask once whether it was shared."""

from collections.abc import Mapping
from uuid import UUID

from aiogram import Bot

from bot.consent.registrar import Registrar
from bot.jobs.catalogue import Job
from bot.sharing.publisher import Publisher
from bot.texts import Language, Texts, language_of
from handlers.sharing.buttons import asked_keyboard
from storage.collage import CollageId
from storage.people import PersonId


async def ask_whether_shared(
    job: Job,
    *,
    bot: Bot,
    publisher: Publisher,
    registrar: Registrar,
    texts: Mapping[Language, Texts],
) -> None:
    owner, collage = PersonId(job.subject or UUID(int=0)), CollageId(UUID(job.key))
    person = await registrar.person(owner)
    if person is not None and await publisher.should_ask(owner, collage, job.posted_at):
        t = texts[language_of(person.language)]
        keyboard = asked_keyboard(collage, t)
        await bot.send_message(person.telegram_id, t("sharing-ask"), reply_markup=keyboard)
