"""pepite write: the rules on a terminal, with its exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from bot.cli.write_work import SAID, as_json, as_text, rewritten
from bot.writing.wishes import Note

# There is no endpoint and no child.
NEVER_HERE = {Note.MODEL_STRAYED, Note.TOO_LONG_FOR_MODEL, Note.TOO_SLOW}


def test_what_changed_is_marked_and_the_text_follows() -> None:
    shown = as_text(rewritten("Les photo sont belles.", "proofread", "fr", 0))
    assert shown.splitlines()[0] == "Les [-photo-]{+photos+} sont belles."
    assert "\nLes photos sont belles.\n" in shown
    assert "not all of the grammar" in shown


def test_as_json_it_can_be_read_by_a_machine() -> None:
    told = json.loads(as_json(rewritten("We are really late.", "shorter", None, 0)))
    assert (told["rewritten"], told["language"], told["changed"]) == ("We are late.", "en", True)


def test_every_note_has_its_words() -> None:
    assert set(Note) - NEVER_HERE == SAID.keys()


@pytest.mark.parametrize(("wish", "language"), [("longer", None), ("shorter", "de")])
def test_what_it_does_not_know_is_wrong_usage(wish: str, language: str | None) -> None:
    with pytest.raises(typer.BadParameter):
        rewritten("Hello.", wish, language, 0)


def test_a_text_that_stays_ends_with_1_and_says_why() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "write", "Ich bin heute nicht da.", "--wish", "warmer"],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "only English and French" in done.stdout
