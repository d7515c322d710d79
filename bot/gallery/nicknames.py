"""What a person calls their squares: kept sealed under `places`, and gone with them.

A square comes from coordinates, so its nickname lives and dies with the purpose that allows them.
A nickname said of photos without coordinates is what their owner said of these photos alone, and
stays with them as any other word of theirs.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from storage.people import PersonId
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Nickname:
    """name: of every photo in the square, now and later. before: what it was called until then."""

    id: UUID
    cell: str
    name: str
    said_at: datetime
    before: str | None = None


async def nicknames_of(tx: Transaction, owner: PersonId) -> Mapping[str, Nickname]:
    """By square."""
    rows = await tx.nicknames.of(owner)
    if not rows:
        return {}
    opened = await tx.vault.opener(tx, owner)
    found = (_nickname(row.id, json.loads(opened(row.place))) for row in rows)
    return {one.cell: one for one in found}


async def rename(tx: Transaction, owner: PersonId, cell: str, name: str) -> None:
    """From now on that square is called so."""
    known = (await nicknames_of(tx, owner)).get(cell)
    if known:
        await tx.nicknames.drop(owner, known.id)
    await _add(tx, owner, cell, name, known.name if known else None)


async def unname(tx: Transaction, owner: PersonId, said_at: datetime) -> None:
    """What was called so at that moment is called as before."""
    for known in (await nicknames_of(tx, owner)).values():
        if known.said_at == said_at:
            await tx.nicknames.drop(owner, known.id)
            if known.before:
                await _add(tx, owner, known.cell, known.before, None)


async def _add(tx: Transaction, owner: PersonId, cell: str, name: str, before: str | None) -> None:
    record = {"cell": cell, "name": name, "said_at": tx.now.isoformat(), "before": before}
    await tx.nicknames.add(owner, await tx.seal(owner, json.dumps(record).encode()))


def _nickname(row: UUID, record: Mapping[str, Any]) -> Nickname:
    at = datetime.fromisoformat(record["said_at"])
    return Nickname(row, record["cell"], record["name"], at, record["before"])
