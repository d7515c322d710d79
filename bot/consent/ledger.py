"""Reading the ledger back: whether every row still follows from the one before."""

from collections.abc import AsyncIterable, Mapping
from dataclasses import dataclass
from typing import Any

from storage.ledger import FIRST, row_hash


@dataclass(frozen=True, slots=True)
class Broken:
    """The first row that does not follow: its number, and what is wrong with it."""

    seq: int
    why: str


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a chain that holds; a later chain must still contain it."""

    seq: int
    hash: str


async def verify(
    rows: AsyncIterable[Mapping[str, Any]], known: Head | None = None
) -> Head | Broken:
    """Walk the chain from the first row; `known` is a head seen earlier, outside the database.

    An altered, inserted, removed or reordered row is named; a cut tail shows by `known`.
    """
    head = Head(0, FIRST)
    met = known is None or known.seq == 0
    async for row in rows:
        broken = _broken(row, head)
        if broken:
            return broken
        head = Head(row["seq"], row["hash"])
        if known and known.seq == head.seq:
            if known.hash != head.hash:
                return Broken(head.seq, "rewritten since a head that was seen")
            met = True
    return head if met or known is None else Broken(known.seq, "gone since a head that was seen")


def _broken(row: Mapping[str, Any], before: Head) -> Broken | None:
    seq = before.seq + 1
    if row["seq"] != seq:
        return Broken(seq, "missing")
    if row["previous"] != before.hash:
        return Broken(seq, "does not follow the row before")
    if row_hash(row) != row["hash"]:
        return Broken(seq, "altered")
    return None
