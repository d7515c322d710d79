"""Readings as bytes to seal, and back: versioned JSON, dates as ISO 8601."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from bot.assistant.request import Intent, PlaceName, Query, Reading
from bot.collage.edits import Change
from bot.gallery.facts import Precision

VERSION = 1


def readings_bytes(readings: Sequence[Reading]) -> bytes:
    """Questions only: a title, a caption or a text is done with at once, and not kept."""
    rows = [_record(one) for one in readings]
    return json.dumps({"version": VERSION, "readings": rows}, default=str).encode()


def readings_from(data: bytes) -> tuple[Reading, ...]:
    """Raises ValueError for bytes of another version."""
    record = json.loads(data)
    if record["version"] != VERSION:
        raise ValueError(f"readings of version {record['version']}")
    return tuple(_reading(row) for row in record["readings"])


def _record(reading: Reading) -> Mapping[str, Any]:
    return {
        "intent": reading.intent,
        "change": reading.change,
        "score": reading.score,
        "query": asdict(reading.query),
    }


def _reading(row: Mapping[str, Any]) -> Reading:
    asked = row["query"]
    people = asked["people"]
    query = Query(
        first=_day(asked["first"]),
        last=_day(asked["last"]),
        precision=Precision(asked["precision"]),
        places=tuple(PlaceName(**place) for place in asked["places"]),
        concepts=tuple(map(tuple, asked["concepts"])),
        people=(people[0], people[1]) if people else None,
        words=tuple(asked["words"]),
        is_shared=asked["is_shared"],
        is_film=asked["is_film"],
        is_latest=asked["is_latest"],
    )
    change = Change(row["change"]) if row["change"] else None
    return Reading(Intent(row["intent"]), row["score"], query, change=change)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
