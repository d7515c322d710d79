"""Yes or no, to the one question whether it was shared."""

from uuid import UUID

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.texts import Texts


class SaidShared(CallbackData, prefix="sh"):
    """What the person says became of an offer."""

    collage: UUID
    yes: bool


def asked_keyboard(collage: UUID, t: Texts) -> InlineKeyboardMarkup:
    answers = {True: t("sharing-button-yes"), False: t("sharing-button-no")}
    row = [
        InlineKeyboardButton(text=label, callback_data=SaidShared(collage=collage, yes=yes).pack())
        for yes, label in answers.items()
    ]
    return InlineKeyboardMarkup(inline_keyboard=[row])
