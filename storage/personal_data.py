"""What every table declares: whose it is, what for, how it is copied out and how it goes."""

import importlib
import json
import pkgutil
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Column, Table, delete

import storage
from storage.database import Stored, table_of

if TYPE_CHECKING:
    from storage.people import PersonId
    from storage.transaction import Transaction


class Purpose(StrEnum):
    """What consent is about; the full table with its bases is in `bot.consent.purposes`."""

    CORE_SERVICE = "core.service"
    SUGGEST_ANALYSE = "suggest.analyse"
    SUGGEST_REHEARSE = "suggest.rehearse"
    SUGGEST_EXTERNAL_AI = "suggest.external_ai"
    SHARE_PUBLISH = "share.publish"
    NUDGE_MEMORIES = "nudge.memories"
    IMPROVE_CHOICES = "improve.choices"
    IMPROVE_MEDIA = "improve.media"
    IMPROVE_AI_CHAT = "improve.ai_chat"
    INFORM_LAUNCH = "inform.launch"
    SAFETY_ABUSE = "safety.abuse"
    PROOF_LEDGER = "proof.ledger"
    FACE_BOXES = "face.boxes"
    PLACES = "places"


OpenSealed = Callable[[bytes], bytes]
Export = Callable[[Mapping[str, Any], OpenSealed], dict[str, object]]
Erase = Callable[["Transaction", Table, str, "PersonId"], Awaitable[int]]


async def delete_rows(tx: "Transaction", table: Table, owner: str, person: "PersonId") -> int:
    """Delete a person's rows; returns how many went."""
    gone = await tx.execute(delete(table).where(table.c[owner] == person))
    return gone.rowcount


@dataclass(frozen=True, slots=True)
class DeleteWithFiles:
    """Delete a person's rows and shred the files that these columns name."""

    columns: tuple[str, ...]

    async def __call__(
        self, tx: "Transaction", table: Table, owner: str, person: "PersonId"
    ) -> int:
        named = [table.c[column] for column in self.columns]
        gone = await tx.execute(delete(table).where(table.c[owner] == person).returning(*named))
        rows = gone.all()
        await tx.privacy.shred_later([file for row in rows for file in row if file])
        return len(rows)


def delete_with_files(*columns: str) -> DeleteWithFiles:
    return DeleteWithFiles(columns)


def record(*clear: str, text: Collection[str] = (), values: Collection[str] = ()) -> Export:
    """Export these columns: `clear` as they are, sealed `text`, sealed JSON `values`."""

    def export(row: Mapping[str, Any], open_sealed: OpenSealed) -> dict[str, object]:
        found: dict[str, object] = {name: _plain(row[name]) for name in clear}
        for name in (*text, *values):
            opened = open_sealed(row[name]).decode() if row[name] is not None else None
            found[name] = json.loads(opened) if opened and name in values else opened
        return found

    return export


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


@dataclass(frozen=True, slots=True)
class Kept:
    """Rows about a person: deleted when `purpose` is withdrawn or the person erased.

    owner: the column (or its name) that holds the person's id.
    """

    owner: Any
    purpose: Purpose
    export: Export
    retention: str
    erase: Erase = delete_rows

    @property
    def owner_column(self) -> str:
        return str(getattr(self.owner, "key", self.owner))


@dataclass(frozen=True, slots=True)
class NotPersonal:
    """Rows that name nobody, and why."""

    why: str


Declaration = Kept | NotPersonal


@cache
def declarations() -> Mapping[type[Stored], Declaration]:
    """Every table's declaration, collected from all modules of `storage`."""
    found: dict[type[Stored], Declaration] = {}
    for module in pkgutil.iter_modules(storage.__path__):
        if not module.ispkg:
            loaded = importlib.import_module(f"storage.{module.name}")
            found |= getattr(loaded, "PERSONAL_DATA", {})
    return found


def kept_tables() -> list[tuple[Table, Kept]]:
    """The tables that hold rows about people, those that others point at last."""
    order = {table: place for place, table in enumerate(Stored.metadata.sorted_tables)}
    found = [(table_of(r), d) for r, d in declarations().items() if isinstance(d, Kept)]
    return sorted(found, key=lambda pair: -order[pair[0]])


def file_columns() -> list[Column[Any]]:
    """Every column that names a file; a file that none of them names is nobody's."""
    return [
        table.c[column]
        for table, kept in kept_tables()
        if isinstance(kept.erase, DeleteWithFiles)
        for column in kept.erase.columns
    ]
