"""A postcard: one large picture and up to three small ones on white, lettered and postmarked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from babel.dates import format_date

from bot.collage.accents import accent_of, season_of
from bot.collage.arranged import Arranged, PageWanted
from bot.collage.lettering import Space, letters_for
from bot.collage.lettering_words import Small, first_whole, smallest_pixels, words_for
from bot.collage.page import Laid, lay_out
from bot.collage.pages.lettered import placed
from bot.collage.pages.shown import showing
from bot.collage.plan import Anchor, Cell, Letters, Mark, MarkKind, PixelBox, PlanPhoto, Words
from bot.collage.told import BETWEEN, Reader, kicker
from bot.pixels.fonts import width
from bot.pixels.tones import Colour, dominant_hue
from bot.pixels.typefaces import Role

MOST: Final = 4  # pictures on a card
LARGE_SHARES: Final = (0.58, 0.48, 0.38, 0.0)  # of the pictures' area, that one of them takes
MOST_LOST: Final = 0.07  # of the pictures, before a smaller large one is tried
NARROWEST: Final = 0.55  # of the width between the margins, for letters
EDGE: Final = 0.3  # of the margin, kept free below letters
HIGHEST: Final = 2  # bands: further down, letters would stand alone
BAND_SHARE: Final = 0.125  # of the page's height, for letters below the pictures
TITLE_SHARE: Final = 0.075  # of the page's height
KICKER_SHARE: Final = 0.026
STAMP_SHARE: Final = 0.86  # of the band, across a postmark
WIDEST_STAMP: Final = 0.2  # of the width of the band: letters have more of it
RING_SHARE: Final = 0.026  # of a postmark, how thick its rings are
STAMP_LETTERS: Final = 0.24  # of a postmark
STAMPED: Final = {1: (0.5,), 2: (0.36, 0.64)}  # of a postmark, down to each line's middle
LINES: Final = 4  # that cancel a stamp
LINE_SHARE: Final = 1.0  # of a postmark, how long they are
AIR: Final = 0.3  # of a postmark, between it and what is lettered
TAIL: Final = 0.32  # sizes of the letters, below the last line


def arrange(wanted: PageWanted) -> Arranged:
    shown, left_out = showing(wanted, MOST)
    band = round(BAND_SHARE * wanted.shape.page.height)
    laid = _laid(shown, wanted, band)
    accent = accent_of(shown, season_of(shown, is_south=wanted.is_south))
    foot = _foot(laid, band, wanted)
    stamp, dated = _postmark(shown, foot, accent, wanted)
    taken = (1 + LINE_SHARE + AIR) * _across(foot) if stamp else 0.0
    letters, words = _lettering(shown, foot, foot.width - taken, wanted)
    return Arranged(
        cells=tuple(_raised(cell, band) for cell in laid.cells),
        left_out=(*left_out, *laid.left_out),
        title=letters,
        pick=laid.pick,
        marks=tuple(stamp),
        words=(*words, *dated),
    )


def _laid(shown: Sequence[PlanPhoto], wanted: PageWanted, band: int) -> Laid:
    """One picture as large as the others allow without being left out or cropped much."""
    tries = (_sliced(shown, wanted, band, share) for share in LARGE_SHARES)
    found: list[Laid] = []
    for laid in tries:
        if not laid.left_out and _lost(laid) <= MOST_LOST:
            return laid
        found.append(laid)
    return min(found, key=lambda laid: (len(laid.left_out), _lost(laid)))


def _lost(laid: Laid) -> float:
    """The mean share of the pictures that is cropped away."""
    return 1 - sum(cell.shown_share for cell in laid.cells) / len(laid.cells)


def _sliced(shown: Sequence[PlanPhoto], wanted: PageWanted, band: int, large_share: float) -> Laid:
    """Under a band as high as the one that will be below them."""
    return lay_out(
        shown,
        replace(wanted.shape, hero_share=large_share),
        wanted.theme,
        band_pixels=band,
        seed=wanted.seed,
        hero=wanted.hero,
        kept_twins=frozenset(photo.key for photo in shown),
        pick=wanted.pick,
        taste=wanted.taste,
        crops=wanted.crops,
    )


def _raised(cell: Cell, pixels: int) -> Cell:
    return replace(cell, on_page=replace(cell.on_page, top=cell.on_page.top - pixels))


def _foot(laid: Laid, band: int, wanted: PageWanted) -> PixelBox:
    """The white below the pictures, as wide as they are, or at least as a card would be."""
    block, shape = laid.block, wanted.shape
    margin = round(wanted.theme.margin_share * min(shape.page.width, shape.page.height))
    wide = max(block.width, round(NARROWEST * (shape.page.width - 2 * margin)))
    top = block.top - band + block.height
    bottom = shape.page.height - max(shape.clear_pixels, round(EDGE * margin))
    return PixelBox((shape.page.width - wide) // 2, top, wide, min(bottom - top, HIGHEST * band))


def _lettering(
    shown: Sequence[PlanPhoto], foot: PixelBox, room: float, wanted: PageWanted
) -> tuple[Letters | None, tuple[Words, ...]]:
    """The title by hand, and in small letters what it does not say; without one, that by hand."""
    page, ink = wanted.shape.page, _ink(shown, wanted)
    line = kicker(shown, wanted.title, wanted.reader)
    letters = _title(wanted, foot, room)
    if letters is None:
        small = _small(line, Role.HAND, round(TITLE_SHARE * page.height), room, wanted)
        level = foot.top + foot.height / 2
        return None, (_on(level, small, foot, ink),) if small else ()
    small = _whole(line, room, wanted)
    high = letters.baselines[-1] + TAIL * letters.size_pixels
    spare = foot.height - high - (small.height if small else 0)
    if small and spare < 0:
        small, spare = None, foot.height - high
    top = foot.top + round(spare / 2)
    words = (_on(top + high + small.height / 2, small, foot, ink),) if small else ()
    wide = max(width(one, letters.face, letters.size_pixels) for one in letters.lines)
    baselines = tuple(top + baseline for baseline in letters.baselines)
    return replace(letters, baselines=baselines, x=round(foot.left + wide / 2)), words


def _ink(shown: Sequence[PlanPhoto], wanted: PageWanted) -> Colour:
    return wanted.theme.ink.at(dominant_hue(photo.sight.hues for photo in shown))


def _title(wanted: PageWanted, foot: PixelBox, room: float) -> Letters | None:
    """As large as the foot of the card allows; None without one, or without its letters."""
    page = wanted.shape.page
    least, size = smallest_pixels(page), round(TITLE_SHARE * page.height)
    letters = None
    while wanted.title and size >= least:
        space = Space(room, size, least)
        letters = letters_for(wanted.title, wanted.shape, Role.HAND, space)
        if letters is None or letters.baselines[-1] + TAIL * letters.size_pixels <= foot.height:
            return letters
        size = round(0.9 * size)
    return letters


def _whole(line: str | None, room: float, wanted: PageWanted) -> Small | None:
    """All of the line, else its last fact, else nothing: no fact is cut."""
    size = round(KICKER_SHARE * wanted.shape.page.height)
    facts = (line, line.split(BETWEEN)[-1]) if line else ()
    return first_whole(_small(one, Role.PLAIN, size, room, wanted) for one in facts)


def _small(
    text: str | None, role: Role, size: int, room: float, wanted: PageWanted
) -> Small | None:
    least = smallest_pixels(wanted.shape.page)
    if not text:
        return None
    return words_for(text, role, size_pixels=size, smallest_pixels=least, widest_pixels=room)


def _on(level: float, small: Small, foot: PixelBox, ink: Colour) -> Words:
    return placed(small, foot.left - small.left, level - (small.top + small.bottom) / 2, ink)


def _postmark(
    shown: Sequence[PlanPhoto], foot: PixelBox, ink: Colour, wanted: PageWanted
) -> tuple[list[Mark], list[Words]]:
    """When the pictures are from, in two rings, and the lines that cancel a stamp."""
    days = [photo.taken for photo in shown if photo.taken]
    side = _across(foot)
    if not days:
        return [], []
    left, top = foot.right - side, foot.top + (foot.height - side) // 2
    said = _stamped(days, wanted.reader)
    size = round(STAMP_LETTERS * side)
    lines = [_small(text, Role.STRIP, size, 0.62 * side, wanted) for text in said]
    words = [
        placed(one, left + side / 2, top + share * side + one.height / 2, ink, Anchor.MIDDLE)
        for one, share in zip(lines, STAMPED[len(said)], strict=True)
        if one
    ]
    return [*_rings(left, top, side, ink), *_waves(left, top, side, ink)], words


def _across(foot: PixelBox) -> int:
    """A postmark's rings, in pixels."""
    return round(min(STAMP_SHARE * foot.height, WIDEST_STAMP * foot.width))


def _stamped(days: Sequence[date], reader: Reader) -> tuple[str, ...]:
    """Month and year where all share them, else the year, else the first and the last."""
    first, last = min(days), max(days)
    if (first.year, first.month) == (last.year, last.month):
        return format_date(first, "LLL", reader.locale).rstrip(".").upper(), str(first.year)
    return tuple(dict.fromkeys((str(first.year), str(last.year))))


def _rings(left: int, top: int, side: int, ink: Colour) -> Iterator[Mark]:
    line = max(2, round(RING_SHARE * side))
    for inset in (0, 3 * line):
        across = side - 2 * inset
        box = PixelBox(left + inset, top + inset, across, across)
        yield Mark(
            MarkKind.OUTLINE, box, ink, radius_pixels=across // 2, line_pixels=line - bool(inset)
        )


def _waves(left: int, top: int, side: int, ink: Colour) -> Iterator[Mark]:
    line, long = max(2, round(0.8 * RING_SHARE * side)), round(LINE_SHARE * side)
    step = round(side / (LINES + 1))
    box = PixelBox(left - long - 3 * line, top + step, long, 0)
    yield Mark(MarkKind.LINE, box, ink, line_pixels=line, times=LINES, down_pixels=step)
