"""Taking back: what Telegram lets a bot delete is deleted; of the rest the truth is told."""

from enum import StrEnum
from typing import Final

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import CallbackQuery

from bot.clock import Clock
from bot.sharing.publisher import Publisher
from bot.sharing.shareable import NothingToShare, Post
from bot.texts import Texts
from handlers.doors import TakeBackPosts
from handlers.screen import Screen, reword, tell
from handlers.sharing.data import TakeBack
from storage.people import Person, PersonId
from storage.sharing import Destination, PostId

NO: Final = (TelegramBadRequest, TelegramForbiddenError)


class Taken(StrEnum):
    """What became of it; the value ends the id of its sentence."""

    BACK = "taken-back"
    OVER = "story-over"
    NOT = "cannot-take-back"
    NOT_STORY = "cannot-take-back-story"


async def take_back(
    query: CallbackQuery,
    callback_data: TakeBack,
    bot: Bot,
    person: Person,
    publisher: Publisher,
    clock: Clock,
    t: Texts,
) -> None:
    post = await publisher.post(person.id, PostId(callback_data.post))
    if post is None:
        raise NothingToShare
    is_over = post.until is not None and post.until <= clock.now()
    taken = Taken.OVER if is_over else await _take(bot, publisher, person.id, post)
    await reword(query, Screen(t(f"sharing-{taken}")))


async def take_all_back(
    query: CallbackQuery,
    callback_data: TakeBackPosts,
    bot: Bot,
    person: Person,
    publisher: Publisher,
    t: Texts,
) -> None:
    del callback_data
    found = await publisher.standing(person.id)
    taken = [await _take(bot, publisher, person.id, post) for post in found]
    back = taken.count(Taken.BACK)
    lines = [t("sharing-taken-back-all", count=back)] if back or not taken else []
    if back < len(taken):
        lines.append(t("sharing-not-all-taken-back", count=len(taken) - back))
    await tell(query, Screen("\n".join(lines)), bot)


async def _take(bot: Bot, publisher: Publisher, owner: PersonId, post: Post) -> Taken:
    if post.is_taken_back:
        return Taken.BACK
    if post.destination is Destination.STORY:
        taken = await _delete_story(bot, publisher, owner, post)
    else:
        taken = await _delete_messages(bot, post)
    if taken is Taken.BACK:
        await publisher.take_back(owner, post.id)
    return taken


async def _delete_messages(bot: Bot, post: Post) -> Taken:
    if post.place is None:
        return Taken.NOT
    try:
        for number in post.message_ids:
            await bot.delete_message(post.place.chat_id, number)
    except NO:
        return Taken.NOT
    return Taken.BACK


async def _delete_story(bot: Bot, publisher: Publisher, owner: PersonId, post: Post) -> Taken:
    connection = await publisher.connection(owner)
    if connection is None or post.story_id is None:
        return Taken.NOT_STORY
    try:
        await bot.delete_story(connection, post.story_id)
    except TelegramBadRequest as refusal:
        if "STORY_ID_INVALID" not in refusal.message:  # else somebody deleted it by hand
            return Taken.NOT_STORY
    return Taken.BACK
