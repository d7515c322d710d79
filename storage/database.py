"""The database: its column types, its one writer, its readers, and SQLite's settings."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from sqlalchemy import (
    Connection,
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
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlmodel import SQLModel

from bot.errors import OperatorError
from storage.one_hop import connect_in_one_hop

if TYPE_CHECKING:
    from storage.transaction import Transaction

READERS: Final = 4  # plenty: a read of ours takes well under a millisecond
PRAGMAS: Final = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA busy_timeout=5000",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
)
NAMES: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


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


def _prepare(file: Path) -> None:
    """Only the owner of the process reads the database; its journal inherits that."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch(mode=0o600, exist_ok=True)


class Database:
    """One writer that waits its turn, and readers who wait for nobody."""

    def __init__(self, engine: AsyncEngine, writer: AsyncConnection) -> None:
        self._engine = engine
        self._writer = writer
        self._turn = asyncio.Lock()

    @classmethod
    async def open(cls, file: Path) -> "Database":
        _prepare(file)
        engine = create_async_engine(
            f"sqlite+aiosqlite:///{file}",
            pool_size=READERS + 1,
            max_overflow=0,
            pool_reset_on_return=None,  # every block here ends its own transaction
        )
        event.listen(engine.sync_engine, "do_connect", connect_in_one_hop(PRAGMAS))
        event.listen(engine.sync_engine, "begin", _begin)
        return cls(engine, await _writer(engine))

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """The writer, inside BEGIN IMMEDIATE; committed on leaving, or rolled back."""
        async with self._turn:
            if self._writer.invalidated:  # its last statement was cancelled halfway
                await self._writer.close()
                self._writer = await _writer(self._engine)
            async with self._writer.begin():
                yield self._writer

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A snapshot as of the first statement; nothing written through it is kept."""
        async with self._engine.connect() as reader:
            try:
                yield reader
            finally:
                await reader.rollback()

    async def truncate_log(self) -> None:
        """Empty the write-ahead log, so that nothing erased can still be read in it."""
        async with self._turn:
            raw = await self._writer.get_raw_connection()
            driver: Any = raw.driver_connection  # not through SQLAlchemy, which would say BEGIN
            await driver.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")

    async def close(self) -> None:
        await self._writer.close()
        await self._engine.dispose()


async def _writer(engine: AsyncEngine) -> AsyncConnection:
    connection = await engine.connect()
    return await connection.execution_options(writes=True)


def _begin(connection: Connection) -> None:
    """Writers take the lock at once: upgrading a read lock later would fail, not wait."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
