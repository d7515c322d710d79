"""A Registrar over a storage of its own, a person who just arrived, a clock to move."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.consent.gate import Standing, may
from bot.consent.notices import Notices, Operator
from bot.consent.regions import read_regions
from bot.consent.registrar import Registrar
from storage import Storage, open_storage
from storage.people import PersonId
from storage.personal_data import Purpose
from tests.furnished import furnished

Allowed = Callable[[], Awaitable[set[Purpose]]]
BORN_LONG_AGO = 1970


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
    return Registrar(storage, read_regions(), Notices.read(Operator("Lou Martin")), clock)


@pytest.fixture
async def newcomer(storage: Storage) -> PersonId:
    async with storage.begin() as tx:
        return (await tx.people.add(4_242_424_242, "fr")).id


@pytest.fixture
async def lou(registrar: Registrar, newcomer: PersonId) -> PersonId:
    """Lives in France, is an adult, has not answered any question."""
    await registrar.declare_country(newcomer, "FR")
    await registrar.declare_birth_year(newcomer, BORN_LONG_AGO)
    return newcomer


@pytest.fixture
def standing(storage: Storage, registrar: Registrar) -> Callable[[PersonId], Awaitable[Standing]]:
    async def ask(owner: PersonId) -> Standing:
        async with storage.read() as tx:
            return await registrar.standing(tx, owner)

    return ask


@pytest.fixture
def allowed(
    standing: Callable[[PersonId], Awaitable[Standing]], clock: MovableClock, lou: PersonId
) -> Allowed:
    """What may be done with Lou's data now, beyond what always may."""

    async def ask() -> set[Purpose]:
        stands = await standing(lou)
        always = {Purpose.SAFETY_ABUSE, Purpose.PROOF_LEDGER}
        return {purpose for purpose in Purpose if may(stands, purpose, clock.now())} - always

    return ask
