"""What follows an answer, and what an old button hears."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.texts import Texts
from handlers.doors import AskReminders
from handlers.notice import receipt_button, slug
from handlers.screen import Screen
from storage.personal_data import Purpose


def given(purpose: Purpose, t: Texts) -> Screen:
    """What was agreed to, with its receipt; reminders still need an hour."""
    rows = [[receipt_button(purpose, t)]]
    if purpose is Purpose.NUDGE_MEMORIES:
        label, data = t("consent-button-reminders"), AskReminders().pack()
        rows.insert(0, [InlineKeyboardButton(text=label, callback_data=data)])
    return _own("consent-given", purpose, rows, t)


def refused(purpose: Purpose, t: Texts) -> Screen:
    return _own("consent-refused", purpose, [[receipt_button(purpose, t)]], t)


def outdated(again: Screen, t: Texts) -> Screen:
    """The question was rewritten since it was put: here it is as it reads now."""
    return Screen(f"{t('consent-outdated')}\n\n{again.text}", again.buttons)


def _own(
    text_id: str, purpose: Purpose, rows: list[list[InlineKeyboardButton]], t: Texts
) -> Screen:
    """What comes next where a purpose has something of its own to say."""
    own = f"{text_id}-{slug(purpose)}"
    return Screen(t(own if own in t else text_id), InlineKeyboardMarkup(inline_keyboard=rows))
