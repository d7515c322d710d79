"""A statement over aiosqlite in one visit to its thread, where the stock adapter makes four."""

import sqlite3
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any, cast

import aiosqlite
from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.util.concurrency import await_ as wait_for

ENDED = "already committed or rolled back"


class OneHopCursor(AsyncAdapt_aiosqlite_cursor):
    """Opens, executes, fetches and closes in the thread at once; rows wait in memory."""

    __slots__ = ("_described", "_last", "_touched")

    def __init__(self, adapt_connection: AsyncAdapt_aiosqlite_connection) -> None:
        self._adapt_connection = adapt_connection
        self._connection = adapt_connection._connection
        self._rows = deque()
        self._described: Any = None
        self._touched = -1
        self._last: int | None = None

    @property
    def description(self) -> Any:
        return self._described

    @property
    def rowcount(self) -> int:
        return self._touched

    @property
    def lastrowid(self) -> Any:
        return self._last

    def execute(self, operation: Any, parameters: Any = None) -> Any:
        return self._visit(sqlite3.Connection.execute, operation, parameters or ())

    def executemany(self, operation: Any, seq_of_parameters: Any) -> Any:
        return self._visit(sqlite3.Connection.executemany, operation, seq_of_parameters)

    def close(self) -> None:
        self._rows.clear()

    async def _async_soft_close(self) -> None:
        """Nothing is open: the thread closed its cursor."""

    def _visit(self, step: Callable[..., Any], operation: Any, parameters: Any) -> None:
        connection = cast("OneHopConnection", self._adapt_connection)
        driver: Any = self._connection
        begin = connection.take_begin()
        try:
            rows, self._described, self._touched, self._last = wait_for(
                driver._execute(_visit, driver._conn, begin, step, operation, parameters)
            )
        except Exception as error:  # noqa: BLE001 - the adapter's own translation, re-raised
            connection._handle_exception(error)
        self._rows = deque(rows)


class OneHopConnection(AsyncAdapt_aiosqlite_connection):
    """The adapter's connection; BEGIN travels with the first statement, or not at all."""

    __slots__ = ("_begin",)
    _cursor_cls: Any = OneHopCursor

    def __init__(self, dbapi: Any, connection: Any) -> None:
        super().__init__(dbapi, connection)
        self._begin: str | None = None

    def begin_later(self, begin: str) -> None:
        self._begin = begin

    def take_begin(self) -> str | None:
        begin, self._begin = self._begin, None
        return begin

    async def visit(self, operation: str, parameters: Any) -> tuple[Any, int]:
        """One statement without the engine around it: its rows, and how many it touched."""
        begin, step = self.take_begin(), sqlite3.Connection.execute
        found = await self._hop(_visit, begin, step, operation, parameters)
        return found[0], found[2]

    async def end(self, *, keep: bool) -> None:
        """Commit or roll back; the engine, told right after, finds nothing left to do."""
        if self.take_begin() is None:
            await self._hop(sqlite3.Connection.commit if keep else sqlite3.Connection.rollback)
        self._begin = ENDED

    async def _hop(self, step: Callable[..., Any], *arguments: Any) -> Any:
        driver: Any = self._connection
        try:
            return await driver._execute(step, driver._conn, *arguments)
        except sqlite3.Error as error:
            base: Any = sqlite3.Error
            raise DBAPIError.instance("", None, error, base, hide_parameters=True) from error

    def commit(self) -> None:
        if self.take_begin() is None:
            super().commit()

    def rollback(self) -> None:
        if self.take_begin() is None:
            super().rollback()


def connect_in_one_hop(pragmas: Sequence[str]) -> Callable[..., OneHopConnection]:
    """What SQLAlchemy calls to connect: SQLite in autocommit, so that we say BEGIN."""

    def connect(dialect: Any, _record: Any, arguments: Any, keywords: Any) -> OneHopConnection:
        driver = aiosqlite.connect(*arguments, **{**keywords, "isolation_level": None})
        driver._thread.daemon = True  # as the stock adapter does: never keeps a process alive
        connection = OneHopConnection(dialect.dbapi, wait_for(driver))
        for pragma in pragmas:
            connection.cursor().execute(pragma)
        return connection

    return connect


def begin_with_the_first_statement(begin: str) -> Callable[[Connection], None]:
    """What SQLAlchemy calls where a transaction begins."""

    def on_begin(connection: Connection) -> None:
        adapted: Any = connection.connection.dbapi_connection
        adapted.begin_later(begin)

    return on_begin


def _visit(
    connection: sqlite3.Connection,
    begin: str | None,
    step: Callable[..., sqlite3.Cursor],
    operation: str,
    parameters: Any,
) -> Any:
    if begin:
        connection.execute(begin)
    cursor = step(connection, operation, parameters)
    rows = cursor.fetchall() if cursor.description else ()
    found = (rows, cursor.description, cursor.rowcount, cursor.lastrowid)
    cursor.close()
    return found
