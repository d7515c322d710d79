"""The gallery's buttons: they carry ids and what to do, never a fact."""

from enum import StrEnum
from uuid import UUID

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.texts import Texts
from handlers.doors import OpenLooks


class DateAnswer(StrEnum):
    """What a person says of pictures without a date."""

    TODAY = "t"
    TYPE = "w"
    LEAVE = "l"


class DateOf(CallbackData, prefix="gd"):
    """When an album's undated pictures were taken."""

    album: UUID
    answer: DateAnswer


class Browse(CallbackData, prefix="gb"):
    """Show a media; None shows the newest."""

    media: UUID | None


class MediaAct(StrEnum):
    """What can be done with the media that is shown."""

    FORGET = "f"
    FORGET_NOW = "n"
    DATE = "d"
    FILE_BACK = "b"


class OnMedia(CallbackData, prefix="gm"):
    """Do something with one media."""

    media: UUID
    act: MediaAct


class ForgetAll(CallbackData, prefix="ga"):
    """Forget every media: first a question, then the deed."""

    is_sure: bool


class CloseGallery(CallbackData, prefix="gc"):
    """Put the gallery away."""


def _button(label: str, data: CallbackData, style: str | None = None) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=data.pack(), style=style)


def date_keyboard(album: UUID, t: Texts) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [_button(t("gallery-button-today"), DateOf(album=album, answer=DateAnswer.TODAY))],
            [_button(t("gallery-button-type-date"), DateOf(album=album, answer=DateAnswer.TYPE))],
            [_button(t("gallery-button-no-date"), DateOf(album=album, answer=DateAnswer.LEAVE))],
        ]
    )


def gallery_keyboard(t: Texts) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [_button(t("gallery-button-browse"), Browse(media=None))],
            [_button(t("gallery-button-forget-all"), ForgetAll(is_sure=False))],
            [_button(t("gallery-button-close"), CloseGallery())],
        ]
    )


def page_keyboard(
    media: UUID, previous: UUID | None, following: UUID | None, t: Texts, *, is_photo: bool
) -> InlineKeyboardMarkup:
    """Around one media: the neighbours that exist, and what can be done with it."""
    turns = []
    if previous:
        turns.append(_button(t("gallery-button-previous"), Browse(media=previous)))
    if following:
        turns.append(_button(t("gallery-button-next"), Browse(media=following)))
    rows = [
        [_button(t("gallery-button-date"), OnMedia(media=media, act=MediaAct.DATE))],
        [_button(t("gallery-button-file-back"), OnMedia(media=media, act=MediaAct.FILE_BACK))],
        [_button(t("gallery-button-forget"), OnMedia(media=media, act=MediaAct.FORGET))],
        [_button(t("gallery-button-close"), CloseGallery())],
    ]
    if is_photo:
        rows.insert(0, [_button(t("gallery-button-looks"), OpenLooks(media=media))])
    return InlineKeyboardMarkup(inline_keyboard=[turns, *rows] if turns else rows)


def leave_keyboard(media: UUID, t: Texts) -> InlineKeyboardMarkup:
    """Back to the media, its date as it was."""
    leave = _button(t("gallery-button-no-date"), Browse(media=media))
    return InlineKeyboardMarkup(inline_keyboard=[[leave]])


def browse_keyboard(media: UUID, t: Texts) -> InlineKeyboardMarkup:
    """Go on looking where one was."""
    look = _button(t("gallery-button-browse"), Browse(media=media))
    return InlineKeyboardMarkup(inline_keyboard=[[look]])


def forget_one_keyboard(media: UUID, t: Texts) -> InlineKeyboardMarkup:
    """Two equal buttons in one row: forget, or keep and go back."""
    forget = OnMedia(media=media, act=MediaAct.FORGET_NOW)
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [
                _button(t("gallery-button-forget-one-now"), forget),
                _button(t("gallery-button-keep"), Browse(media=media)),
            ]
        ]
    )


def forget_all_keyboard(t: Texts) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [
                _button(t("gallery-button-forget-all-now"), ForgetAll(is_sure=True)),
                _button(t("gallery-button-keep"), CloseGallery()),
            ]
        ]
    )
