"""Photos into the cells of one page, every face whole and no cell a crumb."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import floor

from bot.collage.choice import apart, at_most
from bot.collage.crop import croppable, window
from bot.collage.importance import area_shares, importances
from bot.collage.layout import SMALLEST_SIDE_SHARE, Found, Room, Wanted, placed, search
from bot.collage.plan import Cell, LeftOut, PixelBox, PlanPhoto, visible_share
from bot.collage.themes import Shape, Theme
from bot.collage.traits import layout_traits
from bot.improve.choices import Option
from bot.pixels.tones import dominant_hue
from storage.traits import Trait

MOST_PHOTOS = 24  # on one page; more become stamps
HURRY = 10  # a crowd that does not fit loses a tenth at a time, a few photos one by one
HERO_AIM = 1.08  # times the share that a hero must have: the search lands a little beside its aim
WHOLE_FACE = 0.999  # of a face's box: less is a cut, whole pixels apart
AS_GOOD = 0.3  # of cost beyond the best: a difference that is a matter of taste
LOOKED_AT = 24  # of the best, for others that are as good: 30 ms for a dozen photos


@dataclass(frozen=True, slots=True)
class Laid:
    """Photos in cells, and the block of the page that they fill; which pick it was."""

    block: PixelBox
    cells: tuple[Cell, ...]
    left_out: tuple[LeftOut, ...]
    pick: int = 0


Block = tuple[PixelBox, tuple[Cell, ...]]
Taste = Mapping[Trait, float]


def lay_out(
    photos: Sequence[PlanPhoto],
    shape: Shape,
    theme: Theme,
    *,
    band_pixels: int,
    seed: int,
    hero: str | None = None,
    kept_twins: frozenset[str] = frozenset(),
    pick: int = 0,
    taste: Taste | None = None,
    crops: Mapping[str, int] | None = None,
) -> Laid:
    """Photos in the order given, the less important of near-twins left out.

    hero: the photo that the person wants largest.
    kept_twins: photos that stay although another looks the same.
    pick: which of the layouts that are as good; the last where there are fewer.
    taste: weights of layouts' traits, which pick instead.
    crops: for a photo, which of its good windows is shown, counted from 0.

    Raises ValueError without any photo.
    """
    if not photos:
        raise ValueError("a collage needs a photo")
    weights = importances({photo.key: photo.sight for photo in photos}, hero=hero)
    shown, left_out = apart(photos, weights, kept_twins)
    shown, crowded = at_most(shown, weights, MOST_PHOTOS)
    area = area_of(shape, theme, band_pixels)
    room = room_of(shape, theme, area)
    while True:
        good = _laid(shown, weights, room, area, seed=seed, crops=crops or {})
        found = _picked(good, pick) if taste is None else _tasted(good, taste)
        if found:
            place, (block, cells) = found
            return Laid(block, cells, (*left_out, *crowded), place)
        shown, more = at_most(shown, weights, len(shown) - 1 - len(shown) // HURRY)
        crowded = (*crowded, *more)


def area_of(shape: Shape, theme: Theme, band_pixels: int) -> PixelBox:
    """What margins, free bands and the title leave."""
    page = shape.page
    margin = round(theme.margin_share * min(page.width, page.height))
    above = max(margin, shape.clear_pixels) + band_pixels
    below = max(margin, shape.clear_pixels)
    return PixelBox(margin, above, page.width - 2 * margin, page.height - above - below)


def _laid(
    photos: Sequence[PlanPhoto],
    weights: Mapping[str, float],
    room: Room,
    area: PixelBox,
    *,
    seed: int,
    crops: Mapping[str, int],
) -> Iterator[Block]:
    """Layouts that spare every face and make no crumb: the best, then others that are as good.

    Each is of another kind than those before it; nothing where none was found.
    """
    if len(photos) == 1:
        yield _framed(photos[0], area)
        return
    wanted = _wanted(photos, weights, room)
    kinds: set[Option] = set()
    dearest = None
    looked_at: set[float] = set()  # by cost: as dear is the same page, cut in another order
    for found in search(wanted, room, seed=seed):
        if dearest is not None and (len(looked_at) >= LOOKED_AT or found.cost > dearest):
            return
        if dearest is not None and round(found.cost, 6) in looked_at:
            continue
        looked_at.add(round(found.cost, 6))
        block, boxes = in_area(found, wanted, room, area)
        cells = tuple(
            cell_of(photo, box, crops.get(photo.key, 0))
            for photo, box in zip(photos, boxes, strict=True)
        )
        if are_sound(cells, photos, room) and (kind := layout_traits(cells)) not in kinds:
            dearest = found.cost + AS_GOOD if dearest is None else dearest
            kinds.add(kind)
            yield block, cells


def _picked(good: Iterator[Block], pick: int) -> tuple[int, Block] | None:
    """The pick-th, or the last there is; no more is looked for than that."""
    return max(enumerate(islice(good, pick + 1)), default=None, key=_place)


def _tasted(good: Iterator[Block], taste: Taste) -> tuple[int, Block] | None:
    """The one that is liked most; the first of those that are liked as much."""

    def liked(one: tuple[int, Block]) -> float:
        _, (_, cells) = one
        return sum(taste.get(trait, 0.0) for trait in sorted(layout_traits(cells)))

    return max(enumerate(good), default=None, key=liked)


def _place(one: tuple[int, Block]) -> int:
    return one[0]


def room_of(shape: Shape, theme: Theme, area: PixelBox) -> Room:
    shorter = min(shape.page.width, shape.page.height)
    return Room(
        area.size,
        gap_pixels=round(theme.gap_share * shorter),
        shortest_pixels=floor(SMALLEST_SIDE_SHARE * shorter) + 1,
        hero_share=shape.hero_share,
    )


def _wanted(photos: Sequence[PlanPhoto], weights: Mapping[str, float], room: Room) -> Wanted:
    shares = area_shares(
        [weights[photo.key] for photo in photos],
        [photo.sight.size for photo in photos],
        page=room.size,
        hero_share=room.hero_share * HERO_AIM,
    )
    return Wanted([croppable(photo.sight) for photo in photos], shares, _times(photos))


def _times(photos: Sequence[PlanPhoto]) -> list[float] | None:
    """Places in time from 0 to 1; None unless at least two days are known."""
    days = sorted({photo.taken for photo in photos if photo.taken})
    if len(days) <= 1:
        return None
    places = {day: place / (len(days) - 1) for place, day in enumerate(days)}
    return [places[photo.taken] if photo.taken else 0.5 for photo in photos]


def in_area(
    found: Found, wanted: Wanted, room: Room, area: PixelBox
) -> tuple[PixelBox, list[PixelBox]]:
    """The block in the middle of its area, its cells on whole pixels, gaps all alike."""
    (block_width, block_height), boxes = placed(found, wanted, room)
    width, height = _whole(block_width), _whole(block_height)
    left = area.left + (area.width - width) // 2
    top = area.top + (area.height - height) // 2
    return PixelBox(left, top, width, height), [
        PixelBox(
            left + _whole(x),
            top + _whole(y),
            _whole(x + w) - _whole(x),
            _whole(y + h) - _whole(y),
        )
        for x, y, w, h in boxes
    ]


def _whole(value: float) -> int:
    return floor(round(value, 6) + 0.5)  # edges that should meet differ by less than a millionth


def _framed(photo: PlanPhoto, area: PixelBox) -> Block:
    """One photo, whole, in the middle of its area."""
    size = photo.sight.size
    scale = min(area.width / size.width, area.height / size.height)
    width, height = max(1, round(size.width * scale)), max(1, round(size.height * scale))
    left = area.left + (area.width - width) // 2
    top = area.top + (area.height - height) // 2
    box = PixelBox(left, top, width, height)
    return box, (Cell(photo.key, box, PixelBox(0, 0, size.width, size.height), size),)


def cell_of(photo: PlanPhoto, box: PixelBox, take: int = 0) -> Cell:
    """The photo in that box of the page. take: which of its good windows."""
    size = photo.sight.size
    seen = window(photo.sight, box.size.aspect, take)
    left, top = round(seen.left * size.width), round(seen.top * size.height)
    right, bottom = round(seen.right * size.width), round(seen.bottom * size.height)
    part = PixelBox.between(left, top, right, bottom)
    return Cell(photo.key, box, part, size)


def are_sound(cells: Sequence[Cell], photos: Sequence[PlanPhoto], room: Room) -> bool:
    return all(
        min(cell.on_page.width, cell.on_page.height) >= room.shortest_pixels
        and all(visible_share(cell, face) >= WHOLE_FACE for face in photo.sight.faces)
        for cell, photo in zip(cells, photos, strict=True)
    )


def page_hue(photos: Sequence[PlanPhoto], cells: Sequence[Cell]) -> float:
    """The hue that the photos on the page share most, in radians."""
    shown = {cell.key for cell in cells}
    return dominant_hue(photo.sight.hues for photo in photos if photo.key in shown)
