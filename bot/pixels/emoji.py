"""Emoji apart from letters: what is one in a text, without a font."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FLAG = "[\U0001f1e6-\U0001f1ff]{2}"
_KEYCAP = "[0-9#*]\ufe0f?\u20e3"
_SHOWN = (  # as a picture of its own accord, or because U+FE0F asks for it
    "(?:[\U0001f000-\U0001f1e5\U0001f200-\U0001faff]|[\u231a\u231b\u23e9-\u23f3\u25fd\u25fe"
    "\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce"
    "\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e"
    "\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55]"
    "|[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u27bf\u2900-\u297f"
    "\u2b00-\u2bff\u3030\u303d\u3297\u3299](?=\ufe0f))\ufe0f?[\U0001f3fb-\U0001f3ff]?"
)
_TAGS = "[\U000e0020-\U000e007f]*"  # the flags of England, Scotland and Wales
EMOJI = re.compile(f"{_FLAG}|{_KEYCAP}|{_SHOWN}{_TAGS}(?:\u200d{_SHOWN})*")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one line in one font: letters, or a single emoji."""

    text: str
    is_emoji: bool


def runs(text: str) -> Iterator[Run]:
    """In the order of reading; together they are the text."""
    start = 0
    for found in EMOJI.finditer(text):
        if found.start() > start:
            yield Run(text[start : found.start()], is_emoji=False)
        yield Run(found.group(), is_emoji=True)
        start = found.end()
    if start < len(text):
        yield Run(text[start:], is_emoji=False)


def clusters(text: str) -> list[str]:
    """Letters one by one, an emoji as a whole: what may be cut off at the end of a line."""
    return [
        part for run in runs(text) for part in ([run.text] if run.is_emoji else list(run.text))
    ]
