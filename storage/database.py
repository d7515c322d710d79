"""The database: its column types, its one writer, its readers, and SQLite's settings."""

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from sqlalchemy import (
    URL,
    DateTime,
    Enum,
    Executable,
    MetaData,
    Row,
    Table,
    TypeDecorator,
    event,
    make_url,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlmodel import SQLModel

from bot.errors import OperatorError

if TYPE_CHECKING:
    from storage.transaction import Transaction

log = logging.getLogger(__name__)
READERS: Final = 4  # plenty: a read of ours takes well under a millisecond
PRAGMAS: Final = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA busy_timeout=5000",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
)
READ_PRAGMAS: Final = (*PRAGMAS, "PRAGMA query_only=ON")
NO_ROOM: Final = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE})
NAMES: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class DiskFull(OperatorError):
    """What was begun is undone; nothing that was kept before is lost."""

    def __init__(self) -> None:
        super().__init__("The disk has no room left for what is kept.")


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC; a naive datetime is a bug and is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone cannot be kept")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


def words(kind: type[StrEnum], name: str) -> Enum:
    """A column of words, checked by the database, portable: never a native enum."""
    return Enum(
        kind,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=32,
        values_callable=lambda members: [member.value for member in members],
    )


class Stored(SQLModel):
    """The base of every table; JSON in a row is replaced, never changed in place."""

    metadata = MetaData(naming_convention=NAMES)


def table_of(row: type[Stored]) -> Table:
    """The table behind a row class, for statements that stay off the unit of work."""
    return cast("Table", row.__dict__["__table__"])


class Rows:
    """What a table module's gateway starts from: the transaction and two short cuts."""

    def __init__(self, tx: "Transaction") -> None:
        self.tx = tx

    async def _first(self, statement: Executable, facts: dict[str, Any] | None = None) -> Any:
        """The first row, or None."""
        return (await self.tx.execute(statement, facts)).first()

    async def _all(
        self, statement: Executable, facts: dict[str, Any] | None = None
    ) -> Sequence[Row[Any]]:
        return (await self.tx.execute(statement, facts)).all()


def sqlite_file(database_url: str) -> Path:
    """Where the database lies; raises OperatorError for anything but SQLite on disk."""
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        raise OperatorError(
            "PEPITE_DATABASE_URL must be sqlite:///… on disk: other databases come later."
        )
    return Path(url.database)


class Database:
    """One writer that waits its turn, and readers who wait for nobody."""

    def __init__(self, file: Path) -> None:
        self._writers = _engine(file, begin="BEGIN IMMEDIATE", pragmas=PRAGMAS, connections=1)
        self._readers = _engine(file, begin="BEGIN", pragmas=READ_PRAGMAS, connections=READERS)
        self._turn = asyncio.Lock()
        self._writer: AsyncConnection | None = None
        self._idle: asyncio.LifoQueue[AsyncConnection | None] = asyncio.LifoQueue()
        for _ in range(READERS):
            self._idle.put_nowait(None)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """The writer, inside BEGIN IMMEDIATE; committed on leaving, or rolled back.

        Raises DiskFull.
        """
        async with self._turn:
            self._writer = writer = await _healthy(self._writer, self._writers)
            try:
                yield writer
                await writer.commit()
            except OperationalError as error:
                if getattr(error.orig, "sqlite_errorcode", None) in NO_ROOM:
                    raise DiskFull from error
                raise
            finally:
                await writer.rollback()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A snapshot as of the first statement; SQLite refuses writes through it."""
        reader = await self._idle.get()
        try:
            reader = await _healthy(reader, self._readers)
            yield reader
        finally:
            if reader is not None and not reader.closed:
                await reader.rollback()
            self._idle.put_nowait(reader)

    async def truncate_log(self) -> None:
        """Empty the write-ahead log, so that nothing erased can still be read in it."""
        async with self._turn:
            self._writer = await _healthy(self._writer, self._writers)
            raw = await self._writer.get_raw_connection()
            driver: Any = raw.driver_connection  # not through SQLAlchemy, which would say BEGIN
            [(is_busy, _, _)] = await driver.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
        if is_busy:  # readers kept it for `busy_timeout`; the next erasure or the end empties it
            log.warning("the write-ahead log is in use and could not be emptied")

    async def close(self) -> None:
        """Waits for whoever is still inside a transaction."""
        for _ in range(READERS):
            if (reader := await self._idle.get()) is not None:
                await reader.close()
        async with self._turn:
            if self._writer is not None:
                await self._writer.close()
        await self._readers.dispose()
        await self._writers.dispose()


def _engine(file: Path, *, begin: str, pragmas: Sequence[str], connections: int) -> AsyncEngine:
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(file)),
        hide_parameters=True,  # errors are logged, values are people's
        pool_size=connections,
        max_overflow=0,
        pool_reset_on_return=None,  # every block here ends its own transaction
        connect_args={"isolation_level": None},  # Python's driver says no BEGIN: we do
    )
    event.listen(engine.sync_engine, "connect", lambda driver, _: _set_up(driver, pragmas))
    event.listen(engine.sync_engine, "begin", lambda opened: opened.exec_driver_sql(begin))
    return engine


def _set_up(driver: DBAPIConnection, pragmas: Sequence[str]) -> None:
    cursor = driver.cursor()
    for pragma in pragmas:
        cursor.execute(pragma)
    cursor.close()


async def _healthy(connection: AsyncConnection | None, engine: AsyncEngine) -> AsyncConnection:
    """This connection, or a new one where there is none, or a cancellation cut it off."""
    if connection is not None and connection.invalidated:
        await connection.close()
    return await engine.connect() if connection is None or connection.closed else connection
