"""The frames of a part of a film: windows that move by less than a pixel, and cross-fades."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import islice
from math import ceil, floor
from typing import Final, TypeAlias

import numpy as np
from PIL import Image, ImageFilter

from bot.collage.cell_pixels import cell_pixels
from bot.collage.film import FADE, FRAMES_A_SECOND, Film, Shot, TitleCard
from bot.collage.film_clip import clip_frames
from bot.collage.lettering_ink import draw
from bot.collage.plan import Cell, PixelBox
from bot.pixels.geometry import Box, Size
from bot.pixels.orientation import Pixels
from bot.pixels.tones import Colour

THREADS: Final = 2
AHEAD: Final = 6  # frames drawn before they are asked for: a few megabytes
FINER: Final = 1.2  # pixels of a still for each that is shown: moves stay even, nothing shimmers
CARD_ZOOM: Final = 0.965  # of the title card's side at its end
CARD_RULE: Final = (0.16, 0.004)  # of the card's width: the line under the letters, its thickness
BACKDROP_PIXELS: Final = 72
BACKDROP_BLUR: Final = 4
DIMMED: Final = 0.62

Layer: TypeAlias = Image.Image
Layers: TypeAlias = tuple[Layer, ...]  # of one picture: RGB, or a plane each, some smaller
Inks: TypeAlias = Callable[[Pixels], Layers]


def as_rgb(pixels: Pixels) -> Layers:
    """Layers for formats that take RGB."""
    return (Image.fromarray(pixels),)


@dataclass(frozen=True, slots=True)
class Part:
    """Frames of one part by number; `at` may be called by several threads."""

    at: Callable[[int], Layers]


def frames(
    film: Film, part: int, sources: Mapping[str, bytes], inks: Inks, *, every: int = 1
) -> Iterator[Layers]:
    """The frames of a part up to where the next one begins to show, in order.

    sources: the bytes of the media that the part needs. inks: what pixels become.
    every: only frames whose number in the film it divides.
    """
    last = part + 1 == len(film.starts)
    count = film.lengths[part] - (0 if last else FADE)
    own = _part(film, part, sources, inks)
    before = _part(film, part - 1, sources, inks, FADE) if part else None
    offset = film.lengths[part - 1] - FADE if part else 0

    def frame(number: int) -> Layers:
        if before is None or number >= FADE:
            return own.at(number)
        return _mixed(before.at(offset + number), own.at(number), (number + 1) / (FADE + 1))

    return _ahead(frame, range(-film.starts[part] % every, count, every))


def _mixed(one: Layers, other: Layers, share: float) -> Layers:
    return tuple(Image.blend(a, b, share) for a, b in zip(one, other, strict=True))


def _ahead(frame: Callable[[int], Layers], wanted: Iterable[int]) -> Iterator[Layers]:
    """Drawn by two threads, a few ahead of whoever takes them: Pillow releases the lock."""
    numbers = iter(wanted)
    waiting: deque[Future[Layers]] = deque(
        _threads().submit(frame, number) for number in islice(numbers, AHEAD)
    )
    while waiting:
        yield waiting.popleft().result()
        for number in islice(numbers, 1):
            waiting.append(_threads().submit(frame, number))


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(THREADS, thread_name_prefix="film")


def _part(
    film: Film, part: int, sources: Mapping[str, bytes], inks: Inks, tail: int | None = None
) -> Part:
    """tail: only its last frames are wanted."""
    shot = film.shot(part)
    if shot is None:
        return _card(film, inks)
    if shot.clip_ms is None:
        return _still(shot, film.page, sources[shot.key], inks)
    return _clip(shot, film.page, sources[shot.key], inks, tail)


def _card(film: Film, inks: Inks) -> Part:
    """Title and a short line under it, on paper; it comes nearer by a little."""
    card = film.card
    if card is None:
        raise ValueError("this film has no title card")
    layers = inks(_lettered(card, film.paper, film.ink))
    whole = Box(0.0, 0.0, 1.0, 1.0)
    far = (1 - CARD_ZOOM) / 2
    page = PixelBox(0, 0, film.page.width, film.page.height)
    shot = Shot("", card.frames, card.size, whole, Box(far, far, 1 - far, 1 - far), page)
    return Part(lambda number: _seen(layers, shot.window(number), film.page))


def _lettered(card: TitleCard, paper: Colour, ink: Colour) -> Pixels:
    size = card.size
    pixels: Pixels = np.empty((size.height, size.width, 3), np.uint8)
    pixels[:] = paper
    draw(pixels, card.letters, ink)
    width = round(size.width * CARD_RULE[0] / 2)
    top = card.letters.baselines[-1] + round(0.85 * card.letters.size_pixels)
    thick = max(2, round(size.width * CARD_RULE[1]))
    middle = size.width // 2
    soft = (np.array(paper, np.float32) + np.array(ink, np.float32)) / 2
    pixels[top : top + thick, middle - width : middle + width] = soft
    return pixels


def _still(shot: Shot, page: Size, data: bytes, inks: Inks) -> Part:
    """Decoded once, as fine as its nearest window needs, and no more of it than is seen."""
    layers, within = _decoded(shot, data, inks)
    around = None if _is_full(shot, page) else inks(_backdrop(shot, page, data))

    def at(number: int) -> Layers:
        window = _relative(shot.window(number), within)
        return _placed(_seen(layers, window, shot.on_page.size), shot.on_page, page, around)

    return Part(at)


def _decoded(shot: Shot, data: bytes, inks: Inks) -> tuple[Layers, Box]:
    """Its layers, and which part of the photo they show."""
    part = _all_seen(shot)
    nearest = min(shot.begin.width, shot.end.width) * shot.source.width
    scale = FINER * shot.on_page.width / nearest
    size = PixelBox(0, 0, ceil(part.width * scale / 2) * 2, ceil(part.height * scale / 2) * 2)
    pixels = cell_pixels(Cell(shot.key, size, part, shot.source), data)
    return inks(pixels), part.shares_of(shot.source)


def _all_seen(shot: Shot) -> PixelBox:
    """Both windows and what lies between them, in whole pixels of the photo."""
    begin, end, source = shot.begin, shot.end, shot.source
    left = floor(min(begin.left, end.left) * source.width)
    top = floor(min(begin.top, end.top) * source.height)
    right = min(source.width, ceil(max(begin.right, end.right) * source.width))
    bottom = min(source.height, ceil(max(begin.bottom, end.bottom) * source.height))
    return PixelBox.between(left, top, right, bottom)


def _clip(shot: Shot, page: Size, data: bytes, inks: Inks, tail: int | None) -> Part:
    """Its frames one after the other; those asked for are kept until all have been drawn."""
    count = shot.frames if tail is None else tail
    skipped = shot.frames - count
    began = (shot.clip_ms or 0) + skipped * 1000 // FRAMES_A_SECOND
    shown = clip_frames(data, began, count)
    drawn = [_of_clip(shot, page, pixels, inks) for pixels in shown]
    return Part(lambda number: drawn[number - skipped])


def _of_clip(shot: Shot, page: Size, pixels: Pixels, inks: Inks) -> Layers:
    picture, on_page = Image.fromarray(pixels), shot.on_page
    window = shot.begin
    box = (
        window.left * picture.width,
        window.top * picture.height,
        window.right * picture.width,
        window.bottom * picture.height,
    )
    shown = picture.resize((on_page.width, on_page.height), Image.Resampling.BILINEAR, box=box)
    if _is_full(shot, page):
        return inks(np.asarray(shown))
    whole = _dimmed(picture, page)
    whole.paste(shown, (on_page.left, on_page.top))
    return inks(np.asarray(whole))


def _is_full(shot: Shot, page: Size) -> bool:
    return shot.on_page.size == page


def _relative(window: Box, within: Box) -> Box:
    return Box(
        max(0.0, (window.left - within.left) / within.width),
        max(0.0, (window.top - within.top) / within.height),
        min(1.0, (window.right - within.left) / within.width),
        min(1.0, (window.bottom - within.top) / within.height),
    )


def _seen(layers: Layers, window: Box, size: Size) -> Layers:
    """The window as large as that; every plane by the same shares, so that colours stay put."""
    first = layers[0]
    found = []
    for layer in layers:
        share = 1 if layer.size == first.size else 2
        box = (
            window.left * layer.width,
            window.top * layer.height,
            window.right * layer.width,
            window.bottom * layer.height,
        )
        shown = (size.width // share, size.height // share)
        found.append(layer.resize(shown, Image.Resampling.BILINEAR, box=box))
    return tuple(found)


def _placed(shown: Layers, on_page: PixelBox, page: Size, around: Layers | None) -> Layers:
    if around is None:
        return shown
    found = []
    for layer, behind in zip(shown, around, strict=True):
        share = 1 if behind.size == (page.width, page.height) else 2
        whole = behind.copy()
        whole.paste(layer, (on_page.left // share, on_page.top // share))
        found.append(whole)
    return tuple(found)


def _backdrop(shot: Shot, page: Size, data: bytes) -> Pixels:
    """The photo itself, covering the page, soft and darker."""
    source = shot.source
    scale = BACKDROP_PIXELS / min(source.width, source.height)
    size = PixelBox(
        0, 0, max(2, round(source.width * scale)), max(2, round(source.height * scale))
    )
    whole = PixelBox(0, 0, source.width, source.height)
    pixels = cell_pixels(Cell(shot.key, size, whole, source), data)
    return np.asarray(_dimmed(Image.fromarray(pixels), page))


def _dimmed(picture: Image.Image, page: Size) -> Image.Image:
    scale = BACKDROP_PIXELS / min(picture.size)
    small = picture.resize(
        (max(2, round(picture.width * scale)), max(2, round(picture.height * scale))),
        Image.Resampling.BOX,
    )
    soft = small.filter(ImageFilter.GaussianBlur(BACKDROP_BLUR))
    dark = Image.eval(soft, lambda value: int(value * DIMMED))
    wanted = page.aspect
    width, height = dark.size
    part = min(width, height * wanted), min(height, width / wanted)
    left, top = (width - part[0]) / 2, (height - part[1]) / 2
    box = (left, top, left + part[0], top + part[1])
    return dark.resize((page.width, page.height), Image.Resampling.BICUBIC, box=box)
