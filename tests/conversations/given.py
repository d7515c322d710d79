"""What people give in the transcripts, small pictures and a film, and where they look at it."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import cache

import pytest
from PIL import Image
from sqlalchemy import text

from bot.app import App
from bot.sandbox.album import LYON, Taken, Town
from bot.sandbox.album_exif import exif_of
from bot.sandbox.album_film import film
from bot.sandbox.album_light import Light, as_heic, as_jpeg, photo
from bot.sandbox.person import WAIT_SECONDS, Person
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from storage.people import PersonId

DAY = datetime(2024, 10, 12, 15, 30)  # noqa: DTZ001 - a camera's wall time
SMALL = (480, 360)
MARKS = re.compile(r"</?\w+>")
# The first transcript of each conversation runs in both; what follows says little that is new.
IN_ENGLISH = pytest.mark.parametrize("language", ["en"])
IN_FRENCH = pytest.mark.parametrize("language", ["fr"])


@cache
def picture(name: str = "cat") -> bytes:
    """A JPEG that says nothing of itself, as Telegram makes of a photo."""
    return as_jpeg(photo(name, Light(), size=SMALL), b"", quality=80)


@cache
def dated(name: str, when: datetime = DAY, town: Town = LYON) -> bytes:
    """A JPEG as a camera writes it, with its day and its place."""
    shot = Taken(1, when, town).shot()
    return as_jpeg(photo(name, Light(), size=SMALL), exif_of(shot), quality=80)


@cache
def heic(name: str = "dahlia") -> bytes:
    return as_heic(photo(name, Light(), size=SMALL), exif_of(Taken(1, DAY, LYON).shot()))


@cache
def clip() -> bytes:
    """A second of film; it needs the extra `video` to be made."""
    made = film(photo("dahlia", Light(), size=(320, 240)), Taken(1, DAY, LYON).shot())
    assert made is not None, "the extra `video` belongs to the development install"
    return made


@cache
def turned_over(name: str) -> bytes:
    """Another picture to whoever compares: the same one, on its head and darker."""
    upside_down = photo(name, Light(brightness=0.6), size=SMALL)
    return as_jpeg(upside_down.transpose(Image.Transpose.ROTATE_180), b"", quality=80)


def file(name: str, data: bytes) -> tuple[str, str, bytes]:
    """A part of an album that is sent as a file."""
    return ("file", name, data)


def told(text: str) -> str:
    """A sentence as it is read, without its marks."""
    return MARKS.sub("", text)


async def collage_of(lou: Person, t: Texts, seconds: float = WAIT_SECONDS) -> StoredMessage:
    """The message that became a collage, with its buttons."""
    layout = t("collage-button-layout")
    return await lou.wait_for(lambda m: bool(m.photo) and layout in m.buttons, seconds=seconds)


async def kept(app: App, owner: PersonId) -> int:
    """How many media a gallery holds."""
    async with app.storage.read() as tx:
        return len(await tx.gallery.kept(owner))


async def owner_of(app: App, lou: Person) -> PersonId:
    async with app.storage.read() as tx:
        person = await tx.people.by_telegram_id(lou.id)
    assert person is not None
    return person.id


async def count(app: App, rows: str) -> int:
    """How many rows: a table, and a condition where only some are meant."""
    async with app.storage.read() as tx:
        return int((await tx.execute(text(f"SELECT count(*) FROM {rows}"))).scalar_one())  # noqa: S608 - the test's own words


async def until(holds: Callable[[], Awaitable[bool]], seconds: float = WAIT_SECONDS) -> None:
    """Wait for what no message tells."""
    async with asyncio.timeout(seconds):
        while not await holds():  # noqa: ASYNC110 - no event tells of it
            await asyncio.sleep(0.05)


async def open_gallery(lou: Person, t: Texts) -> StoredMessage:
    await lou.say("/gallery")
    return await lou.wait_for(lambda m: t("gallery-button-browse") in m.buttons)


async def open_page(lou: Person, t: Texts) -> StoredMessage:
    await open_gallery(lou, t)
    await lou.press(t("gallery-button-browse"))
    return await lou.wait_for(lambda m: t("gallery-button-forget") in m.buttons)


def forgotten(t: Texts, count: int) -> str:
    """How the farewell to so many media begins; its end says until when."""
    return t("gallery-forgotten", count=count, until="|").split("|", maxsplit=1)[0].rstrip()


async def give_two(lou: Person, t: Texts) -> StoredMessage:
    await lou.send_album([file("a.jpg", dated("cat")), file("b.jpg", dated("coffee"))])
    return await collage_of(lou, t)


async def files_are(app: App, wanted: int) -> bool:
    return len(await app.storage.files.written()) == wanted
