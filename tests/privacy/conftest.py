from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import MovableClock
from storage.key_file import KeyFile
from storage.open import Storage, open_storage
from tests.furnished import furnish


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(datetime(2026, 11, 21, 12, tzinfo=UTC))


@pytest.fixture
async def storage(tmp_path: Path, clock: MovableClock) -> AsyncIterator[Storage]:
    furnish(tmp_path / "data")
    opened = await open_storage(
        f"sqlite:///{tmp_path / 'data' / 'pepite.sqlite3'}",
        files_url=(tmp_path / "data" / "files").as_uri(),
        keys=KeyFile({1: bytes(range(32))}),
        clock=clock,
    )
    yield opened
    await opened.close()
