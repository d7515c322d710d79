"""What reminders hear: yes to them, when, what a person says to one, and stop."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import BufferedInputFile, CallbackQuery, InputMediaPhoto, Message

from bot.clock import Clock
from bot.consent.registrar import Registrar
from bot.memories.avoid import AvoidKind
from bot.memories.cadence import MOST_TIMES_A_WEEK
from bot.memories.curator import Curator
from bot.memories.zones import zones_of
from bot.telegram.commands import called
from bot.texts import Texts, say_day
from handlers import notice
from handlers.doors import AskReminders, ExplainMemory
from handlers.memories import buttons, view
from handlers.memories.buttons import (
    Answer,
    HabitAct,
    OnHabit,
    OnNudge,
    SetHour,
    SetTimes,
    SetZone,
)
from handlers.middleware.consent import needs
from handlers.screen import Screen, reword, say
from storage.memories import NudgeId
from storage.people import Person
from storage.personal_data import Purpose

Answering = Callable[..., Awaitable[None]]
AVOIDS: Final = {
    Answer.NEVER: AvoidKind.MEDIA,
    Answer.DAY: AvoidKind.DAY,
    Answer.PLACE: AvoidKind.PLACE,
}
PAUSE: Final = timedelta(days=30)
SUGGESTS = needs(Purpose.SUGGEST_ANALYSE)
NUDGES = needs(Purpose.NUDGE_MEMORIES)


def build_router() -> Router:
    router = Router(name="memories")
    router.message.register(show_habit, Command(*called("memories")), flags=SUGGESTS)
    router.callback_query.register(ask_reminders, AskReminders.filter(), flags=SUGGESTS)
    router.callback_query.register(set_hour, SetHour.filter(), flags=NUDGES)
    router.callback_query.register(set_times, SetTimes.filter(), flags=NUDGES)
    router.callback_query.register(set_zone, SetZone.filter(), flags=NUDGES)
    router.callback_query.register(explain_last, ExplainMemory.filter(), flags=NUDGES)
    habits: dict[HabitAct, Answering] = {HabitAct.CHANGE: ask_hour, HabitAct.PAUSE: pause}
    for act, handler in habits.items():
        router.callback_query.register(handler, OnHabit.filter(F.act == act), flags=NUDGES)
    router.callback_query.register(stop, OnHabit.filter(F.act == HabitAct.STOP))
    answers: dict[Answer, Answering] = {
        Answer.OPEN: open_memory,
        Answer.NOT_TODAY: not_today,
        Answer.NEVER: avoid,
        Answer.DAY: avoid,
        Answer.PLACE: avoid,
        Answer.THAT_IS_ALL: avoid_no_more,
        Answer.WHY: say_why,
    }
    for answer, handler in answers.items():
        router.callback_query.register(handler, OnNudge.filter(F.answer == answer), flags=NUDGES)
    return router


async def show_habit(
    message: Message, person: Person, curator: Curator, registrar: Registrar, t: Texts
) -> None:
    await say(message, await _next_screen(person, curator, registrar, t))


async def ask_reminders(
    query: CallbackQuery, person: Person, curator: Curator, registrar: Registrar, t: Texts
) -> None:
    """From under a collage: in a message of its own, the collage stays."""
    if isinstance(query.message, Message):
        await say(query.message, await _next_screen(person, curator, registrar, t))


async def _next_screen(person: Person, curator: Curator, registrar: Registrar, t: Texts) -> Screen:
    """The consent first, then the hour, then what is set."""
    habit = await curator.habit(person.id)
    if habit is None:
        await registrar.asked(person.id, Purpose.NUDGE_MEMORIES, t.language)
        return notice.question(notice.show(registrar.notices, Purpose.NUDGE_MEMORIES, t), t)
    if habit.hour is None or habit.zone is None:
        return Screen(t("memories-ask-hour"), buttons.hours_keyboard(t))
    text = view.settled(habit.hour, habit.times_a_week, habit.zone, t)
    return Screen(text, buttons.habit_keyboard(t))


async def ask_hour(query: CallbackQuery, t: Texts) -> None:
    await reword(query, Screen(t("memories-ask-hour"), buttons.hours_keyboard(t)))


async def set_hour(query: CallbackQuery, callback_data: SetHour, t: Texts) -> None:
    keyboard = buttons.times_keyboard(callback_data.hour, t)
    await reword(query, Screen(t("memories-ask-times"), keyboard))


async def set_times(
    query: CallbackQuery,
    callback_data: SetTimes,
    person: Person,
    curator: Curator,
    clock: Clock,
    t: Texts,
) -> None:
    """A country with one clock needs no further question."""
    zones = list(zones_of(person.country or "", clock.now())) or ["UTC"]
    if person.zone is None and len(zones) > 1:
        keyboard = buttons.zones_keyboard(zones, clock.now(), callback_data, t)
        return await reword(query, Screen(t("memories-ask-zone"), keyboard))
    zone = person.zone or zones[0]
    return await _settle(query, callback_data, zone, person, curator, t)


async def set_zone(
    query: CallbackQuery,
    callback_data: SetZone,
    person: Person,
    curator: Curator,
    clock: Clock,
    t: Texts,
) -> None:
    zones = zones_of(person.country or "", clock.now())
    zone = zones[callback_data.zone] if callback_data.zone in range(len(zones)) else "UTC"
    await _settle(query, callback_data, zone, person, curator, t)


async def _settle(
    query: CallbackQuery,
    picked: SetTimes | SetZone,
    zone: str,
    person: Person,
    curator: Curator,
    t: Texts,
) -> None:
    times = min(max(picked.times, 1), MOST_TIMES_A_WEEK)
    await curator.settle(person.id, hour=picked.hour % 24, times_a_week=times, zone=zone)
    text = view.settled(picked.hour % 24, times, zone, t)
    await reword(query, Screen(text, buttons.habit_keyboard(t)))


async def pause(
    query: CallbackQuery, person: Person, curator: Curator, clock: Clock, t: Texts
) -> None:
    last = (clock.now() + PAUSE).date()
    await curator.pause(person.id, last)
    await reword(query, Screen(t("memories-paused", day=say_day(last, t.language))))


async def stop(query: CallbackQuery, person: Person, registrar: Registrar, t: Texts) -> None:
    """One tap on any reminder stops them all."""
    how = notice.pressed(query)
    done = await registrar.withdrawn(person.id, Purpose.NUDGE_MEMORIES, how)
    await reword(query, view.stopped(t, is_news=bool(done.purposes)))


async def open_memory(
    query: CallbackQuery, callback_data: OnNudge, person: Person, curator: Curator, t: Texts
) -> None:
    """One picture takes the blurred one's place; several come as an album under it, once."""
    pictures = await curator.open(person.id, NudgeId(callback_data.nudge))
    if not pictures or not isinstance(query.message, Message):
        return await reword(query, Screen(t("memories-gone")))
    files = [BufferedInputFile(one, "photo.jpg") for one in pictures]
    if len(files) > 1 and query.message.has_media_spoiler:
        album = [InputMediaPhoto(media=file) for file in files]
        await query.message.answer_media_group(list(album), protect_content=True)
    text = t("memories-opened", count=len(files))
    await query.message.edit_media(
        InputMediaPhoto(media=files[0], caption=text),
        reply_markup=buttons.opened_keyboard(callback_data.nudge, t),
    )
    return None


async def not_today(
    query: CallbackQuery, callback_data: OnNudge, person: Person, curator: Curator, t: Texts
) -> None:
    found = await curator.not_today(person.id, NudgeId(callback_data.nudge))
    await reword(query, Screen(t("memories-not-today" if found else "memories-gone")))


async def avoid(
    query: CallbackQuery, callback_data: OnNudge, person: Person, curator: Curator, t: Texts
) -> None:
    """Never this one; then, if they wish, its day or its place."""
    kind = AVOIDS[callback_data.answer]
    avoided = await curator.avoid(person.id, NudgeId(callback_data.nudge), kind)
    await reword(query, view.avoided(kind, avoided, callback_data.nudge, t))


async def avoid_no_more(query: CallbackQuery, t: Texts) -> None:
    await reword(query, Screen(t("memories-avoided-enough")))


async def say_why(
    query: CallbackQuery, callback_data: OnNudge, person: Person, curator: Curator, t: Texts
) -> None:
    memory = await curator.why(person.id, NudgeId(callback_data.nudge))
    if isinstance(query.message, Message):
        await query.message.reply(view.why(memory, t) if memory else t("memories-gone"))


async def explain_last(query: CallbackQuery, person: Person, curator: Curator, t: Texts) -> None:
    """Somebody asked why, without saying of which reminder."""
    memory = await curator.why_last(person.id)
    if isinstance(query.message, Message):
        await query.message.answer(view.why(memory, t) if memory else t("memories-gone"))
