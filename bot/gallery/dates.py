"""When a photo was taken, as its owner types it in French or English."""

import re
from dataclasses import replace
from datetime import date, time

from bot.errors import FriendlyError
from bot.gallery.calendar_words import plain
from bot.gallery.date_forms import Setting, day_forms, forms
from bot.gallery.facts import Precision, TakenAt

FIRST_YEAR = 1826  # the oldest photograph that still exists
LONGEST_CHARACTERS = 60  # a longer text says more than a date

ABOUT = re.compile(r"(?:(?:vers|environ|autour d[eu]|about|around|circa|ca)\b\.?|c\.|~|≈) ?(?=\S)")
SMALL_WORDS = re.compile(
    r"(?:(?:c'etait|it was|taken|prises?|le|la|les|the|on|in|en|au|at|a|pendant|during|dans) "
    r"|l'|d')+"
)
YEAR = re.compile(r"(?:^|[ /.-])([0-9]{4})$|^([0-9]{4})[/.-][0-9]")
CLOCK = re.compile(r" (?:a |at |vers )?(?P<hour>\d\d?) ?[:h] ?(?P<minute>\d\d)?$")


def understand(text: str, *, today: date, country: str | None = None) -> TakenAt | None:
    """The date that a person means; None when it is not one, or still to come.

    today: the day in the person's zone. country: ISO 3166 alpha-2; it decides whether 12/10 is
    in October or in December, and when summer is. Without a year it is the last one begun.
    """
    words = plain(text)
    if not words or len(words) > LONGEST_CHARACTERS:
        return None
    about = ABOUT.match(words)
    taken = _with_clock(words[about.end() :] if about else words, Setting(today, country))
    if taken is None or not _is_possible(taken, today):
        return None
    return replace(taken, is_guess=taken.is_guess or about is not None)


class NoSuchDay(FriendlyError):
    """A day that no calendar has, as the 30th of February."""

    text_id = "error-no-such-day"


class StillToCome(FriendlyError):
    """A day after today."""

    text_id = "error-day-to-come"


class BeforePhotographs(FriendlyError):
    """A year without cameras; fact: `year`, the first with one."""

    text_id = "error-day-too-old"


def check_day(text: str, *, today: date, country: str | None = None) -> None:
    """Raises NoSuchDay, StillToCome or BeforePhotographs for a date on which no photo was taken.

    What is no date at all passes: `understand` finds none.
    """
    if names_no_day(text, today=today, country=country):
        raise NoSuchDay
    words = plain(text)[: LONGEST_CHARACTERS + 1]
    about = ABOUT.match(words)
    taken = _with_clock(words[about.end() :] if about else words, Setting(today, country))
    written = YEAR.search(words)
    year = taken.first.year if taken else int(written[1] or written[2]) if written else today.year
    if year < FIRST_YEAR:
        raise BeforePhotographs(year=str(FIRST_YEAR))
    if year > today.year or (taken and taken.first > today):
        raise StillToCome


def names_no_day(text: str, *, today: date, country: str | None = None) -> bool:
    """Whether a whole day is written, and there is none such."""
    words, setting = plain(text), Setting(today, country)
    if not words or len(words) > LONGEST_CHARACTERS:
        return False
    said = SMALL_WORDS.sub("", words, count=1)
    found = [(pattern.fullmatch(said), reader) for pattern, reader in day_forms()]
    read = [reader(one.groupdict(), setting) for one, reader in found if one]
    return bool(read) and not any(read)


def _is_possible(taken: TakenAt, today: date) -> bool:
    return taken.first.year >= FIRST_YEAR and taken.first <= today


def _with_clock(words: str, setting: Setting) -> TakenAt | None:
    """The date, and the hour that may follow a day."""
    clock = CLOCK.search(words)
    taken = _read(words[: clock.start()] if clock else words, setting)
    if taken is None or clock is None or taken.precision is not Precision.DAY:
        return taken
    return replace(taken, time=_clock(clock))


def _read(words: str, setting: Setting) -> TakenAt | None:
    """Try every form, first on the words as they are, then without articles."""
    for said in (words, SMALL_WORDS.sub("", words, count=1)):
        for pattern, reader in forms():
            found = pattern.fullmatch(said)
            taken = reader(found.groupdict(), setting) if found else None
            if taken:
                return taken
    return None


def _clock(found: re.Match[str]) -> time | None:
    """The hour of a match; None for one that no clock shows."""
    parts = found.groupdict()
    try:
        return time(int(parts["hour"]), int(parts["minute"] or 0), int(parts.get("second") or 0))
    except ValueError:
        return None
