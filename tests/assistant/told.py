"""A reading in one line, as the corpus of requests writes it."""

from collections.abc import Mapping

from bot.assistant.request import PlaceName, Query, Reading
from bot.assistant.tokens import folded
from bot.gallery.facts import Precision
from bot.vision.concepts import CONCEPTS

TOWNS = {
    "Lyon": "FR", "Nice": "FR", "Tours": "FR", "Orange": "FR", "Paris": "FR", "Le Havre": "FR",
    "Saint-Étienne": "FR", "Lisbon": "PT", "Florence": "IT", "Beijing": "CN",
}  # fmt: skip
COUNTRIES = {
    "France": "FR", "Portugal": "PT", "Italie": "IT", "Italy": "IT", "Chine": "CN", "China": "CN",
}  # fmt: skip
IN_FRENCH = {"Lisbonne": "Lisbon", "Pékin": "Beijing", "Havre": "Le Havre"}


def places() -> Mapping[str, tuple[PlaceName, ...]]:
    """What the media of the person in the corpus are from."""
    names = {**{town: town for town in TOWNS}, **IN_FRENCH}
    towns = {folded(name): (PlaceName(TOWNS[town], town),) for name, town in names.items()}
    return towns | {folded(name): (PlaceName(code),) for name, code in COUNTRIES.items()}


def told(reading: Reading) -> str:
    parts: list[str] = [reading.intent.value]
    if reading.change:
        parts.append(reading.change.value)
    parts += [f"{name}={value}" for name, value in _own(reading) if value]
    return " ".join([*parts, *_asked(reading.query)])


def _own(reading: Reading) -> list[tuple[str, str | None]]:
    screen = reading.screen.value if reading.screen else None
    return [
        ("title", reading.title), ("caption", reading.caption), ("wish", reading.wish),
        ("text", reading.text), ("screen", screen), ("theme", reading.theme),
        ("photos", "+".join(map(str, reading.photos))), ("look", reading.look),
    ]  # fmt: skip


def _asked(query: Query) -> list[str]:
    parts = [f"see={_group(group)}" for group in query.concepts]
    parts += [f"at={place.town or place.country}" for place in query.places]
    if query.first or query.last:
        precision = "" if query.precision is Precision.DAY else f"({query.precision})"
        parts.append(f"on={query.first or ''}..{query.last or ''}{precision}")
    if query.people:
        parts.append(
            f"people={query.people[0]}-{'' if query.people[1] is None else query.people[1]}"
        )
    if query.words:
        parts.append(f"words={'+'.join(query.words)}")
    if query.is_shared is not None:
        parts.append("shared" if query.is_shared else "unshared")
    parts += ["films"] * bool(query.is_film) + ["latest"] * query.is_latest
    return parts


def _group(group: tuple[str, ...]) -> str:
    for kind in {known.kind for known in CONCEPTS.values()}:
        if set(group) == {key for key, known in CONCEPTS.items() if known.kind is kind}:
            return f"[{kind.value}]"
    return "|".join(group)
