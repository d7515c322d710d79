"""A Trainer over a storage of its own, a clock to move, people who agreed or did not."""

import random
from collections.abc import AsyncIterator
from dataclasses import dataclass
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
from bot.improve.choices import Choice
from bot.improve.trainer import Trainer
from bot.jobs.pool import Pool
from bot.sandbox.crowd import Crowd
from storage import KeyFile, Storage, open_storage
from storage.people import PersonId
from storage.personal_data import Purpose

HERE = Path(__file__).parent
NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
WEEK_AND_MORE = timedelta(days=8)
BOTH = (Purpose.SUGGEST_ANALYSE, Purpose.IMPROVE_CHOICES)


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

    async def crowd(self, count: int) -> list[PersonId]:
        """So many people who agreed, chose and published, more than a week ago."""
        crowd = Crowd(self.storage, self.registrar, self.trainer, random.Random(11))
        people = await crowd.gather(count)
        self.clock.move(WEEK_AND_MORE)
        return people

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


@pytest_asyncio.fixture(loop_scope="session")
async def school(tmp_path: Path, pool: Pool) -> AsyncIterator[School]:
    home, clock = tmp_path / "data", MovableClock(NOON)
    storage = await open_storage(
        f"sqlite:///{home / 'pepite.sqlite3'}",
        files_url=(home / "files").as_uri(),
        keys=KeyFile({1: bytes(range(32))}),
        clock=clock,
    )
    registrar = Registrar(storage, read_regions(), Notices.read(Operator("somebody")), clock)
    yield School(storage, registrar, Trainer(storage, registrar, pool), clock)
    await storage.close()
