"""A reminder leaves: words, a blurred picture behind a spoiler, silent, for one person only."""

from collections.abc import Mapping
from uuid import UUID

from aiogram import Bot
from aiogram.types import BufferedInputFile

from bot.consent.registrar import Registrar
from bot.jobs.catalogue import Job
from bot.memories.curator import Curator
from bot.texts import Language, Texts, language_of
from handlers.memories import buttons, view
from storage.memories import NudgeId
from storage.people import PersonId


async def deliver_nudge(
    job: Job,
    *,
    bot: Bot,
    curator: Curator,
    registrar: Registrar,
    texts: Mapping[Language, Texts],
) -> None:
    """Nothing good, nothing wanted, nothing allowed: nothing is sent."""
    owner = PersonId(job.subject or UUID(int=0))
    person = await registrar.person(owner)
    reminder = await curator.prepare(owner, NudgeId(UUID(job.key))) if person else None
    if person is None or reminder is None:
        return
    t = texts[language_of(person.language)]
    await bot.send_photo(
        person.telegram_id,
        BufferedInputFile(reminder.blurred, "memory.jpg"),
        caption=view.nudge(reminder, t, person.country),
        has_spoiler=True,
        protect_content=True,
        disable_notification=True,
        reply_markup=buttons.nudge_keyboard(reminder.id, t),
    )
