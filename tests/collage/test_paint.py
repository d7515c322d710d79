"""From a plan to pixels: the right part, the right way up, the same every time."""

from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from bot.collage.compose import compose
from bot.collage.paint import paint
from bot.collage.paint_marks import draw_marks
from bot.collage.plan import Frame, Mark, MarkKind, PixelBox, Plan
from bot.collage.recipe import from_json, to_json
from bot.collage.themes import MOSAIC_LIGHT, Shape, shape_for
from bot.collage.turned import on_page
from bot.pixels.geometry import Box, Size
from bot.pixels.header import picture, probe
from tests.collage.pictures import BLUE, GREEN, RED, WHITE, quarters, stored, written
from tests.collage.sights import photos, sight

SMALL = shape_for(Size(640, 640))
GOLDEN = Path(__file__).parent / "golden"


def painted(plan: Plan, sources: dict[str, bytes]) -> NDArray[np.uint8]:
    return np.asarray(picture(paint(plan, sources)).convert("RGB"))


def plan_of(*sizes: tuple[int, int], shape: Shape = SMALL, title: str | None = None) -> Plan:
    seen = [sight(*size, grain=place + 1) for place, size in enumerate(sizes)]
    return compose(photos(*seen), shape, theme=MOSAIC_LIGHT, title=title, seed=1)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_upright_however_the_camera_was_held(orientation: int) -> None:
    plan = plan_of((800, 600))

    page = painted(plan, {"0.jpg": stored(quarters(), orientation)})

    at = plan.cells[0].on_page
    for (across, down), colour in {
        (0.25, 0.25): RED,
        (0.75, 0.25): GREEN,
        (0.25, 0.75): BLUE,
        (0.75, 0.75): WHITE,
    }.items():
        shown = page[at.top + round(down * at.height), at.left + round(across * at.width)]
        assert np.abs(shown.astype(int) - colour).max() < 12


def test_the_same_plan_gives_the_same_bytes_also_through_its_recipe() -> None:
    plan = plan_of((800, 600), (600, 800), (700, 700), title="Été à Lyon, août 2019")
    sources = {f"{place}.jpg": stored(quarters(), 1) for place in range(3)}

    first = paint(plan, sources)

    assert paint(plan, sources) == first
    assert paint(from_json(to_json(plan)), sources) == first


def test_the_picture_carries_no_metadata() -> None:
    found = probe(paint(plan_of((800, 600)), {"0.jpg": stored(quarters(), 6)}))

    assert found.size == Size(640, 640)
    assert (found.orientation, found.icc, found.exif) == (1, None, b"")


def test_corners_are_round_and_show_the_paper() -> None:
    plan = plan_of((800, 600), shape=shape_for(Size(1600, 1600)))

    page = painted(plan, {"0.jpg": stored(quarters(), 1)})

    at = plan.cells[0].on_page
    assert np.abs(page[at.top, at.left].astype(int) - plan.paper).max() < 25
    inside = page[at.top + plan.radius_pixels, at.left + plan.radius_pixels]
    assert np.abs(inside.astype(int) - RED).max() < 12


def test_a_smaller_copy_of_a_photo_shows_the_same_part() -> None:
    plan = plan_of((800, 600), (900, 300))
    large = {"0.jpg": stored(quarters(), 1), "1.jpg": stored(quarters(900, 300), 1)}
    small = {"0.jpg": stored(quarters(400, 300), 1), "1.jpg": stored(quarters(450, 150), 1)}

    difference = np.abs(painted(plan, large).astype(int) - painted(plan, small))
    assert difference.mean() < 2


def carded(turn_degrees: float) -> Plan:
    plan = plan_of((800, 600))
    card = replace(
        plan.cells[0],
        on_page=PixelBox(150, 150, 320, 240),
        turn_degrees=turn_degrees,
        frame=Frame(20, 20, 60, (250, 240, 10), shadow_pixels=12),
        radius_pixels=0,
    )
    return replace(plan, cells=(card,), paper=(120, 120, 120))


@pytest.mark.parametrize("turn_degrees", [0.0, 4.0, -15.0])
def test_a_card_lies_where_its_plan_says_with_its_paper_around_it(turn_degrees: float) -> None:
    plan = carded(turn_degrees)

    page = painted(plan, {"0.jpg": stored(quarters(), 6)})

    (cell,) = plan.cells
    for (across, down), colour in {
        (0.25, 0.25): RED,
        (0.75, 0.25): GREEN,
        (0.25, 0.75): BLUE,
        (0.75, 0.75): WHITE,
        (0.5, 1.12): (250, 240, 10),
        (-0.03, 0.1): (250, 240, 10),
    }.items():
        (x, y), *_ = on_page(cell, Box(across, down, across + 0.01, down + 0.01))
        assert np.abs(page[round(y), round(x)].astype(int) - colour).max() < 16
    assert page[20, 20].tolist() == pytest.approx(plan.paper, abs=3)


def test_ornaments_lie_under_photos_or_over_them_and_may_leave_the_page() -> None:
    plan = plan_of((800, 600))
    at = plan.cells[0].on_page
    across = PixelBox(-50, at.top + at.height // 4, 3000, 10)
    under = Mark(MarkKind.BOX, across, (0, 200, 200))
    photo = {"0.jpg": stored(quarters(), 1)}
    beside, middle = (across.top + 5, 3), (across.top + 5, at.left + at.width // 4)

    page = painted(replace(plan, marks=(under,)), photo)
    assert np.abs(page[beside].astype(int) - under.colour).max() < 30
    assert np.abs(page[middle].astype(int) - RED).max() < 30
    page = painted(replace(plan, marks=(replace(under, is_over=True),)), photo)
    assert np.abs(page[middle].astype(int) - under.colour).max() < 30


@pytest.mark.parametrize("kind", MarkKind)
def test_every_ornament_leaves_ink_only_in_its_box(kind: MarkKind) -> None:
    page = np.zeros((300, 300, 3), np.uint8)
    draw_marks(page, [Mark(kind, PixelBox(50, 60, 80, 40), (255, 255, 255), line_pixels=6)])

    rows, columns = np.nonzero(page[..., 0] > 20)
    assert rows.size > 100
    assert (rows.min() >= 56, rows.max() <= 104) == (True, True)
    assert (columns.min() >= 46, columns.max() <= 134) == (True, True)


def test_an_ornament_beyond_the_page_is_not_drawn() -> None:
    page = np.zeros((30, 30, 3), np.uint8)
    for left, top in ((-500, 0), (500, 0), (0, -500), (0, 500)):
        for radius in (0, 5):
            mark = Mark(MarkKind.BOX, PixelBox(left, top, 20, 20), (9, 9, 9), radius_pixels=radius)
            draw_marks(page, [mark])

    assert not page.any()


ODD = {
    "a panorama": (quarters(1600, 400), "JPEG"),
    "a tall panorama": (quarters(300, 1200), "JPEG"),
    "a thumbnail": (quarters(200, 150), "JPEG"),
    "grey": (quarters().convert("L"), "JPEG"),
    "CMYK": (quarters().convert("CMYK"), "JPEG"),
    "16 bit": (Image.fromarray(np.full((300, 400), 40_000, np.uint16)), "PNG"),
    "transparent": (quarters().convert("RGBA").rotate(30), "PNG"),
    "a palette": (quarters().convert("P"), "GIF"),
    "one pixel": (quarters(2, 2).resize((1, 1)), "PNG"),
    "WebP": (quarters(), "WEBP"),
}


@pytest.mark.parametrize("odd", ODD)
def test_odd_pictures_are_painted_and_never_stretched(odd: str) -> None:
    found, kind = ODD[odd]
    plan = plan_of(found.size, (800, 600), title="Chez Mamie, à l’été 2021")

    page = painted(plan, {"0.jpg": written(found, kind), "1.jpg": stored(quarters(), 1)})

    assert page.shape == (640, 640, 3)
    for cell in plan.cells:
        if min(cell.of_source.width, cell.of_source.height) > 20:
            assert cell.on_page.size.aspect == pytest.approx(cell.of_source.size.aspect, rel=0.03)


@pytest.mark.parametrize(
    "golden",
    ["page.png", "polaroids.webp", "film-strip.webp", "postcard.webp", "journey.webp"],
)
def test_a_page_of_photographs_looks_as_it_did(golden: str) -> None:
    """Painted from a recipe; a failure leaves `golden/….new.png` beside what was expected."""
    folder, kept = files("bot.sandbox") / "photos", GOLDEN / golden
    plan = from_json(kept.with_suffix(".json").read_text(encoding="utf-8"))
    sources = {cell.key: (folder / cell.key).read_bytes() for cell in plan.cells}

    page = Image.fromarray(painted(plan, sources)).resize((320, 320), Image.Resampling.BOX)

    expected = picture(kept.read_bytes())
    difference = np.abs(np.asarray(page).astype(int) - np.asarray(expected.convert("RGB")))
    if difference.mean() >= 3:
        page.save(kept.with_suffix(".new.png"))
    assert difference.mean() < 3
