"""The buttons under what was noted: take it back, or look at it in the gallery."""

from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from pydantic import Field

from bot.texts import Texts
from handlers.doors import OpenMedia

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND: Final = timedelta(microseconds=1)


class TakeBack(CallbackData, prefix="nt"):
    """These words were no note; about: an album or a media. at: microseconds since 1970."""

    about: UUID
    at: int = Field(ge=0, lt=1 << 54)  # until the year 2540

    @classmethod
    def of(cls, about: UUID, said_at: datetime) -> "TakeBack":
        return cls(about=about, at=(said_at - EPOCH) // MICROSECOND)

    @property
    def said_at(self) -> datetime:
        return EPOCH + self.at * MICROSECOND


def noted_keyboard(about: UUID, said_at: datetime, t: Texts) -> InlineKeyboardMarkup:
    """Words in the chat may have meant something else."""
    back = TakeBack.of(about, said_at).pack()
    button = InlineKeyboardButton(text=t("notes-button-not-a-note"), callback_data=back)
    return InlineKeyboardMarkup(inline_keyboard=[[button]])


def asked_keyboard(media: UUID, said_at: datetime, t: Texts) -> InlineKeyboardMarkup:
    """Words that were asked for: undo them, or go on looking."""
    back = TakeBack.of(media, said_at).pack()
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [
                InlineKeyboardButton(text=t("notes-button-undo"), callback_data=back),
                _look(media, "notes-button-look", t),
            ]
        ]
    )


def leave_keyboard(media: UUID, t: Texts) -> InlineKeyboardMarkup:
    """Back to the media, as it was."""
    return InlineKeyboardMarkup(inline_keyboard=[[_look(media, "notes-button-leave", t)]])


def _look(media: UUID, label: str, t: Texts) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=t(label), callback_data=OpenMedia(media=media).pack())
