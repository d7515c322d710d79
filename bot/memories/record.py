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
        reasons=tuple(
            Reason(ReasonId(one["id"]), one["value"], one.get("country"))
            for one in record["reasons"]
        ),
        score=record["score"],
    )


def wish_bytes(avoid: Avoid) -> bytes:
    return json.dumps({**asdict(avoid), "day": avoid.day and avoid.day.isoformat()}).encode()


def wish_from(data: bytes) -> Avoid:
    record = json.loads(data)
    day = record["day"] and date.fromisoformat(record["day"])
    return Avoid(**{**record, "day": day, "kind": AvoidKind(record["kind"])})
