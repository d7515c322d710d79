"""Whatever photos and titles there are, no theme's page breaks, cuts letters or stretches."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle

import pytest
from PIL import Image

from bot.collage.certificate import certify
from bot.collage.compose import compose
from bot.collage.measured import measured
from bot.collage.paint import paint
from bot.collage.plan import Plan, PlanPhoto
from bot.collage.recipe import from_json, to_json
from bot.collage.themes import (
    COVER,
    SHAPES,
    SQUARE,
    THEMES,
    THEN_AND_NOW,
    Shape,
    Theme,
)
from bot.pixels.geometry import Size
from bot.pixels.header import picture
from bot.pixels.tones import LEAST_CONTRAST
from bot.texts import Language
from bot.vision.look import look_at
from tests.collage.pictures import quarters, written
from tests.collage.sights import photos, sight
from tests.collage.titles import TITLES

LANGUAGES: tuple[Language, ...] = ("en", "fr")
every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)
ASPECTS = (
    (2000, 500),
    (1500, 1000),
    (1000, 1000),
    (1000, 1500),
    (500, 1500),
    (200, 50),
    (500, 2000),
)
COUNTS = (1, 2, 3, 5, 9)


def small(shape: Shape, longer_pixels: int = 640) -> Shape:
    """A page of the same shape that is quickly painted."""
    scale = longer_pixels / max(shape.page.width, shape.page.height)
    size = Size(round(scale * shape.page.width), round(scale * shape.page.height))
    return replace(shape, page=size, clear_pixels=round(scale * shape.clear_pixels))


def told(album: Sequence[PlanPhoto], theme: Theme) -> list[PlanPhoto]:
    """With days and towns, so that the theme takes them if it takes as many."""
    apart = timedelta(days=500 if theme is THEN_AND_NOW else 1)
    return [
        replace(
            photo, taken=date(2019, 2, 26) + place * apart, place=("Évian", "Turin")[place % 2]
        )
        for place, photo in enumerate(album)
    ]


def composed(
    album: Sequence[PlanPhoto],
    shape: Shape,
    theme: Theme,
    title: str | None,
    language: Language = "fr",
) -> Plan:
    shown = told(album, theme)
    every = frozenset(photo.key for photo in album)
    return compose(
        shown, shape, theme=theme, title=title, seed=1, language=language, kept_twins=every
    )


def assert_letters_are_on_the_page(plan: Plan, sources: Mapping[str, bytes]) -> None:
    """And read there: every one on the very pixels behind it."""
    found = measured(plan, sources)
    for corners in found.letters:
        for x, y in corners:
            assert -1 <= x <= plan.page.width + 1, plan.title
            assert -1 <= y <= plan.page.height + 1, plan.title
    assert found.contrast is None or found.contrast >= LEAST_CONTRAST


@every_theme
def test_any_number_of_photos_of_any_aspect_has_a_page(theme: Theme) -> None:
    """Panoramas and towers, alone and in crowds; the recipe holds what was decided."""
    titles = cycle((None, "Été", "Un très long titre pour nos vacances d’un bout à l’autre"))
    shapes = cycle(SHAPES.values())
    for turn, (aspect, title) in enumerate(zip((*ASPECTS, None), titles, strict=False)):
        sizes = [aspect or ASPECTS[place % len(ASPECTS)] for place in range(COUNTS[turn % 5])]
        album = photos(*(sight(*size, grain=place) for place, size in enumerate(sizes)))
        plan = composed(album, small(next(shapes)), theme, title)

        assert from_json(to_json(plan)) == plan
        kept = {cell.key for cell in plan.cells} | {left.key for left in plan.left_out}
        assert kept == {photo.key for photo in album}


def animated() -> bytes:
    out = io.BytesIO()
    frames = [quarters(320, 240), quarters(320, 240).rotate(180)]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=80)
    return out.getvalue()


def sixteen_bit() -> bytes:
    grey = Image.linear_gradient("L").resize((320, 240))
    return written(grey.convert("I").point(lambda level: level * 256).convert("I;16"), "PNG")


ODD = {
    "grey": written(quarters(320, 240).convert("L")),
    "CMYK": written(quarters(320, 240).convert("CMYK")),
    "16 bit": sixteen_bit(),
    "transparent": written(quarters(320, 240).convert("RGBA").rotate(30), "PNG"),
    "animated": animated(),
    "a thumbnail": written(quarters(200, 150)),
    "a panorama": written(quarters(800, 200)),
    "a screenshot": written(quarters(220, 480), "PNG"),
}
ALBUMS = {
    "odd ones together": list(ODD.values()),
    "one photo": [ODD["a thumbnail"]],
    "all alike": [ODD["a thumbnail"]] * 5,
    "screenshots alone": [ODD["a screenshot"]] * 5,
}


@pytest.fixture(scope="module")
def seen() -> dict[bytes, PlanPhoto]:
    """What each picture is, as the eyes say it."""
    return {data: PlanPhoto("", look_at(data, faces=True)) for data in ODD.values()}


@pytest.mark.parametrize("kind", ALBUMS)
@every_theme
def test_odd_photos_make_a_sensible_page_that_stretches_nobody(
    theme: Theme, kind: str, seen: dict[bytes, PlanPhoto]
) -> None:
    sources = {str(place): data for place, data in enumerate(ALBUMS[kind])}
    album = [replace(seen[data], key=key) for key, data in sources.items()]
    plan = composed(album, small(SQUARE), theme, "Été")

    page = picture(paint(plan, sources))

    assert page.size == (640, 640)
    found = certify(plan, {photo.key: photo.sight for photo in album})
    assert found.stretch < 0.04
    assert found.faces_cut == found.faces_lost == 0
    assert len(plan.cells) + len(plan.left_out) == len(album)


@every_theme
def test_whatever_the_title_is_it_is_whole_and_read_in_every_theme(theme: Theme) -> None:
    """More than two hundred in all, on nine themes, in three shapes and two languages."""
    count = max(theme.needs.photos, theme.needs.days)
    sources = {f"{place}.jpg": written(quarters(300, 200)) for place in range(count)}
    album = photos(*(sight(300, 200, grain=place) for place in range(count)))
    place = list(THEMES.values()).index(theme)
    asked = zip(
        TITLES[place :: len(THEMES)], cycle(SHAPES.values()), cycle(LANGUAGES), strict=False
    )
    for title, shape, language in asked:
        plan = composed(album, small(shape, 480), theme, title, language)

        assert plan.title or plan.is_title_in_message
        assert_letters_are_on_the_page(plan, sources)


def test_a_cover_of_one_picture_is_that_picture() -> None:
    """Neither beside itself nor on a mosaic."""
    plan = composed(photos(sight(1500, 1000)), small(SQUARE), COVER, "Été")

    assert [cell.key for cell in plan.cells] == ["0.jpg"]
    assert plan.theme == COVER.id
