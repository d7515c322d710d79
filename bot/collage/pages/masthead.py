"""The head of a calendar: its title and its month, above the days or beside them."""

from dataclasses import dataclass, replace
from typing import Final

from bot.collage.arranged import PageWanted
from bot.collage.lettering import Space, letters_for
from bot.collage.lettering_words import Small, smallest_pixels
from bot.collage.page import area_of
from bot.collage.pages.lettered import caption, placed
from bot.collage.plan import Anchor, Letters, PixelBox, Words
from bot.collage.told import is_said
from bot.pixels.tones import Colour
from bot.pixels.typefaces import Role

ALONE_SHARE, ALONE_BESIDE_SHARE = 0.05, 0.09  # of the page's height: a month without a title
UNDER_SHARE: Final = 0.028  # of the shorter side: a month under a title
PANEL_SHARE, PANEL_GAP_SHARE = 0.24, 0.035  # of the width: a head beside the days
PANEL_TITLE_SHARE: Final = 0.062  # of the page's height
AIR_SHARE: Final = 0.022  # of the page's height, between head and days
BESIDE_FROM: Final = 1.3  # width / height of a page whose head stands beside the days


@dataclass(frozen=True, slots=True)
class Masthead:
    """At its place; room is what it leaves for the days."""

    title: Letters | None
    month: Small | None
    middle: int
    baseline: int
    room: PixelBox

    def words(self, ink: Colour) -> tuple[Words, ...]:
        if self.month is None:
            return ()
        return (placed(self.month, self.middle, self.baseline, ink, Anchor.MIDDLE),)


def masthead_of(wanted: PageWanted, month: str) -> Masthead:
    """month: told unless the title tells it."""
    page = wanted.shape.page
    room = area_of(wanted.shape, wanted.theme, 0)
    is_beside = page.aspect > BESIDE_FROM
    width = round(PANEL_SHARE * room.width) if is_beside else room.width
    letters = _letters(wanted, width, is_beside=is_beside)
    label = _month(wanted, month, width, is_under=letters is not None)
    band = letters.band_pixels if letters else 0
    height = band + (label.height if label else 0)
    air = round(AIR_SHARE * page.height)
    if is_beside:
        top = room.top + (room.height - height) // 2
        free = width + round(PANEL_GAP_SHARE * page.width)
        left = replace(room, left=room.left + free, width=room.width - free)
    else:
        top = room.top
        taken = height + air if label or not letters else height
        left = replace(room, top=top + taken, height=room.height - taken)
    middle = room.left + width // 2
    return Masthead(
        title=_at(letters, top, middle) if letters else None,
        month=label,
        middle=middle,
        baseline=top + band - (label.top if label else 0),
        room=left,
    )


def _letters(wanted: PageWanted, width: int, *, is_beside: bool) -> Letters | None:
    if not wanted.title:
        return None
    if not is_beside:
        return letters_for(wanted.title, wanted.shape)
    page = wanted.shape.page
    space = Space(width, round(PANEL_TITLE_SHARE * page.height), smallest_pixels(page))
    return letters_for(wanted.title, wanted.shape, Role.TITLE, space)


def _month(wanted: PageWanted, month: str, width: int, *, is_under: bool) -> Small | None:
    page = wanted.shape.page
    shorter = min(page.width, page.height)
    if not is_under:
        share = ALONE_BESIDE_SHARE if page.aspect > BESIDE_FROM else ALONE_SHARE
        size = round(share * page.height)
        return caption(month, wanted.shape, width, Role.TITLE, size)
    if is_said(month, wanted.title):
        return None
    size = round(UNDER_SHARE * shorter)
    return caption(month.upper(), wanted.shape, width, Role.STRIP, size)


def _at(letters: Letters, top: int, middle: int) -> Letters:
    baselines = tuple(top + baseline for baseline in letters.baselines)
    return replace(letters, baselines=baselines, x=middle)
