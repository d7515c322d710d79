"""A recipe says everything, and nothing that cannot be painted."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from bot.collage.compose import compose
from bot.collage.plan import Plan, PlanPhoto
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


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", "[" * 100_000, "x" * 300_000, "\ud800"])
def test_what_is_no_recipe_is_refused(text: str) -> None:
    with pytest.raises(RecipeError, match="not a recipe"):
        from_json(text)
