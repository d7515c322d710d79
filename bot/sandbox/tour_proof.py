"""What is left in the data folder, and whether anything of a person can be read in it."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.texts import Texts

FACE_BOXES = "face_boxes"
SEALED = "files/"
ALWAYS_THERE = frozenset({"alembic_version"})


@dataclass(frozen=True, slots=True)
class Left:
    """files: bytes of each; rows: how many of each table that has any; readable: what was found.

    names_person: whether a cell of any table holds the person's Telegram id.
    """

    files: Mapping[str, int]
    rows: Mapping[str, int]
    readable: Sequence[str]
    names_person: bool

    def lines(self, tell: Texts) -> list[str]:
        """In the words of whoever tells the tour."""
        sealed = [size for name, size in self.files.items() if name.startswith(SEALED)]
        others = [
            tell("tour-file", name=name, bytes=size)
            for name, size in self.files.items()
            if not name.startswith(SEALED)
        ]
        rows = ", ".join(f"{table} {count}" for table, count in self.rows.items())
        found = ", ".join(self.readable)
        return [
            tell("tour-files", count=len(sealed), bytes=sum(sealed), others=", ".join(others)),
            tell("tour-rows", rows=rows or tell("tour-none")),
            tell("tour-readable", words=found or tell("tour-none")),
            tell("tour-id-found" if self.names_person else "tour-id-not-found"),
        ]


def look(data: Path, words: Sequence[str], telegram_id: int) -> Left:
    """Every file is searched for each of `words`, every cell of every table for the id."""
    files = sorted(path for path in data.rglob("*") if path.is_file())
    with _database(data) as database:
        tables = _tables(database)
        rows = {table: _count(database, table) for table in tables}
        named = any(_names(database, table, telegram_id) for table in tables)
    return Left(
        files={str(path.relative_to(data)): path.stat().st_size for path in files},
        rows={table: count for table, count in rows.items() if count},
        readable=[word for word in words if any(word.encode() in _read(path) for path in files)],
        names_person=named,
    )


def face_boxes(data: Path) -> int:
    """How many face boxes are stored, of anybody."""
    with _database(data) as database:
        return _count(database, FACE_BOXES)


@contextmanager
def _database(data: Path) -> Iterator[sqlite3.Connection]:
    """Read-only, beside the bot that is using it."""
    (file,) = data.glob("*.sqlite3")
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as database:
        yield database


def _tables(database: sqlite3.Connection) -> list[str]:
    found = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in found if name not in ALWAYS_THERE]


def _count(database: sqlite3.Connection, table: str) -> int:
    (count,) = database.execute(f'SELECT count(*) FROM "{table}"').fetchone()  # noqa: S608 - ours
    return int(count)


def _names(database: sqlite3.Connection, table: str, telegram_id: int) -> bool:
    rows = database.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - a name the schema gave
    return any(cell in {telegram_id, str(telegram_id)} for row in rows for cell in row)


def _read(path: Path) -> bytes:
    """A file may go while it is being looked for."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
