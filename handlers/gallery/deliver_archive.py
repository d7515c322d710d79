"""A zip's job: read what it holds under one status message, and tell what came of it."""

from collections.abc import Mapping
from uuid import UUID

from aiogram import Bot

from bot.consent.registrar import Registrar
from bot.gallery.answers import Refusal
from bot.gallery.importer import Importer
from bot.gallery.tally import Tally
from bot.jobs.catalogue import Job
from bot.telegram.status import StatusMessage
from bot.texts import Language, Texts, language_of
from handlers.gallery import archives, intimate, view
from handlers.gallery.deliver import ask_dates
from storage.archives import ArchiveId, ArchiveRow
from storage.people import Person, PersonId


async def deliver(
    job: Job,
    *,
    bot: Bot,
    importer: Importer,
    registrar: Registrar,
    texts: Mapping[Language, Texts],
) -> None:
    """Read what a zip holds under one message; after a crash, what was kept counts as kept."""
    person, row = await _wanted(job, importer, registrar)
    if person is None or row is None:
        return None
    t = texts[language_of(person.language)]
    status = await StatusMessage.begin(bot, row.chat_id, t("gallery-archive-opening"))
    opened = await importer.open(row)
    if isinstance(opened, Refusal):
        await status.end(archives.why_not(opened, t))
        return await importer.close(row)
    tally, total = Tally.of(opened.survey), len(opened.survey.items)
    async for came in importer.read(row, opened):
        tally.add(came.became)
        await status.show(view.reading(tally.seen, total, t))
    report = await importer.report(row, tally)
    best = await importer.best_moment(row.owner, row.album)
    said = archives.answer(report, tally, best, t, person.country)
    await status.end(said, archives.offer(report, best, t))
    await ask_dates(bot, row.chat_id, report, "gallery-archive-undated", t)
    await intimate.ask(bot, row.chat_id, report, t)
    return await importer.close(row)


async def give_up(
    job: Job,
    _error: Exception,
    *,
    bot: Bot,
    importer: Importer,
    registrar: Registrar,
    texts: Mapping[Language, Texts],
) -> None:
    """After the last try: say so, and keep the zip no longer."""
    person, row = await _wanted(job, importer, registrar)
    if person is None or row is None:
        return
    await importer.close(row)
    t = texts[language_of(person.language)]
    await bot.send_message(row.chat_id, t("gallery-archive-given-up"))


async def _wanted(
    job: Job, importer: Importer, registrar: Registrar
) -> tuple[Person | None, ArchiveRow | None]:
    """Whose zip it is, and the zip; None for what is gone."""
    owner = PersonId(job.subject or UUID(int=0))
    return await registrar.person(owner), await importer.archive(owner, ArchiveId(UUID(job.key)))
