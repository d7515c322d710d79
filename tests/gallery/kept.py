"""A gallery whose photos were looked at, with every role of the house around it."""

import json
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from uuid import uuid4

import pytest
import pytest_asyncio
from sqlalchemy import Uuid, bindparam, insert, text

from bot.app import App, open_app
from bot.clock import MovableClock
from bot.collage.draft import Draft
from bot.gallery.facts import Facts, Source, TakenAt
from bot.gallery.keeper import Keeper
from bot.gallery.record import facts_bytes
from bot.gallery.seen import pack
from bot.settings import read_settings
from storage.collage import CollageId, SelectionRow
from storage.files import FileId
from storage.gallery import MEDIA, MediaId, MediaKind, MediaRow, MediaState
from storage.gallery_rows import Seen
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from tests.furnished import furnished
from tests.memories.media import sight
from tests.sandbox.pictures import jpeg

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

    async def keep(
        self, *, moment: bool = False, look: int | None = None, taken: date = IN_MAY
    ) -> MediaId:
        """A good photo of May, in a moment of its own where that is asked.

        look: those with the same one are twins; without it, like no other.
        """
        self.numbers.append(len(self.numbers) + 1)
        file = await self.storage.files.put(self.lou, jpeg(60, 40))
        facts = Facts(TakenAt(taken, source=Source.EXIF), note="canoe")
        faceless, _ = pack(sight(quality=0.9, look=look or self.numbers[-1]), sight(quality=0.9))
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
                taken_on=taken,
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
    furnished(settings.home, settings.key_file)
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
