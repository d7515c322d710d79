"""Facts and places as bytes to seal, and back: versioned JSON, dates as ISO 8601."""

import json
from dataclasses import asdict
from datetime import date, time

from bot.gallery.answers import Refusal
from bot.gallery.facts import Facts, Place, Precision, Source, TakenAt

VERSION = 1


def facts_bytes(facts: Facts) -> bytes:
    """What is known of one media, but its place, which is kept apart."""
    taken = facts.taken and {
        "first": facts.taken.first.isoformat(),
        "precision": facts.taken.precision,
        "source": facts.taken.source,
        "time": facts.taken.time and facts.taken.time.isoformat(),
        "is_guess": facts.taken.is_guess,
    }
    return json.dumps({"version": VERSION, "taken": taken, "note": facts.note}).encode()


def facts_from(data: bytes, place: Place | None = None) -> Facts:
    """Raises ValueError for bytes of another version."""
    record = json.loads(data)
    if record["version"] != VERSION:
        raise ValueError(f"facts of version {record['version']}")
    taken = record["taken"]
    return Facts(
        taken=taken
        and TakenAt(
            first=date.fromisoformat(taken["first"]),
            precision=Precision(taken["precision"]),
            source=Source(taken["source"]),
            time=time.fromisoformat(taken["time"]) if taken["time"] else None,
            is_guess=taken["is_guess"],
        ),
        place=place,
        note=record["note"],
    )


def place_bytes(place: Place) -> bytes:
    return json.dumps(asdict(place)).encode()


def place_from(data: bytes) -> Place:
    return Place(**json.loads(data))


def refusal_bytes(refusal: Refusal) -> bytes:
    return json.dumps({"text_id": refusal.text_id, "facts": dict(refusal.facts)}).encode()


def refusal_from(data: bytes) -> Refusal:
    return Refusal(**json.loads(data))
