"""What the documents promise is there, and what is there is documented."""

import re

from bot.settings import Settings
from tests.architecture.house import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
SETTINGS = {f"PEPITE_{name.upper()}" for name in Settings.model_fields}


def test_the_readme_is_read_in_one_sitting() -> None:
    assert len(README.splitlines()) <= 150


def test_every_setting_is_documented_and_every_documented_setting_exists() -> None:
    assert set(re.findall(r"PEPITE_[A-Z_]+", README)) == SETTINGS
    assert set(re.findall(r"^(PEPITE_[A-Z_]+)=", EXAMPLE, re.MULTILINE)) == SETTINGS


def test_every_target_the_readme_names_is_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"\bmake ([a-z]+)\b", README)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_every_verb_is_documented() -> None:
    root = (ROOT / "bot/cli/root.py").read_text(encoding="utf-8")
    named = re.findall(r"^from bot\.cli\.(\w+) import \1$", root, re.MULTILINE)
    verbs = {name.rstrip("_") for name in named}  # a word of Python's own has a line under it
    assert verbs
    assert verbs == set(re.findall(r"`pepite ([a-z]+)", README))


def test_every_picture_the_readme_shows_is_there() -> None:
    for path in re.findall(r"!\[[^]]*\]\(([^)]+)\)", README):
        assert (ROOT / path).exists(), path


def test_nothing_speaks_of_the_machine_it_was_written_on() -> None:
    private = re.compile(r"/work/|/root/|/home/\w+/|/opt/pypi|find-links|index-url")
    kinds = {".py", ".md", ".toml", ".lock", ".ftl", ".js", ".css", ".html", ".yml", ""}
    for path in ROOT.rglob("*"):
        parts = set(path.relative_to(ROOT).parts)
        if path.is_file() and path.suffix in kinds and not parts & {".venv", ".git", "tour"}:
            if any(part.startswith(".") and part not in {".ci", ".github"} for part in parts):
                continue
            text = path.read_text(encoding="utf-8", errors="ignore")
            own = path.name == "test_docs.py"
            assert own or not private.search(text), path
