"""Abuse 32: no words make the assistant publish, consent or delete; it is given nothing to."""

import ast
import inspect
from typing import get_type_hints

from bot.assistant.assistant import Assistant
from bot.assistant.chatter import Chatter
from bot.assistant.easel import Easel
from bot.assistant.lookup import Shelf
from bot.assistant.request import Intent, Screen
from tests.architecture.house import python_files, tree

FORBIDDEN = ("bot.sharing", "bot.privacy", "bot.consent.registrar", "storage.sharing")
POWERS = {"publish", "share", "forget", "erase", "withdraw", "given", "refused", "shred_later"}


def test_32_every_intent_is_one_of_these() -> None:
    assert {intent.value for intent in Intent} == {
        "find", "make", "film", "change", "which-photo", "cannot", "why", "help", "thanks",
        "rewrite", "screen",
    }  # fmt: skip
    assert {screen.value for screen in Screen} == {
        "share", "forget", "privacy", "memories", "language",
    }  # fmt: skip


def test_32_the_room_is_given_nothing_that_publishes_consents_or_deletes() -> None:
    for role, given in (
        (Assistant, {"storage", "standing_of", "shelf", "easel", "chatter"}),
        (Chatter, {"storage", "standing_of", "remote"}),
    ):
        assert set(inspect.signature(role.__init__).parameters) - {"self"} == given
    assert set(get_type_hints(Assistant.__init__)) >= {"shelf", "easel"}
    of_shelf = {name for name in vars(Shelf) if not name.startswith("_")}
    of_easel = {name for name in vars(Easel) if not name.startswith("_")}
    assert of_shelf == {"facts", "sights", "left_outs", "preview"}
    assert of_easel == {"shown_in", "draft", "themes", "edit", "entitle", "caption"}


def test_32_the_room_imports_and_calls_nothing_that_could() -> None:
    for path in python_files("bot/assistant"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ImportFrom):
                assert not (node.module or "").startswith(FORBIDDEN), path
            if isinstance(node, ast.Call):
                assert getattr(node.func, "attr", "") not in POWERS, path
