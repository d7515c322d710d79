"""A text as its sentences, each with the space that follows it."""

import re
from dataclasses import dataclass
from typing import Final

from bot.writing.shield import SIGN

ABBREVIATION: Final = re.compile(
    r"\b(?:mr|mrs|ms|dr|st|jr|vs|etc|e\.g|i\.e|a\.m|p\.m|no|m|mme|mlle|p|av|bd|env|ex|cf|art|\w)\.$",
    re.IGNORECASE,
)
END: Final = re.compile(rf"([.!?…]+[)»”\"]*(?:[ \u00a0]?{SIGN})?)(\s+|\Z)|(\s*\n\s*)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """text: with its stop, without spaces around. space: what follows it."""

    text: str
    space: str

    @property
    def stop(self) -> str:
        """The signs it ends with; empty where it has none."""
        found = re.search(rf"[.!?…]+(?=[)»”\"]*(?:[ \u00a0]?{SIGN})?\Z)", self.text)
        return found[0] if found else ""


def sentences(text: str) -> list[Sentence]:
    """Joined, they give the text from its first word on."""
    found: list[Sentence] = []
    begin = len(text) - len(text.lstrip())
    for end in END.finditer(text, begin):
        stop = end.end(1) if end[1] is not None else end.start(3)
        said = text[begin:stop]
        opens = text[end.end() : end.end() + 1]
        if end[1] and (ABBREVIATION.search(said) or opens.islower()) and "\n" not in end[0]:
            continue
        if said:
            found.append(Sentence(said, text[stop : end.end()]))
        begin = end.end()
    if text[begin:].strip():
        found.append(Sentence(text[begin:].rstrip(), text[len(text.rstrip()) :]))
    return found


def joined(parts: list[Sentence]) -> str:
    return "".join(part.text + part.space for part in parts)
