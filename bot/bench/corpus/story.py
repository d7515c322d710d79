"""What happens to a family in three years: occasions, who is there, where, and for how long."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.bench.corpus.bases import HELD_OUT, SCENES, Base
from bot.bench.corpus.noise import Dice
from bot.bench.corpus.truth import Town
from bot.gallery.cells import cell
from bot.gallery.facts import Place

FIRST: Final = datetime(2022, 1, 8, 9, 30)  # noqa: DTZ001 - on the clock of the place
HOME: Final = 0
LAST_HOUR: Final = 19.0  # what begins later would be a night of its own
EVENING: Final = (21.5, 23.2)  # beyond midnight, as parties go
PARTY_SHARE: Final = 0.12


def _town(name: str, country: str, latitude: float, longitude: float, zone: str) -> Town:
    place = Place(name, country, cell(latitude, longitude))
    return Town(place, latitude, longitude, zone)


TOWNS: Final = (
    _town("Nantes", "FR", 47.2184, -1.5536, "Europe/Paris"),
    _town("Lyon", "FR", 45.7640, 4.8357, "Europe/Paris"),
    _town("Lisbon", "PT", 38.7223, -9.1393, "Europe/Lisbon"),
    _town("Quimper", "FR", 47.9960, -4.1024, "Europe/Paris"),
    _town("New York", "US", 40.7128, -74.0060, "America/New_York"),
    _town("Kyoto", "JP", 35.0116, 135.7681, "Asia/Tokyo"),
    _town("Chamonix", "FR", 45.9237, 6.8694, "Europe/Paris"),
    _town("Marrakesh", "MA", 31.6295, -7.9811, "Africa/Casablanca"),
    _town("Pornic", "FR", 47.1150, -2.1030, "Europe/Paris"),
    _town("London", "GB", 51.5074, -0.1278, "Europe/London"),
)


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody with a camera: how far its clock is off, and how often it knows where it is."""

    name: str
    skew: timedelta
    placed_share: float


PEOPLE: Final = (
    Who("lou", timedelta(), 0.9),
    Who("sam", timedelta(hours=1), 0.0),  # summer time was never set
    Who("ana", timedelta(), 0.8),
    Who("mia", timedelta(hours=-6), 0.0),  # still on the zone of the last journey
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """One event: an outing, a meal, a party beyond midnight.

    pace: minutes between two pictures, typically. subjects: what there is to see.
    """

    name: str
    begin: datetime
    town: Town
    pictures: int
    pace: float
    people: tuple[Who, ...]
    subjects: tuple[Base, ...]


def occasions(dice: Dice) -> Iterator[Occasion]:
    """Without end, in the order of time: days at home, weekends and journeys."""
    begin, number, numbers = FIRST, 0, dict.fromkeys(SCENES, 0)
    while True:
        days = int(dice.choice([1, 1, 1, 2, 3, 6]))
        town = TOWNS[HOME if days == 1 else int(dice.integers(1, len(TOWNS)))]
        for day in range(days):
            hour = dice.uniform(8, 11)
            for _ in range(int(dice.integers(1, 4))):
                start = (begin + timedelta(days=day)).replace(hour=0, minute=0)
                start += timedelta(hours=float(hour))
                found = _occasion(dice, f"event-{number:03}", start, town, numbers)
                yield found
                number += 1
                long = found.pictures * found.pace / 60
                hour += long + dice.uniform(2.6, 5.0)
                if hour > LAST_HOUR:
                    break
            if hour < EVENING[0] and dice.random() < PARTY_SHARE:
                start = (begin + timedelta(days=day)).replace(hour=0, minute=0)
                start += timedelta(hours=float(dice.uniform(*EVENING)))
                yield _occasion(dice, f"event-{number:03}", start, town, numbers)
                number += 1
        begin += timedelta(days=days + int(dice.integers(2, 9)))


def _occasion(
    dice: Dice, name: str, begin: datetime, town: Town, numbers: dict[str, int]
) -> Occasion:
    is_shared = dice.random() < 0.3
    others = PEOPLE[1 : int(dice.integers(2, len(PEOPLE) + 1))] if is_shared else ()
    return Occasion(
        name=name,
        begin=begin,
        town=town,
        pictures=int(np_clip(dice.lognormal(1.9, 0.7), 2, 34)) * (1 + len(others) // 2),
        pace=float(np_clip(dice.lognormal(1.2, 0.6), 0.6, 14)),
        people=(PEOPLE[0], *others),
        subjects=tuple(_subject(dice, numbers) for _ in range(int(dice.integers(1, 5)))),
    )


def np_clip(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


def _subject(dice: Dice, numbers: dict[str, int]) -> Base:
    """A scene nobody has seen before: each family counts on."""
    families = sorted(set(SCENES) - HELD_OUT) if dice.random() < 0.5 else sorted(HELD_OUT)
    family = str(dice.choice(families))
    numbers[family] += 1
    return Base(family, numbers[family])
