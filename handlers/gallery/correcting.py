"""Corrects the media that is shown: its date, its place, a note; the page comes back in place."""

from dataclasses import dataclass
from uuid import UUID

from aiogram import Bot, F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.gallery.annotator import Annotator
from bot.gallery.library import Library
from bot.gallery.said import Said
from bot.texts import Texts
from handlers.gallery.buttons import Correct, Matter, button
from handlers.gallery.screens import Pages
from handlers.gallery.show import turn_into, turn_page
from handlers.middleware.consent import needs
from handlers.middleware.person import Awaits, Conversation
from handlers.noted import TakeBack, noted
from handlers.screen import Screen, reword, take_from_chat
from storage.gallery import MediaId
from storage.people import Person
from storage.personal_data import Purpose

CORRECTION = "gallery-correction"
PLAIN_TEXT = F.text & ~F.text.startswith("/")
UNCLEAR = {Matter.DATE: "gallery-date-unclear", Matter.PLACE: "gallery-place-unclear"}


class LeaveAsIs(CallbackData, prefix="gl"):
    """Back to the media, as it was."""

    media: UUID


class TakeBackHere(TakeBack, prefix="gw"):
    """The same, of the page of one media."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the next words are about, and the message that shows it."""

    what: Matter
    media: MediaId
    message_id: int

    @classmethod
    def read(cls, about: str) -> "Asked":
        what, media, number = about.split(":")
        return cls(Matter(what), MediaId(UUID(media)), int(number))

    def __str__(self) -> str:
        return f"{self.what}:{self.media.hex}:{self.message_id}"


def build_router() -> Router:
    router = Router(name="correcting")
    keeps = needs(Purpose.CORE_SERVICE)
    router.message.register(hear, Awaits(CORRECTION), PLAIN_TEXT, flags=keeps)
    router.callback_query.register(ask, Correct.filter(), flags=keeps)
    router.callback_query.register(leave, LeaveAsIs.filter(), flags=keeps)
    router.callback_query.register(take_back, TakeBackHere.filter(), flags=keeps)
    return router


async def ask(
    query: CallbackQuery, callback_data: Correct, conversation: Conversation, t: Texts
) -> None:
    """The page keeps its picture; the question takes the place of its words."""
    media, what = MediaId(callback_data.media), callback_data.what
    shown = query.message.message_id if query.message else 0
    await conversation.expect(CORRECTION, str(Asked(what, media, shown)))
    leave_it = button(t("gallery-button-no-date"), LeaveAsIs(media=media))
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[leave_it]])
    await reword(query, Screen(t(f"gallery-ask-{what.name.lower()}"), keyboard))


async def leave(
    query: CallbackQuery, callback_data: LeaveAsIs, conversation: Conversation, pages: Pages
) -> None:
    await conversation.clear()
    await turn_into(query, await pages.corrected(MediaId(callback_data.media)))


async def hear(
    message: Message,
    about: str,
    bot: Bot,
    person: Person,
    annotator: Annotator,
    library: Library,
    conversation: Conversation,
    pages: Pages,
    t: Texts,
) -> None:
    """What is unclear is said, and awaited further."""
    asked, found = Asked.read(about), None
    is_there = await annotator.is_there(person.id, asked.media)
    if is_there and (said := await _said(asked.what, message, person, library)):
        found = await annotator.say(person.id, [asked.media], said)
    if is_there and found is None and asked.what in UNCLEAR:
        await message.reply(t(UNCLEAR[asked.what]))
        return
    await conversation.clear()
    shown = await pages.corrected(asked.media)
    if found:
        undo = button(t("gallery-button-undo"), TakeBackHere.of(asked.media, found.at))
        shown = shown.under(noted(found, t, person.country), undo)
        await take_from_chat(bot, message.chat.id, found.closes)
    await turn_page(bot, message, asked.message_id, shown)


async def _said(what: Matter, message: Message, person: Person, library: Library) -> Said | None:
    """None where it is no date."""
    if what is Matter.PLACE:
        return Said(where=message.text, is_sure=True)
    if what is Matter.NOTE:
        return Said(note=message.text)
    taken = await library.understand_date(person.id, message.text or "")
    return Said(when=taken) if taken else None


async def take_back(
    query: CallbackQuery,
    callback_data: TakeBackHere,
    person: Person,
    annotator: Annotator,
    pages: Pages,
) -> None:
    media = MediaId(callback_data.about)
    undone = await annotator.take_back(person.id, media, callback_data.said_at)
    said = pages.t("gallery-correction-undone" if undone else "notes-too-late")
    await turn_into(query, (await pages.corrected(media)).under(said))
