"""What may come out of a rewriting: only the person's own facts, and nothing that leads away."""

import re
import unicodedata
from typing import Final

from bot.texts import LANGUAGES
from bot.writing.languages import language_of_text
from bot.writing.shield import LINK, MAIL, NAME_AT_TELEGRAM, OWN

JOINER: Final = "\u200d"
MARKUP: Final = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|&(?:[a-z]{2,8}|#\d{1,6});")
MARKS: Final = re.compile(r"\*{2,}|__+|~~+|\|\|+|^#{1,6} |^>+ |`+|^[ \t]*[-*] ", re.MULTILINE)
NAMED_LINK: Final = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\s]*\)")
TELEPHONE: Final = re.compile(
    r"\+\d[\d .()/-]{6,}\d|\b0\d(?:[ .-]?\d\d){4}\b|\b\d{3}[ .-]\d{3}[ .-]\d{4}\b"
)
LEADS_AWAY: Final = re.compile(
    f"{MAIL}|{LINK}|{NAME_AT_TELEGRAM}|\\bt\\.me/\\S+|{TELEPHONE.pattern}", re.IGNORECASE
)
NUMBER: Final = re.compile(r"\d+(?:[.,:/h]\d+)*")
NAME: Final = re.compile(r"(?<=[\w,;'’/-])\s*(?<![.!?…]\s)\b[A-ZÀ-ÖØ-ÝŒ][\w’'-]+")
UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})  # categories of Unicode
GROWTH: Final = 2.0  # a greeting and an emoji fit; another story does not
ROOM_CHARACTERS: Final = 160
SHORTEST_SHARE: Final = 0.2  # less says something else


def clean(text: str, *, limit: int, own: str = "") -> str:
    """A model's words as plain text: no markup, address, telephone or unseen sign.

    limit: characters; what is longer ends at a word. own: a text of the person's own, whose
    addresses and names may stay.
    """
    theirs = {found[0] for pattern in (LEADS_AWAY, OWN) for found in pattern.finditer(own)}
    bare = NAMED_LINK.sub(r"\1", MARKUP.sub("", seen(text)))
    bare = LEADS_AWAY.sub(lambda found: found[0] if found[0] in theirs else "", bare)
    bare = bare if MARKS.search(own) else MARKS.sub("", bare)
    lines = (re.sub(r"[ \t]{2,}", " ", line).strip(" \t") for line in bare.splitlines())
    return _cut(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip(), limit)


def seen(text: str) -> str:
    """A person's own text without controls, marks of direction and signs of no width."""
    return "".join(letter for letter in text if _is_seen(letter))


def keeps_meaning(original: str, rewritten: str) -> bool:
    """Whether numbers, names, addresses and code are the same, and it is no other story.

    What names are is a guess from capitals inside sentences: a doubt is a no.
    """
    return (
        bool(rewritten.strip())
        and _numbers(original) == _numbers(rewritten)
        and _own(original) == _own(rewritten)
        and _names(original) <= _words(rewritten)
        and _names(rewritten) <= _words(original)
        and SHORTEST_SHARE * len(original) <= len(rewritten)
        and len(rewritten) <= GROWTH * len(original) + ROOM_CHARACTERS
        and _language(original, rewritten)
    )


def says_only(known: str, said: str) -> bool:
    """Whether a caption has no number and no name that is not known."""
    return _numbers(said) <= _numbers(known) and _names(said) <= _words(known)


def _is_seen(letter: str) -> bool:
    """Neither a control nor a sign without width; line ends and what joins an emoji stay."""
    return letter in {"\n", JOINER} or unicodedata.category(letter) not in UNSEEN


def _cut(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    kept = text[: limit - 1]
    return (kept.rsplit(None, 1)[0] if " " in kept else kept).rstrip(" ,;:") + "…"


def _numbers(text: str) -> frozenset[str]:
    return frozenset(NUMBER.findall(text))


def _own(text: str) -> frozenset[str]:
    return frozenset(OWN.findall(text))


def _names(text: str) -> frozenset[str]:
    """Words with a capital that opens no sentence, in small letters."""
    found = (match[0].strip() for match in NAME.finditer(text))
    return frozenset(_plain(name) for name in found if name not in {"I", "I’m", "I'm"})


def _words(text: str) -> frozenset[str]:
    words = frozenset(_plain(word) for word in re.findall(r"[\w’'-]+", text))
    return words | _names(text)


def _plain(word: str) -> str:
    small = word.casefold().replace("’", "'")
    return re.sub(r"'(?:s|d|ll|ve|m|re)$|^(?:l|d|j|qu|n|c|s|m|t)'", "", small)


def _language(original: str, rewritten: str) -> bool:
    """The same language, as far as the original tells one."""
    told = {language_of_text(original, fallback) for fallback in LANGUAGES}
    if len(told) > 1:
        return True
    (spoken,) = told
    return language_of_text(rewritten, spoken or LANGUAGES[0]) == spoken
