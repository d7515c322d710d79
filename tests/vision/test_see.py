import json
import re
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.cli.see import see
from tests.vision.photos import FOLDER

pepite = typer.Typer()
pepite.command()(see)


def run(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(pepite, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout, result.stderr


def test_people_read_what_is_in_a_photo() -> None:
    code, out, err = run(FOLDER / "cat.jpg", FOLDER / "astronaut.jpg")
    assert (code, err) == (0, "")
    assert re.search(r"seen     cat [78]\d%", out)  # processors round a little differently
    assert re.search(r"faces    1: 3\d%–5\d% × 1\d%–3\d%", out)


def test_programs_read_json_alone() -> None:
    code, out, _ = run("--json", FOLDER / "palace.jpg")
    (seen,) = json.loads(out)
    assert code == 0
    assert [one["name"] for one in seen["concepts"]] == ["historic building"]
    assert (seen["width"], seen["height"], seen["faces"], seen["place"]) == (640, 427, [], None)
    assert set(seen["quality"]) == {"sharpness", "exposure", "colour"}


def test_a_bad_photo_is_one_sentence_and_the_others_are_still_seen(tmp_path: Path) -> None:
    cut, fake = tmp_path / "cut.jpg", tmp_path / "page.jpg"
    cut.write_bytes((FOLDER / "cat.jpg").read_bytes()[:20_000])
    fake.write_text("<html>")
    code, out, err = run("--json", cut, fake, tmp_path / "none.jpg", FOLDER / "rocket.jpg")
    assert code == 1
    assert err.splitlines() == [
        f"{cut}: it is cut short or damaged",
        f"{fake}: it is not a JPEG, PNG, WebP, GIF or HEIC",
        f"{tmp_path / 'none.jpg'} cannot be read (No such file or directory)",
    ]
    assert [Path(one["photo"]).name for one in json.loads(out)] == ["rocket.jpg"]


@pytest.mark.parametrize("arguments", [[], ["--nonsense"]])
def test_a_wrong_command_line_exits_with_2(arguments: list[str]) -> None:
    assert run(*arguments)[0] == 2
