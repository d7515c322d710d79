"""English proofread: a grammar checker in this process, our own table, a list of words."""

import re
from typing import Final

from bot.writing.corrections import corrections
from bot.writing.sentences import Sentence, joined, sentences
from bot.writing.spelling import is_available, spelt
from bot.writing.substitute import straight_like

# A voice is no fault: nothing about style, rhythm or how speech is told.
NOT_FAULTS: Final = frozenset(
    ("style", "comma-splice", "sentence-fragment", "tense-drift", "orphaned-letter", "punctuation")
)
SURE_ENOUGH: Final = 0.75  # the checker's own confidence
MODEL_SURE: Final = 0.8  # of its network, which it scales down itself
WORD: Final = re.compile(r"(?<![\w’'@#/.-])[a-z]+(?![\w’'@/-])")


def corrected(text: str) -> str:
    """`text`, covered by the shield, without what is surely wrong."""
    fixed = corrections("en").applied(text)
    fixed = _checked(fixed)
    if is_available():
        fixed = WORD.sub(lambda word: spelt(word[0], "en") or word[0], fixed)
    return straight_like(text, _opened(fixed))


def _checked(text: str) -> str:
    """What the grammar checker is sure of, from the last to the first."""
    from quire_grammar import check  # noqa: PLC0415 - it looks for its network when imported

    found = [
        one
        for one in check(text, disable=NOT_FAULTS, min_confidence=SURE_ENOUGH)
        if len(one.suggestions) == 1 and _is_sure(one.rule_id, one.confidence, one.original)
    ]
    begin = len(text)
    for one in sorted(found, key=lambda one: -one.start):
        if one.end <= begin:
            text = text[: one.start] + one.suggestions[0] + text[one.end :]
            begin = one.start
    return text


def _is_sure(rule: str, confidence: float, original: str) -> bool:
    """A network may not rewrite names, capitals or commas."""
    if not rule.startswith("model:"):
        return True
    return confidence >= MODEL_SURE and rule == "model:replace" and original.islower()


def _opened(text: str) -> str:
    """A capital at the head of what is written in sentences: it ends with a stop."""
    parts = [
        Sentence(part.text[0].upper() + part.text[1:], part.space)
        if part.stop[:1] == "." and len(part.text.split()) > 1
        else part
        for part in sentences(text)
    ]
    return joined(parts) or text
