"""When a reminder leaves: all that was true when it was claimed is asked once more."""

import random
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
import pytest_asyncio
from sqlalchemy import insert, text

from bot.clock import MovableClock
from bot.consent.notices import Notices, Operator
from bot.consent.regions import read_regions
from bot.consent.registrar import Registrar
from bot.gallery.facts import Facts, Source, TakenAt
from bot.gallery.keeper import Keeper
from bot.gallery.library import Library
from bot.gallery.record import facts_bytes
from bot.gallery.seen import pack
from bot.jobs.pool import Pool
from bot.memories.avoid import AvoidKind, avoid_media
from bot.memories.curator import Curator
from bot.memories.record import wish_bytes
from bot.telegram.download import FileNoLongerThere
from bot.vision.eye import Eye
from storage import KeyFile, Storage, open_storage
from storage.gallery import MEDIA, MediaId, MediaKind, MediaRow, MediaState
from storage.gallery_rows import Seen
from storage.memories import NudgeId
from storage.people import PersonId
from storage.personal_data import Purpose
from tests.furnished import furnish
from tests.memories.media import sight
from tests.sandbox.pictures import jpeg

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
TWO_YEARS_AGO, IN_MAY = date(2024, 11, 21), date(2024, 5, 5)
MINUTE = timedelta(minutes=1)
UNTIL_SIX = timedelta(hours=5)  # in Paris, where Lou is
pytestmark = pytest.mark.asyncio(loop_scope="module")


@dataclass(frozen=True, slots=True)
class Scene:
    """Lou, who wants one reminder a week at six, and the roles around her."""

    storage: Storage
    registrar: Registrar
    library: Library
    curator: Curator
    clock: MovableClock
    lou: PersonId

    async def keep(
        self, day: date = TWO_YEARS_AGO, *, quality: float = 0.9, people: int = 1
    ) -> MediaId:
        """A photo, looked at, never shared; of two years ago to the day."""
        file = await self.storage.files.put(self.lou, jpeg(60, 40))
        facts = Facts(TakenAt(day, source=Source.EXIF), note="a word")
        faceless, added = pack(sight(quality=quality), sight(quality=quality, people=people))
        async with self.storage.begin() as tx:
            row = MediaRow(
                owner=self.lou,
                kind=MediaKind.PHOTO,
                state=MediaState.KEPT,
                chat_id=1,
                message_id=1,
                file=file,
                facts=await tx.seal(self.lou, facts_bytes(facts)),
                taken_on=day,
                arrived_at=tx.now,
                last_used_at=tx.now,
            )
            await tx.execute(insert(MEDIA), row.model_dump())
            boxes = await tx.seal(self.lou, added) if added else None
            seen = Seen(await tx.seal(self.lou, faceless), boxes)
            await tx.gallery.see(self.lou, row.id, seen)
        return row.id

    async def claim(self) -> NudgeId:
        """A tick comes at six; the reminder's job is posted, nothing is sent yet."""
        self.clock.move(UNTIL_SIX + MINUTE)
        await self.curator.claim_due()
        async with self.storage.read() as tx:
            keys = await tx.execute(text("SELECT key FROM jobs WHERE name = 'memories.nudge'"))
            return NudgeId(UUID(keys.scalar_one()))

    async def states(self) -> list[str]:
        async with self.storage.read() as tx:
            return [row.state for row in await tx.execute(text("SELECT state FROM nudges"))]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def pool() -> AsyncIterator[Pool]:
    async with Pool() as children:
        yield children


@pytest_asyncio.fixture(loop_scope="module")
async def scene(tmp_path: Path, pool: Pool) -> AsyncIterator[Scene]:
    home, clock = tmp_path / "data", MovableClock(NOON)
    furnish(home)
    storage = await open_storage(
        f"sqlite:///{home / 'pepite.sqlite3'}",
        files_url=(home / "files").as_uri(),
        keys=KeyFile({1: bytes(range(32))}),
        clock=clock,
    )
    registrar = Registrar(storage, read_regions(), Notices.read(Operator("somebody")), clock)
    library = Library(storage, registrar, pool, Eye(pool), _nothing_comes)
    curator = Curator(storage, registrar, pool, library, random.Random(7))
    lou = await _agreed(storage, registrar)
    await curator.settle(lou, hour=18, times_a_week=1, zone="Europe/Paris")
    yield Scene(storage, registrar, library, curator, clock, lou)
    await storage.close()


async def _nothing_comes(_name: str) -> bytes:
    raise FileNoLongerThere


async def _agreed(storage: Storage, registrar: Registrar) -> PersonId:
    async with storage.begin() as tx:
        owner = (await tx.people.add(4_242_424_242, "fr")).id
    await registrar.declare_country(owner, "FR")
    await registrar.declare_birth_year(owner, 1970)
    for purpose in (Purpose.SUGGEST_ANALYSE, Purpose.NUDGE_MEMORIES):
        notice = registrar.notices.current(purpose)
        assert notice is not None
        await registrar.given(owner, purpose, version=notice.version, language="fr")
    return owner


async def test_what_was_claimed_leaves_once(scene: Scene) -> None:
    photo = await scene.keep()
    nudge = await scene.claim()

    reminder = await scene.curator.prepare(scene.lou, nudge)

    assert reminder is not None
    assert reminder.memory.media == (photo.hex,)
    assert reminder.blurred.startswith(b"\xff\xd8")
    assert reminder.claimed.number_this_week == 1
    assert await scene.curator.prepare(scene.lou, nudge) is None
    assert await scene.states() == ["sent"]


async def test_two_ticks_claim_one(scene: Scene) -> None:
    await scene.keep()
    await scene.claim()

    await scene.curator.claim_due()
    scene.clock.move(MINUTE)
    await scene.curator.claim_due()

    assert await scene.states() == ["claimed"]


async def test_before_the_hour_nothing_is_claimed(scene: Scene) -> None:
    await scene.keep()
    scene.clock.move(UNTIL_SIX - MINUTE)

    await scene.curator.claim_due()

    assert await scene.states() == []


async def withdrawn(scene: Scene, _photo: MediaId) -> None:
    await scene.registrar.withdrawn(scene.lou, Purpose.NUDGE_MEMORIES)


async def analysis_withdrawn(scene: Scene, _photo: MediaId) -> None:
    await scene.registrar.withdrawn(scene.lou, Purpose.SUGGEST_ANALYSE)


async def forgotten(scene: Scene, photo: MediaId) -> None:
    await Keeper(scene.storage).forget(scene.lou, [photo])


async def hidden(scene: Scene, photo: MediaId) -> None:
    await Keeper(scene.storage).hide(scene.lou, photo, hidden=True)


async def kept_private(scene: Scene, photo: MediaId) -> None:
    await Keeper(scene.storage).keep_private(scene.lou, photo, private=True)


async def shared(scene: Scene, photo: MediaId) -> None:
    async with scene.storage.begin() as tx:
        await tx.gallery.shared(scene.lou, [photo])


async def avoided(scene: Scene, photo: MediaId) -> None:
    async with scene.storage.begin() as tx:
        wish = wish_bytes(avoid_media(photo.hex))
        await tx.memories.avoid(scene.lou, await tx.seal(scene.lou, wish))


async def paused(scene: Scene, _photo: MediaId) -> None:
    await scene.curator.pause(scene.lou, NOON.date())


async def too_late(scene: Scene, _photo: MediaId) -> None:
    scene.clock.move(timedelta(hours=2))


async def in_quiet_hours(scene: Scene, _photo: MediaId) -> None:
    scene.clock.move(timedelta(hours=10))


Meanwhile = Callable[[Scene, MediaId], Awaitable[None]]


@pytest.mark.parametrize(
    "meanwhile",
    [
        withdrawn,
        analysis_withdrawn,
        forgotten,
        hidden,
        kept_private,
        shared,
        avoided,
        paused,
        too_late,
        in_quiet_hours,
    ],
)
async def test_what_changes_between_the_claim_and_the_sending_is_heard(
    scene: Scene, meanwhile: Meanwhile
) -> None:
    photo = await scene.keep(IN_MAY if meanwhile is shared else TWO_YEARS_AGO)
    nudge = await scene.claim()

    await meanwhile(scene, photo)

    assert await scene.curator.prepare(scene.lou, nudge) is None
    assert "sent" not in await scene.states()


@pytest.mark.parametrize(
    "meanwhile", [withdrawn, forgotten, hidden, kept_private, shared, avoided, paused]
)
async def test_what_changes_while_the_picture_is_blurred_is_heard_too(
    scene: Scene, meanwhile: Meanwhile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last look at everything is in the transaction that counts it as sent."""
    photo = await scene.keep(IN_MAY if meanwhile is shared else TWO_YEARS_AGO)
    nudge = await scene.claim()
    find = scene.library.picture

    async def picture(owner: PersonId, media: MediaId) -> bytes | None:
        found = await find(owner, media)
        await meanwhile(scene, photo)
        return found

    monkeypatch.setattr(scene.library, "picture", picture)

    assert await scene.curator.prepare(scene.lou, nudge) is None
    assert "sent" not in await scene.states()


@pytest.mark.parametrize("meanwhile", [forgotten, hidden, kept_private])
async def test_a_reminder_that_was_sent_opens_only_what_may_still_be_shown(
    scene: Scene, meanwhile: Meanwhile
) -> None:
    photo = await scene.keep()
    nudge = await scene.claim()
    assert await scene.curator.prepare(scene.lou, nudge) is not None

    await meanwhile(scene, photo)

    assert await scene.curator.open(scene.lou, nudge) == []


async def test_its_own_day_may_bring_back_what_was_shared(scene: Scene) -> None:
    photo = await scene.keep()
    nudge = await scene.claim()

    await shared(scene, photo)

    assert await scene.curator.prepare(scene.lou, nudge) is not None


async def test_a_gem_comes_on_any_day(scene: Scene) -> None:
    await scene.keep(IN_MAY)
    nudge = await scene.claim()

    assert await scene.curator.prepare(scene.lou, nudge) is not None


async def test_nothing_good_sends_nothing(scene: Scene) -> None:
    await scene.keep(IN_MAY, quality=0, people=0)
    nudge = await scene.claim()

    assert await scene.curator.prepare(scene.lou, nudge) is None
    assert await scene.states() == ["dropped"]


async def test_1_and_5_anothers_reminder_is_as_good_as_none(scene: Scene) -> None:
    """Whoever learns an id gains nothing by it."""
    await scene.keep()
    nudge = await scene.claim()
    await scene.curator.prepare(scene.lou, nudge)
    async with scene.storage.begin() as tx:
        sam = (await tx.people.add(777, "en")).id

    assert await scene.curator.prepare(sam, nudge) is None
    assert not await scene.curator.open(sam, nudge)
    assert await scene.curator.avoid(sam, nudge, AvoidKind.MEDIA) is None
    assert await scene.curator.why(sam, nudge) is None
    assert not await scene.curator.not_today(sam, nudge)


async def test_without_face_boxes_nobody_is_counted_in_a_reason(scene: Scene) -> None:
    await scene.keep()
    await scene.registrar.withdrawn(scene.lou, Purpose.FACE_BOXES)
    nudge = await scene.claim()

    reminder = await scene.curator.prepare(scene.lou, nudge)

    assert reminder is not None
    assert "people" not in [reason.id.value for reason in reminder.memory.reasons]
