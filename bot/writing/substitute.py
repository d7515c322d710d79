"""Words put in the place of others, with the articles, elisions and capitals around them."""

import random
import re
from typing import Final

from bot.texts import Language
from bot.writing.grammar import VOWELS, capital
from bot.writing.tables import Table

ARTICLE: Final = re.compile(r"\b(a|an) $", re.IGNORECASE)
ELIDES: Final = re.compile(r"\b(d|l|qu|j|n|m|t|s|jusqu|lorsqu|puisqu)['’]$", re.IGNORECASE)
WOULD_ELIDE: Final = re.compile(
    r"\b(?:de|le|la|que|je|ne|me|te|se|jusque|lorsque|puisque|ma|ta|sa|ce) $", re.IGNORECASE
)
NEGATED: Final = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bno|\bso|\bhow|\bwhat|\bpas|\bjamais|\bmoins|\bplus|\bsi|\bpeu|\bthe"
    r"|\bis it|\bquite|\bas|\bnon) $",
    re.IGNORECASE,
)
QUESTION: Final = re.compile(r"\w+n['’]t (?:I|you|we|they|he|she|it)\b", re.IGNORECASE)
SOUNDS_LIKE_A_CONSONANT: Final = ("uni", "use", "eu", "one")
ASKED_TWICE: Final = re.compile(
    r"\b(could you) (?:please|kindly) (?=[^.!?\n]*\b(?:please|pls|plz)\b)", re.IGNORECASE
)
AFTER_A_STOP: Final = re.compile(r"(?:\A|[.!?…]\s+|\n)[«“\"(\s]*\Z")


def substituted(
    text: str, table: Table, language: Language, dice: random.Random, *, share: float
) -> str:
    """Every phrase of the table that is found, each with a chance of `share`.

    Names stay: a capital inside a sentence, or a word in capitals that the table does not know.
    """
    if table.found is None:
        return text
    written, begin = "", 0
    for found in table.found.finditer(text):
        heir = _heir(found[0], table, dice)
        before = written + text[begin : found.start()]
        is_start = AFTER_A_STOP.search(before) is not None
        if heir is None or _is_name(found[0], is_start, table) or dice.random() >= share:
            continue
        if QUESTION.match(found[0] + text[found.end() :]):
            continue
        if (fitting := fitted(before, heir, text[found.end() :], language)) is None:
            continue
        said = capital(heir) if found[0][0].isupper() else heir
        written = fitting + (said + " " if found[0][-1] in "'’" else said)
        begin = found.end()
        if not heir:
            begin += text[begin : begin + 1] == " "
    return straight_like(text, written + text[begin:])


def dropped(text: str, table: Table, language: Language) -> str:
    """Without the words that may go: only before a word, never after a negation or an article
    that would change.
    """
    if table.dropped is None:
        return text
    written, begin = "", 0
    for found in table.dropped.finditer(text):
        before, rest = written + text[begin : found.start()], text[found.end() :]
        follower = re.match(r",? (?=\w)", rest)
        if not follower or NEGATED.search(before) or rest[1:5] in {"much", "few "}:
            continue
        is_start = AFTER_A_STOP.search(before) is not None
        if found[0][0].isupper() and not is_start and not found[0].startswith("I "):
            continue
        after = rest[follower.end() :]
        if (fitting := fitted(before, "", after, language)) is None:
            continue
        written, begin = fitting, found.end() + follower.end()
        if is_start and after:
            written, begin = written + after[0].upper(), begin + 1
    return written + text[begin:]


def without(text: str, table: Table) -> str:
    """Without the words that may go wherever they stand, with the comma or space before them."""
    if table.dropped is None:
        return text
    bare = re.sub(rf"(?:,? )?(?:{table.dropped.pattern})", "", text, flags=re.IGNORECASE)
    return bare.lstrip(" ,") if bare != text else text


def fitted(before: str, heir: str, after: str, language: Language) -> str | None:
    """`before` with its last article or elision as the next word needs it; None: not sure."""
    following = (heir or after.lstrip())[:6].lower()
    if not following:
        return before
    if language == "en":
        return ARTICLE.sub(lambda article: _article(article[1], following), before)
    elides = WOULD_ELIDE.search(before) and following[0] in VOWELS + "hy"
    stays = ELIDES.search(before) and following[0] not in VOWELS
    return None if elides or stays else before


def _article(article: str, following: str) -> str:
    is_an = following[0] in "aeiou" and not following.startswith(SOUNDS_LIKE_A_CONSONANT)
    put = "an" if is_an else "a"
    return (capital(put) if article[0].isupper() else put) + " "


def asked_once(text: str) -> str:
    """Without our own "please" where the person says theirs."""
    return ASKED_TWICE.sub(r"\1 ", text)


def straight_like(model: str, text: str) -> str:
    """The apostrophes of whoever wrote: ours are straight where theirs are."""
    return text.replace("’", "'") if "'" in model and "’" not in model else text


def _heir(words: str, table: Table, dice: random.Random) -> str | None:
    known = words.replace("'", "’")
    heirs = table.heirs.get(known) or table.heirs.get(known.lower()) or _any_case(known, table)
    return dice.choice(heirs) if heirs else None


def _any_case(words: str, table: Table) -> tuple[str, ...]:
    small = re.sub(r"[ \u00a0]+", " ", words).casefold()
    return next((heirs for key, heirs in table.heirs.items() if key.casefold() == small), ())


def _is_name(words: str, is_start: bool, table: Table) -> bool:  # noqa: FBT001 - a fact of it
    if words.replace("'", "’") in table.heirs:
        return False
    if words.isupper() and len(words) > 1:
        return True
    return words[0].isupper() and not is_start and not words.startswith(("I ", "I'", "I’"))
