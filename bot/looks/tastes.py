"""What a look that was taken says of a person's taste."""

from typing import Final

from bot.looks.catalogue import STYLES, Look
from storage.traits import Trait

TRAITS: Final = {
    **dict.fromkeys(STYLES, Trait.LOOK_PAINTING),
    Look.OWN: Trait.LOOK_OWN,
    Look.PENCIL: Trait.LOOK_PENCIL,
    Look.DUO: Trait.LOOK_DUOTONE,
    Look.DUSK: Trait.LOOK_DUOTONE,
    Look.POP: Trait.LOOK_POP,
    Look.FILM: Trait.LOOK_FILM,
    Look.SLIDE: Trait.LOOK_FILM,
    Look.SILVER: Trait.LOOK_FILM,
    Look.HALFTONE: Trait.LOOK_PRINT,
    Look.ROSETTE: Trait.LOOK_PRINT,
}
OFFERED: Final = frozenset(TRAITS.values())
MADE_BY_AI: Final = frozenset({Trait.LOOK_PAINTING, Trait.LOOK_OWN, Trait.LOOK_IMAGINED})


def trait_of(look: Look) -> Trait:
    return TRAITS[look]
