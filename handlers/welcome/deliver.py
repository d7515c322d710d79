"""The one message to somebody who waited: their country is open."""

from collections.abc import Mapping
from contextlib import suppress
from uuid import UUID

from aiogram import Bot

from bot.consent.registrar import Registrar
from bot.jobs.catalogue import Job
from bot.telegram.errors import SETTLED, WIRE_ERRORS
from bot.texts import Language, Texts, language_of
from handlers.welcome import view
from storage.people import PersonId


async def tell_open(
    job: Job, *, bot: Bot, registrar: Registrar, texts: Mapping[Language, Texts]
) -> None:
    """At most once: what may have left, or was refused, takes them off the list as well."""
    owner = PersonId(job.subject or UUID(int=0))
    told = await registrar.rollout.due(owner, is_first_try=job.attempt == 1)
    if told is None:
        return
    t = texts[language_of(told.person.language)]
    with suppress(*SETTLED):
        await bot.send_message(told.person.telegram_id, view.now_open(told.country, t))
    await registrar.rollout.told(owner)


async def not_told(job: Job, error: Exception, *, registrar: Registrar) -> None:
    """Only what Telegram refused is tried again: after any other error it may have left."""
    if job.subject is not None and isinstance(error, WIRE_ERRORS):
        await registrar.rollout.not_told(PersonId(job.subject))
