"""Rewriting what a column may say: SQLite cannot alter a CHECK, so its table is made anew."""

import re
from typing import Final

from alembic import op
from sqlalchemy import Connection, text

CHECK: Final = r"CONSTRAINT {name} CHECK \((?:[^()]|\([^()]*\))*\)"
MADE: Final = text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :table")
AROUND: Final = text(
    "SELECT sql FROM sqlite_master"
    " WHERE type IN ('index', 'trigger') AND tbl_name = :table AND sql IS NOT NULL"
)


def rewrite_check(table: str, name: str, says: str) -> None:
    """Let the CHECK `name` of a table say `says`, or add it where the table has none.

    Rows, indexes and triggers stay as they are; the ledger's chain is not touched.
    """
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        _remake(connection, table, name, says)
    else:
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}")
        op.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} CHECK ({says})")


def drop_check(table: str, name: str) -> None:
    """Let the column of a CHECK say anything, so that it can go."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        _remake(connection, table, name, None)
    else:
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}")


def _remake(connection: Connection, table: str, name: str, says: str | None) -> None:
    made = connection.execute(MADE, {"table": table}).scalar_one()
    around = connection.execute(AROUND, {"table": table}).scalars().all()
    new = f"new_{table}"
    head = re.compile(rf'^CREATE TABLE "?{table}"?')
    connection.exec_driver_sql(head.sub(f"CREATE TABLE {new}", _with_check(made, name, says)))
    info = connection.exec_driver_sql(f"PRAGMA table_info({new})")
    columns = ", ".join(f'"{row[1]}"' for row in info)  # one of ours is called "group"
    copied = f"INSERT INTO {new} ({columns}) SELECT {columns} FROM {table}"  # noqa: S608 - our names
    for step in (copied, f"DROP TABLE {table}", f"ALTER TABLE {new} RENAME TO {table}", *around):
        connection.exec_driver_sql(step)


def _with_check(made: str, name: str, says: str | None) -> str:
    check = f"CONSTRAINT {name} CHECK ({says})"
    old = re.compile(CHECK.format(name=re.escape(name)))
    if says is None:
        return re.sub(rf",\s*{old.pattern}", "", made)
    if old.search(made):
        return old.sub(check, made)
    body, _, _ = made.rpartition(")")
    return f"{body}, {check})"
