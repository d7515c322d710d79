"""French and English say the same things, with the same facts, at sensible lengths."""

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from tests.architecture.house import ROOT, name_of

FOLDERS = sorted({path.parent for path in ROOT.glob("handlers/*/*.ftl")})
PHRASES = sorted(ROOT.glob("bot/**/*.en.ftl"))
PAIRS = [(folder / "en.ftl", folder / "fr.ftl") for folder in FOLDERS] + [
    (path, path.with_name(path.name.replace(".en.", ".fr."))) for path in PHRASES
]
LIMIT_LABEL = 40  # a phone shows two buttons side by side up to about twenty letters each
LIMIT_TEXT = 3500  # under Telegram's 4,096 with room for the facts


def messages(path: Path) -> dict[str, ast.Message]:
    resource = FluentParser().parse(path.read_text(encoding="utf-8"))
    assert not [entry for entry in resource.body if isinstance(entry, ast.Junk)], path
    return {entry.id.name: entry for entry in resource.body if isinstance(entry, ast.Message)}


def variables(node: object) -> set[str]:
    if isinstance(node, ast.VariableReference):
        return {node.id.name}
    if isinstance(node, list):
        return set().union(*map(variables, node)) if node else set()
    if isinstance(node, ast.BaseNode):
        return set().union(*(variables(value) for value in vars(node).values()), set())
    return set()


def longest(pattern: object) -> int:
    """The longest that the text can be, before its facts are filled in."""
    if isinstance(pattern, ast.TextElement):
        return len(pattern.value)
    if isinstance(pattern, ast.SelectExpression):
        return max(longest(variant.value) for variant in pattern.variants)
    if isinstance(pattern, ast.Placeable):
        return longest(pattern.expression)
    if isinstance(pattern, ast.Pattern):
        return sum(map(longest, pattern.elements))
    return 0


def flat(pattern: object) -> str:
    if isinstance(pattern, ast.TextElement):
        return pattern.value
    if isinstance(pattern, ast.SelectExpression):
        return " ".join(flat(variant.value) for variant in pattern.variants)
    if isinstance(pattern, ast.Placeable):
        return flat(pattern.expression) or "x"
    if isinstance(pattern, ast.Pattern):
        return "".join(map(flat, pattern.elements))
    return ""


@pytest.mark.parametrize(("english", "french"), PAIRS, ids=name_of)
def test_both_languages_have_the_same_sentences_with_the_same_facts(
    english: Path, french: Path
) -> None:
    left, right = messages(english), messages(french)
    assert left.keys() == right.keys()
    for name, message in left.items():
        assert variables(message) == variables(right[name]), name


@pytest.mark.parametrize(("english", "french"), PAIRS, ids=name_of)
def test_no_sentence_is_too_long_for_its_place(english: Path, french: Path) -> None:
    for path in (english, french):
        for name, message in messages(path).items():
            limit = LIMIT_LABEL if "-button" in name else LIMIT_TEXT
            assert longest(message.value) <= limit, (path.name, name)


@pytest.mark.parametrize("french", [french for _, french in PAIRS], ids=name_of)
def test_french_keeps_its_typography(french: Path) -> None:
    wrong = re.compile(
        r"[a-zà-ÿ)x](?:[!?;]|:(?!//))(?:\s|$)|[a-zà-ÿx] [!?;:](?:\s|$)|« [a-z]|\w'\w"
    )
    for name, message in messages(french).items():
        assert not wrong.search(flat(message.value)), (name, wrong.search(flat(message.value)))


def test_every_conversation_speaks_both() -> None:
    assert FOLDERS, "no conversation speaks"
    for folder in FOLDERS:
        assert (folder / "en.ftl").exists()
        assert (folder / "fr.ftl").exists()
