"""The buttons of the welcome: countries, decades, years, languages, one photo to see."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.consent.countries import country_name, likely_countries
from bot.texts import Language, Texts
from handlers.doors import AskConsent, AskCountry
from storage.personal_data import Purpose

OLDEST: Final = 110  # years; nobody verified has lived 123
Row = list[InlineKeyboardButton]


class ChooseCountry(CallbackData, prefix="wc"):
    """The country by its ISO code: not a fact about the person until they press it."""

    code: str


class OtherCountry(CallbackData, prefix="wo"):
    """The country is none of those shown: it will be typed."""


class ShowDecades(CallbackData, prefix="wb"):
    """Back from the years to the decades."""


class ShowYears(CallbackData, prefix="wd"):
    """The ten years of a decade."""

    first: int


class ChooseYear(CallbackData, prefix="wy"):
    """The birth year; what is kept of it is a band."""

    year: int


class Speak(CallbackData, prefix="wl"):
    """The language from now on."""

    language: Language


class WaitNoMore(CallbackData, prefix="wn"):
    """Off the waiting list: one tap."""


def countries(t: Texts) -> InlineKeyboardMarkup:
    """The likely countries in the person's language, two a row, and the way to all others."""
    named = [
        _button(country_name(code, t.language), ChooseCountry(code=code))
        for code in likely_countries(t.language)
    ]
    other = _button(t("welcome-button-country-other"), OtherCountry())
    return _keyboard([*_rows(named, 2), [other]])


def earliest(today: date) -> int:
    """The first year of the first decade."""
    return (today.year - OLDEST) // 10 * 10


def decades(today: date) -> InlineKeyboardMarkup:
    """Every decade in which somebody who writes today may be born, the oldest first."""
    firsts = range(earliest(today), today.year + 1, 10)
    labelled = [_button(f"{first}–{first + 9}", ShowYears(first=first)) for first in firsts]
    return _keyboard(_rows(labelled, 3))


def years(first: int, today: date, t: Texts) -> InlineKeyboardMarkup:
    """The years of the decade that begins with `first`, none in the future."""
    decade = range(first, min(first + 10, today.year + 1))
    labelled = [_button(str(year), ChooseYear(year=year)) for year in decade]
    return _keyboard([*_rows(labelled, 5), [_button(t("welcome-button-decades"), ShowDecades())]])


def languages(t: Texts) -> InlineKeyboardMarkup:
    english = _button(t("welcome-button-english"), Speak(language="en"))
    french = _button(t("welcome-button-french"), Speak(language="fr"))
    return _keyboard([[english, french]])


def another_country(t: Texts) -> InlineKeyboardMarkup:
    return _keyboard([[_button(t("welcome-button-country-change"), AskCountry())]])


def wait_after_all(t: Texts) -> InlineKeyboardMarkup:
    """Back to the question, or to the country."""
    again = _button(t("welcome-button-wait"), AskConsent(purpose=Purpose.INFORM_LAUNCH))
    return _keyboard([[again], [_button(t("welcome-button-country-change"), AskCountry())]])


def wait_no_more(t: Texts) -> InlineKeyboardMarkup:
    off = _button(t("welcome-button-wait-no-more"), WaitNoMore())
    return _keyboard([[off], [_button(t("welcome-button-country-change"), AskCountry())]])


def _button(label: str, data: CallbackData) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=data.pack())


def _rows(buttons: Sequence[InlineKeyboardButton], wide: int) -> list[Row]:
    return [list(buttons[start : start + wide]) for start in range(0, len(buttons), wide)]


def _keyboard(rows: list[Row]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=rows)
