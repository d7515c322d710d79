"""A zip in the chat: taken in silently, told in one answer, a collage only of its best moment."""

from html import escape
from uuid import UUID

from aiogram import Bot
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.collage.studio import Studio
from bot.gallery.answers import AlbumReport, Refusal
from bot.gallery.importer import BestMoment, Importer, Parcel
from bot.gallery.tally import Tally
from bot.texts import Texts
from handlers.gallery import together, view
from handlers.gallery.buttons import button
from handlers.gallery.captions import moment_title
from handlers.gallery.keyboards import left_out_door
from storage.gallery import AlbumId
from storage.people import Person


class BestOf(CallbackData, prefix="gz"):
    """A collage of the best moment of what an archive became."""

    album: UUID


async def receive(_message: Message, parcel: Parcel, person: Person, importer: Importer) -> None:
    """Silent: its job answers."""
    await importer.take_in(person.id, parcel)


async def refuse_kind(message: Message, t: Texts) -> None:
    await message.reply(t("gallery-archive-other"))


async def draw_best(
    query: CallbackQuery,
    callback_data: BestOf,
    bot: Bot,
    person: Person,
    importer: Importer,
    studio: Studio,
    t: Texts,
) -> None:
    best = await importer.best_moment(person.id, AlbumId(callback_data.album))
    await together.order(query, best.media if best else (), bot, person, studio, t)


def answer(
    report: AlbumReport, tally: Tally, best: BestMoment | None, t: Texts, country: str | None
) -> str:
    """One fact a line: kept, known before, refused and why, left out, left alone, not dated."""
    lines = [view.album(report, tally.outcomes.elements(), t)]
    if tally.others:
        lines.append(t("gallery-archive-others", count=tally.others))
    if untold := min(tally.untold, report.undated):
        lines.append(t("gallery-archive-untold", count=untold))
    title = moment_title(best.facts, t, country) if best else None
    if title:
        lines.append(t("gallery-archive-best", title=escape(title)))
    return "\n".join(lines)


def offer(report: AlbumReport, best: BestMoment | None, t: Texts) -> InlineKeyboardMarkup | None:
    draw = button(t("gallery-archive-button-draw"), BestOf(album=report.id))
    return left_out_door(report, t, *([draw] if best else []))


def why_not(refusal: Refusal, t: Texts) -> str:
    return t(refusal.text_id, **refusal.facts)
