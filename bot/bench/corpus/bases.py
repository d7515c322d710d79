"""The base photographs: nine real ones, and scenes of twelve families, some of them held out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

import numpy as np
from PIL import Image

from bot.bench.corpus import indoors, outdoors
from bot.bench.corpus.company import company, faces_of
from bot.bench.corpus.noise import Dice, Plane
from bot.pixels.header import picture

REAL: Final = (
    "admiral", "astronaut", "cat", "coffee", "dahlia", "motorcycle", "nebula", "palace", "rocket",
)  # fmt: skip
SCENES: Final[Mapping[str, Callable[[Dice], Plane]]] = {
    "hills": outdoors.hills,
    "sea": outdoors.sea,
    "city": outdoors.city,
    "snow": outdoors.snow,
    "room": indoors.room,
    "table": indoors.table,
    "leaves": indoors.leaves,
    "beach": outdoors.beach,
    "forest": outdoors.forest,
    "street": outdoors.street,
    "market": indoors.market,
    "lights": indoors.lights,
}
# What a threshold is found on must not be what it is judged on.
COMPANY: Final = "company"
HELD_OUT: Final = frozenset({"beach", "forest", "street", "market", "lights"})
HELD_OUT_REAL: Final = frozenset({"admiral", "coffee", "motorcycle", "palace"})


@dataclass(frozen=True, slots=True)
class Base:
    """One base photograph: a family of scenes and its number, or a real one by name."""

    family: str
    number: int = 0

    @property
    def is_real(self) -> bool:
        return self.family in REAL

    @property
    def faces(self) -> int:
        """How many people look into the camera."""
        if self.family == COMPANY:
            return faces_of(self.number)
        return int(self.family in {"admiral", "astronaut"})

    @property
    def name(self) -> str:
        return self.family if self.is_real else f"{self.family}-{self.number}"

    @property
    def is_held_out(self) -> bool:
        if self.family == COMPANY:
            return self.number % 2 == 0
        return self.family in HELD_OUT | HELD_OUT_REAL


@lru_cache(maxsize=6)  # the shots of one occasion follow one another; more would not be bounded
def base_pixels(base: Base) -> Plane:
    """Its pixels, 0 to 1; the same for the same base, in every run."""
    if base.is_real:
        data = (files("bot.sandbox") / "photos" / f"{base.family}.jpg").read_bytes()
        return np.asarray(picture(data).convert("RGB"), np.float32) / np.float32(255)
    if base.family == COMPANY:
        return company(np.random.default_rng([100, base.number]), base.number)
    dice = np.random.default_rng([list(SCENES).index(base.family), base.number])
    return np.clip(SCENES[base.family](dice), 0, 1)


def scene(dice: Dice, numbers: range) -> Image.Image:
    """One with such a number, of a family that the dice choose."""
    family = list(SCENES)[int(dice.integers(len(SCENES)))]
    pixels = base_pixels(Base(family, int(dice.integers(numbers.start, numbers.stop))))
    return Image.fromarray((np.clip(pixels, 0, 1) * 255).astype(np.uint8))
