"""The button under what was noted: take it back."""

from datetime import datetime
from uuid import UUID

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.texts import Texts
from handlers.noted import TakeBack


def noted_keyboard(about: UUID, said_at: datetime, t: Texts) -> InlineKeyboardMarkup:
    """Words in the chat may have meant something else."""
    back = TakeBack.of(about, said_at).pack()
    button = InlineKeyboardButton(text=t("notes-button-not-a-note"), callback_data=back)
    return InlineKeyboardMarkup(inline_keyboard=[[button]])
