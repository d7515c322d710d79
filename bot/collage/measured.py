"""What only the painted page knows: where its letters lie, and how well they are read there."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from bot.collage.lettering_line import Line, ink_box
from bot.collage.lettering_shade import legible
from bot.collage.paint import paint
from bot.collage.plan import Anchor, PixelBox, Plan
from bot.collage.turned import Corners, corners, turned
from bot.pixels.decode import decode_scaled
from bot.pixels.orientation import Pixels
from bot.pixels.tones import Colour, contrast


@dataclass(frozen=True, slots=True)
class Measured:
    """letters: where ink lies. contrast: by WCAG, the least of any letters; None without any."""

    letters: tuple[Corners, ...]
    contrast: float | None


@dataclass(frozen=True, slots=True)
class _Said:
    """Letters in one ink, as their boxes; turned ones about their anchor."""

    boxes: tuple[PixelBox, ...]
    ink: Colour
    size: int
    about: tuple[float, float] = (0.0, 0.0)
    degrees: float = 0.0


def measured(plan: Plan, sources: Mapping[str, bytes]) -> Measured:
    """Paints the page without its letters, and then reads what is behind each of them."""
    said = [*_title(plan), *_words(plan)]
    letters = tuple(
        turned(corners(box), one.about, one.degrees) for one in said for box in one.boxes
    )
    if not said:
        return Measured(letters, None)
    bare = paint(replace(plan, title=None, words=()), sources)
    page = np.require(decode_scaled(bare, plan.page), requirements="W")
    return Measured(letters, min(_contrast(page, plan, one) for one in said))


def _title(plan: Plan) -> list[_Said]:
    title = plan.title
    if title is None:
        return []
    x = plan.page.width / 2 if title.x is None else title.x
    lines = [Line(text, title.face, title.size_pixels, Anchor.MIDDLE) for text in title.lines]
    boxes = tuple(
        _at(ink_box(line), x, baseline)
        for line, baseline in zip(lines, title.baselines, strict=True)
    )
    return [_Said(boxes, plan.ink, title.size_pixels)]


def _words(plan: Plan) -> list[_Said]:
    said = []
    for one in plan.words:
        box = ink_box(Line(one.text, one.face, one.size_pixels, one.anchor))
        place = _at(box, one.x, one.baseline)
        about = (float(one.x), float(one.baseline))
        said.append(_Said((place,), one.ink, one.size_pixels, about, one.turn_degrees))
    return said


def _at(box: PixelBox, x: float, baseline: float) -> PixelBox:
    return replace(box, left=round(x) + box.left, top=round(baseline) + box.top)


def _contrast(page: Pixels, plan: Plan, said: _Said) -> float:
    """Of the ink that is taken there with the worst of the pixels behind it."""
    boxes = [box.on(plan.page) for box in said.boxes]
    whole = PixelBox(0, 0, plan.page.width, plan.page.height)
    ink = legible(page, boxes, said.ink, said.size, whole)
    behind = np.concatenate([_part(page, box) for box in boxes])
    return min(contrast(ink, (int(r), int(g), int(b))) for r, g, b in np.unique(behind, axis=0))


def _part(page: Pixels, box: PixelBox) -> Pixels:
    part = page[box.top : box.bottom : 4, box.left : box.right : 4]
    return np.asarray(part.reshape(-1, 3), np.uint8)
