"""Concepts and faces on real photographs whose truth is written down: ours, others', anyone's.

A truth file is a JSON object by file name: {"cat.jpg": {"concepts": ["cat"], "faces": 0}}.
`concepts`: every id of bot/vision/concepts.toml that may be said of the photo; "also" those that
may be said and need not. `faces`: how many a person would count; left out, nobody counts.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from bot.bench.eyes_truth import Row
from bot.errors import OperatorError
from bot.pixels.refusals import Refused
from bot.vision.concepts import CONCEPTS
from bot.vision.look import look_at
from bot.vision.sight import Sight

OURS: Final = "our nine"
# Pictures inside public packages, never shipped: where they lie, and their truth beside us.
PACKAGES: Final = {
    "scikit-image": ("skimage", "data"),
    "scikit-learn": ("sklearn", "datasets/images"),
}
TRUTH: Final = Path(__file__).with_name("eyes_photos.json")


@dataclass(frozen=True, slots=True)
class Known:
    """What may be said of one photo, what should be, and how many faces it has."""

    should: frozenset[str]
    may: frozenset[str]
    faces: int | None


def photo_rows(folder: Path | None = None, truth: Path | None = None) -> list[Row]:
    """A few rows for each collection that is there; raises OperatorError for a bad truth file."""
    known = _read(_truth_of(truth or folder / "truth.json")) if folder else {}
    told = json.loads(TRUTH.read_text(encoding="utf-8"))
    rows = _rows(
        OURS, {name: (Path(str(_ours())) / name) for name in told[OURS]}, _read(told[OURS])
    )
    for package, (module, inner) in PACKAGES.items():
        found = find_spec(module)
        if found and found.submodule_search_locations:
            place = Path(found.submodule_search_locations[0]) / inner
            photos = {name: place / name for name in told[package] if (place / name).exists()}
            rows += _rows(package, photos, _read(told[package]))
    if folder:
        rows += _rows(folder.name, {name: folder / name for name in known}, known)
    return rows


def _ours() -> Any:
    return files("bot.sandbox") / "photos"


def _truth_of(path: Path) -> Mapping[str, Any]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise OperatorError(f"{path} is no truth file: see `pepite bench --help`") from error
    if not isinstance(told, dict):
        raise OperatorError(f"{path} should be an object by file name")
    return told


def _read(told: Mapping[str, Any]) -> dict[str, Known]:
    """Raises OperatorError for a concept that does not exist: a slip would read as a failure."""
    known = {}
    for name, one in told.items():
        should, also = frozenset(one.get("concepts", ())), frozenset(one.get("also", ()))
        unknown = (should | also) - set(CONCEPTS)
        if unknown:
            raise OperatorError(f"{name}: there is no concept {min(unknown)!r}")
        known[name] = Known(should, should | also, one.get("faces"))
    return known


def _rows(name: str, photos: Mapping[str, Path], known: Mapping[str, Known]) -> list[Row]:
    sights = {photo: _look(path) for photo, path in photos.items()}
    said = [(one, seen.concept) for one, sight in sights.items() for seen in sight.seen]
    false = sorted({f"{one}: {concept}" for one, concept in said if concept not in known[one].may})
    should = sum(len(known[one].should) for one in sights)
    right = sum(concept in known[one].should for one, concept in said)
    behind = (len(sights), f"{len(sights)} ({len(sights)} real)")
    return [
        (f"concepts, {name}: said of those to see", _share(right, should), None, *behind),
        (f"concepts, {name}: false ({', '.join(false) or 'none'})", len(false), 0, *behind),
        *_face_rows(name, sights, known),
    ]


def _face_rows(name: str, sights: Mapping[str, Sight], known: Mapping[str, Known]) -> list[Row]:
    counted = {one: known[one].faces or 0 for one in sights if known[one].faces is not None}
    there = sum(counted.values())
    found = sum(min(len(sights[one].faces), faces) for one, faces in counted.items())
    false = sum(max(len(sights[one].faces) - faces, 0) for one, faces in counted.items())
    behind = (len(counted), f"{len(counted)} ({len(counted)} real)")
    return [
        (f"faces, {name}: found of {there}", _share(found, there), None, *behind),
        (f"faces, {name}: false", false, None, *behind),
    ]


def _look(path: Path) -> Sight:
    try:
        return look_at(path.read_bytes(), faces=True)
    except (OSError, Refused) as error:
        raise OperatorError(f"{path} cannot be looked at") from error


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
