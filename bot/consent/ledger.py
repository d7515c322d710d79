"""Reading the ledger back: whether every row still follows from the one before."""

from collections.abc import AsyncIterable, Iterable, Mapping
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
    rows: AsyncIterable[Mapping[str, Any]], known: Iterable[Head] = ()
) -> Head | Broken:
    """Walk the chain from the first row; `known` are heads seen earlier, by someone else.

    An altered, inserted, removed or reordered row is named; a cut tail shows by `known`.
    """
    seen = {one.seq: one.hash for one in known if one.seq}
    head = Head(0, FIRST)
    async for row in rows:
        broken = _broken(row, head)
        if broken:
            return broken
        head = Head(row["seq"], row["hash"])
        if seen.pop(head.seq, head.hash) != head.hash:
            return Broken(head.seq, "rewritten since a head that was seen")
    return Broken(min(seen), "gone since a head that was seen") if seen else head


def _broken(row: Mapping[str, Any], before: Head) -> Broken | None:
    seq = before.seq + 1
    if row["seq"] != seq:
        return Broken(seq, "missing")
    if row["previous"] != before.hash:
        return Broken(seq, "does not follow the row before")
    if row_hash(row) != row["hash"]:
        return Broken(seq, "altered")
    return None
