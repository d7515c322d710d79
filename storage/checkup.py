"""The database as `pepite doctor` sees it: looked at without changing anything."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from alembic.script import ScriptDirectory

from storage.migrations import FOLDER


@dataclass(frozen=True, slots=True)
class Condition:
    """damage: what SQLite's integrity check says, empty when whole. shares: how many are noted."""

    damage: str
    revision: str | None
    shares: int

    @property
    def is_at_head(self) -> bool:
        return self.revision == ScriptDirectory(str(FOLDER)).get_current_head()


def look_at_database(file: Path) -> Condition | None:
    """None where there is no database yet. Raises sqlite3.Error where it cannot be opened."""
    if not file.exists() or not file.stat().st_size:
        return None
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as database:
        (verdict,) = database.execute("PRAGMA integrity_check(1)").fetchone()
        revision = _one(database, "SELECT version_num FROM alembic_version")
        shares = _one(database, "SELECT count(*) FROM posts")
    damage = "" if verdict == "ok" else str(verdict)
    return Condition(damage, str(revision) if revision else None, int(shares or 0))


def _one(database: sqlite3.Connection, query: str) -> str | int | None:
    """The first value; None where the table is missing."""
    try:
        row = database.execute(query).fetchone()
    except sqlite3.OperationalError:
        return None
    value: str | int | None = row[0] if row else None
    return value
