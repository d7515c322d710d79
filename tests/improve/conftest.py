"""A Trainer over a storage of its own, a clock to move, people who agreed or did not."""

import random
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
import pytest_asyncio
from pytest_asyncio import is_async_test
from sqlalchemy import text

from bot.clock import MovableClock
from bot.consent.notices import Notices, Operator
from bot.consent.regions import read_regions
from bot.consent.registrar import Registrar
from bot.improve.choices import Choice, picked
from bot.improve.ranker import LEAST_CONTRIBUTORS
from bot.improve.trainer import Trainer
from bot.jobs.pool import Pool
from bot.sandbox.crowd import Crowd
from storage import KeyFile, Storage, open_storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.traits import Trait
from tests.furnished import furnish

HERE = Path(__file__).parent
NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
WEEK_AND_MORE = timedelta(days=8)
ANALYSE, CHOICES = Purpose.SUGGEST_ANALYSE, Purpose.IMPROVE_CHOICES
BOTH = (ANALYSE, CHOICES)
DARK = picked(Trait.THEME_DARK, Trait.THEME_LIGHT)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One loop for all of them, so that one pool of children serves them all."""
    for item in items:
        if item.path.is_relative_to(HERE) and is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@dataclass
class School:
    """What the tests do by name."""

    storage: Storage
    registrar: Registrar
    trainer: Trainer
    clock: MovableClock
    people: list[PersonId] = field(default_factory=list)

    async def welcome(
        self,
        telegram_id: int,
        *,
        country: str = "US",
        born: int = 1980,
        purposes: tuple[Purpose, ...] = BOTH,
    ) -> PersonId:
        owner = (await self.registrar.meet(telegram_id, "en")).person.id
        await self.registrar.declare_country(owner, country)
        await self.registrar.declare_birth_year(owner, born)
        for purpose in purposes:
            await self.agree(owner, purpose)
        return owner

    async def agree(self, owner: PersonId, purpose: Purpose) -> None:
        notice = self.registrar.notices.current(purpose)
        assert notice
        await self.registrar.given(owner, purpose, version=notice.version, language="en")

    async def chose(
        self, owner: PersonId, *choices: Choice, item: UUID | None = None, publish: bool = True
    ) -> UUID:
        item = item or uuid4()
        async with self.storage.begin() as tx:
            for choice in choices:
                await self.trainer.chose(tx, owner, choice, item=item)
            if publish:
                await self.trainer.published(tx, owner, item)
        return item

    async def count(self, rows: str) -> int:
        async with self.storage.read() as tx:
            return int((await tx.execute(text(f"SELECT count(*) FROM {rows}"))).scalar_one())  # noqa: S608 - the test's own words

    async def jobs(self, name: str) -> list[str]:
        async with self.storage.read() as tx:
            found = await tx.execute(
                text("SELECT key FROM jobs WHERE name = :name AND state = 'queued'"),
                {"name": name},
            )
            return [row.key for row in found]

    async def weights(self) -> dict[str, float] | None:
        async with self.storage.read() as tx:
            ranker = await tx.improve.ranker()
        return ranker.weights if ranker else None


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def pool() -> AsyncIterator[Pool]:
    async with Pool() as children:
        yield children


@asynccontextmanager
async def open_school(home: Path, pool: Pool, now: datetime) -> AsyncIterator[School]:
    clock = MovableClock(now)
    furnish(home)
    storage = await open_storage(
        f"sqlite:///{home / 'pepite.sqlite3'}",
        files_url=(home / "files").as_uri(),
        keys=KeyFile({1: bytes(range(32))}),
        clock=clock,
    )
    try:
        registrar = Registrar(storage, read_regions(), Notices.read(Operator("somebody")), clock)
        yield School(storage, registrar, Trainer(storage, registrar, pool), clock)
    finally:
        await storage.close()


@pytest_asyncio.fixture(loop_scope="session")
async def school(tmp_path: Path, pool: Pool) -> AsyncIterator[School]:
    async with open_school(tmp_path / "data", pool, NOON) as opened:
        yield opened


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def crowded(
    tmp_path_factory: pytest.TempPathFactory, pool: Pool
) -> tuple[Path, list[PersonId]]:
    """One person more than a ranker needs, who all agreed, chose and published; made once."""
    home = tmp_path_factory.mktemp("crowd") / "data"
    async with open_school(home, pool, NOON) as opened:
        dice = random.Random(11)
        crowd = Crowd(opened.storage, opened.registrar, opened.trainer, dice)
        return home, await crowd.gather(LEAST_CONTRIBUTORS + 1)


@pytest_asyncio.fixture(loop_scope="session")
async def full_school(
    crowded: tuple[Path, list[PersonId]], tmp_path: Path, pool: Pool
) -> AsyncIterator[School]:
    """A copy of the crowd, more than a week later."""
    home, people = crowded
    shutil.copytree(home, tmp_path / "data")
    async with open_school(tmp_path / "data", pool, NOON + WEEK_AND_MORE) as opened:
        opened.people = people
        yield opened
