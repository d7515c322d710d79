"""Sentences in the person's language: Fluent bundles, strict, one a language."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Final, Literal, cast

from babel.core import negotiate_locale
from babel.dates import format_date
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk

from bot.errors import PepiteError

Language = Literal["en", "fr"]
LANGUAGES: Final[tuple[Language, ...]] = ("en", "fr")
LOCALES: Final[Mapping[Language, str]] = {"en": "en-GB", "fr": "fr-FR"}


class BrokenText(PepiteError):
    """A sentence is missing, twice there, or lacks a variable; a bug, never shown."""


class Texts:
    """Every sentence of one language: `t("gallery-kept", count=3)`."""

    def __init__(self, language: Language, bundle: FluentBundle) -> None:
        self.language = language
        self._bundle = bundle

    def __call__(self, text_id: str, **facts: object) -> str:
        """The sentence filled with `facts`; raises BrokenText rather than show a hole."""
        if not self._bundle.has_message(text_id):
            raise BrokenText(f"no sentence {text_id} in {self.language}")
        pattern = self._bundle.get_message(text_id).value
        if pattern is None:
            raise BrokenText(f"{text_id} has no value in {self.language}")
        text, errors = self._bundle.format_pattern(pattern, facts)
        if errors:
            raise BrokenText(f"{text_id} in {self.language}: {errors[0]}")
        return cast("str", text)

    def __contains__(self, text_id: str) -> bool:
        return bool(self._bundle.has_message(text_id))


def babel_locale(language: Language) -> str:
    """The language's locale, in Babel's spelling."""
    return LOCALES[language].replace("-", "_")


def say_day(day: date, language: Language) -> str:
    """A whole date: "1 October 2024", "1er octobre 2024"; only the first is an ordinal there."""
    return with_ordinal(format_date(day, "d MMMM y", babel_locale(language)), language)


def with_ordinal(text: str, language: Language) -> str:
    """A date that begins with its day, as French writes the first: "1er oct.", not "1 oct."."""
    return f"1er {text[2:]}" if language == "fr" and text.startswith("1 ") else text


def language_of(code: str | None) -> Language:
    """What to speak with someone whose Telegram says `code` (IETF, such as fr-CA)."""
    return "fr" if (code or "").lower().split("-")[0] == "fr" else "en"


def language_asked(accepted: str) -> Language:
    """What to speak with a browser that sends `accepted` as its Accept-Language."""
    wished = [part.partition(";")[0].strip() for part in accepted.split(",")]
    return language_of(negotiate_locale(wished, LANGUAGES, sep="-"))


def load_texts(folders: Iterable[Path], stem: str = "") -> Mapping[Language, Texts]:
    """The sentences of all `folders`: `{stem}en.ftl` and `{stem}fr.ftl` in each.

    Isolation marks are off: they would sit in copies, lengths and drawn titles.
    Raises BrokenText for a sentence that stands twice or a file that does not parse.
    """
    found = sorted(folders)
    return {language: _load(language, found, stem) for language in LANGUAGES}


def _load(language: Language, folders: Iterable[Path], stem: str) -> Texts:
    bundle = FluentBundle([LOCALES[language]], use_isolating=False)
    seen: set[str] = set()
    for folder in folders:
        path = folder / f"{stem}{language}.ftl"
        resource = FluentResource(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, Junk):
                raise BrokenText(f"{path.name} of {folder.name} does not parse: {entry.content!r}")
            name = getattr(getattr(entry, "id", None), "name", None)
            if name in seen:
                raise BrokenText(f"{name} stands twice")
            if name:
                seen.add(name)
        bundle.add_resource(resource)
    return Texts(language, bundle)
