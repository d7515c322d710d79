"""Google Takeout: which JSON tells of which picture, and what it says of day, place and words.

Takeout writes photoTakenTime in UTC, 0/0 for no place, cuts the JSON's name at 46 characters, and
counts names that occur twice in another place than the picture does.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

LONGEST_STEM: Final = 46  # characters of a JSON's name before ".json"
SUPPLEMENT: Final = "supplemental-metadata"  # what newer ones add, and cut as they must
COUNTER: Final = re.compile(r"\((\d{1,4})\)$")
# What Google Photos calls its own copy of an edited picture, in the languages it speaks most.
EDITED: Final = (
    "-edited", "-modifié", "-bearbeitet", "-editado", "-editada", "-modificato", "-bewerkt",
    "-edytowane", "-redigerad", "-редактировано", "-編集済み",
)  # fmt: skip
STILLS: Final = ("heic", "jpg", "jpeg")  # a live photo's film has no JSON of its own
FIRST_YEAR: Final = 1826  # the oldest photograph that still exists
MOST_NOTE_CHARACTERS: Final = 300

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """What a JSON says; each None where it says nothing that can be so.

    taken_at: in UTC. latitude, longitude: degrees, for the child that reads them alone.
    """

    taken_at: datetime | None = None
    latitude: float | None = None
    longitude: float | None = None
    note: str | None = None


def tellers(names: Iterable[str]) -> Mapping[Key, str]:
    """JSON files of one folder by what they tell of; the first of two alike wins."""
    found: dict[Key, str] = {}
    for name in names:
        found.setdefault(_key_of(name), name)
    return found


def teller_of(name: str, known: Mapping[Key, str]) -> str | None:
    """The JSON that tells of a picture or film of the same folder; None where there is none."""
    stem, _, suffix = name.rpartition(".")
    stem, count = _without_counter(stem)
    for plain in dict.fromkeys((stem, _unedited(stem))):
        for whole in (f"{plain}.{suffix}", plain, *(f"{plain}.{still}" for still in STILLS)):
            found = _teller(whole.casefold(), count, known)
            if found:
                return found
    return None


def read_told(data: bytes, today: date) -> Told | None:
    """What the bytes of a JSON say; None for one that is not Takeout's about a media."""
    try:
        record = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(record, dict) or not isinstance(record.get("photoTakenTime"), dict):
        return None
    latitude, longitude = _spot(record)
    description = record.get("description")
    note = description.strip() if isinstance(description, str) else ""
    return Told(
        taken_at=_moment(record["photoTakenTime"].get("timestamp"), today),
        latitude=latitude,
        longitude=longitude,
        note=note[:MOST_NOTE_CHARACTERS] or None,
    )


def _key_of(name: str) -> Key:
    """What a JSON tells of, and its counter: both spelt without case."""
    stem, count = _without_counter(name[: -len(".json")])
    whole, dot, end = stem.rpartition(".")
    if dot and SUPPLEMENT.startswith(end):
        return whole.casefold(), count
    return stem.casefold(), count


def _without_counter(stem: str) -> tuple[str, str]:
    found = COUNTER.search(stem)
    return (stem[: found.start()], found[1]) if found else (stem, "")


def _unedited(stem: str) -> str:
    """The name of the original; an end that was cut with a long name counts too."""
    lowered = stem.casefold()
    for edited in EDITED:
        if lowered.endswith(edited):
            return stem[: -len(edited)]
        if len(stem) >= LONGEST_STEM:
            for length in range(len(edited) - 1, 1, -1):
                if lowered.endswith(edited[:length]):
                    return stem[:-length]
    return stem


def _teller(whole: str, count: str, known: Mapping[Key, str]) -> str | None:
    """By the whole name, or by as much of it as a JSON's name may hold."""
    for length in (len(whole), LONGEST_STEM, LONGEST_STEM - len(count) - 2):
        found = known.get((whole[:length], count))
        if found and (length >= len(whole) or len(found) >= LONGEST_STEM):
            return found
    return None


def _moment(timestamp: object, today: date) -> datetime | None:
    """Seconds since 1970 as text; 0 is how Google writes that it does not know."""
    try:
        moment = datetime.fromtimestamp(0, UTC) + timedelta(seconds=int(str(timestamp)))
    except (ValueError, OverflowError):
        return None
    is_possible = moment.year >= FIRST_YEAR and moment.date() <= today + timedelta(days=1)
    return moment if is_possible and moment.timestamp() else None


def _spot(record: Mapping[str, Any]) -> tuple[float | None, float | None]:
    """Where it was taken as its owner says, or as the camera did; 0/0 is nowhere."""
    for said in (record.get("geoData"), record.get("geoDataExif")):
        if not isinstance(said, dict):
            continue
        north, east = said.get("latitude"), said.get("longitude")
        if not _is_angle(north, 90) or not _is_angle(east, 180):
            continue
        if north or east:
            return float(north or 0), float(east or 0)
    return None, None


def _is_angle(value: object, most: int) -> bool:
    """A number that is one: JSON also spells NaN and true."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and -most <= float(str(value)) <= most
