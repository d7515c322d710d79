"""The buttons of reminders: when they may come, and what a person says to one."""

from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.memories.cadence import MOST_TIMES_A_WEEK
from bot.memories.reminder import Avoided
from bot.memories.zones import town_of
from bot.texts import Texts

HOURS: Final = range(8, 22)  # outside the quiet hours
IN_A_ROW: Final = 5


class SetHour(CallbackData, prefix="mh"):
    """The hour, on the person's clock."""

    hour: int


class SetTimes(CallbackData, prefix="mt"):
    """How many a week, at the hour picked before."""

    hour: int
    times: int


class SetZone(CallbackData, prefix="mz"):
    """Where the person's clock hangs: the place of a zone among those of their country."""

    hour: int
    times: int
    zone: int


class HabitAct(StrEnum):
    """What can be done with reminders as a whole."""

    CHANGE = "c"
    PAUSE = "p"
    STOP = "s"


class OnHabit(CallbackData, prefix="ma"):
    """Change, pause or stop reminders."""

    act: HabitAct


class Answer(StrEnum):
    """What a person says to one reminder."""

    OPEN = "o"
    NOT_TODAY = "t"
    NEVER = "n"
    DAY = "d"
    PLACE = "p"
    THAT_IS_ALL = "a"
    WHY = "w"


class OnNudge(CallbackData, prefix="mn"):
    """An answer to one reminder."""

    nudge: UUID
    answer: Answer


def hours_keyboard(t: Texts) -> InlineKeyboardMarkup:
    labels = [(t("memories-button-hour", hour=hour), SetHour(hour=hour)) for hour in HOURS]
    buttons = [_button(label, data) for label, data in labels]
    rows = [buttons[at : at + IN_A_ROW] for at in range(0, len(buttons), IN_A_ROW)]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def times_keyboard(hour: int, t: Texts) -> InlineKeyboardMarkup:
    row = [
        _button(t("memories-button-times", count=times), SetTimes(hour=hour, times=times))
        for times in range(1, MOST_TIMES_A_WEEK + 1)
    ]
    return InlineKeyboardMarkup(inline_keyboard=[row])


def zones_keyboard(
    zones: list[str], now: datetime, picked: SetTimes, t: Texts
) -> InlineKeyboardMarkup:
    """What each of the country's clocks shows now, and a town that lives by it."""
    rows = []
    for place, zone in enumerate(zones):
        time = now.astimezone(ZoneInfo(zone)).strftime("%H:%M")
        label = t("memories-button-zone", time=time, town=town_of(zone, t.language))
        data = SetZone(hour=picked.hour, times=picked.times, zone=place)
        rows.append([_button(label, data)])
    return InlineKeyboardMarkup(inline_keyboard=rows)


def habit_keyboard(t: Texts) -> InlineKeyboardMarkup:
    labels = {
        HabitAct.CHANGE: t("memories-button-change"),
        HabitAct.PAUSE: t("memories-button-pause"),
        HabitAct.STOP: t("memories-button-stop"),
    }
    rows = [[_button(label, OnHabit(act=act))] for act, label in labels.items()]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def nudge_keyboard(nudge: UUID, t: Texts) -> InlineKeyboardMarkup:
    """Open, not today, never, in one row; why; and the one tap that stops them all."""
    labels = {
        Answer.OPEN: t("memories-button-open"),
        Answer.NOT_TODAY: t("memories-button-not-today"),
        Answer.NEVER: t("memories-button-never"),
    }
    row = [_button(label, OnNudge(nudge=nudge, answer=one)) for one, label in labels.items()]
    why = _button(t("memories-button-why"), OnNudge(nudge=nudge, answer=Answer.WHY))
    stop = _button(t("memories-button-stop"), OnHabit(act=HabitAct.STOP))
    return InlineKeyboardMarkup(inline_keyboard=[row, [why], [stop]])


def avoided_keyboard(nudge: UUID, avoided: Avoided, t: Texts) -> InlineKeyboardMarkup:
    """What else of that memory may be avoided; that was all; or every reminder."""
    more = {}
    if avoided.days:
        more[Answer.DAY] = t("memories-button-avoid-day", count=avoided.days)
    if avoided.places:
        more[Answer.PLACE] = t("memories-button-avoid-place", count=avoided.places)
    rows = [[_button(label, OnNudge(nudge=nudge, answer=one)) for one, label in more.items()]]
    enough = OnNudge(nudge=nudge, answer=Answer.THAT_IS_ALL)
    rows.append([_button(t("memories-button-that-is-all"), enough)])
    rows.append([_button(t("memories-button-stop"), OnHabit(act=HabitAct.STOP))])
    return InlineKeyboardMarkup(inline_keyboard=[row for row in rows if row])


def opened_keyboard(nudge: UUID, t: Texts) -> InlineKeyboardMarkup:
    labels = {Answer.WHY: t("memories-button-why"), Answer.NEVER: t("memories-button-never")}
    row = [_button(label, OnNudge(nudge=nudge, answer=one)) for one, label in labels.items()]
    return InlineKeyboardMarkup(inline_keyboard=[row])


def _button(label: str, data: CallbackData) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=data.pack())
