"""Where a person's data went, added up so that it fits on one screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.outbound import CallKind, Sent


@dataclass(frozen=True, slots=True)
class Calls:
    """All calls of one kind to one host."""

    host: str
    kind: CallKind
    count: int
    bytes_sent: int
    last_at: datetime


def summed(sent: Sequence[Sent]) -> list[Calls]:
    """By host and kind; the order of `sent`, newest first, is kept."""
    found: dict[tuple[str, CallKind], Calls] = {}
    for one in sent:
        before = found.get((one.host, one.kind))
        found[one.host, one.kind] = Calls(
            one.host,
            one.kind,
            (before.count if before else 0) + 1,
            (before.bytes_sent if before else 0) + one.bytes_sent,
            before.last_at if before else one.at,
        )
    return list(found.values())
