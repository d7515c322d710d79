"""The Library: every step asks the gate, a crash loses nothing, another's media is none."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import text

from bot.clock import MovableClock
from bot.consent.notices import Notices, Operator
from bot.consent.regions import read_regions
from bot.consent.registrar import Registrar
from bot.gallery.annotator import Annotator
from bot.gallery.answers import Outcome, Part
from bot.gallery.facts import TakenAt
from bot.gallery.keeper import Keeper
from bot.gallery.library import Library
from bot.gallery.said import Said
from bot.jobs.pool import Pool
from bot.vision.eye import Eye
from bot.vision.look import look_at
from storage import KeyFile, Storage, open_storage
from storage.gallery import AlbumId, MediaId, MediaKind
from storage.people import PersonId
from storage.personal_data import Purpose
from tests.conversations.given import dated, picture
from tests.furnished import furnish

pytestmark = pytest.mark.asyncio(loop_scope="module")
TWO = (dated("cat"), dated("astronaut"))


@dataclass(slots=True)
class Telegram:
    """What is downloaded, by its name; `meanwhile` happens while it is on its way."""

    files: dict[str, bytes] = field(default_factory=dict)
    meanwhile: Callable[[], Awaitable[object]] | None = None

    async def fetch(self, name: str) -> bytes:
        if self.meanwhile is not None:
            await self.meanwhile()
        return self.files[name]


@dataclass(frozen=True, slots=True)
class Scene:
    storage: Storage
    registrar: Registrar
    library: Library
    telegram: Telegram
    clock: MovableClock
    lou: PersonId

    @property
    def annotator(self) -> Annotator:
        return Annotator(self.storage, self.registrar, self.library._pool, self.library)

    async def send(self, *pictures: bytes, group: str = "g") -> AlbumId:
        """Noted as they arrive; nothing is downloaded yet."""
        for data in pictures:
            number = len(self.telegram.files) + 1
            self.telegram.files[str(number)] = data
            part = Part(self.lou.int % 1000, number, MediaKind.PHOTO, str(number), group=group)
            await self.library.take_in(self.lou, part)
            await self.library.take_in(self.lou, part)  # Telegram repeats itself
        async with self.storage.read() as tx:
            rows = await tx.gallery.every(self.lou)
        album = rows[-1].album
        assert album is not None
        return album

    async def another(self) -> "Scene":
        """Somebody else beside Lou, who agreed to the same."""
        async with self.storage.begin() as tx:
            sam = (await tx.people.add(777, "en")).id
        await agree(self.registrar, sam, "FR")
        return replace(self, lou=sam)

    async def read(self, album: AlbumId) -> list[Outcome | None]:
        found = await self.library.album_to_read(self.lou, album)
        assert found is not None
        return [await self.library.read(self.lou, media) for media in found.waiting]

    async def kept(self) -> list[MediaId]:
        async with self.storage.read() as tx:
            return [row.id for row in await tx.gallery.kept(self.lou)]

    async def count(self, table: str) -> int:
        async with self.storage.read() as tx:
            found = await tx.execute(text(f"SELECT count(*) FROM {table}"))  # noqa: S608
            return int(found.scalar_one())


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def pool() -> AsyncIterator[Pool]:
    async with Pool() as children:
        yield children


@pytest.fixture
def country() -> str:
    return "FR"


@pytest_asyncio.fixture(loop_scope="module")
async def scene(tmp_path: Path, pool: Pool, country: str) -> AsyncIterator[Scene]:
    home, clock, telegram = tmp_path / "data", MovableClock(), Telegram()
    furnish(home)
    storage = await open_storage(
        f"sqlite:///{home / 'pepite.sqlite3'}",
        files_url=(home / "files").as_uri(),
        keys=KeyFile({1: bytes(range(32))}),
        clock=clock,
    )
    registrar = Registrar(storage, read_regions(), Notices.read(Operator("somebody")), clock)
    library = Library(storage, registrar, pool, Eye(pool), telegram.fetch)
    async with storage.begin() as tx:
        lou = (await tx.people.add(4_242_424_242, "fr")).id
    await agree(registrar, lou, country)
    yield Scene(storage, registrar, library, telegram, clock, lou)
    await storage.close()


async def agree(registrar: Registrar, person: PersonId, country: str) -> None:
    await registrar.declare_country(person, country)
    await registrar.declare_birth_year(person, 1970)
    notice = registrar.notices.current(Purpose.SUGGEST_ANALYSE)
    assert notice is not None
    await registrar.given(person, Purpose.SUGGEST_ANALYSE, version=notice.version, language="fr")


async def test_an_album_that_was_read_but_not_told_is_told_after_a_crash(scene: Scene) -> None:
    album = await scene.send(*TWO, b"no picture")
    assert await scene.read(album) == [Outcome.KEPT, Outcome.KEPT, Outcome.REFUSED]
    before = await scene.library.report(scene.lou, album)

    assert await scene.read(album) == []
    report = await scene.library.report(scene.lou, album)

    assert report == before
    assert len(report.refused) == 1
    assert report.makes_collage
    await scene.library.close_album(scene.lou, report, 77)
    assert await scene.library.album_to_read(scene.lou, album) is None
    assert await scene.count("jobs WHERE name = 'collage.make'") == 1
    assert await scene.count("media") == 2


async def test_a_late_part_opens_the_album_again_and_asks_no_date_twice(scene: Scene) -> None:
    album = await scene.send(picture("cat"))
    await scene.read(album)
    first = await scene.library.report(scene.lou, album)
    await scene.library.close_album(scene.lou, first, 77)

    assert await scene.send(picture("coffee")) == album
    found = await scene.library.album_to_read(scene.lou, album)
    assert found is not None
    assert found.answer_message_id == 77
    await scene.read(album)
    second = await scene.library.report(scene.lou, album)

    assert (first.undated, second.undated) == (1, 0)
    assert second.photos == 2


async def test_a_consent_taken_back_while_a_picture_is_on_its_way_counts(scene: Scene) -> None:
    """Abuse 41: what was allowed before the look is asked again after it."""
    album = await scene.send(*TWO)

    async def withdraw() -> None:
        await scene.registrar.withdrawn(scene.lou, Purpose.SUGGEST_ANALYSE)

    scene.telegram.meanwhile = withdraw
    await scene.read(album)

    assert len(await scene.kept()) == 2
    for table in ("sights", "face_boxes", "places"):
        assert await scene.count(table) == 0


async def test_without_face_boxes_nothing_that_came_from_a_face_is_left(scene: Scene) -> None:
    """Not the boxes, and not where the eye goes because of them."""
    await scene.read(await scene.send(TWO[1]))
    (media,) = await scene.kept()
    seen = (await scene.library.sights(scene.lou, [media]))[media]
    assert seen.faces
    assert seen.saliency_y == look_at(TWO[1], faces=True).saliency_y

    await scene.registrar.withdrawn(scene.lou, Purpose.FACE_BOXES)

    sight = (await scene.library.sights(scene.lou, [media]))[media]
    assert sight == look_at(TWO[1], faces=False)
    assert sight.saliency_y != seen.saliency_y
    assert await scene.count("face_boxes") == 0


@pytest.mark.parametrize("country", ["US"])
async def test_in_the_united_states_no_face_is_looked_for(scene: Scene) -> None:
    await scene.read(await scene.send(TWO[1]))
    (media,) = await scene.kept()

    assert await scene.count("face_boxes") == 0
    sight = (await scene.library.sights(scene.lou, [media]))[media]
    assert sight == look_at(TWO[1], faces=False)


async def test_a_media_forgotten_while_it_is_read_stays_forgotten(scene: Scene) -> None:
    album = await scene.send(TWO[0])

    async def forget() -> None:
        await Keeper(scene.storage).forget_all(scene.lou)

    scene.telegram.meanwhile = forget
    await scene.read(album)
    while await scene.storage.shred():
        pass

    assert await scene.count("media") == 0
    assert not await scene.storage.files.written()


async def test_a_corrected_date_moves_a_picture_to_its_moment(scene: Scene) -> None:
    await scene.read(album := await scene.send(dated("cat"), dated("coffee")))
    await scene.library.report(scene.lou, album)
    assert await scene.count("moments") == 1

    cat, _ = await scene.kept()
    said = Said(when=TakenAt(date(2019, 6, 1)))
    assert await scene.annotator.say(scene.lou, [cat], said)

    assert await scene.count("moments") == 2
    assert await scene.count("media WHERE moment IS NULL") == 0


async def test_two_people_who_send_the_same_file_have_each_their_own(scene: Scene) -> None:
    """Neither learns that the other has it; what one hides, keeps or forgets is theirs alone."""
    await scene.read(await scene.send(TWO[0]))
    (lous,) = await scene.kept()
    sam = await scene.another()
    await sam.read(await sam.send(TWO[0], group="h"))
    (sams,) = await sam.kept()
    keeper = Keeper(scene.storage)

    assert len(await scene.storage.files.written()) == 2
    async with scene.storage.read() as tx:
        rows = [await tx.gallery.get(*one) for one in ((scene.lou, lous), (sam.lou, sams))]
    assert len({row.fingerprint for row in rows if row}) == 2
    assert await keeper.keep_private(sam.lou, lous, private=True) is None
    await keeper.keep_private(scene.lou, lous, private=True)
    async with scene.storage.read() as tx:
        assert await tx.gallery.suggestible(scene.lou) == []
        assert len(await tx.gallery.suggestible(sam.lou)) == 1
    await keeper.forget_all(scene.lou)
    assert await sam.kept() == [sams]
    assert await scene.library.picture(sam.lou, sams) is not None


async def test_what_was_forgotten_and_is_given_again_is_kept_anew(scene: Scene) -> None:
    """The first goes at once: it cannot come back beside the second."""
    await scene.read(await scene.send(TWO[0]))
    (first,) = await scene.kept()
    keeper = Keeper(scene.storage)
    farewell = await keeper.forget(scene.lou, [first])
    assert farewell is not None

    assert await scene.read(await scene.send(TWO[0], group="again")) == [Outcome.KEPT]

    (second,) = await scene.kept()
    assert second != first
    assert await keeper.undo(scene.lou, farewell.id) == 0
    assert await scene.count("media") == 1
    assert await keeper.destroy(scene.lou, farewell.id) == 0
    assert await scene.library.picture(scene.lou, second) is not None


async def test_1_and_5_anothers_media_is_as_good_as_none(scene: Scene) -> None:
    album = await scene.send(TWO[0])
    await scene.read(album)
    (media,) = await scene.kept()
    async with scene.storage.begin() as tx:
        sam = (await tx.people.add(777, "en")).id
    library, today = scene.library, TakenAt(date(2024, 1, 1))

    assert await library.page(sam, media) is None
    assert await library.picture(sam, media) is None
    assert await library.give_back(sam, media) is None
    assert await Keeper(scene.storage).forget(sam, [media]) is None
    assert not await scene.annotator.say(sam, [media], Said(when=today))
    assert not await scene.annotator.date(sam, album, today)
    assert await library.read(sam, media) is None
    assert await library.album_to_read(sam, album) is None
    assert await library.facts(sam, [media]) == {}
    assert await library.sights(sam, [media]) == {}
    assert await scene.kept() == [media]
