"""The page inside a copy: works offline, holds no script, escapes every word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from bot.privacy.in_words import Answered, Line, day
from bot.texts import Language, Texts, load_texts, say_day

HERE: Final = Path(__file__).parent
SHOWN_AS_PICTURE: Final = ("jpg", "png", "webp", "gif")  # what browsers open


@dataclass(frozen=True, slots=True)
class Shown:
    """One media on the page.

    path: inside the copy; None when the file is not in this part, and then `missing` says why.
    facts: ids of labels and what to say beside them.
    """

    sidecar: str
    path: str | None
    missing: str
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def is_picture(self) -> bool:
        return (self.path or "").rsplit(".", 1)[-1] in SHOWN_AS_PICTURE

    @property
    def alt(self) -> str:
        """What a screen reader says: what was seen, else when it was taken."""
        return next((value for _, value in reversed(self.facts)), "")


def page(
    language: Language,
    *,
    at: datetime,
    you: Sequence[Line],
    answers: Sequence[Answered],
    settings: Sequence[Line],
    media: Sequence[Shown],
    documents: Sequence[str],
) -> bytes:
    """The page in one language."""
    t = _texts()[language]
    shown = {
        "t": t,
        "date": say_day(at, language),
        "you": [t(sentence, **facts) for sentence, facts in you],
        "answers": [(t(one.name) if one.name else one.purpose, one) for one in answers],
        "settings": [t(sentence, **facts) for sentence, facts in settings],
        "media": media,
        "documents": documents,
    }
    return _template().render(shown).encode()


def facts_of(sidecar: Mapping[str, Any], language: Language) -> tuple[tuple[str, str], ...]:
    """What the page says of a media: ids of labels and values, those unknown left out."""
    told = sidecar.get("facts") or {}
    place = told.get("said_place") or sidecar.get("places", {}).get("place") or {}
    things = sidecar.get("sights", {}).get("things") or ()
    said = {
        "viewer-arrived": day(sidecar.get("arrived_at"), language),
        "viewer-taken": day(sidecar.get("taken_on"), language),
        "viewer-place": str(place.get("name") or ""),
        "viewer-note": str(told.get("note") or ""),
        "viewer-seen": ", ".join(str(thing[language]) for thing in things),
    }
    return tuple((label, value) for label, value in said.items() if value)


@cache
def _template() -> Template:
    loader = FileSystemLoader(HERE)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template(
        "viewer.html.j2"
    )


@cache
def _texts() -> Mapping[Language, Texts]:
    return load_texts([HERE], stem="viewer.")
