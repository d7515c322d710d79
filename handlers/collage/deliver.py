"""The collage's job: a draft of an album, shown in the message that answers the album."""

from collections.abc import Mapping
from uuid import UUID

from aiogram import Bot

from bot.collage.studio import Studio
from bot.consent.registrar import Registrar
from bot.jobs.catalogue import Job
from bot.texts import Language, Texts, language_of
from handlers.collage.show import show_draft
from storage.gallery import AlbumId
from storage.people import PersonId


async def deliver_collage(
    job: Job, *, bot: Bot, studio: Studio, registrar: Registrar, texts: Mapping[Language, Texts]
) -> None:
    """Nothing is shown where nothing may be suggested, or two good photos are no longer there."""
    owner = PersonId(job.subject or UUID(int=0))
    person = await registrar.person(owner)
    draft = await studio.make(owner, AlbumId(UUID(job.key))) if person else None
    if person is not None and draft is not None:
        await show_draft(bot, studio, owner, draft, texts[language_of(person.language)])


async def give_up_collage(
    job: Job, _error: Exception, *, bot: Bot, registrar: Registrar, texts: Mapping[Language, Texts]
) -> None:
    person = await registrar.person(PersonId(job.subject or UUID(int=0)))
    if person is not None:
        t = texts[language_of(person.language)]
        await bot.send_message(person.telegram_id, t("collage-given-up"))
