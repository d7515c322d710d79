"""The database: moments with a zone, one writer, readers who cannot write, nothing half done."""

import asyncio
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError

from bot.clock import MovableClock
from bot.errors import OperatorError
from storage import KeyFile, Storage, open_storage
from storage.database import UtcDateTime, sqlite_file
from storage.jobs import Posted
from storage.people import PEOPLE, Person
from storage.personal_data import Purpose

DIALECT = sqlite.dialect()


@given(st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=-9, minutes=-30))])))
def test_a_moment_comes_back_as_the_same_moment_in_utc(moment: datetime) -> None:
    kind = UtcDateTime()
    if not datetime.min.replace(tzinfo=UTC) <= moment <= datetime.max.replace(tzinfo=UTC):
        return
    kept = kind.process_bind_param(moment, DIALECT)
    assert kept is not None
    back = kind.process_result_value(kept.replace(tzinfo=None), DIALECT)
    assert back == moment
    assert back.tzinfo is UTC


async def test_a_moment_without_a_zone_is_refused(storage: Storage, lou: Person) -> None:
    with pytest.raises(StatementError, match="without a zone"):
        async with storage.begin() as tx:
            await tx.people.change(lou.id, {"blocked_at": datetime(2026, 1, 1)})  # noqa: DTZ001


@pytest.mark.parametrize(
    "url", ["postgresql+asyncpg://localhost/pepite", "sqlite://", "sqlite:///:memory:"]
)
def test_any_other_database_is_refused_with_one_sentence(url: str) -> None:
    with pytest.raises(OperatorError, match="PEPITE_DATABASE_URL"):
        sqlite_file(url)


async def test_sqlite_is_as_durable_and_forgetful_as_promised(storage: Storage) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "busy_timeout": 5000,
        "foreign_keys": 1,
        "secure_delete": 1,
    }
    async with storage.begin() as tx:
        for pragma, value in wanted.items():
            assert (await tx.execute(text(f"PRAGMA {pragma}"))).scalar_one() == value


@pytest.mark.usefixtures("lou")
def test_only_its_owner_reads_the_database_and_its_log(home: Path) -> None:
    files = sorted(path for path in home.iterdir() if path.is_file())
    assert [path.name for path in files] == [
        "pepite.sqlite3", "pepite.sqlite3-shm", "pepite.sqlite3-wal",
    ]  # fmt: skip
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}


async def test_an_exception_leaves_nothing_behind_and_wakes_nobody(
    storage: Storage, lou: Person, heard: list[Posted]
) -> None:
    async def break_halfway() -> None:
        async with storage.begin() as tx:
            await tx.people.change(lou.id, {"zone": "Europe/Paris"})
            await tx.jobs.post("a.job", subject=lou.id, key="k", purpose=Purpose.CORE_SERVICE)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await break_halfway()
    async with storage.read() as tx:
        again = await tx.people.get(lou.id)
    assert again == lou
    assert heard == []


async def test_the_queue_hears_of_a_job_after_the_commit(
    storage: Storage, lou: Person, heard: list[Posted]
) -> None:
    async with storage.begin() as tx:
        job = await tx.jobs.post("a.job", subject=lou.id, key="k", purpose=Purpose.CORE_SERVICE)
        assert heard == []
    assert [posted.id for posted in heard] == [job]


async def test_writers_take_turns_and_lose_nothing(storage: Storage, lou: Person) -> None:
    async def add_one() -> None:
        async with storage.begin() as tx:
            person = await tx.people.get(lou.id)
            assert person is not None
            await asyncio.sleep(0)
            await tx.people.change(lou.id, {"zone": str(int(person.zone or 0) + 1)})

    async with asyncio.TaskGroup() as group:
        for _ in range(20):
            group.create_task(add_one())
    async with storage.read() as tx:
        person = await tx.people.get(lou.id)
    assert person
    assert person.zone == "20"


async def test_a_reader_sees_one_moment_while_a_writer_writes(
    storage: Storage, lou: Person
) -> None:
    async with storage.read() as reader:
        assert await reader.people.get(lou.id) == lou
        async with storage.begin() as tx:
            await tx.people.change(lou.id, {"zone": "Europe/Paris"})
        assert await reader.people.get(lou.id) == lou


async def test_a_reader_cannot_write(storage: Storage, lou: Person) -> None:
    with pytest.raises(OperationalError, match="readonly"):
        async with storage.read() as tx:
            await tx.people.change(lou.id, {"zone": "Europe/Paris"})


async def test_a_writer_that_is_cancelled_halfway_harms_nobody(
    storage: Storage, lou: Person
) -> None:
    inside = asyncio.Event()

    async def write_for_ever() -> None:
        async with storage.begin() as tx:
            while True:
                await tx.people.change(lou.id, {"zone": "half done"})
                inside.set()

    async with asyncio.TaskGroup() as group:
        task = group.create_task(write_for_ever())
        await inside.wait()
        task.cancel()
    async with storage.begin() as tx:
        person = await tx.people.get(lou.id)
        await tx.people.change(lou.id, {"country": "FR"})
    assert person == lou


async def test_a_rollback_that_is_cancelled_too_leaves_no_half_open_transaction(
    storage: Storage, lou: Person
) -> None:
    inside = asyncio.Event()

    async def write_and_wait() -> None:
        async with storage.begin() as tx:
            await tx.people.change(lou.id, {"zone": "half done"})
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.get_running_loop().create_task(write_and_wait())
    await inside.wait()
    task.cancel()
    await asyncio.sleep(0)  # it is rolling back now
    task.cancel()
    await asyncio.wait({task})
    with suppress(ZeroDivisionError):
        async with storage.begin() as tx:
            await tx.people.change(lou.id, {"zone": "half done"})
            raise ZeroDivisionError
    async with storage.read() as tx:
        assert await tx.people.get(lou.id) == lou


def _moved(folder: Path, name: str) -> Path:
    return folder.rename(folder.with_name(name))


async def test_a_disk_that_was_away_for_a_moment_is_found_again(
    storage: Storage, lou: Person, home: Path
) -> None:
    """A writer lost by a cancellation is made anew; when that fails it is tried again later."""
    inside = asyncio.Event()

    async def write_for_ever() -> None:
        async with storage.begin() as tx:
            while True:
                inside.set()
                await tx.people.change(lou.id, {"zone": "half done"})

    task = asyncio.get_running_loop().create_task(write_for_ever())
    await inside.wait()
    task.cancel()
    await asyncio.wait({task})
    away = _moved(home, "away")
    with pytest.raises(OperationalError):
        async with storage.begin() as tx:
            await tx.people.get(lou.id)
    _moved(away, home.name)
    async with storage.begin() as tx:
        assert await tx.people.get(lou.id) == lou


async def test_an_error_of_the_database_quotes_no_value(storage: Storage, lou: Person) -> None:
    """Abuse case 23: whoever logs it logs no person."""
    with pytest.raises(IntegrityError) as caught:
        async with storage.begin() as tx:
            await tx.execute(insert(PEOPLE), asdict(lou))
    assert str(lou.telegram_id) not in str(caught.value)


async def test_more_readers_than_connections_wait_for_one_another(
    storage: Storage, lou: Person
) -> None:
    async def look() -> Person | None:
        async with storage.read() as tx:
            return await tx.people.get(lou.id)

    async with asyncio.TaskGroup() as group:
        looks = [group.create_task(look()) for _ in range(30)]
    assert all(task.result() == lou for task in looks)


async def test_what_was_committed_is_there_after_opening_again(
    home: Path, keys: KeyFile, clock: MovableClock, lou: Person
) -> None:
    again = await open_storage(
        f"sqlite:///{home / 'pepite.sqlite3'}",
        files_url=(home / "files").as_uri(),
        keys=keys,
        clock=clock,
    )
    async with again.read() as tx:
        assert await tx.people.by_telegram_id(lou.telegram_id) == lou
    await again.close()


@pytest.mark.usefixtures("lou")
async def test_words_are_checked_by_the_database_itself(storage: Storage) -> None:
    with pytest.raises(IntegrityError, match="CHECK"):
        async with storage.begin() as tx:
            await tx.execute(text("UPDATE people SET age_band = 'old'"))
