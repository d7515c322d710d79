"""A zip's job: read what it holds under one status message, and tell what came of it."""

import logging
from collections.abc import Mapping
from uuid import UUID

from aiogram import Bot

from bot.consent.registrar import Registrar
from bot.gallery.annotator import Annotator
from bot.gallery.answers import AlbumReport, Refusal
from bot.gallery.importer import Importer
from bot.gallery.tally import Tally
from bot.jobs.catalogue import Job
from bot.telegram.status import StatusMessage
from bot.texts import Language, Texts, language_of
from handlers.gallery import archives, dating, intimate, view
from storage.archives import ArchiveId, ArchiveRow
from storage.database import DiskFull
from storage.people import Person, PersonId

log = logging.getLogger(__name__)


async def deliver(
    job: Job,
    *,
    bot: Bot,
    importer: Importer,
    annotator: Annotator,
    registrar: Registrar,
    texts: Mapping[Language, Texts],
) -> None:
    """Read what a zip holds under one message; after a crash, what was kept counts as kept.

    Where the disk is full it says so once, and goes on when there is room.
    """
    person, row = await _wanted(job, importer, registrar)
    if person is None or row is None:
        return None
    t = texts[language_of(person.language)]
    status = await _status(bot, row, t)
    try:
        report = await _read(importer, person, row, status, t)
    except DiskFull as full:
        log.error(full)  # noqa: TRY400  whoever runs the bot can mend it, and no trace helps
        await status.end(t("gallery-archive-no-room"))
        return await importer.wait_for_room(row, status.message_id)
    if report is not None:
        await dating.ask(bot, person, annotator, report, t, "gallery-archive-undated")
        await intimate.ask(bot, row.chat_id, report, t)
    return await importer.close(row)


async def _read(
    importer: Importer, person: Person, row: ArchiveRow, status: StatusMessage, t: Texts
) -> AlbumReport | None:
    """None for what is no archive that could be read."""
    opened = await importer.open(row)
    if isinstance(opened, Refusal):
        await status.end(archives.why_not(opened, t))
        return None
    tally, total = Tally.of(opened.survey), len(opened.survey.items)
    async for came in importer.read(row, opened):
        tally.add(came.became, came.item.name)
        await status.show(view.reading(tally.seen, total, t))
    report = await importer.report(row, tally)
    best = await importer.best_moment(row.owner, row.album)
    said = archives.answer(report, tally, best, t, person.country)
    await status.end(said, archives.offer(report, best, t))
    return report


async def _status(bot: Bot, row: ArchiveRow, t: Texts) -> StatusMessage:
    """The message that said that there was no room; else a new one."""
    if row.answer_message_id is not None:
        return StatusMessage(bot, row.chat_id, row.answer_message_id)
    return await StatusMessage.begin(bot, row.chat_id, t("gallery-archive-opening"))


async def give_up(
    job: Job,
    error: Exception,
    *,
    bot: Bot,
    importer: Importer,
    registrar: Registrar,
    texts: Mapping[Language, Texts],
) -> None:
    """After the last try: say so, and keep the zip no longer; where room is all it lacks, wait."""
    person, row = await _wanted(job, importer, registrar)
    if person is None or row is None:
        return None
    if isinstance(error, DiskFull):
        return await importer.wait_for_room(row, row.answer_message_id)
    await importer.close(row)
    t = texts[language_of(person.language)]
    await bot.send_message(row.chat_id, t("gallery-archive-given-up"))
    return None


async def _wanted(
    job: Job, importer: Importer, registrar: Registrar
) -> tuple[Person | None, ArchiveRow | None]:
    """Whose zip it is, and the zip; None for what is gone."""
    owner = PersonId(job.subject or UUID(int=0))
    return await registrar.person(owner), await importer.archive(owner, ArchiveId(UUID(job.key)))
