"""The town a photo was taken in, from GeoNames data that travels with the code."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from re import compile as pattern
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.errors import OperatorError
from bot.gallery.cells import cell
from bot.gallery.facts import Place

PLACES: Final = Path(__file__).with_name("places.npz")
SHA256: Final = "a74a164ee81d80c0027f29a9b4d919528d6f686aa1d7ad1fe7bf0fb124f7d137"

EARTH_KM: Final = 6371.0
FARTHEST_KM: Final = 60.0  # beyond, a name would say more than is known
REACH_KM_PER_ROOT_OF_PEOPLE: Final = 0.011
REACH_KM: Final = (1.2, 18.0)  # a hamlet's and a metropolis's
DISTRICT: Final = pattern(r" \d{2}$")  # "Lyon 01" is Lyon


@dataclass(frozen=True, slots=True)
class Towns:
    """Every town: unit vectors (n×3), how far its name reaches in km, people, and its line."""

    directions: NDArray[np.float64]
    reach_km: NDArray[np.float64]
    people: NDArray[np.int32]
    lines: list[str]


def town(latitude: float, longitude: float) -> Place | None:
    """The most populous town whose reach covers the point, else the nearest within 60 km.

    latitude, longitude: degrees; they are forgotten here. None for what is nowhere: NaN, beyond
    the poles, or 0/0, which a phone without a fix writes. Raises OperatorError for a data file
    that is missing or not the one this version was made with.
    """
    if not _is_somewhere(latitude, longitude):
        return None
    known = towns()
    here = _directions(np.array([[latitude, longitude]]))[0]
    km = EARTH_KM * np.arccos(np.clip(known.directions @ here, -1, 1))
    covering = np.flatnonzero(km <= known.reach_km)
    best = covering[np.argmax(known.people[covering])] if covering.size else np.argmin(km)
    if km[best] > FARTHEST_KM:
        return None
    name, country, _ = known.lines[best].split("\t")
    return Place(_tidy(name), country, cell(latitude, longitude))


def _is_somewhere(latitude: float, longitude: float) -> bool:
    is_on_earth = abs(latitude) <= 90 and abs(longitude) <= 180  # noqa: PLR2004 - so is no NaN
    return is_on_earth and (latitude, longitude) != (0, 0)


def _tidy(name: str) -> str:
    return DISTRICT.sub("", name).replace("'", "’")


def _directions(degrees: NDArray[np.floating]) -> NDArray[np.float64]:
    """Points on the unit sphere for rows of latitude and longitude.

    In double precision: in single, an angle is only known to about 2 km.
    """
    north, east = np.radians(degrees.astype(np.float64)).T
    points = np.stack([np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)])
    return points.T


@cache
def towns() -> Towns:
    """Every town of the data, read once."""
    data = _checked()
    with np.load(BytesIO(data)) as tables:
        people = tables["pop"]
        return Towns(
            directions=_directions(tables["xy"]),
            reach_km=np.clip(
                REACH_KM_PER_ROOT_OF_PEOPLE * np.sqrt(people, dtype=float), *REACH_KM
            ),
            people=people,
            lines=tables["names"].tobytes().decode().split("\n"),
        )


def _checked() -> bytes:
    """The data, if it is what it should be."""
    try:
        data = PLACES.read_bytes()
    except OSError as error:
        raise OperatorError(f"place names cannot be read: {PLACES}: {error.strerror}") from error
    if sha256(data).hexdigest() != SHA256:
        raise OperatorError(f"place names are damaged, install the package again: {PLACES}")
    return data
