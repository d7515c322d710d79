"""Callback data with which one conversation may open another."""

from aiogram.filters.callback_data import CallbackData

from storage.personal_data import Purpose


class AskCountry(CallbackData, prefix="dc"):
    """welcome: in which country do you live, asked again."""


class AskLanguage(CallbackData, prefix="dl"):
    """welcome: which language shall I speak."""


class AskConsent(CallbackData, prefix="dq"):
    """consent: put the question of a purpose."""

    purpose: Purpose


class NoticeDetails(CallbackData, prefix="dd"):
    """consent: the page behind a question."""

    purpose: Purpose


class AnswerNotice(CallbackData, prefix="da"):
    """consent: an answer to exactly that version of the question."""

    purpose: Purpose
    version: str
    yes: bool


class OpenPrivacy(CallbackData, prefix="dp"):
    """privacy: the first screen."""
