"""What is heard of one's own media in words: replies, and words right after photos."""

from aiogram import Bot, F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message

from bot.gallery.annotator import Annotator
from bot.gallery.said import About, Said
from bot.texts import Texts
from handlers.middleware.consent import needs
from handlers.noted import TakeBack, noted
from handlers.notes import voices
from handlers.notes.buttons import noted_keyboard
from handlers.notes.heard import SaysOfPhotos
from handlers.screen import Screen, reword, take_from_chat
from storage.gallery import MediaId
from storage.people import Person
from storage.personal_data import Purpose

KEEPS = needs(Purpose.CORE_SERVICE)
PLAIN_TEXT = F.text & ~F.text.startswith("/")


def build_router() -> Router:
    router = Router(name="notes")
    router.include_router(voices.build_router())
    router.message.register(note, PLAIN_TEXT, SaysOfPhotos(), flags=KEEPS)
    router.callback_query.register(take_back, TakeBack.filter(), flags=KEEPS)
    return router


async def note(
    message: Message,
    about: About,
    said: Said,
    bot: Bot,
    person: Person,
    annotator: Annotator,
    t: Texts,
) -> None:
    """Said back in one line; what turns out to name no place is for somebody else to hear."""
    found = await annotator.say_of(person.id, about, said)
    if found is None:
        raise SkipHandler
    target = about.album or about.media[0]
    keyboard = noted_keyboard(target, found.at, t)
    await message.reply(noted(found, t, person.country), reply_markup=keyboard)
    await take_from_chat(bot, message.chat.id, found.closes)


async def take_back(
    query: CallbackQuery, callback_data: TakeBack, person: Person, annotator: Annotator, t: Texts
) -> None:
    undone = await annotator.take_back(
        person.id, MediaId(callback_data.about), callback_data.said_at
    )
    await reword(query, Screen(t("notes-taken-back" if undone else "notes-too-late")))
