"""A Writer over a storage of its own, a person who answered, a stand-in for the endpoint."""

import random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.consent.notices import Notices, Operator
from bot.consent.regions import read_regions
from bot.consent.registrar import Registrar
from bot.improve.trainer import Trainer
from bot.jobs.pool import Pool
from bot.remote.remote import Remote
from bot.sandbox.endpoint import TEXT_MODEL, StandIn
from bot.settings import read_settings
from bot.writing.writer import Writer
from storage import Storage, open_storage
from storage.people import PersonId
from storage.personal_data import Purpose
from tests.furnished import furnished


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
def registrar(storage: Storage, clock: MovableClock) -> Registrar:
    notices = Notices.read(Operator("somebody"), recipient="ai.example.org")
    return Registrar(storage, read_regions(), notices, clock)


@pytest.fixture
async def newcomer(storage: Storage) -> PersonId:
    async with storage.begin() as tx:
        return (await tx.people.add(7_070_707_070, "en")).id


@pytest.fixture
async def lou(storage: Storage, registrar: Registrar) -> PersonId:
    """An adult in France who refused the analysis: the service is all there is."""
    async with storage.begin() as tx:
        owner = (await tx.people.add(4_242_424_242, "fr")).id
    await registrar.declare_country(owner, "FR")
    await registrar.declare_birth_year(owner, 1970)
    await registrar.refused(owner, Purpose.SUGGEST_ANALYSE, "fr")
    return owner


@pytest.fixture
async def allowing(registrar: Registrar, lou: PersonId) -> PersonId:
    """Lou after two more answers: analysis, and the endpoint too."""
    for purpose in (Purpose.SUGGEST_ANALYSE, Purpose.SUGGEST_EXTERNAL_AI):
        notice = registrar.notices.current(purpose)
        assert notice is not None
        await registrar.given(lou, purpose, version=notice.version, language="fr")
    return lou


@pytest.fixture(scope="module")
def stand_in() -> StandIn:
    return StandIn()


@pytest.fixture
async def url(stand_in: StandIn) -> AsyncIterator[str]:
    stand_in.trouble = None
    stand_in.seen.clear()
    async with stand_in.serve() as address:
        yield address


@pytest.fixture
async def remote(url: str, storage: Storage, clock: MovableClock) -> AsyncIterator[Remote]:
    settings = read_settings(_env_file=None, ai_url=url, ai_model=TEXT_MODEL)
    opened = Remote.open(settings, storage, clock)
    yield opened
    await opened.close()


@pytest.fixture
async def pool() -> AsyncIterator[Pool]:
    async with AsyncExitStack() as stack:
        yield await stack.enter_async_context(Pool())


@pytest.fixture
def writer(storage: Storage, registrar: Registrar, pool: Pool) -> Writer:
    trainer = Trainer(storage, registrar, pool)
    return Writer(storage, registrar, random.Random(1), pool, trainer=trainer)


@pytest.fixture
def far_writer(storage: Storage, registrar: Registrar, pool: Pool, remote: Remote) -> Writer:
    trainer = Trainer(storage, registrar, pool)
    return Writer(storage, registrar, random.Random(1), pool, trainer=trainer, remote=remote)
