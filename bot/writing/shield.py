"""What no rule may touch: addresses, names at Telegram, tags, code, quotations and emoji."""

import re
from dataclasses import dataclass
from typing import Final

# One sign that no keyboard writes stands for each covered part while the rules work.
FIRST_SIGN: Final = 0xE000
MOST_SIGNS: Final = 0xF8FF - FIRST_SIGN
SIGN: Final = "[\ue000-\uf8ff]"

LINK: Final = (
    r"\b[a-z][a-z0-9+.-]*://[^\s<>«»“”]*[^\s<>«»“”.,;:!?…)\]'’\"]|\bwww\.[^\s<>]*[\w/]"
    r"|\b(?:[\w-]+\.)+(?:com|org|net|fr|io|me|eu|uk|be|ch|ca|de|info|app|dev)\b(?:/[\w./?=&%#-]*)?"
)
MAIL: Final = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
NAME_AT_TELEGRAM: Final = r"(?<!\w)@\w+"
TAG: Final = r"(?<!\w)#\w+"
COMMAND: Final = r"(?<!\S)/[a-z]\w*"
CODE: Final = r"```[\s\S]+?```|`[^`\n]+`"
QUOTATION: Final = r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"|‹[^‹›]*›"
EMOJI: Final = (
    "(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55\u2764\u231a-\u23ff]"
    "[\ufe0f\u200d\U0001f3fb-\U0001f3ff]*)+"
)
OWN: Final = re.compile(f"{LINK}|{MAIL}|{NAME_AT_TELEGRAM}|{TAG}|{CODE}", re.IGNORECASE)
COVERED: Final = re.compile(
    f"{CODE}|{LINK}|{MAIL}|{NAME_AT_TELEGRAM}|{TAG}|{COMMAND}|{QUOTATION}|{EMOJI}|{SIGN}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Shielded:
    """A text that rules may work on, and what its signs stand for."""

    text: str
    parts: tuple[str, ...]

    def uncovered(self, text: str) -> str | None:
        """`text` with every part back in its place; None where a rule lost or moved one over."""
        signs = [ord(sign) - FIRST_SIGN for sign in re.findall(SIGN, text)]
        if sorted(signs) != list(range(len(self.parts))):
            return None
        return re.sub(SIGN, lambda sign: self.parts[ord(sign[0]) - FIRST_SIGN], text)


def shielded(text: str) -> Shielded:
    """Cover what must stay as it is; more parts than there are signs cover the whole text."""
    parts = [found[0] for found in COVERED.finditer(text)]
    if len(parts) > MOST_SIGNS:
        return Shielded(chr(FIRST_SIGN), (text,))
    numbers = iter(range(len(parts)))
    return Shielded(COVERED.sub(lambda _: chr(FIRST_SIGN + next(numbers)), text), tuple(parts))


def is_emoji(part: str) -> bool:
    return re.fullmatch(EMOJI, part) is not None
