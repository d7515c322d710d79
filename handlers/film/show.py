"""One message for one film: it counts while it is shot, and becomes the film."""

from contextlib import suppress
from typing import Self

from aiogram import Bot
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaVideo,
    Message,
)

from bot.collage.director import Director
from bot.collage.film_draft import FilmDraft, Shown
from bot.telegram.errors import WIRE_ERRORS
from bot.telegram.in_place import reworded, turned_into
from bot.telegram.status import StatusMessage
from bot.texts import Texts
from handlers.film import buttons, view
from storage.people import PersonId


class Progress:
    """How far a film is, in the message that will be it: one edit a second, none is needed."""

    def __init__(self, status: StatusMessage, t: Texts) -> None:
        self._status = status
        self._t = t

    @classmethod
    def of(cls, bot: Bot, draft: FilmDraft, t: Texts) -> Self:
        status = StatusMessage(bot, draft.chat_id, draft.message_id, is_media=draft.is_shown)
        return cls(status, t)

    async def __call__(self, done: int, count: int) -> None:
        await self._status.show(self._t("film-progress", done=done, count=count))


async def show(
    bot: Bot, director: Director, owner: PersonId, draft: FilmDraft, shown: Shown, t: Texts
) -> None:
    """Turn the film's message into it; where that is gone, send a new one."""
    caption = view.caption(draft, t, is_video=shown.is_video)
    keyboard = buttons.film_keyboard(draft, t, is_video=shown.is_video)
    film = _media(draft, shown, caption, t)
    sent = await turned_into(bot, draft.chat_id, draft.message_id, film, keyboard)
    if sent is None:
        sent = await _sent(bot, draft, shown, caption, keyboard, t)
    if isinstance(sent, Message):
        name = sent.video.file_id if sent.video else None
        await director.shown(owner, draft, sent.message_id, name)


async def show_file(bot: Bot, chat_id: int, message_id: int, shown: Shown, t: Texts) -> None:
    """Turn a message into the film as a file; where that is gone, send it."""
    file = file_of(shown, t)
    media = InputMediaDocument(media=file, disable_content_type_detection=True)
    if await turned_into(bot, chat_id, message_id, media) is None:
        await bot.send_document(chat_id, file, disable_content_type_detection=True)


def file_of(shown: Shown, t: Texts) -> BufferedInputFile:
    suffix = "mp4" if shown.is_video else "webp"
    return BufferedInputFile(shown.content, f"{t('film-file-name')}.{suffix}")


def _media(
    draft: FilmDraft, shown: Shown, caption: str, t: Texts
) -> InputMediaVideo | InputMediaDocument:
    file = file_of(shown, t)
    if not shown.is_video or draft.film is None:
        return InputMediaDocument(media=file, caption=caption, disable_content_type_detection=True)
    page = draft.film.page
    return InputMediaVideo(
        media=file,
        caption=caption,
        width=page.width,
        height=page.height,
        duration=round(draft.film.seconds),
        supports_streaming=True,
    )


async def _sent(
    bot: Bot, draft: FilmDraft, shown: Shown, caption: str, keyboard: InlineKeyboardMarkup,
    t: Texts,
) -> Message:  # fmt: skip
    file = file_of(shown, t)
    if not shown.is_video or draft.film is None:
        return await bot.send_document(
            draft.chat_id,
            file,
            caption=caption,
            reply_markup=keyboard,
            protect_content=True,
            disable_content_type_detection=True,
        )
    page = draft.film.page
    return await bot.send_video(
        draft.chat_id,
        file,
        caption=caption,
        reply_markup=keyboard,
        protect_content=True,
        width=page.width,
        height=page.height,
        duration=round(draft.film.seconds),
        supports_streaming=True,
    )


async def say_there(bot: Bot, draft: FilmDraft, text: str) -> bool:
    """Words in the film's message, the film itself left as it is; False where that is gone."""
    return await reworded(bot, draft.chat_id, draft.message_id, text, is_media=draft.is_shown)


async def say_below(bot: Bot, draft: FilmDraft, text: str) -> None:
    """The same; as a new message where that is gone."""
    if not await say_there(bot, draft, text):
        with suppress(*WIRE_ERRORS):
            await bot.send_message(draft.chat_id, text)
