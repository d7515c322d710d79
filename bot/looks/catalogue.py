"""The looks there are: which a network paints, which are filters, and what suits a photo."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.vision.sight import Sight

VERSION: Final = 1  # of the recipes: the same look of the same photo on the same versions


class Look(StrEnum):
    """The recipe's word; the names that people read are Fluent's `looks-name-…`."""

    SUN = "sun"
    INK = "ink"
    EMBERS = "embers"
    LILAC = "lilac"
    MIST = "mist"
    OIL = "oil"
    STARRY = "starry"
    PENCIL = "pencil"
    DUO = "duo"
    DUSK = "dusk"
    POP = "pop"
    FILM = "film"
    SLIDE = "slide"
    SILVER = "silver"
    HALFTONE = "halftone"
    ROSETTE = "rosette"
    OWN = "own"


# The network's own numbers; those that stayed after looking at all 26 on people and landscapes.
STYLES: Final = {
    Look.SUN: 0,
    Look.INK: 2,
    Look.EMBERS: 5,
    Look.LILAC: 12,
    Look.MIST: 14,
    Look.OIL: 23,
    Look.STARRY: 19,
}
# Asked of a network, the painter or the person's outline: in the child of looks alone.
BY_NETWORK: Final = frozenset({*STYLES, Look.OWN, Look.POP})
OF_PEOPLE: Final = (
    Look.SUN, Look.INK, Look.EMBERS, Look.LILAC, Look.MIST, Look.FILM, Look.SILVER,
    Look.PENCIL, Look.DUO, Look.HALFTONE, Look.POP,
)  # fmt: skip
OF_PLACES: Final = (
    Look.SUN, Look.EMBERS, Look.STARRY, Look.MIST, Look.OIL, Look.FILM, Look.SLIDE,
    Look.PENCIL, Look.DUO, Look.DUSK, Look.ROSETTE,
)  # fmt: skip


class Strength(StrEnum):
    """How much of the look there is; the rest is the photo."""

    LIGHT = "light"
    MEDIUM = "medium"
    FULL = "full"


SHARES: Final = {Strength.LIGHT: 0.45, Strength.MEDIUM: 0.75, Strength.FULL: 1.0}


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything but the photo: the same recipe gives the same picture on the same versions.

    strength: one of three, or a share from 0 to 1. style: for OWN, what its network saw in the
    picture whose style it is (bot.looks.manner).
    """

    look: Look
    strength: Strength | float = Strength.FULL
    style: bytes = b""

    @property
    def share(self) -> float:
        return SHARES[self.strength] if isinstance(self.strength, Strength) else self.strength

    @property
    def is_painted(self) -> bool:
        """Whether a network made it, so that it bears the label that cannot be removed."""
        return self.look in STYLES or self.look is Look.OWN


def has_people(sight: Sight) -> bool:
    return bool(sight.faces or sight.people)


def offered(sight: Sight) -> tuple[Look, ...]:
    """The eleven of a contact sheet, in its order."""
    return OF_PEOPLE if has_people(sight) else OF_PLACES
