"""Commands answer to their French names as well; each word means one of them."""

import re
from itertools import chain
from pathlib import Path

import handlers
from bot.telegram.commands import COMMANDS, FRENCH, called

TYPED = re.compile(r"[a-z0-9_]{1,32}")  # what Telegram lets one press


def test_every_command_of_the_menu_has_a_french_name_that_telegram_marks() -> None:
    for name in COMMANDS:
        assert any(TYPED.fullmatch(word) for word in FRENCH[name]), name


def test_no_word_means_two_commands() -> None:
    words = [*chain.from_iterable(called(name) for name in {*COMMANDS, *FRENCH})]

    assert len(words) == len(set(words))


def test_every_conversation_listens_to_both_names() -> None:
    """/admin is the operator's: one name is enough."""
    folder = Path(handlers.__file__).parent
    for path in folder.rglob("*.py"):
        own = re.findall(r'Command\("(\w+)"', path.read_text("utf-8"))
        assert set(own) <= {"admin"}, path
