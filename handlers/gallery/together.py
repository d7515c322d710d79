"""A collage in a message of its own: of an archive's best, or of photos that came one by one."""

from collections.abc import Sequence
from uuid import UUID

from aiogram import Bot
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.collage.studio import Studio
from bot.gallery.answers import LEAST_FOR_COLLAGE, AlbumReport
from bot.gallery.library import Library
from bot.telegram.status import StatusMessage
from bot.texts import Texts
from handlers.gallery.buttons import button
from handlers.screen import Screen, reword
from storage.gallery import AlbumId, MediaId
from storage.people import Person, PersonId


class Together(CallbackData, prefix="gp"):
    """A collage of an album's one photo, and of what came shortly before it."""

    album: UUID


async def offer(
    library: Library, owner: PersonId, report: AlbumReport, t: Texts
) -> list[InlineKeyboardButton]:
    """Under the answer of a photo alone, where another came shortly before."""
    if report.good != 1:
        return []
    before = len(await library.came_shortly_before(owner, report.id)) - 1
    label = t("gallery-button-together", count=before)
    return [button(label, Together(album=report.id))] if before > 0 else []


async def draw(
    query: CallbackQuery,
    callback_data: Together,
    bot: Bot,
    person: Person,
    library: Library,
    studio: Studio,
    t: Texts,
) -> None:
    media = await library.came_shortly_before(person.id, AlbumId(callback_data.album))
    await order(query, media, bot, person, studio, t)


async def order(
    query: CallbackQuery,
    media: Sequence[MediaId],
    bot: Bot,
    person: Person,
    studio: Studio,
    t: Texts,
) -> None:
    """The answer stays, without its button; another message becomes the collage."""
    await reword(query, Screen(_words(query)))
    drawing = t("gallery-drawing")
    status = await StatusMessage.begin(bot, person.telegram_id, drawing, is_private=True)
    if status.message_id is None:
        return
    place = {"chat_id": person.telegram_id, "message_id": status.message_id}
    if await studio.order(person.id, media, **place) < LEAST_FOR_COLLAGE:
        await status.end(t("gallery-gone"))


def _words(query: CallbackQuery) -> str:
    """What stands there, to be left without its button."""
    return query.message.html_text if isinstance(query.message, Message) else ""
