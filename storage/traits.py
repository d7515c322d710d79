"""Everything that can be said of what was chosen: a closed list, kept as bits."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class About(StrEnum):
    """What was chosen among."""

    THEME = "theme"
    SHAPE = "shape"
    SPIRIT = "spirit"
    LAYOUT = "layout"
    LOOK = "look"
    WISH = "wish"
    DRAFT = "draft"


class Trait(StrEnum):
    """Everything that can be said of an option. Only ever added to at the end: rows hold bits."""

    THEME_LIGHT = "theme.light"
    THEME_DARK = "theme.dark"
    SHAPE_SQUARE = "shape.square"
    SHAPE_STORY = "shape.story"
    SHAPE_WIDE = "shape.wide"
    SPIRIT_PLAIN = "spirit.plain"
    SPIRIT_WARM = "spirit.warm"
    SPIRIT_PLAYFUL = "spirit.playful"
    LAYOUT_EVEN = "layout.even"
    LAYOUT_MIXED = "layout.mixed"
    LAYOUT_HERO = "layout.hero"
    LAYOUT_FEW_ROWS = "layout.few_rows"
    LAYOUT_SOME_ROWS = "layout.some_rows"
    LAYOUT_MANY_ROWS = "layout.many_rows"
    LAYOUT_WHOLE = "layout.whole"
    LAYOUT_TRIMMED = "layout.trimmed"
    LOOK_PAINTING = "look.painting"
    LOOK_PENCIL = "look.pencil"
    LOOK_DUOTONE = "look.duotone"
    LOOK_POP = "look.pop"
    LOOK_OWN = "look.own"
    LOOK_IMAGINED = "look.imagined"
    WISH_REPHRASE = "wish.rephrase"
    WISH_SHORTER = "wish.shorter"
    WISH_WARMER = "wish.warmer"
    WISH_FUNNIER = "wish.funnier"
    WISH_PROFESSIONAL = "wish.professional"
    WISH_PROOFREAD = "wish.proofread"
    WISH_EMOJIFY = "wish.emojify"
    THEME_POLAROIDS = "theme.polaroids"
    THEME_FILM_STRIP = "theme.film_strip"
    THEME_COVER = "theme.cover"
    THEME_POSTCARD = "theme.postcard"
    THEME_CALENDAR = "theme.calendar"
    THEME_THEN_AND_NOW = "theme.then_and_now"
    THEME_JOURNEY = "theme.journey"
    LOOK_FILM = "look.film"
    LOOK_PRINT = "look.print"

    @property
    def about(self) -> About:
        return About(self.value.partition(".")[0])


BITS: Final[Mapping[Trait, int]] = {trait: 1 << place for place, trait in enumerate(Trait)}


def bits_of(traits: frozenset[Trait]) -> int:
    return sum(BITS[trait] for trait in traits)


def traits_in(bits: int) -> frozenset[Trait]:
    return frozenset(trait for trait, bit in BITS.items() if bits & bit)
