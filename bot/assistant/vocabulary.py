"""The words that people say to the assistant, read once from `words.toml`, folded."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from bot.assistant.request import Screen
from bot.assistant.tokens import folded
from bot.collage.edits import Change
from bot.texts import LANGUAGES, Language
from bot.vision.concepts import CONCEPTS, Concept

WORDS: Final = Path(__file__).with_name("words.toml")
Concepts = tuple[str, ...]
People = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Folded phrases and what they mean; `says`, `asks` and `dates` are lists by name."""

    find: frozenset[str]
    photos: frozenset[str]
    films: frozenset[str]
    latest: frozenset[str]
    assent: frozenset[str]
    make: Mapping[str, str]
    recap: frozenset[str]
    changes: Mapping[str, Change]
    says: Mapping[str, frozenset[str]]
    rewrites: Mapping[str, str]
    screens: Mapping[str, Screen]
    asks: Mapping[str, frozenset[str]]
    people: Mapping[str, People]
    people_nouns: frozenset[str]
    numbers: Mapping[str, int]
    shared: Mapping[str, bool]
    concepts: Mapping[Language, Mapping[str, Concepts]]
    ordinary: Mapping[str, str]
    dates: Mapping[str, frozenset[str]]
    filler: Mapping[Language, frozenset[str]]


@cache
def vocabulary() -> Vocabulary:
    raw = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    people = raw["people"]
    counts: Mapping[str, People] = {"some": (1, None), "none": (0, 0), "one": (1, 1)}
    return Vocabulary(
        find=_set(raw["find"]),
        photos=_set(raw["photos"]),
        films=_set(raw["films"]),
        latest=_set(raw["latest"]),
        assent=_set(raw["screen"].pop("assent")),
        make={folded(phrase): shape for phrase, shape in raw["make"].items()},
        recap=_set(raw["recap"]["says"]),
        changes=_turned({Change(name): said for name, said in raw["change"].items()}),
        says={name: _set(said) for name, said in raw["says"].items()},
        rewrites=_turned(raw["rewrite"]),
        screens=_turned({Screen(name): said for name, said in raw["screen"].items()}),
        asks={name: _set(said) for name, said in raw["asks"].items()},
        people=_turned(
            {**{counts[name]: people[name] for name in counts}, (3, None): people["group"]}
        ),
        people_nouns=_set(people["nouns"]),
        numbers={folded(word): number for word, number in people["numbers"].items()},
        shared=_turned({False: raw["shared"]["never"], True: raw["shared"]["already"]}),
        concepts={language: _concepts(raw, language) for language in LANGUAGES},
        ordinary=raw["ordinary"],
        dates={name: _set(said) for name, said in raw["dates"].items()},
        filler={language: _set(raw["filler"][language]) for language in LANGUAGES},
    )


def _set(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(map(folded, phrases))


def _turned(meanings: Mapping[Any, Iterable[str]]) -> Mapping[str, Any]:
    """Phrase to meaning, from meaning to phrases."""
    return {folded(phrase): meaning for meaning, said in meanings.items() for phrase in said}


def _concepts(raw: Mapping[str, Any], language: Language) -> Mapping[str, Concepts]:
    """The concepts' own names in that language, then everyday words, in both alike."""
    found: dict[str, Concepts] = {}
    for one in raw["concept"]:
        found |= dict.fromkeys(_set(one["says"]), tuple(one["is"]))
    for kind, said in raw["kind"].items():
        of_kind = tuple(key for key, known in CONCEPTS.items() if known.kind == kind)
        found |= dict.fromkeys(_set(said), of_kind)
    for key, known in CONCEPTS.items():
        found |= {name: (key, *_more(found, name, key)) for name in _names(known, language)}
    return found


def _names(known: Concept, language: Language) -> Iterable[str]:
    noun = known.fr if language == "fr" else known.en
    return {folded(noun.singular), folded(noun.plural)}


def _more(found: Mapping[str, Concepts], name: str, key: str) -> Concepts:
    """A concept's own name may stand for its neighbours as well."""
    return tuple(one for one in found.get(name, ()) if one != key)
