"""The sample album: a person's last years, made by code from the nine photos that ship."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from PIL import Image

from bot.sandbox.album_exif import Shot, exif_of
from bot.sandbox.album_film import film
from bot.sandbox.album_light import Light, Window, as_heic, as_jpeg, photo
from bot.sandbox.album_screenshot import screenshot

TURN_LEFT = 6  # the EXIF orientation of a phone held upright: the picture is stored on its side
AS_WIDE_AS_THE_FILM = Window(0.0, 0.08, 1.0, 0.92)
TWELVE_MEGAPIXELS = (3000, 4000)


@dataclass(frozen=True, slots=True)
class AlbumFile:
    """One file of the album, as a person would send it."""

    name: str
    mime: str
    data: bytes
    as_file: bool


@dataclass(frozen=True, slots=True)
class Town:
    """Where a picture was taken: degrees, and the zone its clocks keep."""

    latitude: float
    longitude: float
    zone: str


BEIJING = Town(39.9998, 116.2755, "Asia/Shanghai")  # the Summer Palace
CAPE_CANAVERAL = Town(28.3922, -80.6077, "America/New_York")
LYON = Town(45.7640, 4.8357, "Europe/Paris")
OBSERVATORY = Town(43.9158, 5.7131, "Europe/Paris")  # Saint-Michel-l’Observatoire
PARIS = Town(48.8606, 2.3376, "Europe/Paris")
WASHINGTON = Town(38.8951, -77.0364, "America/New_York")


@dataclass(frozen=True, slots=True)
class Taken:
    """When and where one picture of the album was taken, and how it is told apart."""

    number: int
    when: datetime
    town: Town

    def shot(self, *, orientation: int = 1) -> Shot:
        """Its metadata as a camera writes them."""
        town = self.town
        offset = self.when.replace(tzinfo=ZoneInfo(town.zone)).utcoffset() or timedelta()
        return Shot(self.when, offset, town.latitude, town.longitude, orientation)


@lru_cache(maxsize=1)
def sample_album(today: date) -> tuple[AlbumFile, ...]:
    """Thirteen files in the order they were taken, two of them two years ago to the day.

    No subject is there twice but for two near-twins: a second coffee, and the film, whose first
    picture is the dahlia again. The film is missing where the extra `video` is. A week and a month
    from `today` also have pictures of their own day, so that moving the clock meets a memory.
    """
    files = [*_washington(today), *_cape_canaveral(today), *_beijing(today), *_observatory(today)]
    files += [*_paris(today), *_lyon(today)]
    return tuple(files)


def _on_day(today: date, *, years_ago: int, days_later: int = 0) -> Callable[[int, int], datetime]:
    """Local times of one day, `years_ago` before `today` and `days_later` after that."""
    day = _years_before(today, years_ago) + timedelta(days=days_later)
    return lambda hour, minute: datetime.combine(day, time(hour, minute, 7))


def _years_before(today: date, years: int) -> date:
    is_leap_day = (today.month, today.day) == (2, 29)
    return today.replace(year=today.year - years, day=28 if is_leap_day else today.day)


def _jpeg(
    taken: Taken, picture: Image.Image, *, quality: int = 88, orientation: int = 1
) -> AlbumFile:
    data = as_jpeg(picture, exif_of(taken.shot(orientation=orientation)), quality=quality)
    return AlbumFile(f"IMG_{taken.number:04}.jpg", "image/jpeg", data, as_file=True)


def _washington(today: date) -> list[AlbumFile]:
    at = _on_day(today, years_ago=6, days_later=30)
    portrait = photo("admiral", Light(warmth=0.01))
    return [_jpeg(Taken(412, at(11, 20), WASHINGTON), portrait)]


def _cape_canaveral(today: date) -> list[AlbumFile]:
    """Two days at the launch pad; the rocket at night is a HEIC."""
    day = _on_day(today, years_ago=3, days_later=7)
    next_day = _on_day(today, years_ago=3, days_later=8)
    taken = Taken(1187, next_day(19, 4), CAPE_CANAVERAL)
    heic = as_heic(photo("rocket", Light(colour=1.1)), exif_of(taken.shot()))
    return [
        _jpeg(Taken(1152, day(15, 41), CAPE_CANAVERAL), photo("astronaut", Light())),
        AlbumFile(f"IMG_{taken.number:04}.heic", "image/heic", heic, as_file=True),
    ]


def _beijing(today: date) -> list[AlbumFile]:
    """Two years ago to the day: the palace in twelve megapixels, then the lake beside it."""
    at = _on_day(today, years_ago=2)
    tower = Window(0.085, 0.0, 0.585, 1.0)
    palace = photo("palace", Light(colour=1.12), tower, TWELVE_MEGAPIXELS)
    evening = Light(brightness=0.92, colour=1.25, warmth=0.09)
    lake = photo("palace", evening, Window(0.59, 0.22, 1.0, 0.8))
    return [
        _jpeg(Taken(2031, at(9, 52), BEIJING), palace, quality=82),
        _jpeg(Taken(2077, at(17, 36), BEIJING), lake),
    ]


def _observatory(today: date) -> list[AlbumFile]:
    at = _on_day(today, years_ago=1, days_later=-101)
    return [_jpeg(Taken(2518, at(23, 48), OBSERVATORY), photo("nebula", Light(brightness=1.12)))]


def _paris(today: date) -> list[AlbumFile]:
    """A motorcycle, and the screenshot that no collage should show."""
    at = _on_day(today, years_ago=1, days_later=30)
    seen_at = at(18, 12)
    name = f"Screenshot_{seen_at:%Y%m%d-%H%M%S}.png"
    return [
        _jpeg(Taken(2904, at(16, 25), PARIS), photo("motorcycle", Light(contrast=1.08))),
        AlbumFile(name, "image/png", screenshot(seen_at), as_file=True),
    ]


def _lyon(today: date) -> list[AlbumFile]:
    """A weekend: two coffees that are near-twins, a flower and its film, a cat on its side."""
    saturday = _on_day(today, years_ago=0, days_later=-126)
    sunday = _on_day(today, years_ago=0, days_later=-125)
    again = photo("coffee", Light(brightness=1.07, warmth=0.03), Window(0.03, 0.02, 0.97, 0.96))
    dahlia = photo("dahlia", Light(colour=1.06), AS_WIDE_AS_THE_FILM)
    cat = photo("cat", Light(warmth=0.03)).transpose(Image.Transpose.ROTATE_90)
    return [
        _jpeg(Taken(3310, saturday(9, 6), LYON), photo("coffee", Light())),
        _jpeg(Taken(3311, saturday(9, 7), LYON), again),
        _jpeg(Taken(3325, saturday(14, 33), LYON), dahlia),
        _jpeg(Taken(3348, sunday(11, 2), LYON), cat, orientation=TURN_LEFT),
        *_film(Taken(3352, sunday(16, 40), LYON)),
    ]


def _film(taken: Taken) -> list[AlbumFile]:
    data = film(photo("dahlia", Light(warmth=0.06), size=(960, 640)), taken.shot())
    name = f"MOV_{taken.number:04}.mp4"
    return [AlbumFile(name, "video/mp4", data, as_file=True)] if data else []
