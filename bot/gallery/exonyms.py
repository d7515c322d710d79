"""What French and English call towns that the data of places names otherwise: Köln, Cologne."""

from collections.abc import Mapping
from csv import DictReader
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from bot.texts import Language

EXONYMS: Final = Path(__file__).with_name("exonyms.tsv")
TownKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Exonym:
    """en, fr: what each language says. also: what people type besides, such as Firenze."""

    en: str
    fr: str
    also: tuple[str, ...]


def said_name(name: str, country: str, language: Language) -> str:
    """A town of the data as the language says it: its own name where nothing else is known."""
    found = exonyms().get((country, name))
    if found is None:
        return name
    return found.fr if language == "fr" else found.en


@cache
def exonyms() -> Mapping[TownKey, Exonym]:
    """By country and by the name in the data of places."""
    with EXONYMS.open(encoding="utf-8", newline="") as lines:
        return {
            (row["country"], row["name"]): Exonym(
                row["en"], row["fr"], tuple(filter(None, row["also"].split(", ")))
            )
            for row in DictReader(lines, delimiter="\t")
        }
