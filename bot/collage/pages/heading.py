"""What a cover says: a large title, and above it where and when."""

from dataclasses import dataclass, replace
from typing import Final

from bot.collage.arranged import PageWanted
from bot.collage.lettering import Space, letters_for
from bot.collage.lettering_words import Small, smallest_pixels
from bot.collage.pages.lettered import caption, placed
from bot.collage.plan import Anchor, Letters, PlanPhoto, Words
from bot.collage.told import kicker
from bot.pixels.tones import Colour
from bot.pixels.typefaces import Role

WIDEST_SHARE: Final = 0.86  # of the page's width
TITLE_SHARE: Final = 0.115  # of the page's shorter side: the largest letters of a title
KICKER_SHARE: Final = 0.034  # of the page's shorter side
KICKER_AIR: Final = 0.75  # sizes of the kicker, between it and the title


@dataclass(frozen=True, slots=True)
class Heading:
    """Measured, and not yet at its place; height in pixels, 0 for nothing to say."""

    letters: Letters | None
    kicker: Small | None

    @property
    def height(self) -> int:
        return self._kicker_height + (self.letters.band_pixels if self.letters else 0)

    @property
    def _kicker_height(self) -> int:
        if self.kicker is None:
            return 0
        return round(self.kicker.height + KICKER_AIR * self.kicker.size_pixels)

    def at(
        self, top: int, page_width: int, ink: Colour
    ) -> tuple[Letters | None, tuple[Words, ...]]:
        """The same, from that pixel of the page on."""
        words: tuple[Words, ...] = ()
        if self.kicker:
            line = placed(self.kicker, page_width / 2, top - self.kicker.top, ink, Anchor.MIDDLE)
            words = (line,)
        if self.letters is None:
            return None, words
        first = top + self._kicker_height
        baselines = tuple(first + baseline for baseline in self.letters.baselines)
        return replace(self.letters, baselines=baselines), words


def heading_of(wanted: PageWanted, photos: list[PlanPhoto]) -> Heading:
    """photos: whose places and days it tells."""
    page = wanted.shape.page
    shorter, least = min(page.width, page.height), smallest_pixels(page)
    space = Space(WIDEST_SHARE * page.width, max(least, round(TITLE_SHARE * shorter)), least)
    title = wanted.title
    letters = letters_for(title, wanted.shape, Role.COVER, space) if title else None
    told = kicker(photos, title, wanted.reader)
    size = max(least, round(KICKER_SHARE * shorter))
    small = told and caption(told.upper(), wanted.shape, space.widest_pixels, Role.STRIP, size)
    return Heading(letters, small or None)
