"""A scanned print among photos of a day: whoever looks at it says nothing of the scanner's day."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from bot.cli.moments_work import UNDATED, moments_of
from bot.gallery.rehearsing import rehearsal_on
from bot.jobs.pool import Pool
from bot.sandbox.album_light import Light, Window, as_jpeg, photo
from bot.vision.eye import Eye
from tests.conversations.given import dated

EXIF_IFD, MAKE, MODEL, ORIGINAL = 0x8769, 0x010F, 0x0110, 0x9003
SCANNED = datetime(2024, 10, 12, 10, tzinfo=UTC)


def scan() -> bytes:
    exif = Image.Exif()
    exif[MAKE], exif[MODEL] = "EPSON", "Perfection V600"
    exif.get_ifd(EXIF_IFD)[ORIGINAL] = f"{SCANNED:%Y:%m:%d %H:%M:%S}"
    print_of = photo("astronaut", Light(), Window(), (320, 240))
    return as_jpeg(print_of, exif.tobytes(), quality=85)


def test_it_belongs_to_no_moment_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "1.jpg").write_bytes(dated("cat"))
    (tmp_path / "2.jpg").write_bytes(scan())
    (tmp_path / "3.jpg").write_bytes(dated("coffee"))

    found = moments_of(tmp_path)

    *dated_ones, alone = found.moments
    assert alone == ["2.jpg"]
    assert found.title(alone) == UNDATED
    assert UNDATED not in [found.title(names) for names in dated_ones]
    assert found.media["2.jpg"].facts.is_scan


@pytest.mark.asyncio
async def test_a_rehearsal_says_no_day_of_it() -> None:
    async with Pool() as pool:
        rehearsed = await rehearsal_on(scan(), pool, Eye(pool), faces=False)
    assert rehearsed.taken is None
