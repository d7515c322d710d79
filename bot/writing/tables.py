"""The tables of words that may stand for others, one a language, read once."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from bot.texts import Language
from bot.writing.wishes import Wish

FOLDER: Final = Path(__file__).parent
AT_THE_START: Final = r"(?:^|(?<=[\n.!?…] )|(?<=[\n]))"
AT_THE_END: Final = r"(?=[ \u00a0\u202f]?[,.!]*\s*(?:$|\n))"


@dataclass(frozen=True, slots=True)
class Table:
    """How one wish changes words. `kept` finds what has heirs in `heirs`, whatever its case."""

    heirs: Mapping[str, tuple[str, ...]]
    found: re.Pattern[str] | None
    dropped: re.Pattern[str] | None
    patterns: tuple[tuple[re.Pattern[str], str], ...]
    lists: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Tables:
    """All of a language. Each pattern finds whole words."""

    wishes: Mapping[Wish, Table]
    grave: re.Pattern[str]
    greetings: re.Pattern[str]
    addressed: re.Pattern[str]
    familiar: re.Pattern[str]
    persons: re.Pattern[str]
    sour: re.Pattern[str]
    glad: re.Pattern[str]
    closed: re.Pattern[str]


@cache
def tables(language: Language) -> Tables:
    source = (FOLDER / f"tables.{language}.toml").read_text(encoding="utf-8")
    known = tomllib.loads(source)
    wishes = {wish: _table(known[wish]) for wish in Wish if wish in known}
    return Tables(
        wishes,
        grave=_whole(known["grave"]),
        greetings=re.compile(rf"\A\W*{_whole(known['greetings']).pattern}", re.IGNORECASE),
        addressed=_whole(known["addressed"]),
        familiar=_whole(known.get("familiar", ["\0"])),
        persons=_whole(known["persons"]),
        sour=_whole(known["sour"]),
        glad=_whole(known["glad"]),
        closed=_whole(known["closed"]),
    )


def _table(known: Mapping[str, Any]) -> Table:
    heirs = {key: tuple(words) for key, words in known.get("phrases", {}).items()}
    return Table(
        {key.strip("^$"): words for key, words in heirs.items()},
        _any([_place(key) for key in heirs]),
        _any([_words(drop) for drop in known.get("drops", ())]),
        tuple(
            (re.compile(find, re.IGNORECASE), str(put))
            for find, put in known.get("patterns", {}).items()
        ),
        {name: tuple(rows) for name, rows in known.items() if isinstance(rows, list)},
    )


def _any(patterns: list[str]) -> re.Pattern[str] | None:
    """The longest first; what stands at a start or an end before what stands anywhere."""
    if not patterns:
        return None
    longest = sorted(patterns, key=len, reverse=True)
    return re.compile("|".join(f"(?:{one})" for one in longest), re.IGNORECASE)


def _place(key: str) -> str:
    start, end = key.startswith("^"), key.endswith("$")
    words = _words(key.strip("^$"))
    return (AT_THE_START if start else "") + words + (AT_THE_END if end else "")


def _words(key: str) -> str:
    """Whole words, either apostrophe; one that ends in an apostrophe goes before a letter."""
    spoken = re.escape(key).replace("’", "['’]").replace(r"\ ", r"[ \u00a0]+")
    return rf"(?<![\w'’-]){spoken}" + ("" if key.endswith("’") else r"(?![\w-]|['’]\w)")


def _whole(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(_words(word) for word in words).join(["(?:", ")"]), re.IGNORECASE)
