"""The words that a phrase may hold, made from what is known; what is not known has no word."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from babel.dates import format_date
from babel.numbers import format_decimal

from bot.gallery.facts import Place, Precision
from bot.gallery.periods import say_period, say_when
from bot.texts import Language, Texts, babel_locale
from bot.vision.concepts import concept
from bot.writing.facts import MOST_CONCEPTS, CaptionFacts
from bot.writing.grammar import GRAMMARS, Grammar, capital

MOST_TOWNS = 3  # named; more are counted
MOST_DAYS = 10  # beyond, nobody counts days
LAST_MARKS = " .,;:…-–—"  # a phrase closes its sentence itself
JOINER = "\u200d"
# An address, somebody's name at Telegram, a telephone number: a caption may travel far.
LEADS_ELSEWHERE = re.compile(
    r"://|\w\.[a-z]{2,}|@\w|\+\d[\d .()/-]{6,}\d|\b0\d(?:[ .-]?\d\d){4}\b"
    r"|\b\d{3}[ .-]\d{3}[ .-]\d{4}\b",
    re.IGNORECASE,
)

Slot = tuple[str, str]


def slots(facts: CaptionFacts, language: Language, t: Texts) -> Mapping[str, str]:
    """Word by name; a name with a capital holds the word as it opens a sentence."""
    grammar = GRAMMARS[language]
    found = chain(
        _places(facts, grammar, t),
        _dates(facts, language, grammar, t),
        _counts(facts, language, t),
        _seen(facts, language, grammar, t),
        _note(facts),
    )
    words = {name: word for name, word in found if word}
    return words | {capital(name): capital(word) for name, word in words.items()}


def _places(facts: CaptionFacts, grammar: Grammar, t: Texts) -> Iterator[Slot]:
    if len(facts.places) == 1:
        place = facts.places[0]
        yield "place", grammar.town(place)
        yield "in-place", grammar.in_town(place)
        yield "of-place", grammar.of_town(place)
    elif facts.places:
        yield "places", _towns(facts.places, grammar.town, t)
        if len(facts.places) <= MOST_TOWNS:
            yield "in-places", _towns(facts.places, grammar.in_town, t)
        if facts.is_in_order:
            yield "route", _route(facts.places, grammar, t)


def _towns(places: Sequence[Place], say: Callable[[Place], str], t: Texts) -> str:
    if len(places) <= MOST_TOWNS:
        return _listed([say(place) for place in places], t)
    first, second = (say(place) for place in places[:2])
    others = _number(len(places) - 2, t.language)
    return t("word-list-more", first=first, second=second, **others)


def _route(places: Sequence[Place], grammar: Grammar, t: Texts) -> str:
    begin = grammar.from_town(places[0])
    return t("word-route", begin=begin, end=grammar.to_town(places[-1])) if begin else ""


def _listed(words: Sequence[str], t: Texts) -> str:
    if len(words) == 1:
        return words[0]
    names = dict(zip(("first", "second", "third"), words, strict=False))
    return t("word-list-two" if len(words) == 2 else "word-list-three", **names)  # noqa: PLR2004


def _dates(facts: CaptionFacts, language: Language, grammar: Grammar, t: Texts) -> Iterator[Slot]:
    period = facts.period
    if period is None:
        return
    yield "date", say_period(period, language, country=facts.country)
    yield "when", say_when(period, language, country=facts.country)
    if period.precision is not Precision.DAY or period.is_guess:
        return
    days = (period.last - period.first).days + 1
    if days == 1:
        yield "weekday", format_date(period.first, "EEEE", babel_locale(language))
        yield (
            "of-month",
            grammar.in_month(format_date(period.first, "MMMM", babel_locale(language))),
        )
    elif days <= MOST_DAYS:
        yield "days", t("word-days", **_number(days, language))


def _counts(facts: CaptionFacts, language: Language, t: Texts) -> Iterator[Slot]:
    several_people = facts.people > 1
    people = t("word-people", **_number(facts.people, language)) if facts.people else ""
    if several_people:
        yield "group", people
    if facts.count > 1:
        yield "photos", t("word-photos", **_number(facts.count, language))
        return
    yield "people", people
    if several_people:
        yield "together", t("word-together", **_number(facts.people, language))


def _seen(facts: CaptionFacts, language: Language, grammar: Grammar, t: Texts) -> Iterator[Slot]:
    known = [concept(key) for key in facts.concepts[:MOST_CONCEPTS]]
    nouns = [one.fr if language == "fr" else one.en for one in known]
    if not nouns:
        return
    listed = _listed([grammar.a(noun) for noun in nouns], t)
    if len(nouns) > 1:
        yield "things", listed
    yield "a-thing", grammar.a(nouns[0])
    if facts.count == 1:
        yield "seen", listed
        yield "the-thing", grammar.the(nouns[0])


def _note(facts: CaptionFacts) -> Iterator[Slot]:
    """What the person said, on one line, in quotation marks that do not meet its own.

    A note that leads elsewhere, or holds what cannot be seen, is proposed to nobody.
    """
    words = " ".join((facts.note or "").split())
    if LEADS_ELSEWHERE.search(words) or any(_is_unseen(letter) for letter in words):
        return
    yield "note", words.translate(str.maketrans('«»“”"', "‘’‘’’")).rstrip(LAST_MARKS)


def _is_unseen(letter: str) -> bool:
    """Turns the reading direction or has no width; what joins an emoji may stay."""
    return letter != JOINER and unicodedata.category(letter) in {"Cc", "Cf"}


def _number(n: int, language: Language) -> Mapping[str, int | str]:
    return {"n": n, "digits": format_decimal(n, locale=babel_locale(language))}
