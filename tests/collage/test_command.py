"""pepite collage, as whoever runs it sees it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from PIL import ImageOps
from typer.testing import CliRunner

from bot.cli.collage import THEME_NAMES, collage
from bot.cli.collage_work import Order, make
from bot.collage.recipe import from_json
from bot.collage.themes import THEMES
from bot.errors import OperatorError
from bot.pixels.fonts import emoji_font
from tests.collage.pictures import quarters, stored
from tests.conversations.given import dated
from tests.vision.photos import FOLDER

verb = typer.Typer()
verb.command()(collage)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.jpg").write_bytes(stored(quarters(), 6))
    other = ImageOps.flip(quarters(600, 900)).convert("L")  # a mirrored one would be a twin
    (tmp_path / "two.jpg").write_bytes(stored(other, 1))
    return tmp_path


def run(folder: Path, *options: str) -> str:
    photos = [str(folder / "one.jpg"), str(folder / "two.jpg")]
    ran = CliRunner().invoke(verb, [*photos, *options], catch_exceptions=False)
    assert ran.exit_code == 0, ran.output
    return ran.stdout


def test_it_paints_tells_where_everything_lies_and_repaints_from_its_recipe(folder: Path) -> None:
    out, again, recipe = folder / "out.jpg", folder / "again.jpg", folder / "recipe.json"
    options = ["--size", "640x640", "--title", "夏の思い出", "--recipe", str(recipe)]

    told = json.loads(run(folder, "-o", str(out), "--json", *options))
    run(folder, "-o", str(again), "--recipe", str(recipe))

    assert {cell["file"] for cell in told["cells"]} == {"one.jpg", "two.jpg"}
    assert {cell["rotation_degrees"] for cell in told["cells"]} == {0, 90}
    assert set(told["timings_ms"]) == {"look", "plan", "paint"}
    assert told["is_title_drawn"] is False
    assert out.read_bytes() == again.read_bytes()


def test_days_are_written_as_in_the_country_that_is_named(folder: Path) -> None:
    """Without one, as the language has it."""
    for name, picture in (("one", "cat"), ("two", "coffee")):
        (folder / f"{name}.jpg").write_bytes(dated(picture))
    written = {}
    for country in ("us", "Royaume-Uni"):
        recipe = folder / f"{country}.json"
        options = ["--theme", "polaroids", "--shape", "story", "--recipe", str(recipe)]
        run(folder, "-o", str(folder / "out.jpg"), "--country", country, *options)
        written[country] = {one.text for one in from_json(recipe.read_text()).words}
    assert written == {"us": {"October 12, 2024"}, "Royaume-Uni": {"12 October 2024"}}


def test_an_emoji_that_the_title_does_without_is_said(folder: Path) -> None:
    out = str(folder / "out.jpg")
    told = run(folder, "-o", out, "--size", "640x640", "--title", "Mer 🌊")
    assert ("without its emoji" in told) is (emoji_font() is None)


@pytest.mark.parametrize("size", ["2560", "10x10", "99999x10", "axb"])
def test_a_size_that_is_none_is_wrong_usage(folder: Path, size: str) -> None:
    ran = CliRunner().invoke(
        verb, [str(folder / "one.jpg"), "-o", str(folder / "x.jpg"), "--size", size]
    )

    assert ran.exit_code == 2


@pytest.mark.parametrize("option", ["--theme", "--shape", "--country"])
def test_what_is_no_theme_no_shape_and_no_country_is_wrong_usage(
    folder: Path, option: str
) -> None:
    ran = CliRunner().invoke(verb, [str(folder / "one.jpg"), "-o", "x.jpg", option, "round"])

    assert ran.exit_code == 2


def test_every_theme_is_named_in_the_help() -> None:
    assert THEME_NAMES.replace(" or", ",").split(", ") == list(THEMES)


def test_a_theme_that_needs_other_photos_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photos = (folder / "one.jpg", folder / "two.jpg")
    shape = (640, 640)
    order = Order(photos, folder / "out.jpg", shape, THEMES["then-and-now"], None, 1, None)

    assert make(order).plan.theme == "mosaic-light"
    assert "then-and-now needs 2 photos with a date and 365 days" in capsys.readouterr().err


def test_a_file_that_is_no_picture_is_named(folder: Path) -> None:
    (folder / "two.jpg").write_text("hello")

    with pytest.raises(OperatorError, match=r"two\.jpg"):
        run(folder, "-o", str(folder / "x.jpg"))


def test_a_photo_the_recipe_needs_is_named(folder: Path) -> None:
    recipe = folder / "recipe.json"
    run(folder, "-o", str(folder / "x.jpg"), "--size", "640x640", "--recipe", str(recipe))
    recipe.write_text(recipe.read_text().replace("one.jpg", "three.jpg"))

    with pytest.raises(OperatorError, match=r"three\.jpg"):
        run(folder, "-o", str(folder / "x.jpg"), "--recipe", str(recipe))


def test_a_file_the_recipe_does_not_need_is_not_opened(folder: Path) -> None:
    out, again, recipe = folder / "x.jpg", folder / "y.jpg", folder / "recipe.json"
    run(folder, "-o", str(out), "--size", "640x640", "--recipe", str(recipe))
    (folder / "notes.txt").write_text("hello")

    run(folder, str(folder / "notes.txt"), "-o", str(again), "--recipe", str(recipe))

    assert out.read_bytes() == again.read_bytes()


def test_a_photo_cut_since_the_recipe_was_written_is_one_sentence(folder: Path) -> None:
    recipe = folder / "recipe.json"
    run(folder, "-o", str(folder / "x.jpg"), "--size", "640x640", "--recipe", str(recipe))
    (folder / "two.jpg").write_bytes((folder / "two.jpg").read_bytes()[:2000])

    with pytest.raises(OperatorError, match=r"two\.jpg.*cut short or damaged"):
        run(folder, "-o", str(folder / "x.jpg"), "--recipe", str(recipe))


def test_two_processes_decide_and_paint_the_same(tmp_path: Path) -> None:
    names = ("cat.jpg", "astronaut.jpg", "palace.jpg", "rocket.jpg", "coffee.jpg")
    made = [_in_a_process(tmp_path / hash_seed, names, hash_seed) for hash_seed in ("1", "2")]

    assert made[0] == made[1]


def _in_a_process(folder: Path, names: tuple[str, ...], hash_seed: str) -> tuple[bytes, bytes]:
    """Picture and recipe, where sets and dictionaries of text have an order of their own."""
    folder.mkdir()
    out, recipe = folder / "out.jpg", folder / "recipe.json"
    photos = [str(FOLDER / name) for name in names]
    options = ["--title", "Été 2019", "--size", "640x640", "--recipe", str(recipe)]
    subprocess.run(
        [sys.executable, "-m", "bot", "collage", *photos, "-o", str(out), *options],
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        check=True,
        capture_output=True,
    )
    return out.read_bytes(), recipe.read_bytes()
