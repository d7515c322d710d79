"""The words of a collage: opened from its button or by a reply, given back to it when used."""

from typing import Any
from uuid import UUID

from aiogram import Bot
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, ReplyParameters

from bot.collage.draft import Draft
from bot.collage.studio import Studio
from bot.texts import Texts
from bot.writing.desk import Sheet
from bot.writing.wishes import Wish
from bot.writing.writer import Writer
from handlers.doors import WordsOfCollage
from handlers.screen import Screen, reword
from handlers.writing import view
from handlers.writing.buttons import OnWords
from handlers.writing.heard import Asked
from storage.collage import CollageId
from storage.people import Person
from storage.writing import RewritingId


class ReplyToCollage(Filter):
    """Passes a wish that answers a collage of one's own; the handler gets which."""

    async def __call__(
        self, message: Message, found: Asked, person: Person, studio: Studio
    ) -> bool | dict[str, Any]:
        replied = message.reply_to_message
        if found.text or replied is None or not replied.photo:
            return False
        shown = await studio.shown_in(person.id, message.chat.id, replied.message_id)
        return {"collage": shown} if shown else False


async def open_words(
    _query: CallbackQuery,
    callback_data: WordsOfCollage,
    bot: Bot,
    person: Person,
    studio: Studio,
    writer: Writer,
    t: Texts,
) -> None:
    draft = await studio.draft(
        person.id, CollageId(callback_data.collage), version=callback_data.version
    )
    await _open(bot, draft, None, person, writer, t)


async def hear_wish(
    _message: Message,
    found: Asked,
    collage: CollageId,
    bot: Bot,
    person: Person,
    studio: Studio,
    writer: Writer,
    t: Texts,
) -> None:
    await _open(bot, await studio.draft(person.id, collage), found.wish, person, writer, t)


async def _open(
    bot: Bot, draft: Draft, wish: Wish | None, person: Person, writer: Writer, t: Texts
) -> None:
    """In a message under the collage: its words, or the first of those proposed."""
    proposed = draft.proposals[0].text if draft.proposals else ""
    text = draft.caption or proposed
    sheet = await writer.begin(person.id, text, chat_id=draft.chat_id, collage=draft.id)
    screen = view.working(sheet, wish, t) if wish else view.words(sheet, t)
    reply = ReplyParameters(message_id=draft.message_id) if draft.message_id else None
    shown = await bot.send_message(
        draft.chat_id, screen.text, reply_markup=screen.buttons, reply_parameters=reply
    )
    await writer.placed(person.id, sheet.id, shown.message_id)
    if wish:
        await writer.wish(person.id, sheet, wish)


async def use(
    query: CallbackQuery,
    sheet: Sheet,
    collage: UUID,
    person: Person,
    studio: Studio,
    writer: Writer,
    t: Texts,
) -> None:
    """Under the collage from now on; a collage that is gone, or too many words, is said."""
    await studio.caption(person.id, CollageId(collage), sheet.current)
    await writer.accept(person.id, sheet)
    await reword(query, Screen(t("writing-used")))


async def offer_others(
    query: CallbackQuery, callback_data: OnWords, person: Person, writer: Writer, t: Texts
) -> None:
    sheet = await writer.sheet(
        person.id, RewritingId(callback_data.rewriting), version=callback_data.version
    )
    await reword(query, Screen(t("writing-proposing")))
    await writer.propose_others(person.id, sheet)
