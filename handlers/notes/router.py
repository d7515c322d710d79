"""What is heard of one's own media in words: replies, words after photos, answers on a page."""

from uuid import UUID

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message

from bot.gallery.annotator import Annotator
from bot.gallery.said import About, Noted, Said
from bot.texts import Texts
from handlers.doors import CorrectPlace, NoteMedia
from handlers.middleware.consent import needs
from handlers.middleware.person import Awaits, Conversation
from handlers.notes import buttons, view, voices
from handlers.notes.buttons import TakeBack
from handlers.notes.heard import SaysOfPhotos
from handlers.screen import Screen, reword
from storage.gallery import MediaId
from storage.people import Person
from storage.personal_data import Purpose

KEEPS = needs(Purpose.CORE_SERVICE)
PLAIN_TEXT = F.text & ~F.text.startswith("/")
PLACE = "notes-place"
NOTE = "notes-note"


def build_router() -> Router:
    router = Router(name="notes")
    router.include_router(voices.build_router())
    router.message.register(hear_place, Awaits(PLACE), PLAIN_TEXT, flags=KEEPS)
    router.message.register(hear_note, Awaits(NOTE), PLAIN_TEXT, flags=KEEPS)
    router.message.register(note, PLAIN_TEXT, SaysOfPhotos(), flags=KEEPS)
    router.callback_query.register(ask_place, CorrectPlace.filter(), flags=KEEPS)
    router.callback_query.register(ask_note, NoteMedia.filter(), flags=KEEPS)
    router.callback_query.register(take_back, TakeBack.filter(), flags=KEEPS)
    return router


async def note(
    message: Message, about: About, said: Said, person: Person, annotator: Annotator, t: Texts
) -> None:
    """Said back in one line; what turns out to name no place is for somebody else to hear."""
    noted = await annotator.say_of(person.id, about, said)
    if noted is None:
        raise SkipHandler
    target = about.album or about.media[0]
    keyboard = buttons.noted_keyboard(target, noted.at, t)
    await message.reply(view.noted(noted, t, person.country), reply_markup=keyboard)


async def ask_place(
    query: CallbackQuery, callback_data: CorrectPlace, conversation: Conversation, t: Texts
) -> None:
    await conversation.expect(PLACE, str(callback_data.media))
    keyboard = buttons.leave_keyboard(callback_data.media, t)
    await reword(query, Screen(t("notes-ask-place"), keyboard))


async def ask_note(
    query: CallbackQuery, callback_data: NoteMedia, conversation: Conversation, t: Texts
) -> None:
    await conversation.expect(NOTE, str(callback_data.media))
    keyboard = buttons.leave_keyboard(callback_data.media, t)
    await reword(query, Screen(t("notes-ask-note"), keyboard))


async def hear_place(
    message: Message,
    about: str,
    person: Person,
    annotator: Annotator,
    conversation: Conversation,
    t: Texts,
) -> None:
    """A town, or else the person's own name for the place."""
    media = MediaId(UUID(about))
    if not await annotator.is_there(person.id, media):
        await conversation.clear()
        await message.reply(t("notes-gone"))
        return
    said = Said(where=message.text, is_sure=True)
    noted = await annotator.say(person.id, [media], said)
    if noted is None:
        await message.reply(t("notes-place-unclear"))
        return
    await conversation.clear()
    await _say_back(message, media, noted, person, t)


async def hear_note(
    message: Message,
    about: str,
    person: Person,
    annotator: Annotator,
    conversation: Conversation,
    t: Texts,
) -> None:
    media = MediaId(UUID(about))
    noted = await annotator.say(person.id, [media], Said(note=message.text))
    await conversation.clear()
    if noted is None:
        await message.reply(t("notes-gone"))
        return
    await _say_back(message, media, noted, person, t)


async def _say_back(
    message: Message, media: MediaId, noted: Noted, person: Person, t: Texts
) -> None:
    keyboard = buttons.asked_keyboard(media, noted.at, t)
    await message.reply(view.noted(noted, t, person.country), reply_markup=keyboard)


async def take_back(
    query: CallbackQuery, callback_data: TakeBack, person: Person, annotator: Annotator, t: Texts
) -> None:
    undone = await annotator.take_back(
        person.id, MediaId(callback_data.about), callback_data.said_at
    )
    await reword(query, Screen(t("notes-taken-back" if undone else "notes-too-late")))
