"""Sending what was checked a moment ago, to a channel or a Story, and noting that it went."""

from typing import Final

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import (
    BufferedInputFile,
    InputStoryContentPhoto,
    InputStoryContentVideo,
    Message,
)

from bot.sharing.posts import Posted, Ready, Refused, Told, Unknown
from bot.sharing.publisher import Publisher
from bot.sharing.shareable import NotAllowedThere, NothingToShare, StoryRefused
from bot.telegram.errors import OutcomeUnknown
from bot.texts import Texts
from handlers.sharing import view
from handlers.sharing.view import file_of
from storage.people import PersonId
from storage.sharing import DraftKind

NO: Final = (TelegramBadRequest, TelegramForbiddenError)


async def send(bot: Bot, publisher: Publisher, owner: PersonId, ready: Ready, t: Texts) -> Told:
    """Each message leaves under the job's number, so that a second run sends none again."""
    if ready.connection is not None:
        return await _to_story(bot, publisher, owner, ready, ready.connection, t)
    return await _to_channel(bot, publisher, owner, ready, t)


async def _to_channel(
    bot: Bot, publisher: Publisher, owner: PersonId, ready: Ready, t: Texts
) -> Told:
    place = ready.recap.place
    if place is None:
        return Refused(ready.recap, NothingToShare())
    try:
        sent = await _shown(bot, place.chat_id, ready, t)
    except OutcomeUnknown:
        return Unknown(ready.recap)
    except NO:
        return Refused(ready.recap, NotAllowedThere(title=place.title))
    numbers = [sent.message_id]
    if ready.recap.with_file:
        numbers += await _file_too(bot, place.chat_id, ready, t)
    post = await publisher.posted(owner, ready, message_ids=tuple(numbers))
    if post is None:
        return Unknown(ready.recap)
    return Posted(ready.recap, post, is_whole=len(numbers) > ready.recap.with_file)


async def _shown(bot: Bot, chat_id: int, ready: Ready, t: Texts) -> Message:
    """As a photo, or as a video."""
    file = file_of(ready.shareable.ref.kind, ready.picture, t)
    caption = view.caption(ready.shareable, t)
    if ready.shareable.ref.kind is DraftKind.FILM:
        return await bot.send_video(chat_id, file, caption=caption, supports_streaming=True)
    return await bot.send_photo(chat_id, file, caption=caption)


async def _file_too(bot: Bot, chat_id: int, ready: Ready, t: Texts) -> list[int]:
    """Nothing where it would not go: the picture, which is there, counts."""
    file = file_of(ready.shareable.ref.kind, ready.picture, t)
    try:
        sent = await bot.send_document(
            chat_id,
            file,
            caption=view.label(ready.shareable, t),
            disable_content_type_detection=True,
        )
    except (OutcomeUnknown, *NO):
        return []
    return [sent.message_id]


async def _to_story(
    bot: Bot, publisher: Publisher, owner: PersonId, ready: Ready, connection: str, t: Texts
) -> Told:
    period = ready.recap.period
    if period is None:
        return Refused(ready.recap, NothingToShare())
    try:
        story = await bot.post_story(
            connection,
            story_content(ready.shareable.ref.kind, ready.picture),
            int(period.total_seconds()),
            caption=view.caption(ready.shareable, t),
        )
    except OutcomeUnknown:
        return Unknown(ready.recap)
    except NO:
        return Refused(ready.recap, StoryRefused())
    post = await publisher.posted(owner, ready, story_id=story.id)
    return Posted(ready.recap, post) if post else Unknown(ready.recap)


def story_content(
    kind: DraftKind, picture: bytes
) -> InputStoryContentPhoto | InputStoryContentVideo:
    """Built unchecked: aiogram 3.31 takes only names of files here, and Telegram only files."""
    if kind is DraftKind.FILM:
        video = BufferedInputFile(picture, "story.mp4")
        return InputStoryContentVideo.model_construct(
            video=video,  # type: ignore[arg-type]  # says aiogram; see above
        )
    return story_photo(picture)


def story_photo(picture: bytes) -> InputStoryContentPhoto:
    """Built unchecked, as above."""
    file = BufferedInputFile(picture, "story.jpg")
    return InputStoryContentPhoto.model_construct(
        photo=file,  # type: ignore[arg-type]  # says aiogram; see above
    )
