"""Memories and wishes as bytes to seal, and back: JSON, dates as ISO 8601."""

import json
from dataclasses import asdict
from datetime import date

from bot.memories.avoid import Avoid, AvoidKind
from bot.memories.gems import Reason, ReasonId
from bot.memories.memory import Memory, MemoryKind


def memory_bytes(memory: Memory) -> bytes:
    return json.dumps(asdict(memory)).encode()


def memory_from(data: bytes) -> Memory:
    record = json.loads(data)
    return Memory(
        kind=MemoryKind(record["kind"]),
        media=tuple(record["media"]),
        reasons=tuple(Reason(ReasonId(one["id"]), one["value"]) for one in record["reasons"]),
        score=record["score"],
    )


def wish_bytes(avoid: Avoid) -> bytes:
    days = {"first": _day(avoid.first), "last": _day(avoid.last)}
    return json.dumps({**asdict(avoid), **days}).encode()


def wish_from(data: bytes) -> Avoid:
    record = json.loads(data)
    days = {name: record[name] and date.fromisoformat(record[name]) for name in ("first", "last")}
    return Avoid(**{**record, **days, "kind": AvoidKind(record["kind"])})


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
