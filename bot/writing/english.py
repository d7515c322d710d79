"""English proofread: a grammar checker in this process, our own table, a list of words."""

import re
from typing import Final

from bot.writing.corrections import corrections
from bot.writing.sentences import Sentence, joined, sentences
from bot.writing.spelling import is_available, spelt
from bot.writing.substitute import straight_like

# A voice is no fault: nothing about style, rhythm or how speech is told. Its network is off: it
# mended one more sentence of our 114, none of 17 others, at a hundred times the time.
NOT_FAULTS: Final = frozenset(
    {"style", "comma-splice", "sentence-fragment", "tense-drift", "orphaned-letter", "punctuation"}
    | {"doubled-word", "model"}
)
SURE_ENOUGH: Final = 0.75  # the checker's own confidence
# Small letters alone: "Lou Lou" is somebody, "had had" and "ha ha" are meant.
DOUBLED: Final = re.compile(
    r"(?<![\w’'-])(?!(?:had|that|ha|he|ho|tut|no|yes|bye|there|now|never|very|so|far|long|knock|blah"
    r"|oh|la|go|good|again|really|too|haha|hey|night)\b)([a-z]+)(?: \1)+(?![\w’'-])"
)
WORD: Final = re.compile(r"(?<![\w’'@#/.-])[a-z]+(?![\w’'@/-])")


def corrected(text: str) -> str:
    """`text`, covered by the shield, without what is surely wrong."""
    fixed = corrections("en").applied(text)
    fixed = _checked(DOUBLED.sub(r"\1", fixed))
    if is_available():
        fixed = WORD.sub(lambda word: spelt(word[0], "en") or word[0], fixed)
    return straight_like(text, _opened(fixed))


def _checked(text: str) -> str:
    """What the grammar checker is sure of, from the last to the first."""
    from quire_grammar import check  # noqa: PLC0415 - only a child needs it

    found = [
        one
        for one in check(text, disable=NOT_FAULTS, min_confidence=SURE_ENOUGH)
        if len(one.suggestions) == 1
    ]
    begin = len(text)
    for one in sorted(found, key=lambda one: -one.start):
        if one.end <= begin:
            text = text[: one.start] + one.suggestions[0] + text[one.end :]
            begin = one.start
    return text


def _opened(text: str) -> str:
    """A capital at the head of what is written in sentences: it ends with a stop."""
    parts = [
        Sentence(part.text[0].upper() + part.text[1:], part.space)
        if part.stop[:1] == "." and len(part.text.split()) > 1
        else part
        for part in sentences(text)
    ]
    return joined(parts) or text
