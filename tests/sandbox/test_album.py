"""The sample album is what the demo promises: real dates, real towns, and every awkward file."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import av
import pillow_heif
import pytest
from PIL import ExifTags, Image

from bot.gallery.twins import without_twins
from bot.pixels.door import open_safely
from bot.pixels.film import glimpses
from bot.sandbox.album import AlbumFile, sample_album
from bot.vision.look import look_at
from bot.vision.sight import Sight

TODAY = date(2026, 11, 21)
BOT_API_LIMIT_BYTES = 20 * 1024 * 1024


@pytest.fixture(scope="module")
def album() -> tuple[AlbumFile, ...]:
    return sample_album(TODAY)


def opened(file: AlbumFile) -> Image.Image:
    if file.mime == "image/heic":
        return pillow_heif.open_heif(file.data).to_pillow()
    return Image.open(BytesIO(file.data))  # noqa: TID251 - the album's own bytes


def taken_at(file: AlbumFile) -> datetime | None:
    stamp = opened(file).getexif().get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal)
    return datetime.strptime(stamp, "%Y:%m:%d %H:%M:%S").replace(tzinfo=UTC) if stamp else None


def pictures(album: tuple[AlbumFile, ...]) -> list[AlbumFile]:
    return [file for file in album if file.mime.startswith("image/")]


def looked_at(file: AlbumFile) -> Sight:
    """What the Eye sees in a picture, or in the picture that stands for a film."""
    data = glimpses(file.data)[0] if file.mime == "video/mp4" else open_safely(file.data).clean
    assert data
    return look_at(data, faces=False)


def test_there_are_twelve_to_sixteen_files_with_names_of_their_own(
    album: tuple[AlbumFile, ...],
) -> None:
    assert 12 <= len(album) <= 16
    assert len({file.name for file in album}) == len(album)
    assert all(file.as_file and len(file.data) < BOT_API_LIMIT_BYTES for file in album)


def test_the_same_day_gives_the_same_bytes(album: tuple[AlbumFile, ...]) -> None:
    sample_album.cache_clear()
    assert sample_album(TODAY) == album


def test_every_photograph_knows_its_day_and_its_place(album: tuple[AlbumFile, ...]) -> None:
    for file in pictures(album):
        if file.mime == "image/png":
            continue
        exif = opened(file).getexif()
        assert taken_at(file), file.name
        assert ExifTags.GPS.GPSLatitude in exif.get_ifd(ExifTags.IFD.GPSInfo), file.name


@pytest.mark.parametrize("today", [TODAY, date(2028, 2, 29)])
def test_pictures_wait_for_today_for_next_week_and_for_next_month(today: date) -> None:
    album = sample_album(today)
    days = [taken.date() for file in pictures(album) if (taken := taken_at(file))]

    assert all(day < today for day in days)
    assert len({day.year for day in days}) >= 4
    for later in (0, 7, 30):
        due = today + timedelta(days=later)
        assert any(day.year < due.year and _days_to(due, day) <= 1 for day in days), due


def _days_to(due: date, day: date) -> int:
    """How far an anniversary of `day` is from `due`; 29 February has one on the 28th."""
    return abs((due - day.replace(year=due.year)).days)


def test_several_pictures_belong_to_one_trip(album: tuple[AlbumFile, ...]) -> None:
    days = [taken.date() for file in pictures(album) if (taken := taken_at(file))]
    assert max(days.count(day) for day in days) >= 3


def test_two_are_near_twins_and_every_other_picture_is_its_own(
    album: tuple[AlbumFile, ...],
) -> None:
    sights = {file.name: looked_at(file) for file in album}
    left_out = without_twins(sights, dict.fromkeys(sights, 1.0)).left_out

    assert left_out == {"IMG_3311.jpg": "IMG_3310.jpg", "MOV_3352.mp4": "IMG_3325.jpg"}
    screens = [name for name, sight in sights.items() if not sight.is_photo]
    assert screens == [file.name for file in album if file.mime == "image/png"]


def test_the_awkward_ones_are_there(album: tuple[AlbumFile, ...]) -> None:
    assert {file.mime for file in album} == {"image/jpeg", "image/heic", "image/png", "video/mp4"}
    upright = [
        opened(file).getexif().get(ExifTags.Base.Orientation, 1) for file in pictures(album)
    ]
    assert 6 in upright
    assert (3000, 4000) in [opened(file).size for file in pictures(album)]
    assert any(file.name.startswith("Screenshot_") for file in album)


def test_the_film_plays_for_three_seconds(album: tuple[AlbumFile, ...]) -> None:
    film = next(file for file in album if file.mime == "video/mp4")
    with av.open(BytesIO(film.data)) as container:
        stream = container.streams.video[0]
        assert stream.frames == 72
        assert container.metadata["creation_time"].startswith("2026-07-19T14:40")
