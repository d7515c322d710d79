"""A Remote over a storage of its own, two people in it, a stand-in that answers, a clock."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.remote.remote import Remote
from bot.sandbox.endpoint import IMAGE_MODEL, TEXT_MODEL, StandIn
from bot.settings import read_settings
from storage import Storage, open_storage
from storage.outbound import Sent
from storage.people import PersonId
from tests.furnished import furnished

OpenRemote = Callable[..., Remote]
Went = Callable[[PersonId], Awaitable[list[Sent]]]
KEY = "sk-canary7wren-never-logged"


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
async def storage(tmp_path: Path, clock: MovableClock) -> AsyncIterator[Storage]:
    home = tmp_path / "data"
    opened = await open_storage(
        f"sqlite:///{home / 'pepite.sqlite3'}",
        files_url=(home / "files").as_uri(),
        keys=furnished(home, tmp_path / "key"),
        clock=clock,
    )
    yield opened
    await opened.close()


@pytest.fixture
async def lou(storage: Storage) -> PersonId:
    async with storage.begin() as tx:
        return (await tx.people.add(4_242_424_242, "fr")).id


@pytest.fixture
async def sam(storage: Storage) -> PersonId:
    async with storage.begin() as tx:
        return (await tx.people.add(7_070_707_070, "en")).id


@pytest.fixture
def stand_in() -> StandIn:
    return StandIn()


@pytest.fixture
async def url(stand_in: StandIn) -> AsyncIterator[str]:
    async with stand_in.serve() as address:
        yield address


@pytest.fixture
async def open_remote(storage: Storage, clock: MovableClock) -> AsyncIterator[OpenRemote]:
    """A Remote towards an address, closed with the test."""
    async with AsyncExitStack() as stack:

        def opened(url: str | None, **settings: object) -> Remote:
            known = {"ai_key": KEY, "ai_model": TEXT_MODEL, "ai_image_model": IMAGE_MODEL}
            chosen = read_settings(_env_file=None, ai_url=url, **{**known, **settings})
            remote = Remote.open(chosen, storage, clock)
            stack.push_async_callback(remote.close)
            return remote

        yield opened


@pytest.fixture
def remote(open_remote: OpenRemote, url: str) -> Remote:
    """Towards the stand-in."""
    return open_remote(url)


@pytest.fixture
def went(storage: Storage) -> Went:
    async def ask(owner: PersonId) -> list[Sent]:
        async with storage.read() as tx:
            return await tx.outbound.of(owner)

    return ask
