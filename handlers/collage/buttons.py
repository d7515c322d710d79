"""The buttons under a collage; each carries the draft's id and version, never a fact."""

from enum import StrEnum
from uuid import UUID

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.collage.draft import Draft
from bot.collage.edits import Change
from bot.collage.themes import MOSAIC_DARK, SHAPES
from bot.texts import Texts
from handlers.doors import AskReminders, LooksOfCollage, OpenShare, WordsOfCollage
from storage.collage import TitleMode
from storage.sharing import DraftKind


class Act(StrEnum):
    """What is not a change of the picture."""

    MENU = "menu"
    MAIN = "main"
    DETAILS = "det"
    FILE = "file"
    ASK_TITLE = "ask"
    OWN_WORDS = "own"
    OTHER_WORDS = "oth"


class OnCollage(CallbackData, prefix="co"):
    """Do something with a draft."""

    collage: UUID
    version: int
    act: Act


class ChangeCollage(CallbackData, prefix="cc"):
    """Change the picture of a draft."""

    collage: UUID
    version: int
    change: Change


class ChooseWords(CallbackData, prefix="cw"):
    """Take one of the three captions."""

    collage: UUID
    version: int
    number: int


def main_keyboard(draft: Draft, t: Texts) -> InlineKeyboardMarkup:
    """Words first, then what people do most, then the rest behind one button."""
    return InlineKeyboardMarkup(
        inline_keyboard=[
            _words_row(draft, t),
            [_change(draft, Change.LAYOUT, t("collage-button-layout")), _share(draft, t)],
            [_words(draft, t), _looks(draft, t)],
            [
                _act(draft, Act.FILE, t("collage-button-file")),
                _button(t("collage-button-remind"), AskReminders()),
            ],
            [
                _act(draft, Act.MENU, t("collage-button-change")),
                _act(draft, Act.DETAILS, t("collage-button-details")),
            ],
        ]
    )


def change_keyboard(draft: Draft, t: Texts) -> InlineKeyboardMarkup:
    """Light or dark, the other shapes, the title, what was left out."""
    is_dark = draft.plan.theme == MOSAIC_DARK.id
    theme = Change.LIGHT if is_dark else Change.DARK
    shapes = [Change(shape) for shape in SHAPES if shape != draft.plan.shape]
    rows = [
        [_change(draft, theme, t(f"collage-button-{theme}"))],
        [_change(draft, shape, t(f"collage-button-{shape}")) for shape in shapes],
        [_act(draft, Act.ASK_TITLE, t("collage-button-title")), _title_switch(draft, t)],
    ]
    if draft.twins:
        rows.append([_change(draft, Change.BRING_BACK, t("collage-button-bring-back"))])
    rows.append([_act(draft, Act.MAIN, t("collage-button-back"))])
    return InlineKeyboardMarkup(inline_keyboard=rows)


def back_keyboard(draft: Draft, t: Texts) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[[_act(draft, Act.MAIN, t("collage-button-back"))]]
    )


def _words_row(draft: Draft, t: Texts) -> list[InlineKeyboardButton]:
    own = _act(draft, Act.OWN_WORDS, t("collage-button-own-words"))
    if draft.caption is not None:
        return [_act(draft, Act.OTHER_WORDS, t("collage-button-other-words")), own]
    numbers = [
        _button(
            t("collage-button-word", number=number),
            ChooseWords(collage=draft.id, version=draft.version, number=number),
        )
        for number in range(1, len(draft.proposals) + 1)
    ]
    return [*numbers, own]


def _title_switch(draft: Draft, t: Texts) -> InlineKeyboardButton:
    if draft.title_mode is TitleMode.OFF:
        label = t("collage-button-title-suggested")
        return _change(draft, Change.TITLE_SUGGESTED, label)
    return _change(draft, Change.TITLE_OFF, t("collage-button-title-off"))


def _words(draft: Draft, t: Texts) -> InlineKeyboardButton:
    data = WordsOfCollage(collage=draft.id, version=draft.version)
    return _button(t("collage-button-words"), data)


def _looks(draft: Draft, t: Texts) -> InlineKeyboardButton:
    data = LooksOfCollage(collage=draft.id, version=draft.version)
    return _button(t("collage-button-looks"), data)


def _share(draft: Draft, t: Texts) -> InlineKeyboardButton:
    """Opens the places where it may go; nothing goes anywhere yet."""
    where = OpenShare(kind=DraftKind.COLLAGE, draft=draft.id, version=draft.version)
    return InlineKeyboardButton(
        text=t("collage-button-share"), callback_data=where.pack(), style="primary"
    )


def _act(draft: Draft, act: Act, label: str) -> InlineKeyboardButton:
    return _button(label, OnCollage(collage=draft.id, version=draft.version, act=act))


def _change(draft: Draft, change: Change, label: str) -> InlineKeyboardButton:
    return _button(label, ChangeCollage(collage=draft.id, version=draft.version, change=change))


def _button(label: str, data: CallbackData) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=data.pack())
