"""pepite restyle, as whoever runs it sees it."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from bot.cli.restyle import restyle
from bot.errors import OperatorError
from bot.looks.catalogue import Look
from tests.looks.photos import FOLDER

verb = typer.Typer()
verb.command()(restyle)


def run(*options: str) -> Result:
    return CliRunner().invoke(verb, list(options), catch_exceptions=False)


def test_it_writes_the_picture_and_tells_what_it_is(tmp_path: Path) -> None:
    out = tmp_path / "out.jpg"
    photo = str(FOLDER / "astronaut.jpg")
    ran = run(photo, "-o", str(out), "--look", "mist", "--strength", "medium", "--json")
    told = json.loads(ran.stdout)
    assert ran.exit_code == 0
    assert told["label"] == "Edited with AI"
    assert told["people"] == 1
    assert b"compositeWithTrainedAlgorithmicMedia" in out.read_bytes()


def test_a_picture_lends_its_style_as_much_as_is_asked(tmp_path: Path) -> None:
    out, half = tmp_path / "out.jpg", tmp_path / "half.jpg"
    photo, style = str(FOLDER / "cat.jpg"), str(FOLDER / "coffee.jpg")
    told = json.loads(run(photo, "-o", str(out), "--style", style, "--json").stdout)
    assert (told["look"], told["label"]) == ("own", "Edited with AI")
    run(photo, "-o", str(half), "--look", "own", "--style", style, "--strength", "0.5")
    assert out.read_bytes() != half.read_bytes()


def test_a_style_that_is_no_picture_is_one_sentence(tmp_path: Path) -> None:
    style = str(FOLDER / "CREDITS.md")
    with pytest.raises(OperatorError, match="CREDITS"):
        run(str(FOLDER / "cat.jpg"), "-o", str(tmp_path / "x.jpg"), "--style", style)


def test_the_list_names_every_look() -> None:
    told = json.loads(run("--list", "--json").stdout)
    assert [row["look"] for row in told] == list(Look)
    assert all(look in run("--list").stdout for look in Look)


@pytest.mark.parametrize(
    "options",
    [
        [],
        [str(FOLDER / "cat.jpg"), "--look", "sun"],
        [str(FOLDER / "cat.jpg"), "-o", "x.jpg", "--look", "vermeer"],
        [str(FOLDER / "cat.jpg"), "-o", "x.jpg", "--look", "sun", "--strength", "extreme"],
        [str(FOLDER / "cat.jpg"), "-o", "x.jpg", "--look", "sun", "--strength", "1.5"],
        [str(FOLDER / "cat.jpg"), "-o", "x.jpg", "--look", "sun", "--strength", "nan"],
        [str(FOLDER / "cat.jpg"), "-o", "x.jpg", "--look", "own"],
        [str(FOLDER / "cat.jpg"), "-o", "x.jpg", "--look", "sun", "--style", "y.jpg"],
    ],
)
def test_what_it_cannot_know_is_wrong_usage(options: list[str]) -> None:
    assert run(*options).exit_code == 2


@pytest.mark.parametrize(
    ("photo", "look", "why"),
    [
        ("cat.jpg", "pop", "none is seen"),
        ("CREDITS.md", "sun", "not a JPEG"),
        ("nothing.jpg", "sun", "cannot be read"),
    ],
)
def test_a_failure_is_one_sentence(photo: str, look: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match=why):
        run(str(FOLDER / photo), "-o", str(tmp_path / "x.jpg"), "--look", look)
