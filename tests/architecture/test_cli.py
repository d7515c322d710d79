"""The command as a shell sees it: its help, its cost, its exit codes."""

import subprocess
import sys

from tests.architecture.house import ROOT

PEPITE = [sys.executable, "-m", "bot"]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PEPITE, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_help_imports_nothing_heavy() -> None:
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "bot", "--help"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stderr  # fmt: skip
    names = {line.rsplit("|", 1)[-1].strip() for line in loaded.splitlines()}
    heavy = {"aiogram", "sqlalchemy", "PIL", "numpy", "onnxruntime", "pydantic", "aiohttp"}
    assert names & heavy == set()


def test_every_verb_says_what_it_does() -> None:
    verbs = "demo run setup doctor see collage film import restyle write audit bench"
    for verb in verbs.split():
        shown = run(verb, "--help")
        assert shown.returncode == 0
        assert "Usage" in shown.stdout


def test_wrong_usage_exits_with_2() -> None:
    assert run("paint").returncode == 2
    assert run("collage").returncode == 2


def test_a_missing_token_is_one_clear_sentence() -> None:
    done = run("run")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "PEPITE_BOT_TOKEN" in done.stderr
