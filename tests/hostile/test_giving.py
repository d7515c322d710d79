"""What people give without end, twice over, or onto a disk that is full: said once, never lost."""

import asyncio
import io
import random
import resource
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from PIL import Image

from bot.app import App
from bot.pixels.header import Format
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.texts import Texts
from tests.conversations.first_steps import welcomed
from tests.conversations.given import (
    IN_ENGLISH,
    IN_FRENCH,
    collage_of,
    count,
    dated,
    file,
    kept,
    owner_of,
    until,
)
from tests.pixels.pictures import saved

MIB = 1024 * 1024
ROOM = 6 * MIB  # more than the database has in one file, less than the noise below


@contextmanager
def full_disk(room: int = ROOM) -> Iterator[None]:
    """No file of this process may grow beyond `room`: the system says so where it is written."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def noise(share: float = 1.0) -> bytes:
    """A good picture of 8 MB: nothing in that share of it repeats."""
    side = 1_650
    size = side * side * 3
    pixels = random.Random(8).randbytes(int(size * share)).ljust(size, b"\x80")
    return saved(Image.frombytes("RGB", (side, side), pixels), Format.PNG, compress_level=0)


def packed(files: Mapping[str, bytes]) -> bytes:
    """A zip, smaller than what is in it."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return whole.getvalue()


async def later(app: App, sandbox: Sandbox) -> None:
    sandbox.clock.move(timedelta(minutes=6))
    await app.clock_moved()


async def kept_is(app: App, lou: Person, wanted: int) -> bool:
    return await kept(app, await owner_of(app, lou)) == wanted


@IN_FRENCH
async def test_a_disk_that_fills_up_within_an_album_is_said_once_and_the_rest_comes_later(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await welcomed(lou, t)
    before = len(lou.from_bot)

    with full_disk():
        album = [
            file("a.jpg", dated("cat")),
            file("b.png", noise()),
            file("c.jpg", dated("dahlia")),
        ]
        await lou.send_album(album)
        told = await lou.wait_for(t("gallery-no-room", count=2))
        await later(app, sandbox)
        await lou.settle()
        assert lou.from_bot[before:] == [told]
        assert await kept_is(app, lou, 1)
    await later(app, sandbox)
    collage = await collage_of(lou, t)

    assert collage.id == told.id
    assert await kept_is(app, lou, 3)


@IN_ENGLISH
async def test_a_disk_that_fills_up_within_a_zip_is_said_once_and_the_zip_goes_on_by_itself(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await welcomed(lou, t)
    before = len(lou.from_bot)
    sent = packed({"a.jpg": dated("cat"), "b.png": noise(0.3), "c.jpg": dated("dahlia")})
    assert len(sent) < ROOM

    with full_disk():
        await lou.send_file("roll.zip", sent, mime="application/zip")
        told = await lou.wait_for(t("gallery-archive-no-room"))
        await later(app, sandbox)
        await lou.settle()
        assert lou.from_bot[before:] == [told]
        assert told.words == t("gallery-archive-no-room")
        assert await kept_is(app, lou, 1)
    await later(app, sandbox)
    answer = await lou.wait_for(t("gallery-kept", count=3))
    await lou.settle()

    assert answer.id == told.id
    assert await kept_is(app, lou, 3)
    assert await count(app, "archives") == 0


@IN_FRENCH
async def test_a_disk_too_full_for_the_database_itself_loses_nothing_that_was_given(
    lou: Person, t: Texts, app: App, sandbox: Sandbox, tmp_path: Path
) -> None:
    """Where not even a job's end can be written down, its lease runs out and it is done again."""
    await welcomed(lou, t)
    before = len(lou.from_bot)

    with full_disk((tmp_path / "data" / "pepite.sqlite3").stat().st_size):
        for name in ("cat", "dahlia"):
            await lou.send_file(f"{name}.jpg", dated(name))
            await asyncio.sleep(0.9)
    for _ in range(4):
        await later(app, sandbox)
    await until(lambda: kept_is(app, lou, 2))
    await lou.settle()

    said = lou.from_bot[before:]
    assert len(said) <= 2
    assert all(t("error-unexpected") not in message.words for message in said)


@IN_ENGLISH
async def test_an_album_that_never_ends_is_answered_a_few_times_and_not_at_every_part(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    before = len(lou.from_bot)

    good = [file("a.jpg", dated("cat")), file("b.jpg", dated("coffee"))]
    bad = [file(f"{number}.jpg", b"<html>") for number in range(16)]
    await lou.send_album([*good, *bad], gap=0.2)
    await collage_of(lou, t)
    await until(lambda: nothing_waits(app))
    await lou.settle()

    said = lou.from_bot[before:]
    assert sum(bool(message.photo) for message in said) == 1
    assert len(said) <= 1 + 5  # the collage, and what it does not say, some five times


async def nothing_waits(app: App) -> bool:
    async with app.storage.read() as tx:
        return not await tx.jobs.due(1)
