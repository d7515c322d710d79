"""What people of the ten points give: last summer in Lyon and Nice, and one photo of somebody."""

from datetime import date, datetime
from functools import lru_cache
from typing import Final

from bot.sandbox.album import LYON, PARIS, AlbumFile, Taken, Town
from bot.sandbox.album_exif import exif_of
from bot.sandbox.album_light import Light, as_jpeg, photo

NICE: Final = Town(43.7031, 7.2661, "Europe/Paris")


@lru_cache(maxsize=1)
def summer(today: date) -> tuple[AlbumFile, ...]:
    """Three photos from Lyon and two from Nice, of the summer of last year."""
    year = today.year - 1
    return (
        _taken(1, "coffee", datetime(year, 7, 5, 9, 6), LYON),  # noqa: DTZ001 - a camera's wall time
        _taken(2, "dahlia", datetime(year, 7, 5, 14, 33), LYON, Light(colour=1.06)),  # noqa: DTZ001
        _taken(3, "cat", datetime(year, 7, 6, 11, 2), LYON, Light(warmth=0.03)),  # noqa: DTZ001
        _taken(4, "motorcycle", datetime(year, 8, 1, 16, 25), NICE, Light(contrast=1.08)),  # noqa: DTZ001
        _taken(5, "palace", datetime(year, 8, 1, 18, 40), NICE, Light(warmth=0.06)),  # noqa: DTZ001
    )


@lru_cache(maxsize=1)
def somebody(today: date) -> AlbumFile:
    """A portrait, of this year: the newest of what they give."""
    return _taken(6, "astronaut", datetime(today.year, 1, 2, 15, 41), PARIS)  # noqa: DTZ001


def _taken(
    number: int, name: str, when: datetime, town: Town, light: Light | None = None
) -> AlbumFile:
    data = as_jpeg(
        photo(name, light or Light()), exif_of(Taken(number, when, town).shot()), quality=88
    )
    return AlbumFile(f"IMG_{7000 + number}.jpg", "image/jpeg", data, as_file=True)
