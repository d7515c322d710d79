"""What the endpoint is told before a chat, and which turns of it go along."""

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Final

from bot.remote.turns import Turn
from bot.texts import Language

PROMPTS: Final = Path(__file__)
MOST_TURNS: Final = 8
MOST_CHARACTERS: Final = 1500  # of one turn: a chat, not an essay


@cache
def system_prompt(language: Language) -> str:
    """Which language, which task, and what this chat cannot do."""
    return PROMPTS.with_name(f"chat.{language}.txt").read_text(encoding="utf-8").strip()


def messages(language: Language, said: Sequence[tuple[bool, str]]) -> list[Turn]:
    """The last turns, oldest first; each is (whether the person said it, text).

    What a person wrote is always the person's turn, never the system's. They take turns, the
    person first: many models refuse anything else, and some questions were never answered.
    """
    turns: list[Turn] = []
    for is_person, together in groupby(said[-MOST_TURNS:], key=itemgetter(0)):
        text = "\n".join(text[:MOST_CHARACTERS] for _, text in together)
        if is_person or turns:
            turns.append(Turn("user" if is_person else "assistant", text))
    return [Turn("system", system_prompt(language)), *turns]
