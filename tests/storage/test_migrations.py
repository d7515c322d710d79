"""The schema's history: it leads where the tables are, there, back, and there again."""

from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, create_engine, inspect, text
from sqlalchemy.exc import IntegrityError

from storage.database import Stored
from storage.migrations import migrate
from storage.migrations.make import checks_of
from storage.personal_data import declarations


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.begin() as opened:
        yield opened
    engine.dispose()


def _triggers(connection: Connection) -> set[str]:
    found = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
    return set(found.scalars())


def test_the_migrations_make_exactly_the_tables(connection: Connection) -> None:
    """If this fails: `python -m storage.migrations.make` (while it is being built)."""
    declarations()
    migrate(connection)
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    assert compare_metadata(context, Stored.metadata) == []


def test_the_migrations_make_the_triggers_that_the_tables_bring(connection: Connection) -> None:
    migrate(connection)
    migrated = _triggers(connection)
    migrate(connection, "base")
    Stored.metadata.create_all(connection)
    assert migrated == _triggers(connection) != set()


def test_the_migrations_make_the_checks_that_the_tables_bring(connection: Connection) -> None:
    """Words of an enum grow; Alembic compares no CHECK, so this does."""
    migrate(connection)
    migrated = checks_of(connection)
    migrate(connection, "base")
    Stored.metadata.create_all(connection)
    assert migrated == checks_of(connection) != {}


def test_up_down_up_leaves_the_same(connection: Connection) -> None:
    migrate(connection)
    first = set(inspect(connection).get_table_names())
    migrate(connection, "base")
    assert set(inspect(connection).get_table_names()) == {"alembic_version"}
    migrate(connection)
    assert set(inspect(connection).get_table_names()) == first


def test_what_a_first_database_holds_is_walked_along(connection: Connection) -> None:
    migrate(connection, "0001")
    rows = [{"seq": seq, "nonce": f"n{seq}"} for seq in range(1, 4)]
    connection.execute(
        text(
            "INSERT INTO ledger (seq, at, kind, nonce, previous, hash)"
            " VALUES (:seq, '2026-01-01 00:00:00', 'asked', :nonce, 'before', 'after')"
        ),
        rows,
    )
    migrate(connection)
    kept = connection.execute(text("SELECT seq, nonce FROM ledger ORDER BY seq"))
    assert [dict(row._mapping) for row in kept] == rows
    with pytest.raises(IntegrityError, match="only grows"):
        connection.execute(text("DELETE FROM ledger"))
