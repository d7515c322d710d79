"""An album's job: read its parts under one status message, then hand over to the collage."""

import logging
from collections.abc import Mapping
from contextlib import suppress
from uuid import UUID

from aiogram import Bot

from bot.consent.registrar import Registrar
from bot.gallery.annotator import Annotator
from bot.gallery.answers import AlbumReport, AlbumToRead, Outcome
from bot.gallery.library import Library
from bot.jobs.catalogue import Job
from bot.telegram.errors import WIRE_ERRORS, OutcomeUnknown
from bot.telegram.status import StatusMessage
from bot.texts import Language, Texts, language_of
from handlers.gallery import dating, intimate, keyboards, together, view
from storage.database import DiskFull
from storage.gallery import AlbumId
from storage.people import PersonId

log = logging.getLogger(__name__)


async def deliver_album(
    job: Job,
    *,
    bot: Bot,
    library: Library,
    annotator: Annotator,
    registrar: Registrar,
    texts: Mapping[Language, Texts],
) -> None:
    """Read what waits and tell it; late parts go on with the same message.

    After a crash it sends the same messages in the same order, so that none comes twice.
    """
    owner, album = PersonId(job.subject or UUID(int=0)), AlbumId(UUID(job.key))
    person, found = await registrar.person(owner), await library.album_to_read(owner, album)
    if person is None or found is None:
        return None
    t = texts[language_of(person.language)]
    status = await _status(bot, found, t)
    outcomes: list[Outcome] = []
    try:
        await _read_all(library, owner, found, status, t, outcomes)
    except DiskFull as full:
        log.error(full)  # noqa: TRY400  whoever runs the bot can mend it, and no trace helps
        await status.end(t("gallery-no-room", count=len(found.waiting) - len(outcomes)))
        return await library.wait_for_room(owner, album, status.message_id)
    report = await library.report(owner, album)
    if not report.makes_collage:
        offered = await together.offer(library, owner, report, t)
        keyboard = keyboards.left_out_door(report, t, *offered)
        await status.end(view.album(report, outcomes, t), keyboard)
    asks = "gallery-undated-files" if found.are_files else "gallery-undated"
    await dating.ask(bot, person, annotator, report, t, asks)
    if found.answer_message_id is None or report.intimate & set(found.waiting):
        await intimate.ask(bot, found.chat_id, report, t)
    if report.makes_collage:
        news = report.news(found.waiting)
        await _say_aside(bot, found.chat_id, news, outcomes, t)
    return await library.close_album(owner, report, status.message_id)


async def _read_all(
    library: Library,
    owner: PersonId,
    found: AlbumToRead,
    status: StatusMessage,
    t: Texts,
    outcomes: list[Outcome],
) -> None:
    """Raises what the wire raised of one part, once all the others were read."""
    trouble: Exception | None = None
    for done, media in enumerate(found.waiting, start=1):
        try:
            outcome = await library.read(owner, media)
        except WIRE_ERRORS as error:
            trouble = error
            continue
        outcomes.extend([outcome] if outcome else [])
        await status.show(view.reading(done, len(found.waiting), t))
    if trouble:
        raise trouble


async def look_back(job: Job, *, library: Library) -> None:
    """Silent: what was kept before the yes is found from now on."""
    if job.subject is not None:
        await library.look_back(PersonId(job.subject))


async def _status(bot: Bot, found: AlbumToRead, t: Texts) -> StatusMessage:
    """The album's own message; a new one for an album that nothing answers yet."""
    if found.answer_message_id is not None:
        return StatusMessage(bot, found.chat_id, found.answer_message_id)
    text = view.reading(0, len(found.waiting), t)
    return await StatusMessage.begin(bot, found.chat_id, text, is_private=True)


async def _say_aside(
    bot: Bot, chat_id: int, report: AlbumReport, outcomes: list[Outcome], t: Texts
) -> None:
    said = view.aside(report, outcomes, t)
    if said:
        with suppress(OutcomeUnknown):  # the collage is worth more than a word about it
            door = keyboards.left_out_door(report, t)
            await bot.send_message(chat_id, said, reply_markup=door, disable_notification=True)


async def give_up_album(
    job: Job, _error: Exception, *, bot: Bot, registrar: Registrar, texts: Mapping[Language, Texts]
) -> None:
    """After the last try: say so; what was sent stays noted."""
    person = await registrar.person(PersonId(job.subject or UUID(int=0)))
    if person is not None:
        t = texts[language_of(person.language)]
        await bot.send_message(person.telegram_id, t("gallery-album-given-up"))
