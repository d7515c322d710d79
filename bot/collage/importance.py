"""How much of the page each photo deserves: quality, faces, size, and the person's own choice."""

from collections.abc import Mapping, Sequence
from math import sqrt

from bot.pixels.geometry import Size
from bot.vision.sight import Sight

SHARPNESS, EXPOSURE, COLOUR, FACES = 0.25, 0.20, 0.15, 0.40  # people are looked at first
CHOSEN = 0.15  # how far the person's own choice stands above the rest
LEAST, SPREAD, BEND = 0.75, 0.95, 1.3  # the first takes (1.7 / 0.75)², five times the last's area
ENLARGED_AT_MOST = 2.0  # times its own pixels: a thumbnail blown up further looks broken


def importances(sights: Mapping[str, Sight], *, hero: str | None = None) -> dict[str, float]:
    """From 0 to about 1 for each photo, relative to the others; the chosen hero is above all."""
    keys = list(sights)
    qualities = [sights[key].quality for key in keys]
    sharp = _ranks([quality.sharpness for quality in qualities])
    exposed = _ranks([quality.exposure for quality in qualities])
    coloured = _ranks([quality.colour for quality in qualities])
    found = {
        key: SHARPNESS * sharp[k]
        + EXPOSURE * exposed[k]
        + COLOUR * coloured[k]
        + FACES * _faces(sights[key])
        for k, key in enumerate(keys)
    }
    if hero in found:
        found[hero] = max(found.values()) + CHOSEN
    return found


def _faces(sight: Sight) -> float:
    return min(1.0, 3 * sqrt(sum(face.area for face in sight.faces)))


def _ranks(values: Sequence[float]) -> list[float]:
    """Places from 0 (least) to 1 (most); equals share the middle of their places."""
    last = max(1, len(values) - 1)
    return [
        (sum(other < value for other in values) + (values.count(value) - 1) / 2) / last
        for value in values
    ]


def area_shares(
    importance: Sequence[float], sizes: Sequence[Size], *, page: Size, hero_share: float
) -> list[float]:
    """Target shares of the photos' area, summing to 1, in the order given."""
    low, high = min(importance), max(importance)
    spread = (high - low) or 1.0
    weights = [(LEAST + SPREAD * ((value - low) / spread) ** BEND) ** 2 for value in importance]
    total = sum(weights)
    room = page.width * page.height
    for k, size in enumerate(sizes):
        enough = ENLARGED_AT_MOST**2 * size.width * size.height / room
        weights[k] *= min(1.0, enough / (weights[k] / total))
    total = sum(weights)
    return _with_hero([weight / total for weight in weights], importance, hero_share)


def _with_hero(shares: list[float], importance: Sequence[float], hero_share: float) -> list[float]:
    hero = max(range(len(shares)), key=lambda k: importance[k])
    if len(shares) == 1 or shares[hero] >= hero_share:
        return shares
    rest = (1 - hero_share) / (1 - shares[hero])
    return [hero_share if k == hero else share * rest for k, share in enumerate(shares)]
