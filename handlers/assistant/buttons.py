"""The assistant's buttons: which request, which reading of it, and what to do with it."""

from collections.abc import Iterable
from enum import StrEnum
from uuid import UUID

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.assistant.heard import Found
from bot.assistant.request import Screen
from bot.gallery.answers import LEAST_FOR_COLLAGE
from bot.texts import Texts
from handlers.doors import (
    AskConsent,
    AskLanguage,
    AskReminders,
    ExplainCollage,
    ExplainMemory,
    FoundInGallery,
    OpenPrivacy,
)
from storage.personal_data import Purpose

Row = list[InlineKeyboardButton]


class Act(StrEnum):
    """What to do with a reading."""

    TAKE = "t"
    SHOW = "s"
    MAKE = "m"
    WRONG = "w"


class OnRequest(CallbackData, prefix="aq"):
    """One reading of a request, by its place among them."""

    request: UUID
    number: int
    act: Act


class ChatAct(StrEnum):
    """Begin the AI chat, or end it."""

    OPEN = "o"
    END = "e"


class OnChat(CallbackData, prefix="ac"):
    """From when to when words go to the endpoint."""

    act: ChatAct


def found_keyboard(found: Found, t: Texts) -> InlineKeyboardMarkup:
    """Show them, leaf through them, make a collage of them, or that is not what was meant."""
    leaf = FoundInGallery(request=found.request, number=found.number)
    one = "-one" if found.count == 1 else ""
    rows = [
        [
            _on(found, Act.SHOW, t(f"assistant-button-show{one}")),
            _button(t(f"assistant-button-gallery{one}"), leaf),
        ]
    ]
    if found.for_collage >= LEAST_FOR_COLLAGE:
        rows.append([_on(found, Act.MAKE, t("assistant-button-make"))])
    rows.append([_on(found, Act.WRONG, t("assistant-button-wrong"))])
    return InlineKeyboardMarkup(inline_keyboard=rows)


def choices_keyboard(choices: Iterable[tuple[Found, str]]) -> InlineKeyboardMarkup:
    """One button a reading."""
    rows = [[_on(found, Act.TAKE, label)] for found, label in choices]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def near_keyboard(found: Found, t: Texts) -> InlineKeyboardMarkup | None:
    """What would be found with one part less."""
    rows = [
        [
            _button(
                t("assistant-button-without", part=one.without.value, count=one.count),
                OnRequest(request=found.request, number=number, act=Act.TAKE),
            )
        ]
        for number, one in enumerate(found.near, start=found.number + 1)
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def why_keyboard(collage: UUID | None, t: Texts) -> InlineKeyboardMarkup:
    rows: list[Row] = []
    if collage is not None:
        label = t("assistant-button-why-collage")
        rows.append([_button(label, ExplainCollage(collage=collage))])
    rows.append([_button(t("assistant-button-why-memory"), ExplainMemory())])
    return InlineKeyboardMarkup(inline_keyboard=rows)


def screen_keyboard(screen: Screen, t: Texts) -> InlineKeyboardMarkup | None:
    """The way to where the person does it themselves."""
    doors: dict[Screen, CallbackData] = {
        Screen.PRIVACY: OpenPrivacy(),
        Screen.MEMORIES: AskReminders(),
        Screen.LANGUAGE: AskLanguage(),
    }
    if screen not in doors:
        return None
    label = t(f"assistant-button-{screen}")
    return InlineKeyboardMarkup(inline_keyboard=[[_button(label, doors[screen])]])


def chat_keyboard(t: Texts) -> InlineKeyboardMarkup:
    """The question about the endpoint, for whoever wants to chat."""
    ask = AskConsent(purpose=Purpose.SUGGEST_EXTERNAL_AI)
    return InlineKeyboardMarkup(inline_keyboard=[[_button(t("assistant-button-chat"), ask)]])


def open_keyboard(host: str, t: Texts) -> InlineKeyboardMarkup:
    """The gesture without which nothing goes there."""
    label = t("assistant-button-ask", host=host)
    return InlineKeyboardMarkup(inline_keyboard=[[_button(label, OnChat(act=ChatAct.OPEN))]])


def end_keyboard(t: Texts) -> InlineKeyboardMarkup:
    label = t("assistant-button-end")
    return InlineKeyboardMarkup(inline_keyboard=[[_button(label, OnChat(act=ChatAct.END))]])


def _on(found: Found, act: Act, label: str) -> InlineKeyboardButton:
    return _button(label, OnRequest(request=found.request, number=found.number, act=act))


def _button(label: str, data: CallbackData) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=data.pack())
