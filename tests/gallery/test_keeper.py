"""The Keeper: forgotten at once and for good later, hidden, private; and every room knows it."""

import json
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from uuid import uuid4

import pytest
import pytest_asyncio
from sqlalchemy import Uuid, bindparam, insert, text

from bot.app import App, open_app
from bot.clock import MovableClock
from bot.collage.draft import Draft, DraftGone
from bot.gallery.facts import Facts, Source, TakenAt
from bot.gallery.keeper import UNDO_FOR, Keeper
from bot.gallery.record import facts_bytes
from bot.gallery.seen import pack
from bot.looks.drafts import LookIsPrivate
from bot.settings import read_settings
from bot.sharing.shareable import NothingToShare, Ref, ShareIsPrivate
from storage.collage import CollageId, SelectionRow
from storage.files import FileId
from storage.gallery import MEDIA, MediaId, MediaKind, MediaRow, MediaState
from storage.gallery_rows import Seen
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.sharing import DraftKind
from tests.memories.media import sight
from tests.sandbox.pictures import jpeg

pytestmark = pytest.mark.asyncio(loop_scope="module")
A_MINUTE = timedelta(minutes=1)
NUMBERS = count(4_242)
IN_MAY = date(2024, 5, 5)


@dataclass(slots=True)
class Scene:
    """Lou, some photos that were looked at, and all the roles; nothing runs by itself."""

    app: App
    clock: MovableClock
    lou: PersonId
    numbers: list[int] = field(default_factory=list)

    @property
    def keeper(self) -> Keeper:
        return self.app.roles.keeper

    @property
    def storage(self) -> Storage:
        return self.app.storage

    async def keep(self, *, moment: bool = False) -> MediaId:
        """A good photo of May, in a moment of its own where that is asked."""
        self.numbers.append(len(self.numbers) + 1)
        file = await self.storage.files.put(self.lou, jpeg(60, 40))
        facts = Facts(TakenAt(IN_MAY, source=Source.EXIF), note="canoe")
        faceless, _ = pack(sight(quality=0.9, look=self.numbers[-1]), sight(quality=0.9))
        async with self.storage.begin() as tx:
            row = MediaRow(
                owner=self.lou,
                kind=MediaKind.PHOTO,
                state=MediaState.KEPT,
                chat_id=self.lou.int % 10**9,
                message_id=self.numbers[-1],
                file=file,
                fingerprint=uuid4().bytes,
                facts=await tx.seal(self.lou, facts_bytes(facts)),
                taken_on=IN_MAY,
                arrived_at=tx.now,
                last_used_at=tx.now,
            )
            await tx.execute(insert(MEDIA), row.model_dump())
            await tx.gallery.see(self.lou, row.id, Seen(await tx.seal(self.lou, faceless)))
            if moment:
                await tx.gallery.join_moment(self.lou, [row.id], None, IN_MAY)
        return row.id

    async def select(self, *media: MediaId) -> CollageId:
        async with self.storage.begin() as tx:
            sealed = await tx.seal(self.lou, json.dumps([one.hex for one in media]).encode())
            row = SelectionRow(
                owner=self.lou, chat_id=1, media=sealed, shape="square", made_at=tx.now
            )
            await tx.collage.select(row)
        return row.id

    async def draw(self, *media: MediaId) -> Draft:
        """A collage of these, shown in message 70."""
        draft = await self.app.roles.studio.gather(self.lou, await self.select(*media))
        assert draft is not None
        await self.app.roles.studio.shown(self.lou, draft, 70, "telegram's name")
        return draft

    async def kept(self) -> list[MediaId]:
        async with self.storage.read() as tx:
            return [row.id for row in await tx.gallery.kept(self.lou)]

    async def count(self, table: str, owner: str = "owner") -> int:
        statement = text(f"SELECT count(*) FROM {table} WHERE {owner} = :lou")  # noqa: S608
        async with self.storage.read() as tx:
            found = await tx.execute(statement.bindparams(bindparam("lou", self.lou, Uuid())))
            return int(found.scalar_one())

    async def files(self) -> set[FileId]:
        """Of everybody, once the shredder has been."""
        while await self.storage.shred():
            pass
        return set(await self.storage.files.written())


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def app(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[App]:
    folder = tmp_path_factory.mktemp("keeper")
    settings = read_settings(
        bot_token="42:token",  # noqa: S106 - nobody's
        home=folder / "data",
        key_file=folder / "key",
        operator="somebody",
    )
    async with open_app(settings, MovableClock(), dice=random.Random(7)) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="module")
async def scene(app: App) -> Scene:
    """Somebody new for every test."""
    async with app.storage.begin() as tx:
        lou = (await tx.people.add(next(NUMBERS), "fr")).id
    registrar = app.roles.registrar
    await registrar.declare_country(lou, "FR")
    await registrar.declare_birth_year(lou, 1970)
    notice = registrar.notices.current(Purpose.SUGGEST_ANALYSE)
    assert notice is not None
    await registrar.given(lou, Purpose.SUGGEST_ANALYSE, version=notice.version, language="fr")
    assert isinstance(app.clock, MovableClock)
    return Scene(app, app.clock, lou)


async def test_what_was_forgotten_comes_back_as_it_was_within_ten_minutes(scene: Scene) -> None:
    one, other = await scene.keep(moment=True), await scene.keep()
    await scene.keeper.keep_private(scene.lou, one, private=True)
    async with scene.storage.read() as tx:
        before = await tx.gallery.get(scene.lou, one)

    farewell = await scene.keeper.forget(scene.lou, [one])

    assert farewell is not None
    assert farewell.count == 1
    assert farewell.until - UNDO_FOR <= scene.clock.now() < farewell.until
    assert await scene.kept() == [other]
    assert await scene.app.roles.library.picture(scene.lou, one) is None
    assert await scene.keeper.forget(scene.lou, [one]) is None
    scene.clock.move(UNDO_FOR - A_MINUTE)
    assert await scene.keeper.undo(scene.lou, farewell.id) == 1
    assert await scene.keeper.undo(scene.lou, farewell.id) == 0
    async with scene.storage.read() as tx:
        assert await tx.gallery.get(scene.lou, one) == before
    scene.clock.move(UNDO_FOR)
    assert await scene.keeper.destroy(scene.lou, farewell.id) == 0
    assert len(await scene.kept()) == 2


async def test_ten_minutes_later_nothing_of_it_is_left(scene: Scene) -> None:
    """Its job is there from the first moment on, and what it does twice it does once."""
    before = await scene.files()
    media = await scene.keep(moment=True)
    farewell = await scene.keeper.forget(scene.lou, [media])
    assert farewell is not None
    assert await scene.count("jobs", owner=f"key = '{farewell.id}' AND subject") == 1

    scene.clock.move(UNDO_FOR)

    assert await scene.keeper.undo(scene.lou, farewell.id) == 0
    assert await scene.keeper.destroy(scene.lou, farewell.id) == 1
    assert await scene.keeper.destroy(scene.lou, farewell.id) == 0
    for table in ("media", "sights", "moments"):
        assert await scene.count(table) == 0
    assert await scene.files() == before


async def test_its_drafts_go_at_once_and_stay_gone_after_an_undo(scene: Scene) -> None:
    one, other, third = [await scene.keep() for _ in range(3)]
    draft = await scene.draw(one, other)
    left = await scene.draw(other, third)
    roles = scene.app.roles
    look = await roles.atelier.begin(scene.lou, one, chat_id=1, message_id=71)
    words = await roles.writer.begin(scene.lou, "canoe", chat_id=1, collage=draft.id)
    await roles.writer.placed(scene.lou, words.id, 72)

    farewell = await scene.keeper.forget(scene.lou, [one])

    assert farewell is not None
    assert set(farewell.messages) == {70, 71, 72}
    await scene.keeper.undo(scene.lou, farewell.id)
    assert not await roles.studio.has(scene.lou, draft.id)
    assert await roles.studio.has(scene.lou, left.id)
    async with scene.storage.read() as tx:
        assert await tx.looks.look(scene.lou, look) is None
    again = await roles.studio.gather(scene.lou, await scene.select(one, other))
    assert again is not None


async def test_a_moment_is_forgotten_as_its_pages_show_it(scene: Scene) -> None:
    one, hidden, elsewhere = await scene.keep(moment=True), await scene.keep(), await scene.keep()
    async with scene.storage.begin() as tx:
        row = await tx.gallery.get(scene.lou, one)
        assert row is not None
        assert row.moment is not None
        await tx.gallery.join_moment(scene.lou, [hidden], row.moment, IN_MAY)
    await scene.keeper.hide(scene.lou, hidden, hidden=True)

    farewell = await scene.keeper.forget_moment(scene.lou, row.moment)

    assert farewell is not None
    assert farewell.count == 1
    assert set(await scene.kept()) == {hidden, elsewhere}


async def test_forgetting_everything_has_no_undo(scene: Scene) -> None:
    """What was forgotten a moment before goes with it."""
    before = await scene.files()
    one, _ = await scene.keep(), await scene.keep()
    farewell = await scene.keeper.forget(scene.lou, [one])
    assert farewell is not None

    gone = await scene.keeper.forget_all(scene.lou)

    assert gone.count == 1
    assert await scene.keeper.undo(scene.lou, farewell.id) == 0
    assert await scene.count("media") == 0
    assert await scene.files() == before


async def test_a_farewell_outlives_an_erasure_that_was_called_off(scene: Scene) -> None:
    """Asking for an erasure cancels every job: the tick finds what was left over."""
    await scene.keeper.forget(scene.lou, [await scene.keep()])
    custodian = scene.app.roles.custodian
    await custodian.ask_erasure(scene.lou, timedelta(days=7))
    await custodian.keep(scene.lou)
    await scene.keeper.destroy_overdue()
    assert await scene.count("media") == 1

    scene.clock.move(UNDO_FOR + A_MINUTE)
    await scene.keeper.destroy_overdue()

    assert await scene.count("media") == 0


async def test_1_and_5_nobody_decides_of_anothers_media(scene: Scene) -> None:
    media = await scene.keep(moment=True)
    async with scene.storage.begin() as tx:
        sam = (await tx.people.add(next(NUMBERS), "en")).id
        row = await tx.gallery.get(scene.lou, media)
        before = row
    assert row is not None
    assert row.moment is not None
    keeper = scene.keeper

    assert not await keeper.hide(sam, media, hidden=True)
    assert await keeper.keep_private(sam, media, private=True) is None
    assert await keeper.bring_back(sam, [media]) == 0
    assert await keeper.forget(sam, [media]) is None
    assert await keeper.forget_moment(sam, row.moment) is None
    farewell = await keeper.forget(scene.lou, [media])
    assert farewell is not None
    assert await keeper.undo(sam, farewell.id) == 0
    assert await keeper.destroy(sam, farewell.id) == 0
    assert await keeper.undo(scene.lou, farewell.id) == 1
    async with scene.storage.read() as tx:
        assert await tx.gallery.get(scene.lou, media) == before


async def _found(scene: Scene) -> tuple[int, int]:
    """What a search finds, and of how many it would make a collage."""
    heard = await scene.app.roles.assistant.hear(scene.lou, "mes photos de mai 2024", 1)
    return heard.found[0].count, heard.found[0].for_collage


async def _hide(scene: Scene, media: MediaId, *, away: bool) -> None:
    await scene.keeper.hide(scene.lou, media, hidden=away)


async def _keep_private(scene: Scene, media: MediaId, *, away: bool) -> None:
    await scene.keeper.keep_private(scene.lou, media, private=away)


@pytest.mark.parametrize(("put", "found"), [(_hide, (2, 2)), (_keep_private, (3, 2))])
async def test_no_room_proposes_what_is_hidden_or_private(
    scene: Scene, put: Callable[..., Awaitable[None]], found: tuple[int, int]
) -> None:
    """A search still finds what is private: its owner asks. Lifted, all is as before."""
    one, other, third = [await scene.keep() for _ in range(3)]
    roles = scene.app.roles
    assert await _found(scene) == (3, 3)

    await put(scene, third, away=True)

    assert await _found(scene) == found
    assert await roles.studio.gather(scene.lou, await scene.select(one, third)) is None
    whole = await roles.studio.gather(scene.lou, await scene.select(one, other, third))
    assert whole is not None
    assert set(whole.shown) == {one, other}
    assert await roles.atelier.newest_photo(scene.lou) != third
    await put(scene, third, away=False)
    assert await _found(scene) == (3, 3)
    assert await roles.studio.gather(scene.lou, await scene.select(one, third)) is not None


async def test_a_draft_is_replanned_without_what_was_hidden_since(scene: Scene) -> None:
    """As it is it may be looked at: it was proposed before."""
    one, other, third = [await scene.keep() for _ in range(3)]
    draft = await scene.draw(one, other, third)
    await scene.keeper.hide(scene.lou, third, hidden=True)
    studio = scene.app.roles.studio

    assert await studio.picture(scene.lou, draft)
    anew = await studio.entitle(scene.lou, draft.id, "Mai")

    assert set(anew.shown) == {one, other}


async def test_nothing_leaves_once_a_photo_is_private(scene: Scene) -> None:
    """Its drafts go, and what was asked about sharing them is answered by a sentence."""
    one, other = await scene.keep(), await scene.keep()
    draft, publisher = await scene.draw(one, other), scene.app.roles.publisher
    ref = Ref(DraftKind.COLLAGE, draft.id, draft.version)
    recap, _ = await publisher.to_story(scene.lou, ref)

    kept = await scene.keeper.keep_private(scene.lou, one, private=True)

    assert kept is not None
    assert kept.messages == (70,)
    with pytest.raises(ShareIsPrivate):
        await publisher.may_confirm(scene.lou, recap.id)
    with pytest.raises(NothingToShare):
        await publisher.shareable(scene.lou, ref)
    assert await publisher.offer(scene.lou, DraftKind.COLLAGE, draft.id) is None
    with pytest.raises(LookIsPrivate):
        await scene.app.roles.atelier.check(scene.lou, one)


async def test_a_draft_made_meanwhile_shows_and_shares_nothing_private(scene: Scene) -> None:
    """Whatever raced it: the question is asked when the picture is drawn and when it leaves."""
    one, other = await scene.keep(), await scene.keep()
    draft = await scene.draw(one, other)
    async with scene.storage.begin() as tx:
        await tx.gallery.change(scene.lou, one, {"is_private": True})
    roles = scene.app.roles

    with pytest.raises(DraftGone):
        await roles.studio.picture(scene.lou, draft)
    with pytest.raises(ShareIsPrivate):
        await roles.publisher.shareable(scene.lou, Ref(DraftKind.COLLAGE, draft.id, draft.version))
