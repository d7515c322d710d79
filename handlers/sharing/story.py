"""Stories: how to connect, the Story as it would be, for how long, and a connection that ends."""

from datetime import timedelta

from aiogram import Bot
from aiogram.types import BusinessConnection, CallbackQuery

from bot.sharing.publisher import Publisher
from bot.sharing.shareable import PERIODS, QuestionOld
from bot.texts import Texts
from handlers.screen import Screen, reword, tell
from handlers.sharing import buttons, view
from handlers.sharing.data import ChoosePeriod, OnRecap, ToStory
from storage.people import Person
from storage.sharing import DraftKind, RecapId, RecapState


async def show(
    query: CallbackQuery,
    callback_data: ToStory,
    bot: Bot,
    person: Person,
    publisher: Publisher,
    t: Texts,
) -> None:
    """Without a connection, how to make one; with it, the picture as a phone will show it."""
    recap, shareable = await publisher.to_story(person.id, callback_data.ref)
    if recap.state is RecapState.WAITING:
        name = (await bot.me()).username or ""
        return await tell(query, view.waiting_story(recap, name, t), bot)
    picture = await publisher.story(person.id, shareable.ref)
    screen = view.periods(recap, shareable, t)
    send = bot.send_video if shareable.ref.kind is DraftKind.FILM else bot.send_photo
    sent = await send(
        person.telegram_id,
        view.file_of(shareable.ref.kind, picture, t),
        caption=screen.text,
        reply_markup=screen.buttons,
        protect_content=True,
    )
    return await publisher.shown_in(person.id, recap.id, sent.message_id)


async def choose_period(
    query: CallbackQuery,
    callback_data: ChoosePeriod,
    person: Person,
    publisher: Publisher,
    t: Texts,
) -> None:
    period = timedelta(hours=callback_data.hours)
    if period not in PERIODS:
        raise QuestionOld
    found = await publisher.choose(person.id, RecapId(callback_data.recap), period=period)
    await reword(query, view.story_recap(*found, t))


async def show_periods(
    query: CallbackQuery, callback_data: OnRecap, person: Person, publisher: Publisher, t: Texts
) -> None:
    found = await publisher.choose(person.id, RecapId(callback_data.recap), with_file=False)
    await reword(query, view.periods(*found, t))


async def connection_changed(
    connection: BusinessConnection, bot: Bot, person: Person, publisher: Publisher, t: Texts
) -> None:
    """Telegram says what the person arranged in its settings; no message comes with it."""
    if not connection.is_enabled:
        await publisher.disconnected(person.id)
        screen = Screen(t("sharing-story-off"))
    else:
        can_post = bool(connection.rights and connection.rights.can_manage_stories)
        ref = await publisher.connected(person.id, connection.id, can_post=can_post)
        text = t("sharing-story-connected" if can_post else "sharing-story-no-right")
        screen = Screen(text, buttons.to_story(ref, t) if ref else None)
    await bot.send_message(person.telegram_id, screen.text, reply_markup=screen.buttons)
