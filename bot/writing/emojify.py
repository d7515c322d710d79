"""A few emoji at the ends of sentences that speak of what they show."""

import random
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from bot.texts import Language
from bot.writing.sentences import Sentence, joined, sentences
from bot.writing.shield import SIGN

EMOJI: Final = Path(__file__).with_name("emoji.toml")
MOST_EMOJI: Final = 4  # more is a rebus
DENIED: Final = re.compile(
    r"(?:\bno|\bnot(?: \w+)?|\bwithout|n['’]t(?: \w+)?|\bpas(?: \w+)? d[eu]|\bpas(?: \w+)?"
    r"|\bsans|\bplus d[eu]|\bni|\baucun|\baucune|\bpas d['’]) $",
    re.IGNORECASE,
)


def emojified(text: str, language: Language, dice: random.Random) -> str:
    """At most four, at most one a sentence, each different; none where one already stands.

    Emoji that are in the text are covered, so that a sentence that has one ends with a sign.
    """
    used: set[str] = set()
    parts = [_decorated(part, language, dice, used) for part in sentences(text)]
    said = joined(parts)
    return text[: len(text) - len(text.lstrip())] + said


def _decorated(
    part: Sentence, language: Language, dice: random.Random, used: set[str]
) -> Sentence:
    if len(used) >= MOST_EMOJI or re.search(SIGN, part.text[-2:]):
        return part
    fitting = [one for one in _fitting(part.text, language) if one not in used]
    if not fitting:
        return part
    chosen = dice.choice(fitting)
    used.add(chosen)
    return Sentence(f"{part.text} {chosen}", part.space)


def _fitting(sentence: str, language: Language) -> tuple[str, ...]:
    """The emoji of the first word that has some and is not denied."""
    pattern, shown = words(language)
    for found in pattern.finditer(sentence):
        if not DENIED.search(sentence[: found.start()]):
            return shown[found[0].lower().replace("'", "’")]
    return ()


@cache
def words(language: Language) -> tuple[re.Pattern[str], Mapping[str, tuple[str, ...]]]:
    """What to look for, and what each word may show."""
    table = tomllib.loads(EMOJI.read_text(encoding="utf-8"))
    shown = {
        word: tuple(emoji.split()) for emoji, said in table.items() for word in said[language]
    }
    longest = sorted(shown, key=len, reverse=True)
    either = "|".join(re.escape(word).replace("’", "['’]") for word in longest)
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE), shown
