"""What was inferred about media, in words and plain numbers: for a copy, and in short."""

from base64 import b64encode
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.gallery.facts import Place
from bot.improve.taste import weight_of
from bot.pixels.geometry import Box
from bot.vision.concepts import CONCEPTS
from bot.vision.sight import Seen, Sight

TOLD: Final = 8  # things, and towns; a copy tells all


@dataclass(frozen=True, slots=True)
class Inferred:
    """What was found most often. looked_at: in how many media; things: ids of concepts."""

    looked_at: int
    things: tuple[str, ...]
    towns: tuple[Place, ...]


def in_short(sights: Sequence[Sight], places: Sequence[Place]) -> Inferred:
    """The most frequent first; of a town its first square stands for all."""
    things = Counter(one.concept for sight in sights for one in sight.seen)
    towns = Counter((place.country, place.name) for place in places)
    first = {(place.country, place.name): place for place in reversed(places)}
    return Inferred(
        len(sights),
        tuple(thing for thing, _ in things.most_common(TOLD)),
        tuple(first[town] for town, _ in towns.most_common(TOLD)),
    )


def in_words(sight: Sight) -> dict[str, object]:
    """Everything a sight holds; of the likeness its bytes, since nobody could read them."""
    return {
        "things": [_thing(one) for one in sight.seen],
        "people": _boxes(sight.people),
        "quality": {
            "sharpness": sight.quality.sharpness,
            "exposure": sight.quality.exposure,
            "colour": sight.quality.colour,
        },
        "kind_of_picture": sight.kind,
        "sensitive": sight.sensitive,
        "size": [sight.size.width, sight.size.height],
        "where_the_eye_goes": {"across": sight.saliency_x, "down": sight.saliency_y},
        "hues": sight.hues,
        "likeness": {
            "vector": _text(sight.likeness.vector),
            "luminance": _text(sight.likeness.luminance),
            "colours": _text(sight.likeness.colours),
        },
    }


def taste_in_words(row: Mapping[str, object]) -> dict[str, object]:
    """What choices say of a taste: a trait, and which way they lean so far."""
    weight = weight_of(float(str(row["balance"])))
    leaning = "undecided" if not weight else "likes" if weight > 0 else "passes over"
    return {"taste": row["trait"], "leaning": leaning, **row}


def _thing(seen: Seen) -> dict[str, object]:
    known = CONCEPTS.get(seen.concept)
    english = known.en.singular if known else seen.concept
    french = known.fr.singular if known else seen.concept
    return {"id": seen.concept, "en": english, "fr": french, "confidence": seen.confidence}


def _boxes(boxes: Sequence[Box]) -> list[dict[str, float]]:
    return [
        {"left": box.left, "top": box.top, "right": box.right, "bottom": box.bottom}
        for box in boxes
    ]


def _text(content: bytes) -> str:
    return b64encode(content).decode()
