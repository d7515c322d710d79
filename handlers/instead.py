"""What is said instead when the gate says no: the next question, a pause, or a way to it."""

from datetime import datetime
from typing import Any

from aiogram import Bot
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.consent.gate import Standing, may_answer
from bot.consent.notices import Notices
from bot.texts import Texts
from handlers import notice
from handlers.doors import AskConsent
from handlers.screen import Screen, say, tell
from handlers.welcome import asking
from storage.personal_data import Purpose


async def ask_instead(
    event: Message | CallbackQuery, purpose: Purpose, data: dict[str, Any]
) -> None:
    """Before the welcome is over, its next question; after it, why not and what would help."""
    standing, now, t = data["standing"], data["clock"].now(), data["t"]
    question = None
    if not standing.is_frozen:
        question = await asking.next_question(
            data["person"],
            standing,
            registrar=data["registrar"],
            conversation=data["conversation"],
            now=now,
            t=t,
        )
    screen = question or _why_not(standing, purpose, data["registrar"].notices, now, t)
    await _answer(event, screen, data["bot"])


def _why_not(
    standing: Standing, purpose: Purpose, notices: Notices, now: datetime, t: Texts
) -> Screen:
    if standing.is_frozen:
        return Screen(t("consent-frozen"))
    needed = Purpose.SUGGEST_ANALYSE if purpose is Purpose.CORE_SERVICE else purpose
    if notices.current(needed) is None or not may_answer(standing, needed, now):
        return Screen(t("consent-closed"))
    asked = standing.state(needed) not in notice.UNANSWERED
    shown = notice.show(notices, needed, t)
    again = InlineKeyboardButton(
        text=t("consent-button-again"), callback_data=AskConsent(purpose=needed).pack()
    )
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[again]])
    text = t("consent-needed", no=shown.no) if asked else t("consent-not-asked")
    return Screen(text, keyboard)


async def _answer(event: Message | CallbackQuery, screen: Screen, bot: Bot) -> None:
    if isinstance(event, CallbackQuery):
        await tell(event, screen, bot)
    else:
        await say(event, screen)
