"""How files read: one purpose each, in one sentence, short enough to keep in mind."""

import ast
import re

from tests.architecture.house import FLOORS, ROOT, name_of, python_files, strings, tree

OWN = [path for path in python_files(*FLOORS) if "migrations" not in path.parts]


def test_a_module_opens_with_one_sentence() -> None:
    first_lines = {
        name_of(path): (ast.get_docstring(tree(path)) or "").split("\n")[0] for path in OWN
    }
    assert [
        name
        for name, line in first_lines.items()
        if not 10 <= len(line) <= 100 or not line.endswith((".", "?", "!"))
    ] == []


def test_a_file_tells_one_thing() -> None:
    lines = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in OWN}
    assert {name: count for name, count in lines.items() if count > 300} == {}


def test_a_function_fits_in_the_eye() -> None:
    assert [
        f"{name_of(path)}: {node.name}"
        for path in OWN
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= 60
    ] == []


def test_every_package_says_what_it_is() -> None:
    folders = {path.parent for path in OWN}
    missing = [name_of(folder) for folder in folders if not (folder / "__init__.py").exists()]
    assert missing == []


def test_nothing_in_the_tree_is_left_for_later() -> None:
    unfinished = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|NotImplementedError")
    guilty = [
        name_of(path)
        for path in OWN
        if any(unfinished.search(line) for line in path.read_text("utf-8").splitlines())
    ]
    assert guilty == []


# Where whatever comes must end, and why.
BOUNDARIES = {
    "handlers/middleware/errors.py": "a conversation's bug is owned up to",
    "bot/telegram/inbox.py": "what even that could not say must not stop the other chats",
    "bot/jobs/queue.py": "a job's bug is tried again, then told",
    "bot/jobs/child.py": "a child's error belongs to its caller, who gets it",
}


def test_broad_catches_stand_at_the_boundaries_only() -> None:
    guilty = {
        name_of(path)
        for path in OWN
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
    }
    assert guilty == set(BOUNDARIES)


def test_no_sentence_to_a_person_is_written_in_code() -> None:
    sentence = re.compile(r"[A-Za-zÀ-ÿ’']{2,} [a-zà-ÿ’']{2,} [a-zà-ÿ’']{2,}")
    for path in python_files("handlers"):
        logged = {
            constant.lineno
            for call in ast.walk(tree(path))
            if isinstance(call, ast.Call) and ast.unparse(call.func).startswith(("log.", "raise"))
            for constant in ast.walk(call)
            if isinstance(constant, ast.Constant)
        }
        said = [(line, text) for line, text in strings(tree(path)) if sentence.search(text)]
        assert [row for row in said if row[0] not in logged] == [], name_of(path)


def test_the_top_level_is_the_owners_card() -> None:
    tracked = {path.name for path in ROOT.iterdir() if path.name not in {".git", ".venv", ".env"}}
    visible = {name for name in tracked if not name.startswith(".")}
    wanted = {"bot", "handlers", "storage", "tests", "pyproject.toml", "README.md"}
    helpers = {"LICENSE", "NOTICE", "CHANGELOG.md", "Makefile"}
    locks = {"requirements.lock", "requirements-dev.lock"}
    made = {"tour", "dist", "htmlcov", "pepite-data", "bench.json"}
    assert wanted <= visible
    assert visible <= wanted | helpers | locks | made
