"""What an import costs the process that runs it: its memory, above what it holds beforehand."""

import asyncio
from datetime import datetime, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NoReturn

import numpy as np
from PIL import Image

from bot.bench.corpus.bases import SCENES, Base, base_pixels
from bot.bench.memory import peak_mebibytes, resident_mebibytes
from bot.clock import WallClock
from bot.consent.notices import Notices, Operator
from bot.consent.regions import read_regions
from bot.consent.registrar import Registrar
from bot.errors import OperatorError
from bot.gallery.bringing import Where
from bot.gallery.importer import Importer
from bot.gallery.library import Library
from bot.jobs.pool import Pool
from bot.pixels.orientation import Pixels
from bot.sandbox.album_exif import Shot, exif_of
from bot.settings import read_settings
from bot.vision.eye import Eye
from storage.key_file import KeyFile
from storage.open import open_storage
from storage.people import PersonId
from storage.personal_data import Purpose

FIRST = datetime(2023, 1, 1, 9)  # noqa: DTZ001 - on the camera's own clock
SIZE = (640, 480)
FEW = 20  # photos before the first reading: every network is then open


def make_photos(folder: Path, count: int) -> None:
    """What `memory_of_import` brings: made beforehand and elsewhere, as drawing takes memory."""
    _photos(folder / "few", FEW, seed=1)
    _photos(folder / "many", count, seed=2)


def memory_of_import(folder: Path) -> tuple[float, int]:
    """Mebibytes that the photos in `many` add to the importing process, and how many it kept."""
    return asyncio.run(_import(folder))


async def _import(folder: Path) -> tuple[float, int]:
    settings = read_settings(home=folder / "data", key_file=folder / "key")
    settings.home.mkdir(parents=True)
    keys = KeyFile.open_or_create(settings.key_file, data_folder=settings.home)
    clock = WallClock()
    storage = await open_storage(
        settings.database, files_url=settings.files, keys=keys, clock=clock
    )
    try:
        regions = read_regions(settings.regions_file)
        notices = Notices.read(Operator("the bench"), needs_ok=regions.needs_ok)
        registrar = Registrar(storage, regions, notices, clock)
        owner = await _acquainted(registrar)
        async with Pool() as pool:
            library = Library(storage, registrar, pool, Eye(pool), _nothing)
            importer = Importer(storage, registrar, pool, library, _nothing)
            await _bring(importer, owner, folder / "few")
            before = resident_mebibytes()
            kept = await _bring(importer, owner, folder / "many")
            await importer.settle(owner)
            return peak_mebibytes() - before, kept
    finally:
        await storage.close()


async def _acquainted(registrar: Registrar) -> PersonId:
    person = (await registrar.meet(1, "en")).person.id
    await registrar.declare_country(person, "FR")
    await registrar.declare_birth_year(person, 1990)
    notice = registrar.notices.current(Purpose.SUGGEST_ANALYSE)
    if notice is None:
        raise OperatorError("There is nothing to agree to.")
    await registrar.given(person, Purpose.SUGGEST_ANALYSE, version=notice.version, language="en")
    return person


async def _bring(importer: Importer, owner: PersonId, source: Path) -> int:
    found = await importer.look_through(source)
    came = [one.became async for one in importer.bring(owner, source, found, Where())]
    return sum(one.media is not None for one in came)


def _photos(folder: Path, count: int, *, seed: int) -> None:
    """Small photos that differ by their days and a patch of grain; scenes come again."""
    folder.mkdir()
    dice = np.random.default_rng(seed)
    for number in range(count):
        shown = _scene(list(SCENES)[number % len(SCENES)], 9500 + number // 400 % 4).copy()
        shown[:48, :48] = dice.integers(0, 255, (48, 48, 3), np.uint8)
        when = FIRST + timedelta(minutes=37 * number)
        out = BytesIO()
        exif = exif_of(Shot(when, timedelta(hours=1), 47.2, -1.5))
        Image.fromarray(shown).save(out, "JPEG", quality=85, exif=exif)
        (folder / f"IMG_{seed}{number:05}.jpg").write_bytes(out.getvalue())


@cache
def _scene(name: str, seed: int) -> Pixels:
    levels = (base_pixels(Base(name, seed)) * 255).astype(np.uint8)
    return np.asarray(Image.fromarray(levels).resize(SIZE))


async def _nothing(_name: str) -> NoReturn:
    raise OperatorError("An import fetches nothing from Telegram.")
