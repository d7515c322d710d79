"""A text as its writer wishes it, by rules that keep its meaning, or word that they cannot."""

import random
import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from bot.texts import Language
from bot.writing.clauses import reordered
from bot.writing.emojify import emojified
from bot.writing.guard import keeps_meaning
from bot.writing.proofread import proofread
from bot.writing.sentences import Sentence, joined, sentences
from bot.writing.shield import Shielded, is_emoji, shielded
from bot.writing.substitute import asked_once, dropped, straight_like, substituted, without
from bot.writing.tables import tables
from bot.writing.tones import funnier, warmer
from bot.writing.wishes import LONGEST_CHARACTERS, Note, Rewritten, Wish

MOST_TRIES: Final = 24  # dice thrown for another way before we say that there is none
SETTLED: Final = frozenset(Note) - {Note.MEANING_NOT_KEPT, Note.NO_OTHER_WORDS, Note.NOT_WARMED}
Said = tuple[str, Note | None]


def rewrite(text: str, wish: Wish, language: Language, dice: random.Random) -> Rewritten:
    """What nobody may touch stays: names, numbers, addresses, tags, code, quotations.

    language: of the text. The same dice give the same words.
    """
    if not any(letter.isalpha() for letter in text):
        return Rewritten(text, (Note.EMPTY,), changed=False)
    if len(text) > LONGEST_CHARACTERS:
        return Rewritten(text, (Note.TOO_LONG,), changed=False)
    if wish is Wish.PROOFREAD:
        return proofread(text, language)  # it may give a name its capital
    cover = shielded(text)
    said, note = RULES[wish](cover, language, dice)
    notes = (note,) if note else ()
    return _checked(text, Rewritten(cover.uncovered(said) or text, notes, changed=True))


def rewrite_again(text: str, wish: Wish, language: Language, again: int) -> Rewritten:
    """The first way, or with `again` another: each is different, until there are no more."""
    ways: list[Rewritten] = []
    first = None
    for throw in range(MOST_TRIES * (again + 1)):
        way = rewrite(text, wish, language, random.Random(f"{wish}{throw}{text}"))  # noqa: S311
        first = first or way
        if way.changed and way.text not in {one.text for one in ways}:
            ways.append(way)
        if len(ways) > again or wish is Wish.PROOFREAD or SETTLED & set(way.notes):
            break
    if len(ways) > again:
        return ways[again]
    if not ways:
        return first or Rewritten(text, (), changed=False)
    way = ways[again % len(ways)]
    return Rewritten(way.text, (*way.notes, Note.ONLY_THIS_WAY), way.changed)


def _checked(text: str, way: Rewritten) -> Rewritten:
    """The same guard that looks after a model's answers."""
    if way.text == text:
        return Rewritten(text, way.notes, changed=False)
    if not keeps_meaning(text, way.text):
        return Rewritten(text, (*way.notes, Note.MEANING_NOT_KEPT), changed=False)
    return Rewritten(way.text, way.notes, changed=True)


def _shorter(cover: Shielded, language: Language, dice: random.Random) -> Said:
    table = tables(language).wishes[Wish.SHORTER]
    short = substituted(cover.text, table, language, dice, share=1)
    short = dropped(short, table, language)
    short = _said_once(re.sub(r"(?<=\S) {2,}", " ", short))
    if len(short) >= len(cover.text):
        return cover.text, Note.ALREADY_SHORT
    return short, None


def _said_once(text: str) -> str:
    """Without a sentence that was already said, word for word."""
    seen: set[str] = set()
    kept: list[Sentence] = []
    for sentence in sentences(text):
        if sentence.text.casefold() not in seen:
            kept.append(sentence)
        seen.add(sentence.text.casefold())
    return joined(kept).rstrip() if len(kept) < len(sentences(text)) else text


def _rephrase(cover: Shielded, language: Language, dice: random.Random) -> Said:
    table = tables(language).wishes[Wish.REPHRASE]
    other = substituted(cover.text, table, language, dice, share=dice.choice([1, 0.6]))
    if other == cover.text:
        other = substituted(cover.text, table, language, dice, share=1)
    parts = [
        Sentence(swapped, part.space) if (swapped := reordered(part.text, language)) else part
        for part in sentences(other)
    ]
    turned = straight_like(cover.text, joined(parts))
    if turned != other and (other == cover.text or dice.random() < 0.7):  # noqa: PLR2004
        other = turned
    return other, None if other != cover.text else Note.NO_OTHER_WORDS


def _warmer(cover: Shielded, language: Language, dice: random.Random) -> Said:
    return warmer(cover.text, tables(language), language, dice)


def _funnier(cover: Shielded, language: Language, dice: random.Random) -> Said:
    return funnier(cover.text, tables(language), language, dice)


def _professional(cover: Shielded, language: Language, dice: random.Random) -> Said:
    """The register of work. Emoji go with the laughter; what was said stays."""
    table = tables(language).wishes[Wish.PROFESSIONAL]
    formal = without(cover.text, table)
    for pattern, put in table.patterns:
        formal = straight_like(cover.text, pattern.sub(partial(_put, put=put), formal))
    for _ in range(2):  # "can u" first becomes "can you"
        formal = substituted(formal, table, language, dice, share=1)
    formal = _ended(_capitals(asked_once(re.sub(r" {2,}", " ", formal).strip())))
    return formal, None if formal != cover.text else Note.ALREADY_PROFESSIONAL


def _put(found: re.Match[str], put: str) -> str:
    """The pattern's heir, with a capital where there was one."""
    said = found.expand(put)
    if not found[0][:1].isupper() or not said:
        return said
    return said[0].upper() + said[1:]


def _capitals(text: str) -> str:
    """A capital at the head of each sentence."""
    parts = [
        Sentence(part.text[0].upper() + part.text[1:], part.space) for part in sentences(text)
    ]
    return joined(parts)


def _ended(text: str) -> str:
    """A full stop where the last sentence has none."""
    return text + "." if text and (text[-1].isalnum()) else text


def _emojify(cover: Shielded, language: Language, dice: random.Random) -> Said:
    known = tables(language)
    if known.grave.search(cover.text) or known.sour.search(cover.text):
        return cover.text, Note.TOO_SERIOUS
    has_some = any(is_emoji(part) for part in cover.parts)
    said = emojified(cover.text, language, dice)
    note = None if said != cover.text or has_some else Note.NO_EMOJI_FITS
    return said, note if said != cover.text else Note.NO_EMOJI_FITS


RULES: Final[Mapping[Wish, Callable[[Shielded, Language, random.Random], Said]]] = {
    Wish.REPHRASE: _rephrase,
    Wish.SHORTER: _shorter,
    Wish.WARMER: _warmer,
    Wish.FUNNIER: _funnier,
    Wish.PROFESSIONAL: _professional,
    Wish.EMOJIFY: _emojify,
}
