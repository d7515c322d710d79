"""Whether words are about the photos just given, and what they say of when, where and who.

Better a note missed than a request swallowed: without a reply to a photo, words must open as
people tell ("c'était…", "that's…") and say a day, a place, a name or an occasion. Then only a
date alone is heard too, where nobody said yet when the photos were taken.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from bot.assistant.chunks import Ears
from bot.assistant.reading import read_request
from bot.assistant.request import Intent
from bot.assistant.vocabulary import vocabulary
from bot.gallery.calendar_words import plain
from bot.gallery.dates import understand
from bot.gallery.facts import TakenAt
from bot.gallery.said import LONGEST_NOTE, Said
from bot.gallery.whereabouts import where_in

NOTING: Final = Path(__file__).with_name("noting.toml")
HEADED: Final = re.compile(r"(?:notes?|remarque|à retenir)\s*[:：]\s*(.+)", re.IGNORECASE)
POINTED: Final = r"(?:(?:ça|ca|là|la|ici|celle[- ](?:ci|là)|this one|here)[, ]+)?"
NAME_ALONE: Final = re.compile(r"(?:[^\W\d_a-zß-ÿ][\w'’-]+ ?){1,3}(?:, [\w ]+)?")
COMMANDS: Final = frozenset(Intent) - {Intent.FIND}
AND_THEN: Final = re.compile(r"\s*,\s*|\s+")


@dataclass(frozen=True, slots=True)
class _Known:
    """Patterns made of the words in `noting.toml`."""

    opened: re.Pattern[str]
    request: re.Pattern[str]
    wish: re.Pattern[str]
    denied: re.Pattern[str]
    occasion: re.Pattern[str]
    no_names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hearing:
    """What words are heard with: is_reply to a photo, is_undated where nobody said when."""

    today: date
    country: str | None = None
    is_reply: bool = False
    is_undated: bool = False


def said_in(text: str, hearing: Hearing) -> Said | None:
    """What the words say of the photos; None for what is meant for somebody else to hear."""
    raw = " ".join(text.split())
    if not raw or len(raw) > LONGEST_NOTE:
        return None
    if headed := HEADED.fullmatch(raw):
        return Said(note=headed[1])
    known, small = _known(), plain(raw)
    if "?" in raw or known.request.match(small) or known.wish.search(small):
        return None
    opened = known.opened.match(raw)
    if opened:
        return _told(raw[opened.end() :], hearing)
    return _bare(raw, hearing) if hearing.is_reply or hearing.is_undated else None


def _told(rest: str, hearing: Hearing) -> Said | None:
    """What was told after "c'était", "that's"."""
    if not rest or _known().denied.match(plain(rest)):
        return None
    said = _facts(rest, hearing)
    if said:
        return said
    return Said(note=_capital(rest)) if hearing.is_reply or _says_who_or_what(rest) else None


def _bare(raw: str, hearing: Hearing) -> Said | None:
    """Words that do not open as people tell: a date, or whatever answers a photo."""
    said = _facts(raw, hearing)
    if not hearing.is_reply:
        return said if said and said.where is None else None
    if said:
        return said
    ears = Ears("en", hearing.today, hearing.country, {})
    if any(reading.intent in COMMANDS for reading in read_request(raw, ears)[:1]):
        return None
    if NAME_ALONE.fullmatch(raw):
        return Said(where=raw, otherwise=raw, is_alone=True)
    return Said(note=_capital(raw))


def _facts(rest: str, hearing: Hearing) -> Said | None:
    """A date, a place, or one and then the other."""
    when = _when(rest, hearing)
    if when:
        return Said(when=when)
    for one, other in _halves(rest):
        place, when = where_in(one), _when(other, hearing)
        if place is None or when is None:
            place, when = where_in(other), _when(one, hearing)
        if place and when:
            return Said(when, place.words, is_sure=place.is_own, otherwise=place.otherwise)
    place = where_in(rest)
    if place is None:
        return None
    return Said(where=place.words, is_sure=place.is_own, otherwise=place.otherwise)


def _when(words: str, hearing: Hearing) -> TakenAt | None:
    """A date; short names of days are people too: Sam, Mar."""
    said = vocabulary().dates
    if plain(words) in said["never"] | said["rare"]:
        return None
    return understand(words, today=hearing.today, country=hearing.country)


def _halves(words: str) -> Iterator[tuple[str, str]]:
    for gap in AND_THEN.finditer(words):
        yield words[: gap.start()], words[gap.end() :]


def _says_who_or_what(rest: str) -> bool:
    """Somebody's name, or an occasion."""
    names = {word.strip('.,;:!()"«»') for word in rest.split()} - _known().no_names
    return any(name[:1].isupper() for name in names) or bool(_known().occasion.search(plain(rest)))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


@cache
def _known() -> _Known:
    raw = tomllib.loads(NOTING.read_text(encoding="utf-8"))
    return _Known(
        opened=re.compile(rf"{POINTED}(?:{'|'.join(raw['openers'])})\s*", re.IGNORECASE),
        request=_words(raw["requests"]),
        wish=_words(raw["wishes"]),
        denied=_words(raw["denials"]),
        occasion=_words(raw["occasions"]),
        no_names=frozenset(raw["no_names"]),
    )


def _words(pieces: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(pieces)})\b")
