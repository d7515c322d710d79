"""Rows about a person in every table that declares some, made from the columns themselves."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Enum,
    Float,
    Integer,
    LargeBinary,
    String,
    Table,
    Uuid,
    insert,
    select,
)
from sqlmodel import AutoString

from storage import Storage, Transaction
from storage.database import UtcDateTime
from storage.people import PersonId
from storage.personal_data import Kept, kept_tables

CANARY = "canary7wren"


async def fill_every_table(
    storage: Storage, owner: PersonId, number: int
) -> Mapping[str, Mapping[str, Any]]:
    """One row about `owner` in every table; `number` keeps two people's unique columns apart.

    Every text is a canary, every sealed column a sealed canary, every file a real file.
    """
    made: dict[str, dict[str, Any]] = {}
    for table, kept in reversed(kept_tables()):
        async with storage.read() as tx:
            row = await _there(tx, table, kept, owner)
            row = row or await _new(tx, table, owner, made, number)
            row[kept.owner_column] = owner
        for column in ("file", "poster", "voice", "live"):
            if column in row:
                row[column] = await storage.files.put(owner, CANARY.encode())
        if table.name not in {"people", "keys"}:
            async with storage.begin() as tx:
                await tx.execute(insert(table), row)
        made[table.name] = row
    return made


async def _there(
    tx: Transaction, table: Table, kept: Kept, owner: PersonId
) -> dict[str, Any] | None:
    found = await tx.execute(select(table).where(table.c[kept.owner_column] == owner))
    row = found.first()
    return dict(row._mapping) if row else None


async def _new(
    tx: Transaction,
    table: Table,
    owner: PersonId,
    made: Mapping[str, Mapping[str, Any]],
    number: int,
) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for column in table.columns:
        if column.foreign_keys:
            [key] = column.foreign_keys
            row[column.name] = made[key.column.table.name][key.column.name]
        elif column.nullable is False or not isinstance(column.type, JSON):
            row[column.name] = _value(column, number, tx.now)
        if isinstance(column.type, LargeBinary):
            row[column.name] = await tx.seal(owner, f'{{"said": "{CANARY}"}}'.encode())
    return row


def _value(column: Column[Any], number: int, now: datetime) -> Any:
    kind = column.type
    text = f"{CANARY}{number}"[: getattr(kind, "length", None)]
    plain: list[tuple[type, object]] = [
        (UtcDateTime, now),
        (Enum, next(iter(getattr(kind, "enum_class", None) or [None]))),
        (String, text),
        (AutoString, text),
        (Uuid, uuid4()),
        (Date, date(2020, 2, 29)),
        (JSON, {"said": text}),
        (Boolean, False),
        (Integer, number),
        (Float, float(number)),
    ]
    return next((value for known, value in plain if isinstance(kind, known)), None)


def bytes_of(folder: Path) -> bytes:
    """What somebody who took the folder has."""
    return b"\n".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
