"""What hangs on a photo: a voice message kept with it, a live photo's film; both played again."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import UUID

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    Voice,
)

from bot.gallery.voices import Spoken, SpokenNote, Voices
from bot.texts import Texts
from handlers.doors import PlayLive, PlayVoice
from handlers.middleware.consent import needs, shows_own
from handlers.screen import Screen, reword
from storage.gallery import MediaId
from storage.people import Person
from storage.personal_data import Purpose

Answer = Callable[[Message, bytes], Awaitable[None]]
KEEPS = needs(Purpose.CORE_SERVICE)
SHOWS = shows_own()


class TakeBackVoice(CallbackData, prefix="nv"):
    """Destroy this very voice; voice: the beginning of its name."""

    media: UUID
    voice: str


def build_router() -> Router:
    router = Router(name="voices")
    router.message.register(keep_voice, F.voice.as_("spoken"), flags=KEEPS)
    router.callback_query.register(take_back, TakeBackVoice.filter(), flags=SHOWS)
    router.callback_query.register(play, PlayVoice.filter(), flags=SHOWS)
    router.callback_query.register(play_live, PlayLive.filter(), flags=SHOWS)
    return router


async def keep_voice(
    message: Message, spoken: Voice, person: Person, voices: Voices, t: Texts
) -> None:
    """Said back in one line; nobody listens to it."""
    replied = message.reply_to_message
    note = SpokenNote(
        chat_id=message.chat.id,
        replied=replied.message_id if replied else None,
        telegram_file=spoken.file_id,
        length=timedelta(seconds=spoken.duration),
        size_bytes=spoken.file_size or 0,
    )
    kept = await voices.keep(person.id, note)
    await message.reply(_said(kept, t), reply_markup=_keyboard(kept, t))


async def take_back(
    query: CallbackQuery, callback_data: TakeBackVoice, person: Person, voices: Voices, t: Texts
) -> None:
    media = MediaId(callback_data.media)
    gone = await voices.take_back(person.id, media, callback_data.voice)
    await reword(query, Screen(t("notes-voice-taken-back" if gone else "notes-voice-gone")))


async def play(
    query: CallbackQuery, callback_data: PlayVoice, person: Person, voices: Voices, t: Texts
) -> None:
    async def answer(page: Message, voice: bytes) -> None:
        file = BufferedInputFile(voice, "voice.oga")
        await page.answer_voice(file, protect_content=True)

    found = await voices.play(person.id, MediaId(callback_data.media))
    await _play(query, found, answer, t("notes-voice-gone"))


async def play_live(
    query: CallbackQuery, callback_data: PlayLive, person: Person, voices: Voices, t: Texts
) -> None:
    async def answer(page: Message, film: bytes) -> None:
        file = BufferedInputFile(film, "live.mp4")
        await page.answer_video(file, protect_content=True)

    found = await voices.play_live(person.id, MediaId(callback_data.media))
    await _play(query, found, answer, t("notes-gone"))


async def _play(query: CallbackQuery, found: bytes | None, answer: Answer, gone: str) -> None:
    """Under the page that it belongs to."""
    if not isinstance(query.message, Message):
        return
    if found is None:
        await query.message.answer(gone)
    else:
        await answer(query.message, found)


def _said(kept: Spoken, t: Texts) -> str:
    said = t("notes-voice-kept", which="replied" if kept.is_reply else "last")
    return f"{said} {t('notes-voice-replaced')}" if kept.has_replaced else said


def _keyboard(kept: Spoken, t: Texts) -> InlineKeyboardMarkup:
    """What was replaced does not come back, so then it is no undoing."""
    label = "notes-button-forget-voice" if kept.has_replaced else "notes-button-undo"
    data = TakeBackVoice(media=kept.media, voice=kept.voice).pack()
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=t(label), callback_data=data)]]
    )
