"""The collage's job: a draft of an album, shown in the message that answers the album."""

from collections.abc import Mapping
from contextlib import suppress
from uuid import UUID

from aiogram import Bot

from bot.collage.refusals import DraftGone
from bot.collage.studio import Studio
from bot.consent.registrar import Registrar
from bot.jobs.catalogue import Job
from bot.telegram.status import StatusMessage
from bot.texts import Language, Texts, language_of
from handlers.collage.show import show_draft
from storage.collage import CollageId
from storage.gallery import AlbumId
from storage.people import PersonId


async def deliver_collage(
    job: Job, *, bot: Bot, studio: Studio, registrar: Registrar, texts: Mapping[Language, Texts]
) -> None:
    """The album's message ends in words where two photos, or the leave to look, are gone."""
    owner, album = PersonId(job.subject or UUID(int=0)), AlbumId(UUID(job.key))
    person = await registrar.person(owner)
    if person is None:
        return None
    t = texts[language_of(person.language)]
    with suppress(DraftGone):  # forgotten, or taken back, while it was drawn
        draft = await studio.make(owner, album)
        if draft is not None:
            return await show_draft(bot, studio, owner, draft, t)
    if (place := await studio.waits_in(owner, album)) is not None:
        await StatusMessage(bot, *place).end(t("collage-none"))
    return None


async def deliver_gathered(
    job: Job, *, bot: Bot, studio: Studio, registrar: Registrar, texts: Mapping[Language, Texts]
) -> None:
    """What a person asked to see together, in the message that announces it."""
    owner, selection = PersonId(job.subject or UUID(int=0)), CollageId(UUID(job.key))
    person = await registrar.person(owner)
    if person is None:
        return None
    t = texts[language_of(person.language)]
    with suppress(DraftGone):
        draft = await studio.gather(owner, selection)
        if draft is not None:
            return await show_draft(bot, studio, owner, draft, t)
    if (place := await studio.announced(owner, selection)) is not None:
        await StatusMessage(bot, *place).end(t("collage-none"))
    return None


async def deliver_again(
    job: Job, *, bot: Bot, studio: Studio, registrar: Registrar, texts: Mapping[Language, Texts]
) -> None:
    """A draft as it is now, after words changed it."""
    owner = PersonId(job.subject or UUID(int=0))
    person = await registrar.person(owner)
    if person is None:
        return
    with suppress(DraftGone):
        draft = await studio.draft(owner, CollageId(UUID(job.key)))
        await show_draft(bot, studio, owner, draft, texts[language_of(person.language)])


async def give_up_collage(
    job: Job, _error: Exception, *, bot: Bot, registrar: Registrar, texts: Mapping[Language, Texts]
) -> None:
    person = await registrar.person(PersonId(job.subject or UUID(int=0)))
    if person is not None:
        t = texts[language_of(person.language)]
        await bot.send_message(person.telegram_id, t("collage-given-up"))
