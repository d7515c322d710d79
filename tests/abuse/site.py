"""The objection page, served over real HTTP, and somebody who may object on it."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest_asyncio
from sqlalchemy import text

from bot.clock import MovableClock
from bot.consent.notices import Notices, Operator
from bot.consent.regions import read_regions
from bot.consent.registrar import Registrar
from bot.texts import Language
from bot.web.health import Health
from bot.web.pages import pages_of
from bot.web.server import serve
from storage import KeyFile, Storage, open_storage
from storage.people import PersonId
from tests.furnished import furnish


@dataclass
class Site:
    """A served page, and somebody who may object on it."""

    storage: Storage
    registrar: Registrar
    clock: MovableClock
    address: str
    browser: aiohttp.ClientSession
    owner: PersonId

    def link(self, language: Language = "en") -> str:
        told = self.registrar.interest.link(self.owner, language)
        assert told
        return told.replace("https://pepite.example", self.address)

    async def state(self) -> list[list[tuple[object, ...]]]:
        """Everything that is kept."""
        async with self.storage.read() as tx:
            names = await tx.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
            kept = [await tx.execute(text(f"SELECT * FROM {n.name}")) for n in names.all()]  # noqa: S608 - the schema's own names
            return [sorted((tuple(row) for row in found), key=repr) for found in kept]

    async def post(self, url: str, **said: str) -> tuple[int, str]:
        async with self.browser.get(url) as got:
            form = re.search(r'name="form" value="([^"]+)"', await got.text())
        facts = {"form": form[1] if form else "", "scope": "everything", "comment": "", **said}
        async with self.browser.post(url, data=facts) as answer:
            return answer.status, await answer.text()


@pytest_asyncio.fixture(loop_scope="session")
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    clock = MovableClock()
    furnish(tmp_path / "data")
    storage = await open_storage(
        f"sqlite:///{tmp_path / 'data' / 'pepite.sqlite3'}",
        files_url=(tmp_path / "data" / "files").as_uri(),
        keys=KeyFile({1: bytes(range(32))}),
        clock=clock,
    )
    notices = Notices.read(Operator("Lou Martin", public_url="https://pepite.example"))
    registrar = Registrar(storage, read_regions(), notices, clock)
    owner = (await registrar.meet(4_242_424_242, "en")).person.id
    async with (
        serve(Health(storage), None, port=0, host="127.0.0.1", pages=pages_of(registrar)) as port,
        aiohttp.ClientSession() as browser,
    ):
        yield Site(storage, registrar, clock, f"http://127.0.0.1:{port}", browser, owner)
    await storage.close()
