"""Whose clock a place goes by: the zone of its country whose town lies nearest."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import cos, hypot, radians
from typing import Final

# ISO 6709 as the IANA table has it: degrees and minutes, sometimes seconds.
SPOT: Final = re.compile(r"([+-])(\d{2})(\d{2})(\d{2})?([+-])(\d{3})(\d{2})(\d{2})?")


@dataclass(frozen=True, slots=True)
class Clock:
    """An IANA zone and the town that it is named after, in degrees."""

    zone: str
    latitude: float
    longitude: float


def zone_at(latitude: float, longitude: float, country: str) -> str | None:
    """An IANA zone; None for a country that has none of its own.

    country: ISO 3166 alpha-2. Near a border between two zones of one country it may be an hour
    off, which is as good as a picture's day needs it.
    """
    clocks = _clocks().get(country, ())
    near = min(clocks, key=lambda clock: _apart(clock, latitude, longitude), default=None)
    return near.zone if near else None


def zone_of(country: str | None) -> str | None:
    """Where most of a country lives, as the IANA table has its first town."""
    clocks = _clocks().get(country or "", ())
    return clocks[0].zone if clocks else None


def _apart(clock: Clock, latitude: float, longitude: float) -> float:
    """Degrees of latitude, or as wide; good enough within one country."""
    east = abs(clock.longitude - longitude) % 360
    wide = min(east, 360 - east) * cos(radians((clock.latitude + latitude) / 2))
    return hypot(clock.latitude - latitude, wide)


@cache
def _clocks() -> Mapping[str, tuple[Clock, ...]]:
    """The IANA table by country."""
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    found: dict[str, tuple[Clock, ...]] = {}
    for line in table.splitlines():
        if not line.startswith("#"):
            country, spot, zone, *_ = line.split("\t")
            found[country] = (*found.get(country, ()), Clock(zone, *_degrees(spot)))
    return found


def _degrees(spot: str) -> tuple[float, float]:
    found = SPOT.fullmatch(spot)
    if found is None:
        raise ValueError(f"{spot} is no place of the zone table")
    return _angle(*found.group(1, 2, 3, 4)), _angle(*found.group(5, 6, 7, 8))


def _angle(sign: str, degrees: str, minutes: str, seconds: str | None) -> float:
    whole = int(degrees) + int(minutes) / 60 + int(seconds or 0) / 3600
    return -whole if sign == "-" else whole
