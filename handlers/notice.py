"""A question of consent as it is shown: its text, two equal answers in one row, its details."""

from enum import StrEnum
from html import escape

from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup

from bot.consent.acts import How, Method
from bot.consent.gate import Standing
from bot.consent.notices import Notices, Shown
from bot.memories.cadence import MOST_TIMES_A_WEEK, QuietHours
from bot.texts import Texts
from handlers.doors import (
    AnswerNotice,
    AskConsent,
    NoticeDetails,
    ObjectTo,
    Rehearse,
    ShowReceipt,
)
from handlers.screen import Screen
from storage.consent import ConsentState
from storage.personal_data import Purpose

UNANSWERED = frozenset({None, ConsentState.ASKED})
Row = list[InlineKeyboardButton]


def show(
    notices: Notices, purpose: Purpose, t: Texts, standing: Standing | None = None, **facts: str
) -> Shown:
    """The current notice of a purpose in the person's language, its facts filled in.

    standing: where the law that holds has a text of its own.
    """
    regime = standing.regime if standing else None
    hours = QuietHours()
    quiet = t("consent-quiet-hours", start=hours.start_hour, end=hours.end_hour)
    return notices.show(purpose, t.language, regime, most=MOST_TIMES_A_WEEK, quiet=quiet, **facts)


def slug(word: StrEnum) -> str:
    """A purpose, or a trait of a taste, within a Fluent id."""
    return word.value.replace(".", "-").replace("_", "-")


def is_unanswered(standing: Standing) -> bool:
    """The first question was not answered yet: nothing may be kept."""
    return standing.state(Purpose.SUGGEST_ANALYSE) in UNANSWERED


def put(notices: Notices, purpose: Purpose, standing: Standing, t: Texts) -> Screen:
    """The question; under the first, until it is answered, the way to see it on one photo."""
    shown = show(notices, purpose, t)
    if purpose is not Purpose.SUGGEST_ANALYSE or not is_unanswered(standing):
        return question(shown, t)
    return question(shown, t, [_button(t("welcome-button-rehearse"), Rehearse())])


def question(shown: Shown, t: Texts, *more: Row) -> Screen:
    """The question. more: rows under it, which are no answers."""
    details = _button(t("consent-button-details"), NoticeDetails(purpose=shown.notice.purpose))
    rows = [_answers(shown), [details], *more]
    return Screen(escape(shown.text, quote=False), InlineKeyboardMarkup(inline_keyboard=rows))


def details(shown: Shown, t: Texts) -> Screen:
    """The page behind the question; the answers stay in reach, so that it never replaces a no."""
    back = _button(t("consent-button-back"), AskConsent(purpose=shown.notice.purpose))
    text = escape(shown.details, quote=False)
    return Screen(text, InlineKeyboardMarkup(inline_keyboard=[_answers(shown), [back]]))


def pressed(query: CallbackQuery, method: Method = Method.BUTTON) -> How:
    """How a choice was made, for its receipt: which message bore the button."""
    return How(method, query.message.message_id if query.message else None)


def receipt_button(purpose: Purpose, t: Texts) -> InlineKeyboardButton:
    """Under every screen that says what was recorded."""
    return _button(t("consent-button-receipt"), ShowReceipt(purpose=purpose))


def _answers(shown: Shown) -> Row:
    """A yes and a no; under a notice that only informs, an objection and an OK."""
    purpose, version = shown.notice.purpose, shown.notice.stamp
    if shown.notice.informs:
        return [
            _button(shown.no, ObjectTo(under_notice=True)),
            _button(shown.yes, AnswerNotice(purpose=purpose, version=version, yes=True)),
        ]
    return [
        _button(shown.yes, AnswerNotice(purpose=purpose, version=version, yes=True)),
        _button(shown.no, AnswerNotice(purpose=purpose, version=version, yes=False)),
    ]


def _button(label: str, data: CallbackData) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=data.pack())
