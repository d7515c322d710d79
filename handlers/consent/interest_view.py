"""What is shown to who is told rather than asked: the notice, /object, what an objection did."""

from datetime import datetime, timedelta
from typing import Final

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.consent.gate import Standing
from bot.consent.interest import CHOICES, window_ends
from bot.consent.notices import Shown
from bot.consent.objection import Objection, Scope
from bot.consent.registrar import Answered, Registrar
from bot.texts import Texts
from handlers import notice
from handlers.doors import ObjectTo, OpenObjection, OpenPrivacy
from handlers.screen import Screen
from handlers.when import day, moment
from storage.people import Person

MARKS: Final = {True: "●", False: "○"}


def new(
    registrar: Registrar, person: Person, standing: Standing, now: datetime, t: Texts
) -> Screen:
    """The notice as it is delivered: its month begins now."""
    shown = _shown(registrar, person, standing, now + _month(standing), t)
    return notice.question(shown, t, *_page(registrar, person, t))


def again(
    registrar: Registrar, person: Person, standing: Standing, now: datetime, t: Texts
) -> Screen:
    """The same, later: its month goes on."""
    ends = window_ends(standing) or now + _month(standing)
    shown = _shown(registrar, person, standing, ends, t)
    return notice.question(shown, t, *_page(registrar, person, t))


def reminder(
    registrar: Registrar, person: Person, standing: Standing, now: datetime, t: Texts
) -> Screen:
    """The only one."""
    screen = again(registrar, person, standing, now, t)
    return Screen(f"{t('object-reminder')}\n\n{screen.text}", screen.buttons)


def details(
    registrar: Registrar, person: Person, standing: Standing, now: datetime, t: Texts
) -> Screen:
    ends = window_ends(standing) or now + _month(standing)
    return notice.details(_shown(registrar, person, standing, ends, t), t)


def answered(became: Answered, person: Person, standing: Standing, t: Texts) -> Screen:
    """After the OK: from when it counts."""
    since = window_ends(standing)
    if became is not Answered.RECORDED or since is None:
        return Screen(t("consent-closed"))
    text = t("object-ok-recorded", date=day(since, person, t))
    return Screen(text, _keyboard([[notice.receipt_button(CHOICES, t)]]))


def screen(chosen: Scope, link: str | None, t: Texts) -> Screen:
    """What it is, which uses, and the act itself; the page does the same without the chat."""
    scopes = [
        [_button(f"{MARKS[one is chosen]} {t(f'object-scope-{one}')}", OpenObjection(scope=one))]
        for one in Scope
    ]
    act = _button(t("object-button"), ObjectTo(scope=chosen))
    rows = [*scopes, [act, _button(t("object-button-back"), OpenPrivacy())], *_link(link, t)]
    return Screen(t("object-screen"), _keyboard(rows))


def confirmed(done: Objection, person: Person, t: Texts) -> Screen:
    """With its receipt, and the way back to everything else."""
    receipt = notice.receipt_button(done.purpose, t)
    back = _button(t("object-button-back"), OpenPrivacy())
    return Screen(recorded(done, person, t), _keyboard([[receipt], [back]]))


def recorded(done: Objection, person: Person, t: Texts) -> str:
    """What stopped, what was removed, and its reference; a caption holds it too."""
    lines = [
        t("object-done", time=moment(done.at, person, t)),
        t(f"object-stopped-{done.scope}"),
        t("object-removed", rows=done.rows),
        t("object-reference", ref=done.reference),
    ]
    return "\n\n".join(lines)


def _shown(
    registrar: Registrar, person: Person, standing: Standing, since: datetime, t: Texts
) -> Shown:
    date = day(since, person, t)
    return notice.show(registrar.notices, CHOICES, t, standing, date=date)


def _month(standing: Standing) -> timedelta:
    return timedelta(days=standing.region.notice_days if standing.region else 0)


def _page(registrar: Registrar, person: Person, t: Texts) -> list[list[InlineKeyboardButton]]:
    return _link(registrar.interest.link(person.id, t.language), t)


def _link(url: str | None, t: Texts) -> list[list[InlineKeyboardButton]]:
    return [[InlineKeyboardButton(text=t("object-button-page"), url=url)]] if url else []


def _button(label: str, data: CallbackData) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=data.pack())


def _keyboard(rows: list[list[InlineKeyboardButton]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=rows)
