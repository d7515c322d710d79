"""A recipe says everything, and nothing that cannot be painted."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from bot.collage.compose import compose
from bot.collage.plan import (
    Anchor,
    CellLook,
    Frame,
    Mark,
    MarkKind,
    PixelBox,
    Plan,
    PlanPhoto,
    Words,
)
from bot.collage.recipe import RecipeError, from_json, to_json
from bot.collage.themes import MOSAIC_DARK, SQUARE
from tests.collage.sights import albums, photos, sight


def plan_of(album: list[PlanPhoto], title: str | None = "Été à Lyon, août 2019") -> Plan:
    return compose(album, SQUARE, theme=MOSAIC_DARK, title=title, seed=3)


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(albums(least=1, most=8))
def test_a_recipe_reads_back_as_the_same_plan(album: list[PlanPhoto]) -> None:
    plan = plan_of(album)

    assert from_json(to_json(plan)) == plan
    assert to_json(from_json(to_json(plan))) == to_json(plan)


@pytest.fixture(scope="module")
def written() -> str:
    return to_json(plan_of(photos(sight(grain=1), sight(grain=2))))


def _set(*path: str | int, to: object) -> Callable[[Any], None]:
    def change(recipe: Any) -> None:
        for step in path[:-1]:
            recipe = recipe[step]
        recipe[path[-1]] = to

    return change


@pytest.mark.parametrize(
    "change",
    [
        _set("cells", 0, "on_page", "left", to=2000),
        _set("cells", 0, "on_page", "width", to=-5),
        _set("cells", 0, "on_page", "width", to="500"),
        _set("cells", 0, "on_page", "width", to=500.5),
        _set("cells", 0, "of_source", "height", to=9_000_000),
        _set("cells", 0, "source", "width", to=0),
        _set("cells", to=[]),
        _set("page", "width", to=100_000),
        _set("page", "height", to=0),
        _set("paper", to=[0, 0, 256]),
        _set("paper", to=[0, 0]),
        _set("radius_pixels", to=-1),
        _set("title", "face", to="/etc/passwd"),
        _set("title", "size_pixels", to=100_000),
        _set("title", "lines", to=["one", "two", "three"]),
        _set("title", "baselines", to=[-4]),
        _set("pepite", to=2),
        _set("surprise", to=1),
        _set("cells", 0, "surprise", to=1),
    ],
)
def test_a_recipe_somebody_changed_is_refused(written: str, change: Callable[[Any], None]) -> None:
    recipe = json.loads(written)
    change(recipe)

    with pytest.raises(RecipeError, match="recipe"):
        from_json(json.dumps(recipe))


def test_cells_laid_over_one_another_are_refused(written: str) -> None:
    recipe = json.loads(written)
    recipe["cells"][1]["on_page"] = recipe["cells"][0]["on_page"]

    with pytest.raises(RecipeError, match="overlap"):
        from_json(json.dumps(recipe))


PAPER = (250, 250, 245)


def adorned() -> Plan:
    """A page with everything that a theme may ask for."""
    plan = plan_of(photos(sight(grain=1), sight(grain=2)))
    one, other = plan.cells
    lying = replace(one.on_page, left=500, top=500, width=400, height=300)
    card = replace(
        other,
        on_page=lying,
        turn_degrees=-3.5,
        frame=Frame(24, 24, 72, PAPER, shadow_pixels=30),
        radius_pixels=0,
        look=CellLook("pencil", "light"),
    )
    dots = Mark(MarkKind.BOX, PixelBox(-9, 9, 20, 20), PAPER, radius_pixels=10, times=50)
    words = Words("1er août 2019", "caveat", 60, 700, 900, (30, 30, 30), Anchor.MIDDLE, -3.5)
    return replace(plan, cells=(one, card), marks=(dots,), words=(words,))


def test_marks_words_frames_and_turns_are_read_back() -> None:
    assert from_json(to_json(adorned())) == adorned()


@pytest.mark.parametrize(
    "change",
    [
        _set("cells", 1, "turn_degrees", to=21.0),
        _set("cells", 1, "turn_degrees", to=float("nan")),
        _set("cells", 1, "on_page", "left", to=3),
        _set("cells", 1, "frame", "below_pixels", to=5000),
        _set("cells", 1, "frame", "sides_pixels", to=-5),
        _set("cells", 1, "frame", "paper", to=[0, 0, 300]),
        _set("cells", 1, "frame", "shadow_pixels", to=10**9),
        _set("cells", 1, "radius_pixels", to=10**6),
        _set("cells", 1, "look", "look", to="../etc"),
        _set("marks", 0, "kind", to="picture"),
        _set("marks", 0, "times", to=10**6),
        _set("marks", 0, "opacity", to=2.0),
        _set("marks", 0, "box", "width", to=10**9),
        _set("marks", 0, "across_pixels", to=10**9),
        _set("marks", 0, "colour", to=[1, 2, 999]),
        _set("words", 0, "face", to="/etc/passwd"),
        _set("words", 0, "text", to="a\nb"),
        _set("words", 0, "text", to="x" * 1000),
        _set("words", 0, "text", to=""),
        _set("words", 0, "size_pixels", to=10**6),
        _set("words", 0, "x", to=-50),
        _set("words", 0, "anchor", to="nowhere"),
        _set("words", 0, "turn_degrees", to=400.0),
    ],
)
def test_an_adorned_recipe_somebody_changed_is_refused(change: Callable[[Any], None]) -> None:
    recipe = json.loads(to_json(adorned()))
    change(recipe)

    with pytest.raises(RecipeError, match="recipe"):
        from_json(json.dumps(recipe))


def test_a_page_buried_in_ornaments_or_cards_is_refused() -> None:
    plan = adorned()
    sheet = Mark(MarkKind.OUTLINE, PixelBox(0, 0, 2560, 2560), PAPER, line_pixels=9, times=40)
    with pytest.raises(RecipeError, match="too much"):
        from_json(to_json(replace(plan, marks=(sheet,))))
    card = replace(plan.cells[1], on_page=PixelBox(200, 200, 2100, 2100))
    with pytest.raises(RecipeError, match="too much"):
        from_json(to_json(replace(plan, cells=(card,) * 9)))


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", "[" * 100_000, "x" * 300_000, "\ud800"])
def test_what_is_no_recipe_is_refused(text: str) -> None:
    with pytest.raises(RecipeError, match="not a recipe"):
        from_json(text)
