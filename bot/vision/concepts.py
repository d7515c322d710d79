"""Everyday words for what the networks answer; raw labels are never shown.

People's clothes make the scene network say things that nobody wants to read, so where a face or
a person is seen only scenes and detected objects count.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

from bot.vision.sight import Seen

DATA = tomllib.loads(Path(__file__).with_name("concepts.toml").read_text(encoding="utf-8"))
SILENT_UNDER: float = DATA["silent_under"]
SURE_ALONE = 0.8  # coins are a clock at 0.72, a lake’s bank a boat at 0.72
NEARLY_SURE, HINTS = 0.6, 0.03  # with a hint of the scene network; an admiral is a dog at 0.59
AGREES = 0.1  # what the scene network must add to a still less sure object


class Kind(StrEnum):
    """What sort of word it is."""

    ANIMAL = "animal"
    PLANT = "plant"
    FOOD = "food"
    VEHICLE = "vehicle"
    SCENE = "scene"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Noun:
    """A word and what a sentence must know of it.

    plural: the singular again where a thing is not counted. gender: None in English.
    elides: takes "an" in English, "l’" and "d’" in French.
    """

    singular: str
    plural: str
    gender: Literal["m", "f"] | None
    elides: bool
    countable: bool


@dataclass(frozen=True, slots=True)
class Concept:
    """imagenet: rows whose shares are summed; coco: labels of detected objects."""

    id: str
    kind: Kind
    en: Noun
    fr: Noun
    imagenet: tuple[int, ...]
    coco: tuple[str, ...]


def _noun(raw: Mapping[str, Any]) -> Noun:
    return Noun(
        singular=raw["one"],
        plural=raw.get("many", raw["one"]),
        gender=raw.get("gender"),
        elides=raw.get("elides", False),
        countable="many" in raw,
    )


def rows(ranges: Iterable[int | Sequence[int]]) -> tuple[int, ...]:
    """Single rows and [first, last] ranges, as rows."""
    found: list[int] = []
    for entry in ranges:
        first, last = (entry, entry) if isinstance(entry, int) else entry
        found.extend(range(first, last + 1))
    return tuple(found)


def _concept(key: str, raw: Mapping[str, Any]) -> Concept:
    return Concept(
        id=key,
        kind=Kind(raw["kind"]),
        en=_noun(raw["en"]),
        fr=_noun(raw["fr"]),
        imagenet=rows(raw.get("imagenet", ())),
        coco=tuple(raw.get("coco", ())),
    )


# What the scene network alone must be sure of: it sees rockets and clocks in glittering water.
HALF = 0.5
SAID_ALONE: Mapping[Kind, float] = {Kind.THING: 0.75, Kind.VEHICLE: 0.75}
CONCEPTS: Mapping[str, Concept] = {key: _concept(key, raw) for key, raw in DATA["concept"].items()}
NEVER = frozenset(rows(DATA["never"]))


def concept(key: str) -> Concept:
    """Raises KeyError for an id that `concepts.toml` does not know."""
    return CONCEPTS[key]


def name_what_is_seen(
    shares: Sequence[float], objects: Mapping[str, float], *, with_people: bool
) -> tuple[Seen, ...]:
    """Concepts that the networks are sure of, surest first.

    shares: 1000 ImageNet probabilities. objects: the best confidence of each COCO label.
    """
    seen = []
    for known in CONCEPTS.values():
        from_objects = max(
            (objects[label] for label in known.coco if label in objects), default=0.0
        )
        from_tags = sum(map(shares.__getitem__, known.imagenet))
        from_objects *= _is_believed(from_objects, from_tags)
        is_said = from_tags >= SAID_ALONE.get(known.kind, HALF) or from_objects
        if not is_said or (with_people and known.kind is not Kind.SCENE):
            from_tags = 0.0
        confidence = min(1.0, max(from_objects, from_tags))
        if confidence >= SILENT_UNDER:
            seen.append(Seen(known.id, round(confidence, 4)))
    return tuple(sorted(seen, key=lambda one: (-one.confidence, one.concept)))


def _is_believed(from_objects: float, from_tags: float) -> bool:
    if from_objects >= SURE_ALONE or from_tags >= AGREES:
        return True
    return from_objects >= NEARLY_SURE and from_tags >= HINTS
