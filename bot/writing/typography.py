"""French signs and spaces: thin spaces, guillemets, apostrophes, ellipses, capitals."""

import re
from typing import Final

from bot.writing.sentences import Sentence, joined, sentences

THIN: Final = "\u202f"
HARD: Final = "\u00a0"
SPACE: Final = r"[ \u00a0\u202f]"
LETTER: Final = r"[^\W_]"
RULES: Final = tuple(
    (re.compile(find), put)
    for find, put in (
        (rf"(?<={LETTER})'(?={LETTER}|[\ue000-\uf8ff])", "’"),
        (r"(?<!\.)\.{3}(?!\.)", "…"),
        (rf"{SPACE}+(?=[,.…](?:\s|$))", ""),
        (rf"(?<=[^\W_)»…\ue000-\uf8ff]){SPACE}*([?!;]+)(?=\s|$)", THIN + r"\1"),
        (rf"(?<=[^\W\d_)»\ue000-\uf8ff]){SPACE}*:(?=\s)", HARD + ":"),
        (rf"(?<=[^\W\d_]),(?={LETTER})", ", "),
        (r"(?<=[a-zà-ÿ]{2})\.(?=[a-zà-ÿ]{2,}\b(?![./]))", ". "),
    )
)


def typeset(text: str) -> str:
    """The text as French prints it; times, addresses and what is quoted stay."""
    for pattern, put in RULES:
        text = pattern.sub(put, text)
    return opened(text)


def opened(text: str) -> str:
    """A capital at the head of what is written in sentences."""
    parts = sentences_of(text)
    return "".join(joined([part]) for part in parts) if parts else text


def sentences_of(text: str) -> list[Sentence]:
    """Sentences with a capital, where a stop shows that they are sentences."""
    found: list[Sentence] = []
    for part in _split(text):
        is_sentence = part.text.endswith((".", "!", "?", "…")) and len(part.text.split()) > 1
        said = part.text[0].upper() + part.text[1:] if is_sentence else part.text
        found.append(Sentence(said, part.space))
    return found


def _split(text: str) -> list[Sentence]:
    """As `sentences`, but a full stop before a small letter ends one too."""
    parts: list[Sentence] = []
    for part in sentences(text):
        begin = 0
        for stop in re.finditer(r"(?<=[a-zà-ÿ]{3})(\.)( +)(?=[a-zà-ÿ])", part.text):
            parts.append(Sentence(part.text[begin : stop.end(1)], stop[2]))
            begin = stop.end()
        parts.append(Sentence(part.text[begin:], part.space))
    return parts
