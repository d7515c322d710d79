"""The buttons of /admin: one change, or none."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.consent.regions import Feature, Stage
from bot.texts import Texts


class ChangeStage(CallbackData, prefix="oc"):
    """The change as it was read back; `before` so that an old button changes nothing."""

    region: str
    feature: Feature
    before: Stage
    stage: Stage


class KeepStage(CallbackData, prefix="ok"):
    """Leave it as it is."""


def confirm(change: ChangeStage, t: Texts) -> InlineKeyboardMarkup:
    yes = InlineKeyboardButton(text=t("operator-button-change"), callback_data=change.pack())
    no = InlineKeyboardButton(text=t("operator-button-keep"), callback_data=KeepStage().pack())
    return InlineKeyboardMarkup(inline_keyboard=[[yes, no]])
