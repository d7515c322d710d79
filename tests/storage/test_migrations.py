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


GIVEN = {
    "people": "('a1', 7, 'fr', '2026-01-01 00:00:00', '2026-01-01 00:00:00')",
    "albums": "('b1', 'a1', 5, 0, 0, '2026-01-01 00:00:00', '2026-01-01 00:00:00')",
    "media": "('c1', 'a1', 'b1', 'photo', 'kept', 5, 6, x'07', '2026-01-01', '2026-01-01')",
    "sights": "('c1', 'a1', x'08', '2026-01-01 00:00:00')",
}
COLUMNS = {
    "people": "id, telegram_id, language, created_at, last_act_at",
    "albums": "id, owner, chat_id, parts, are_dates_asked, opened_at, last_at",
    "media": "id, owner, album, kind, state, chat_id, message_id, fingerprint, arrived_at,"
    " last_used_at",
    "sights": "media, owner, sight, seen_at",
}


def _everything_given(connection: Connection) -> list[tuple[object, ...]]:
    return [
        tuple(row)
        for table, columns in COLUMNS.items()
        for row in connection.execute(text(f"SELECT {columns} FROM {table}"))  # noqa: S608
    ]


@pytest.mark.parametrize("revision", ["0001", "0002"])
def test_a_gallery_of_an_earlier_version_is_walked_along_whole(
    connection: Connection, revision: str
) -> None:
    """What was looked at stays with its media; nothing is hidden, private or forgotten."""
    migrate(connection, revision)
    for table, values in GIVEN.items():
        connection.execute(text(f"INSERT INTO {table} ({COLUMNS[table]}) VALUES {values}"))  # noqa: S608
    before = _everything_given(connection)
    migrate(connection)
    assert _everything_given(connection) == before
    flags = "is_hidden, is_private, is_brought_back, forgotten_at, farewell, voice"
    assert connection.execute(text(f"SELECT {flags} FROM media")).all() == [  # noqa: S608
        (0, 0, 0, None, None, None)
    ]
    again = GIVEN["media"].replace("c1", "c2").replace("5, 6", "NULL, NULL")
    twice = text(f"INSERT INTO media ({COLUMNS['media']}) VALUES {again}")  # noqa: S608
    with pytest.raises(IntegrityError, match="fingerprint"):
        connection.execute(twice)
    with pytest.raises(IntegrityError, match="ck_media_state"):
        connection.execute(text("UPDATE media SET state = 'lost'"))
    migrate(connection, "-1")
    migrate(connection)
    assert _everything_given(connection) == before


NEWER = "id, owner, kind, state, arrived_at, last_used_at, file, voice"
ROWS = (
    "('c1', 'a1', 'photo', 'kept', '2026-01-01', '2026-01-01', 'f1', 'f2')",
    "('c2', 'a1', 'photo', 'kept', '2026-01-01', '2026-01-01', 'f3', NULL)",
    "('c3', 'a1', 'photo', 'forgotten', '2026-01-01', '2026-01-01', 'f4', NULL)",
)


def test_what_an_earlier_version_cannot_hold_is_repaired_or_goes_on_the_way_down(
    connection: Connection,
) -> None:
    """Imports keep their place, what was forgotten is destroyed, with every file that goes."""
    migrate(connection, "0003")
    people = f"INSERT INTO people ({COLUMNS['people']}) VALUES {GIVEN['people']}"  # noqa: S608
    connection.execute(text(people))
    for row in ROWS:
        connection.execute(text(f"INSERT INTO media ({NEWER}) VALUES {row}"))  # noqa: S608
    for media in ("c1", "c3"):
        sight = f"('{media}', 'a1', x'08', '2026-01-01 00:00:00')"
        connection.execute(text(f"INSERT INTO sights ({COLUMNS['sights']}) VALUES {sight}"))  # noqa: S608
    connection.execute(
        text(
            "INSERT INTO archives (id, owner, album, chat_id, message_id, file, came_at)"
            " VALUES ('d1', 'a1', 'b1', 5, 6, 'f5', '2026-01-01')"
        )
    )

    migrate(connection, "-1")
    came = connection.execute(text("SELECT id, chat_id, message_id FROM media ORDER BY id"))
    assert [tuple(row) for row in came] == [("c1", 0, -1), ("c2", 0, -2)]
    seen = connection.execute(text("SELECT media FROM sights")).scalars().all()
    assert seen == ["c1"]
    gone = connection.execute(text("SELECT file FROM shreds ORDER BY file")).scalars().all()
    assert gone == ["f2", "f4", "f5"]

    migrate(connection)
    came = connection.execute(text("SELECT id, chat_id, message_id, state FROM media ORDER BY id"))
    assert [tuple(row) for row in came] == [("c1", None, None, "kept"), ("c2", None, None, "kept")]
