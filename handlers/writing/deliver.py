"""The slow parts: a wish, three other captions; each ends in its message with a word how."""

from collections.abc import Mapping
from contextlib import suppress
from uuid import UUID

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

from bot.collage.draft import Proposal
from bot.collage.refusals import DraftChanged, DraftGone
from bot.collage.studio import Studio
from bot.consent.registrar import Registrar
from bot.gallery.library import Library
from bot.jobs.catalogue import Job
from bot.telegram.in_place import reworded
from bot.telegram.streaming import Stops, live_text
from bot.texts import Language, Texts, language_of
from bot.writing.desk import RewritingChanged, RewritingGone, Sheet
from bot.writing.rewriting import Proposed, Rewriting
from bot.writing.wishes import Wish
from bot.writing.writer import Writer
from handlers.screen import Screen
from handlers.writing import view
from storage.collage import CollageId
from storage.people import PersonId
from storage.writing import RewritingId


async def deliver_rewriting(
    job: Job,
    *,
    bot: Bot,
    writer: Writer,
    stops: Stops,
    registrar: Registrar,
    texts: Mapping[Language, Texts],
    **_others: object,
) -> None:
    """What was wished last; words of the endpoint appear as they are written."""
    owner, rewriting = _about(job)
    person = await registrar.person(owner)
    if person is None:
        return
    t = texts[language_of(person.language)]
    with suppress(RewritingGone, RewritingChanged):  # kept, or another wish, while it was done
        sheet = await writer.sheet(owner, rewriting)
        host = await writer.asks(owner, sheet.original)
        way = await _done(bot, writer, stops, owner, sheet, is_live=host is not None)
        if way is not None:
            fresh = await writer.done(owner, sheet, way.text)
            screen = view.result(fresh, way, writer.host, await writer.could_ask(owner), t)
            await _show(bot, writer, owner, fresh, screen, is_live=host is not None)


async def _done(
    bot: Bot, writer: Writer, stops: Stops, owner: PersonId, sheet: Sheet, *, is_live: bool
) -> Rewriting | None:
    wish = sheet.wish or Wish.REPHRASE
    if not is_live:
        return await writer.rewrite(owner, sheet.original, wish, again=sheet.again)
    async with live_text(bot, sheet.chat_id, stops) as live:
        return await writer.rewrite(
            owner, sheet.original, wish, again=sheet.again, on_text=live.show, stop=live.stop
        )


async def give_up_rewriting(
    job: Job,
    _error: Exception,
    *,
    bot: Bot,
    writer: Writer,
    registrar: Registrar,
    texts: Mapping[Language, Texts],
    **_others: object,
) -> None:
    """The words are there with their wishes again, and a sentence about it."""
    owner, rewriting = _about(job)
    person = await registrar.person(owner)
    if person is None:
        return
    t = texts[language_of(person.language)]
    with suppress(RewritingGone):
        sheet = await writer.sheet(owner, rewriting)
        screen = view.words(sheet, t)
        text = f"{screen.text}\n\n{t('writing-given-up')}"
        await _show(bot, writer, owner, sheet, Screen(text, screen.buttons), is_live=False)


async def _show(
    bot: Bot, writer: Writer, owner: PersonId, sheet: Sheet, screen: Screen, *, is_live: bool
) -> None:
    """In place of the words; after a preview a message of its own, and the old one goes."""
    where = sheet.chat_id, sheet.message_id
    if not is_live and await reworded(bot, *where, screen.text, screen.buttons):
        return
    sent = await bot.send_message(sheet.chat_id, screen.text, reply_markup=screen.buttons)
    await writer.placed(owner, sheet.id, sent.message_id)
    if is_live and sheet.message_id is not None:
        with suppress(TelegramBadRequest):  # older than what a bot may delete, or gone already
            await bot.delete_message(sheet.chat_id, sheet.message_id)


async def deliver_others(
    job: Job,
    *,
    bot: Bot,
    writer: Writer,
    studio: Studio,
    library: Library,
    stops: Stops,
    registrar: Registrar,
    texts: Mapping[Language, Texts],
) -> None:
    """Three other captions under the collage; the words that were open stay open."""
    owner, rewriting = _about(job)
    person = await registrar.person(owner)
    if person is None:
        return
    t = texts[language_of(person.language)]
    with suppress(RewritingGone):
        sheet = await writer.sheet(owner, rewriting)
        host = await writer.asks(owner)
        proposed: Proposed | None = None
        with suppress(DraftGone, DraftChanged):
            proposed = await _proposed(
                bot, writer, studio, library, stops, owner, sheet, is_live=host is not None
            )
        screen = view.words(sheet, t)
        text = f"{view.others(proposed, writer.host, t)}\n\n{screen.text}"
        await _show(
            bot, writer, owner, sheet, Screen(text, screen.buttons), is_live=host is not None
        )


async def _proposed(
    bot: Bot,
    writer: Writer,
    studio: Studio,
    library: Library,
    stops: Stops,
    owner: PersonId,
    sheet: Sheet,
    *,
    is_live: bool,
) -> Proposed | None:
    """By somebody who sees the collage, where that is allowed; by what is known, else."""
    draft = await studio.draft(owner, CollageId(sheet.collage or UUID(int=0)))
    facts = await library.facts(owner, draft.shown)
    sights = await library.sights(owner, draft.shown)
    told = [(facts[media], sights[media]) for media in draft.shown if media in facts]
    picture = await studio.picture(owner, draft)
    if is_live:
        async with live_text(bot, sheet.chat_id, stops) as live:
            proposed = await writer.propose_seeing(
                owner, told, picture, on_text=live.show, stop=live.stop
            )
    else:
        proposed = await writer.propose_seeing(owner, told, picture)
    if proposed and proposed.captions:
        words = [Proposal(one.text, one.template_id) for one in proposed.captions]
        await studio.offer(owner, draft, words)
    return proposed


def _about(job: Job) -> tuple[PersonId, RewritingId]:
    return PersonId(job.subject or UUID(int=0)), RewritingId(UUID(job.key))
