"""The keyboards under a collage: what is done most on the first, the rest one press behind it."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.collage.draft import Draft
from bot.collage.edits import Change
from bot.collage.rearranged import ORDERED
from bot.collage.themes import SHAPES
from bot.texts import Texts
from handlers.collage.data import (
    LOOKS,
    Act,
    ChangeCollage,
    ChooseTheme,
    ChooseWords,
    DressPhoto,
    OnCollage,
    PickPhoto,
    TakePhoto,
)
from handlers.doors import (
    AskReminders,
    FilmOfCollage,
    LooksOfCollage,
    OpenShare,
    WordsOfCollage,
)
from storage.collage import TitleMode
from storage.sharing import DraftKind

TWO: Final = 2
ABREAST: Final = 6  # numbers in a row: a thumb hits them on a telephone


def main_keyboard(draft: Draft, t: Texts) -> InlineKeyboardMarkup:
    """Words first, then what people do most, then the rest behind one button."""
    rows = [
        _words_row(draft, t),
        [_change(draft, Change.LAYOUT, t("collage-button-layout")), _share(draft, t)],
        [
            _act(draft, Act.MENU, t("collage-button-change")),
            _act(draft, Act.DETAILS, t("collage-button-details")),
        ],
        [_words(draft, t), _looks(draft, t)],
        [
            _act(draft, Act.FILE, t("collage-button-file")),
            _button(t("collage-button-remind"), AskReminders()),
        ],
    ]
    if moving := _past_and_film(draft, t):
        rows.insert(2, moving)
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _past_and_film(draft: Draft, t: Texts) -> list[InlineKeyboardButton]:
    """Back to the state before, and a film of what is on the page: it takes two to move."""
    row = []
    if draft.has_past:
        row.append(_change(draft, Change.UNDO, t("collage-button-undo")))
    if len(draft.plan.cells) > 1:
        film = FilmOfCollage(collage=draft.id, version=draft.version)
        row.append(_button(t("collage-button-film"), film))
    return row


def change_keyboard(draft: Draft, t: Texts) -> InlineKeyboardMarkup:
    """What the page is like, its title, then what is about single photos."""
    shapes = [Change(shape) for shape in SHAPES if shape != draft.plan.shape]
    rows = [
        [
            _act(draft, Act.THEMES, t("collage-button-themes")),
            _act(draft, Act.LOOKS, t("collage-button-dress")),
        ],
        [_change(draft, shape, t(f"collage-button-{shape}")) for shape in shapes],
        [_act(draft, Act.ASK_TITLE, t("collage-button-title")), _title_switch(draft, t)],
        *_photo_rows(draft, t),
        [_act(draft, Act.MAIN, t("collage-button-back"))],
    ]
    if draft.has_past:
        rows[-1].append(_change(draft, Change.UNDO, t("collage-button-undo")))
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _photo_rows(draft: Draft, t: Texts) -> list[list[InlineKeyboardButton]]:
    """One alone cannot change places, grow or go; where places say when or where, none moves."""
    changes = [Change.CROP]
    if len(draft.plan.cells) > 1:
        swap = [] if draft.plan.theme in ORDERED else [Change.SWAP]
        changes = [*swap, Change.BIGGER, Change.CROP, Change.DROP]
    if draft.aside:
        changes.append(Change.BRING_BACK)
    return _in_rows([_pick(draft, change, t) for change in changes], TWO)


def theme_keyboard(draft: Draft, themes: Sequence[str], t: Texts) -> InlineKeyboardMarkup:
    """The themes that can show these photos, but for the one that does; a star at the proposed."""
    proposed = draft.decision.proposed
    labels = {
        theme: t(
            "collage-button-theme",
            name=t(f"collage-theme-{theme}"),
            star="yes" if proposed and proposed.theme == theme else "no",
        )
        for theme in themes
        if theme != draft.plan.theme
    }
    buttons = [
        _button(label, ChooseTheme(collage=draft.id, version=draft.version, theme=theme))
        for theme, label in labels.items()
    ]
    back = [_act(draft, Act.MAIN, t("collage-button-back"))]
    return InlineKeyboardMarkup(inline_keyboard=[*_in_rows(buttons, TWO), back])


def look_keyboard(draft: Draft, t: Texts) -> InlineKeyboardMarkup:
    """Filters only: they are there at once, and no network paints a part of the page."""
    buttons = [
        _button(
            t(f"looks-name-{look}"),
            PickPhoto(collage=draft.id, version=draft.version, change=Change.LOOK, look=look),
        )
        for look in LOOKS
    ]
    back = [_act(draft, Act.MAIN, t("collage-button-back"))]
    return InlineKeyboardMarkup(inline_keyboard=[*_in_rows(buttons, TWO), back])


def number_keyboard(
    draft: Draft, change: Change, count: int, t: Texts, first: int = 0
) -> InlineKeyboardMarkup:
    """A button for each photo that may be meant; of two, the first is no more among them."""
    numbers = [
        _button(
            t("collage-button-number", number=number),
            TakePhoto(
                collage=draft.id,
                version=draft.version,
                change=change,
                number=number,
                first=first,
            ),
        )
        for number in range(1, count + 1)
        if number != first
    ]
    rows = _in_rows(numbers, ABREAST)
    if change is Change.BRING_BACK and count > 1:
        rows.append([_change(draft, change, t("collage-button-all-back"))])
    return InlineKeyboardMarkup(inline_keyboard=[*rows, _leave_row(draft, t)])


def dress_keyboard(draft: Draft, look: str, t: Texts) -> InlineKeyboardMarkup:
    """All of them, or one by its number."""

    def button(label: str, number: int) -> InlineKeyboardButton:
        data = DressPhoto(collage=draft.id, version=draft.version, look=look, number=number)
        return _button(label, data)

    count = len(draft.plan.cells)
    numbers = [
        button(t("collage-button-number", number=number), number) for number in range(1, count + 1)
    ]
    rows = [[button(t("collage-button-every-photo"), 0)], *_in_rows(numbers, ABREAST)]
    return InlineKeyboardMarkup(inline_keyboard=[*rows, _leave_row(draft, t)])


def _in_rows(
    buttons: Sequence[InlineKeyboardButton], most: int
) -> list[list[InlineKeyboardButton]]:
    """As few rows as do, and all about as long."""
    abreast = ceil(len(buttons) / ceil(len(buttons) / most)) if buttons else 1
    return [list(buttons[at : at + abreast]) for at in range(0, len(buttons), abreast)]


def _leave_row(draft: Draft, t: Texts) -> list[InlineKeyboardButton]:
    return [_act(draft, Act.LEAVE, t("collage-button-back"))]


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


def _pick(draft: Draft, change: Change, t: Texts) -> InlineKeyboardButton:
    data = PickPhoto(collage=draft.id, version=draft.version, change=change)
    return _button(t(f"collage-button-pick-{change}"), data)


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
