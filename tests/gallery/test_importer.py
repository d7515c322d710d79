"""The Importer: a zip that was cut is read on, one that is forgotten is not."""

from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from uuid import UUID

import pytest
import pytest_asyncio
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import MovableClock
from bot.consent.notices import Notices, Operator
from bot.consent.regions import read_regions
from bot.consent.registrar import Registrar
from bot.gallery.answers import Outcome
from bot.gallery.bringing import BATCH_BYTES, BATCH_ITEMS, WINDOW, batches, windows
from bot.gallery.entries import Form, Item
from bot.gallery.importer import Importer, Opened, Parcel
from bot.gallery.keeper import Keeper
from bot.gallery.library import Library
from bot.gallery.tally import Tally
from bot.jobs.pool import Pool
from bot.vision.eye import Eye
from storage import KeyFile, Storage, open_storage
from storage.archives import ArchiveId, ArchiveRow
from storage.people import PersonId
from storage.personal_data import Purpose
from tests.conversations.given import dated
from tests.furnished import furnish
from tests.gallery.test_archive import zipped

TOGETHER = pytest.mark.asyncio(loop_scope="module")
SENT = zipped([("a.jpg", dated("cat")), ("b.jpg", dated("coffee")), ("c.jpg", dated("cat"))])


@dataclass(frozen=True, slots=True)
class Scene:
    storage: Storage
    registrar: Registrar
    pool: Pool
    clock: MovableClock
    lou: PersonId

    def importer(self) -> Importer:
        """As after a restart: nothing is remembered but what is kept."""
        library = Library(self.storage, self.registrar, self.pool, Eye(self.pool), fetch)
        return Importer(self.storage, self.registrar, self.pool, library, fetch)

    async def sent(self, importer: Importer) -> ArchiveRow:
        parcel = Parcel(chat_id=1, message_id=2, telegram_file="zip", size=len(SENT))
        await importer.take_in(self.lou, parcel)
        await importer.take_in(self.lou, parcel)  # Telegram repeats itself
        return await self.waiting(importer)

    async def waiting(self, importer: Importer) -> ArchiveRow:
        async with self.storage.read() as tx:
            (job,) = [one for one in await tx.jobs.due(9) if one.name == "gallery.archive"]
        row = await importer.archive(self.lou, ArchiveId(UUID(job.key)))
        assert row is not None
        return row

    async def opened(self, importer: Importer, row: ArchiveRow) -> Opened:
        opened = await importer.open(row)
        assert isinstance(opened, Opened)
        return opened

    async def contents(self) -> list[bytes]:
        """Every file there is, opened."""
        while await self.storage.shred():
            pass
        files = await self.storage.files.written()
        return [await self.storage.files.get(self.lou, file) for file in files]

    async def kept(self) -> int:
        async with self.storage.read() as tx:
            return len(await tx.gallery.kept(self.lou))


async def fetch(_name: str) -> bytes:
    return SENT


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def pool() -> AsyncIterator[Pool]:
    async with Pool() as children:
        yield children


@pytest_asyncio.fixture(loop_scope="module")
async def scene(tmp_path: Path, pool: Pool) -> AsyncIterator[Scene]:
    home, clock = tmp_path / "data", MovableClock()
    furnish(home)
    storage = await open_storage(
        f"sqlite:///{home / 'pepite.sqlite3'}",
        files_url=(home / "files").as_uri(),
        keys=KeyFile({1: bytes(range(32))}),
        clock=clock,
    )
    registrar = Registrar(storage, read_regions(), Notices.read(Operator("somebody")), clock)
    async with storage.begin() as tx:
        lou = (await tx.people.add(4242, "fr")).id
    await registrar.declare_country(lou, "FR")
    await registrar.declare_birth_year(lou, 1970)
    notice = registrar.notices.current(Purpose.SUGGEST_ANALYSE)
    assert notice is not None
    await registrar.given(lou, Purpose.SUGGEST_ANALYSE, version=notice.version, language="fr")
    yield Scene(storage, registrar, pool, clock, lou)
    await storage.close()


@TOGETHER
async def test_a_zip_that_was_cut_is_read_on_and_told_as_if_it_never_was(scene: Scene) -> None:
    first = scene.importer()
    row = await scene.sent(first)
    async with aclosing(first.read(row, await scene.opened(first, row))) as reading:
        await anext(reading)  # and then the process is killed
    assert SENT in await scene.contents()

    second = scene.importer()
    row = await scene.waiting(second)
    assert row.telegram_file is None  # it is here: Telegram is not asked again
    tally = Tally()
    async for came in second.read(row, await scene.opened(second, row)):
        tally.add(came.became)
    assert not await second.settle(scene.lou, lambda: True)  # stopped before the first moment
    loose = await second.best_moment(scene.lou, row.album)
    report = await second.report(row, tally)
    best = await second.best_moment(scene.lou, row.album)
    await second.close(row)

    assert tally.outcomes == {Outcome.KEPT: 2, Outcome.KNOWN: 1}
    assert (report.photos, report.good) == (2, 2)
    assert best is not None
    assert len(best.media) == 2
    assert best.facts
    assert loose is not None  # without a moment, all that there is
    assert (set(loose.media), loose.facts) == (set(best.media), ())
    assert await second.archive(scene.lou, row.id) is None
    assert len(await scene.contents()) == 2


@TOGETHER
async def test_forgetting_everything_ends_a_zip_that_is_being_read(scene: Scene) -> None:
    importer = scene.importer()
    row = await scene.sent(importer)
    async for _ in importer.read(row, await scene.opened(importer, row)):
        await Keeper(scene.storage).forget_all(scene.lou)

    assert await scene.contents() == []


@TOGETHER
async def test_whoever_agrees_no_more_has_nothing_further_kept(scene: Scene) -> None:
    importer = scene.importer()
    row = await scene.sent(importer)
    async for _ in importer.read(row, await scene.opened(importer, row)):
        async with scene.storage.begin() as tx:
            await tx.people.change(scene.lou, {"frozen_at": tx.now})

    assert await scene.kept() == 1


@TOGETHER
async def test_a_zip_that_nobody_could_be_told_of_goes_after_a_day(scene: Scene) -> None:
    importer = scene.importer()
    row = await scene.sent(importer)
    await scene.opened(importer, row)
    await importer.drop_old()
    assert await importer.archive(scene.lou, row.id) is not None

    scene.clock.move(timedelta(days=1, minutes=1))
    await importer.drop_old()

    assert await importer.archive(scene.lou, row.id) is None
    assert await scene.contents() == []


@given(st.lists(st.integers(0, 2 * BATCH_BYTES), max_size=200))
def test_a_batch_lies_in_memory_and_nothing_is_lost_between_two(sizes: list[int]) -> None:
    items = [Item(n, f"{n}.jpg", Form.PHOTO, size) for n, size in enumerate(sizes)]
    found = list(batches(items))

    assert [item for batch in found for item in batch] == items
    for batch in found:
        assert 0 < len(batch) <= BATCH_ITEMS
        assert len(batch) == 1 or sum(item.size for item in batch) <= BATCH_BYTES


@given(st.lists(st.dates(), unique=True).map(sorted))
def test_windows_hold_every_day_and_no_more_than_a_month(days: list[date]) -> None:
    found = list(windows(days))

    assert all(sum(first <= day <= last for first, last in found) == 1 for day in days)
    assert all(last - first <= WINDOW for first, last in found)
    assert all(before[1] < after[0] for before, after in pairwise(found))
