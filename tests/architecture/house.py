"""What the laws of the house are checked on: its files, as text and as syntax trees."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ("bot", "handlers", "storage")


@cache
def python_files(*folders: str) -> tuple[Path, ...]:
    chosen = folders or (*FLOORS, "tests")
    return tuple(sorted(path for name in chosen for path in (ROOT / name).rglob("*.py")))


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def docstrings(module: ast.Module) -> set[ast.Constant]:
    """The constants that are docstrings, of the module and of all it defines."""
    found = set()
    for node in ast.walk(module):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            value = body[0].value
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                found.add(value)
    return found


def strings(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Every string of the code that is not a docstring, with its line."""
    skip = docstrings(module)
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in skip:
            yield node.lineno, node.value
