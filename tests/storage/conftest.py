"""A storage of its own for every test, two people in it, and a clock that the test moves."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import MovableClock
from storage import KeyFile, Storage, open_storage
from storage.jobs import Posted
from storage.people import Person
from tests.furnished import furnish


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def keys(tmp_path: Path, home: Path) -> KeyFile:
    return KeyFile.open_or_create(tmp_path / "config" / "key", data_folder=home)


@pytest.fixture
def heard() -> list[Posted]:
    """What the queue was told."""
    return []


@pytest.fixture
async def storage(
    home: Path, keys: KeyFile, clock: MovableClock, heard: list[Posted]
) -> AsyncIterator[Storage]:
    furnish(home)
    opened = await open_storage(
        f"sqlite:///{home / 'pepite.sqlite3'}",
        files_url=(home / "files").as_uri(),
        keys=keys,
        clock=clock,
        on_post=heard.append,
    )
    yield opened
    await opened.close()


@pytest.fixture
async def lou(storage: Storage) -> Person:
    async with storage.begin() as tx:
        return await tx.people.add(4_242_424_242, "fr")


@pytest.fixture
async def max_(storage: Storage) -> Person:
    async with storage.begin() as tx:
        return await tx.people.add(7_070_707_070, "en")
