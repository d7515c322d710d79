"""What is said of the collage that is there: by numbers, by a theme or a look, or to take back."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from bot.assistant.request import Intent, Reading
from bot.assistant.tokens import Token, folded, joined
from bot.collage.edits import ABOUT, Change

WORDS: Final = Path(__file__).with_name("editing.toml")
FIGURE: Final = re.compile(r"(\d{1,2})(?:e|eme|nd|rd|st|th)?")
LONGEST: Final = 5  # words of a phrase
# Steps about no photo by number.
ALONE: Final = frozenset({Change.UNDO, Change.BRING_BACK, Change.THEME})
LACKING: Final = frozenset(
    {Change.BIGGER, Change.CROP, Change.SWAP}
)  # without a number, asked for
PLAIN_VERBS: Final = frozenset(
    {Change.BIGGER, Change.CROP}
)  # a sentence begins so for no other end


@dataclass(frozen=True, slots=True)
class Phrases:
    """Folded phrases and what they say."""

    changes: Mapping[str, Change]
    themes: Mapping[str, str]
    looks: Mapping[str, str]
    numbers: Mapping[str, int]
    filler: frozenset[str]
    cannot: frozenset[str]


@cache
def phrases() -> Phrases:
    raw = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    return Phrases(
        changes=_turned({Change(name): said for name, said in raw["change"].items()}),
        themes=_turned(raw["theme"]),
        looks=_turned(raw["look"]),
        numbers=_turned({int(number): said for number, said in raw["number"].items()}),
        filler=frozenset(map(folded, raw["filler"]["words"])),
        cannot=frozenset(map(folded, raw["cannot"]["words"])),
    )


def _turned(meanings: Mapping[Any, Iterable[str]]) -> dict[str, Any]:
    return {folded(phrase): meaning for meaning, said in meanings.items() for phrase in said}


@dataclass(slots=True)
class _Heard:
    """All that a sentence says, in its order."""

    changes: list[Change]
    numbers: list[int]
    themes: list[str]
    looks: list[str]
    cannot: list[str]


def editing(words: Sequence[Token]) -> Reading | None:
    """A change whose every word is understood, or what it lacks; None for anything else."""
    heard = _heard(words)
    if heard is None:
        return Reading(Intent.WHICH_PHOTO) if _begins_plainly(words) else None
    return Reading(Intent.CANNOT) if heard.cannot else _asked(heard)


def _begins_plainly(words: Sequence[Token]) -> bool:
    """Enlarge the photo of the cat: by what it shows, no photo of a page is known."""
    return phrases().changes.get(joined(words[:1])) in PLAIN_VERBS


def _asked(heard: _Heard) -> Reading | None:
    """One thing at a time."""
    photos = tuple(dict.fromkeys(heard.numbers))
    if heard.changes == [Change.THEME] and heard.themes:
        heard.changes.clear()  # "change the theme to polaroids" names it
    if len([*heard.changes, *heard.themes, *heard.looks]) != 1:
        return None
    if heard.changes:
        return _changed(heard.changes[0], photos)
    if heard.looks:
        return _reading(Change.LOOK, photos, look=heard.looks[0])
    return None if photos else _reading(Change.THEME, theme=heard.themes[0])


def _changed(change: Change, photos: tuple[int, ...]) -> Reading | None:
    wanted = range(1) if change in ALONE else ABOUT[change]
    if len(photos) in wanted:
        return _reading(change, photos)
    return Reading(Intent.WHICH_PHOTO) if change in LACKING else None


def _reading(
    change: Change,
    photos: tuple[int, ...] = (),
    *,
    theme: str | None = None,
    look: str | None = None,
) -> Reading:
    return Reading(Intent.CHANGE, change=change, photos=photos, theme=theme, look=look)


def _heard(words: Sequence[Token]) -> _Heard | None:
    """The longest phrases first; None where a word belongs to none."""
    heard, at = _Heard([], [], [], [], []), 0
    while at < len(words):
        ends = range(min(len(words), at + LONGEST), at, -1)
        end = next((end for end in ends if _take(joined(words[at:end]), heard)), None)
        if end is None:
            return None
        at = end
    return heard


def _take(phrase: str, heard: _Heard) -> bool:
    """Whether a phrase says something here, noted if it does."""
    known = phrases()
    figure = FIGURE.fullmatch(phrase)
    number = int(figure[1]) if figure else known.numbers.get(phrase)
    if number is not None:
        heard.numbers.append(number)
        return True
    if phrase in known.changes:
        heard.changes.append(known.changes[phrase])
    elif phrase in known.themes:
        heard.themes.append(known.themes[phrase])
    elif phrase in known.looks:
        heard.looks.append(known.looks[phrase])
    elif phrase in known.cannot:
        heard.cannot.append(phrase)
    else:
        return phrase in known.filler
    return True
