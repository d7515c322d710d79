"""The buttons of a rewriting; they carry its id and version, never a word of it."""

from enum import StrEnum
from uuid import UUID

from aiogram.filters.callback_data import CallbackData
from aiogram.types import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from bot.texts import Texts
from bot.writing.desk import Sheet
from bot.writing.wishes import Wish

WISHES_A_ROW = 2
LONGEST_TO_COPY = 256  # characters; what a copying button may hold

Row = list[InlineKeyboardButton]


class AskWish(CallbackData, prefix="ww"):
    """Do it this way."""

    rewriting: UUID
    version: int
    wish: Wish


class Act(StrEnum):
    """What else can be done with a text."""

    ACCEPT = "a"
    AGAIN = "g"
    WISHES = "w"
    BACK = "b"
    KEEP = "k"
    HOST = "h"
    OTHERS = "o"


class OnWords(CallbackData, prefix="wo"):
    """Do something with a text."""

    rewriting: UUID
    version: int
    act: Act


def wishes_keyboard(sheet: Sheet, t: Texts) -> InlineKeyboardMarkup:
    """The seven wishes; for a collage's words also others, these ones, or none of it."""
    rows = _wishes(sheet, t)
    if sheet.collage is not None:
        rows.append([_on(sheet, Act.OTHERS, t)])
        rows.append([_accept(sheet, t), _on(sheet, Act.KEEP, t)])
    return InlineKeyboardMarkup(inline_keyboard=rows)


def other_wishes_keyboard(sheet: Sheet, t: Texts) -> InlineKeyboardMarkup:
    """Under what was done: the wishes again, and the way back to it."""
    rows = [*_wishes(sheet, t), [_on(sheet, Act.BACK, t)]]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def result_keyboard(
    sheet: Sheet, ask_host: str | None, t: Texts, *, is_stopped: bool = False
) -> InlineKeyboardMarkup:
    """Take it, another way, another wish, keep mine. ask_host: who could be asked instead."""
    rows: list[Row] = []
    if sheet.is_changed:
        rows.append([_accept(sheet, t), _on(sheet, Act.AGAIN, t)])
    elif is_stopped:
        rows.append([_on(sheet, Act.AGAIN, t)])
    rows.append([_on(sheet, Act.WISHES, t), _on(sheet, Act.KEEP, t)])
    if ask_host is not None:
        data = OnWords(rewriting=sheet.id, version=sheet.version, act=Act.HOST)
        rows.append([_button(t("writing-button-host", host=ask_host), data)])
    return InlineKeyboardMarkup(inline_keyboard=rows)


def copy_keyboard(text: str, t: Texts) -> InlineKeyboardMarkup | None:
    """One tap, where the words fit into a button; a longer message is held down to copy it."""
    if len(text) > LONGEST_TO_COPY:
        return None
    button = InlineKeyboardButton(
        text=t("writing-button-copy"), copy_text=CopyTextButton(text=text)
    )
    return InlineKeyboardMarkup(inline_keyboard=[[button]])


def _wishes(sheet: Sheet, t: Texts) -> list[Row]:
    listed = [
        _button(
            t(f"writing-wish-{wish}"),
            AskWish(rewriting=sheet.id, version=sheet.version, wish=wish),
        )
        for wish in Wish
    ]
    return [listed[k : k + WISHES_A_ROW] for k in range(0, len(listed), WISHES_A_ROW)]


def _accept(sheet: Sheet, t: Texts) -> InlineKeyboardButton:
    data = OnWords(rewriting=sheet.id, version=sheet.version, act=Act.ACCEPT)
    label = t("writing-button-use" if sheet.collage else "writing-button-accept")
    return _button(label, data, style="primary")


def _on(sheet: Sheet, act: Act, t: Texts) -> InlineKeyboardButton:
    """The words under a collage may be the bot's: there nobody keeps their own."""
    data = OnWords(rewriting=sheet.id, version=sheet.version, act=act)
    name = "leave" if act is Act.KEEP and sheet.collage else act.name.lower()
    return _button(t(f"writing-button-{name}"), data)


def _button(label: str, data: CallbackData, style: str | None = None) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=data.pack(), style=style)
