"""Facts and places as bytes to seal, and back: versioned JSON, dates as ISO 8601."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date, datetime, time
from typing import Any, Final

from bot.gallery.answers import Refusal
from bot.gallery.facts import Before, Facts, Place, Precision, Source, TakenAt

VERSION: Final = 2  # with what its owner said of the place, scans, and words to take back
READABLE: Final = frozenset({1, VERSION})
Record = Mapping[str, Any]


def facts_bytes(facts: Facts) -> bytes:
    """What is known of one media, but the place of its coordinates, which is kept apart."""
    before = facts.before and {
        "said_at": facts.before.said_at.isoformat(),
        **_said(facts.before.taken, facts.before.note, facts.before.said_place),
    }
    said = _said(facts.taken, facts.note, facts.said_place)
    record = {"version": VERSION, **said, "is_scan": facts.is_scan, "before": before}
    return json.dumps(record).encode()


def facts_from(data: bytes, place: Place | None = None) -> Facts:
    """Its facts, with the place of its coordinates; raises ValueError for another version."""
    record = json.loads(data)
    if record["version"] not in READABLE:
        raise ValueError(f"facts of version {record['version']}")
    said_place = _place(record.get("said_place"))
    return Facts(
        taken=_taken(record["taken"]),
        place=_wins(said_place, place),
        note=record["note"],
        said_place=said_place,
        is_scan=record.get("is_scan", False),
        before=_before(record.get("before")),
    )


def _wins(said: Place | None, found: Place | None) -> Place | None:
    """What was said, in the square that the coordinates name."""
    return replace(said, cell=found.cell) if said and found else said or found


def _said(taken: TakenAt | None, note: str | None, place: Place | None) -> dict[str, Any]:
    when = taken and {
        "first": taken.first.isoformat(),
        "precision": taken.precision,
        "source": taken.source,
        "time": taken.time and taken.time.isoformat(),
        "is_guess": taken.is_guess,
    }
    return {"taken": when, "note": note, "said_place": place and asdict(place)}


def _taken(record: Record | None) -> TakenAt | None:
    if record is None:
        return None
    return TakenAt(
        first=date.fromisoformat(record["first"]),
        precision=Precision(record["precision"]),
        source=Source(record["source"]),
        time=time.fromisoformat(record["time"]) if record["time"] else None,
        is_guess=record["is_guess"],
    )


def _place(record: Record | None) -> Place | None:
    return None if record is None else Place(**record)


def _before(record: Record | None) -> Before | None:
    if record is None:
        return None
    return Before(
        said_at=datetime.fromisoformat(record["said_at"]),
        taken=_taken(record["taken"]),
        note=record["note"],
        said_place=_place(record["said_place"]),
    )


def place_bytes(place: Place) -> bytes:
    """A town and its square; a nickname is its owner's, and is kept elsewhere."""
    return json.dumps({"name": place.name, "country": place.country, "cell": place.cell}).encode()


def place_from(data: bytes) -> Place:
    return Place(**json.loads(data))


def refusal_bytes(refusal: Refusal) -> bytes:
    told = {"text_id": refusal.text_id, "facts": dict(refusal.facts), "name": refusal.name}
    return json.dumps(told).encode()


def refusal_from(data: bytes) -> Refusal:
    return Refusal(**json.loads(data))
