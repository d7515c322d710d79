"""The buttons of /privacy: switches, my copy, a pause, erasing."""

from collections.abc import Sequence
from typing import Final

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.consent.notices import Notices
from bot.texts import Texts
from handlers.doors import (
    AskConsent,
    AskCountry,
    AskLanguage,
    LiftObjection,
    OpenObjection,
    OpenPrivacy,
    ShowReceipt,
    TakeBackPosts,
)
from handlers.notice import receipt_button, slug
from storage.personal_data import Purpose

# Purposes with a switch, in the order in which they are shown; others come with their features.
SWITCHES: Final = (
    Purpose.INFORM_LAUNCH,
    Purpose.SUGGEST_ANALYSE,
    Purpose.FACE_BOXES,
    Purpose.PLACES,
    Purpose.SUGGEST_EXTERNAL_AI,
    Purpose.NUDGE_MEMORIES,
    Purpose.IMPROVE_CHOICES,
)
FLAGS: Final = frozenset({Purpose.FACE_BOXES, Purpose.PLACES})


class SwitchOff(CallbackData, prefix="poff"):
    """Withdraw: one tap."""

    purpose: Purpose


class SwitchOn(CallbackData, prefix="pon"):
    """Give again a part of an answer that was given: one tap."""

    purpose: Purpose


class ShowKnown(CallbackData, prefix="pk"):
    """What I know of you."""


class ShowOutbound(CallbackData, prefix="po"):
    """Where your data went."""


class ListReceipts(CallbackData, prefix="pl"):
    """Every purpose that I chose about, with its receipt."""


class SendProof(CallbackData, prefix="pz"):
    """All receipts in one file that checks itself."""


class Pause(CallbackData, prefix="pp"):
    """Stop everything, keep everything."""


class Resume(CallbackData, prefix="pr"):
    """Go on."""


class AskCopy(CallbackData, prefix="pc"):
    """My copy: what it holds, and a second tap."""


class MakeCopy(CallbackData, prefix="pcm"):
    """The second tap."""


class CancelCopy(CallbackData, prefix="pcx"):
    """Not me, or not now."""


class AskErasure(CallbackData, prefix="pe"):
    """The recap."""


class ConfirmErasure(CallbackData, prefix="pes"):
    """For good; it remains to say when."""


class EraseNow(CallbackData, prefix="pen"):
    """Now."""


class EraseLater(CallbackData, prefix="pel"):
    """In seven days."""


class KeepEverything(CallbackData, prefix="pek"):
    """Call it off, at any step."""


def offered(notices: Notices) -> list[Purpose]:
    """What there is to switch here: what has a question, and the parts of its answer."""
    return [one for one in SWITCHES if one in FLAGS or notices.current(one)]


def switch(purpose: Purpose, t: Texts, *, is_on: bool) -> list[InlineKeyboardButton]:
    """One tap off; one tap on for a part of an answer, the question for a whole one."""
    name = slug(purpose)
    if is_on:
        return [_button(t(f"privacy-button-off-{name}"), SwitchOff(purpose=purpose))]
    again = SwitchOn(purpose=purpose) if purpose in FLAGS else AskConsent(purpose=purpose)
    return [_button(t(f"privacy-button-on-{name}"), again)]


def menu(
    switches: Sequence[list[InlineKeyboardButton]], t: Texts, *, is_paused: bool, is_erasing: bool
) -> InlineKeyboardMarkup:
    """The first screen; copy and erasure stand on it, never a level deeper."""
    known = _button(t("privacy-button-known"), ShowKnown())
    outbound = _button(t("privacy-button-outbound"), ShowOutbound())
    pause = (
        _button(t("privacy-button-resume"), Resume())
        if is_paused
        else _button(t("privacy-button-pause"), Pause())
    )
    erase = (
        _button(t("privacy-button-erase-keep"), KeepEverything())
        if is_erasing
        else _button(t("privacy-button-erase"), AskErasure())
    )
    receipts = _button(t("privacy-button-receipts"), ListReceipts())
    country = _button(t("privacy-button-country"), AskCountry())
    language = _button(t("privacy-button-language"), AskLanguage())
    copy = _button(t("privacy-button-export"), AskCopy())
    first = [copy] if is_erasing else [copy, pause]
    return _keyboard(
        [*switches, [known, outbound], [receipts], first, [erase], [country, language]]
    )


def objection(t: Texts, *, stands: bool) -> list[list[InlineKeyboardButton]]:
    """Objecting is within reach of everybody; taking it back is theirs alone."""
    if stands:
        return [[_button(t("object-button-lift"), LiftObjection())]]
    return [[_button(t("privacy-button-object"), OpenObjection())]]


def back(t: Texts) -> InlineKeyboardMarkup:
    return _keyboard([[_back(t)]])


def with_receipt(purpose: Purpose, t: Texts) -> InlineKeyboardMarkup:
    """Under what was just switched."""
    return _keyboard([[receipt_button(purpose, t)], [_back(t)]])


def receipts(purposes: Sequence[Purpose], t: Texts) -> InlineKeyboardMarkup:
    """A button a receipt, and all of them in one file."""
    rows = [
        [_button(t(f"privacy-name-{slug(purpose)}"), ShowReceipt(purpose=purpose))]
        for purpose in purposes
    ]
    every = [[_button(t("privacy-button-proof"), SendProof())]] if rows else []
    return _keyboard([*rows, *every, [_back(t)]])


def copy(t: Texts) -> InlineKeyboardMarkup:
    return _keyboard([[_button(t("privacy-button-export-make"), MakeCopy())], [_back(t)]])


def cancel_copy(t: Texts) -> InlineKeyboardMarkup:
    return _keyboard([[_button(t("privacy-button-export-cancel"), CancelCopy())]])


def sure(t: Texts, *, posts: bool) -> InlineKeyboardMarkup:
    """Two equal buttons in one row; below, what could be taken back before."""
    gone = _button(t("privacy-button-erase-sure"), ConfirmErasure())
    back = [[_button(t("privacy-button-take-back"), TakeBackPosts())]] if posts else []
    return _keyboard([[gone, _keep(t)], *back])


def when(t: Texts) -> InlineKeyboardMarkup:
    """Two equal buttons, no default, and the way out."""
    now = _button(t("privacy-button-erase-now"), EraseNow())
    later = _button(t("privacy-button-erase-later"), EraseLater())
    return _keyboard([[now, later], [_keep(t)]])


def _keep(t: Texts) -> InlineKeyboardButton:
    return _button(t("privacy-button-erase-keep"), KeepEverything())


def _back(t: Texts) -> InlineKeyboardButton:
    return _button(t("privacy-button-back"), OpenPrivacy())


def _button(label: str, data: CallbackData) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=data.pack())


def _keyboard(rows: list[list[InlineKeyboardButton]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=rows)
