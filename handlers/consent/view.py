"""What follows an answer, and what an old button hears."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.texts import Texts
from handlers.doors import AskReminders
from handlers.notice import slug
from handlers.screen import Screen
from storage.personal_data import Purpose


def given(purpose: Purpose, t: Texts) -> Screen:
    """What was agreed to; reminders still need an hour."""
    screen = _own("consent-given", purpose, t)
    if purpose is not Purpose.NUDGE_MEMORIES:
        return screen
    label, data = t("consent-button-reminders"), AskReminders().pack()
    button = InlineKeyboardButton(text=label, callback_data=data)
    return Screen(screen.text, InlineKeyboardMarkup(inline_keyboard=[[button]]))


def refused(purpose: Purpose, t: Texts) -> Screen:
    return _own("consent-refused", purpose, t)


def outdated(again: Screen, t: Texts) -> Screen:
    """The question was rewritten since it was put: here it is as it reads now."""
    return Screen(f"{t('consent-outdated')}\n\n{again.text}", again.buttons)


def _own(text_id: str, purpose: Purpose, t: Texts) -> Screen:
    """What comes next where a purpose has something of its own to say."""
    own = f"{text_id}-{slug(purpose)}"
    return Screen(t(own if own in t else text_id))
