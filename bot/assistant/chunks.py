"""What each stretch of a request may mean, and the stretches that explain it best."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from bot.assistant.request import PlaceName
from bot.assistant.spans import LONGEST, span
from bot.assistant.tokens import Token, joined
from bot.assistant.vocabulary import Vocabulary, vocabulary
from bot.texts import LANGUAGES, Language

PREPOSITIONS: Final = frozenset(
    {"de", "d'", "a", "au", "aux", "en", "du", "des", "dans", "vers", "pres"}
    | {"from", "in", "of", "at", "near", "to", "by", "around"}
)
ARTICLES: Final = frozenset(
    {"le", "la", "les", "l'", "un", "une", "des", "the", "a", "an", "some"}
)
TWICE: Final = re.compile(r"a deux|nous deux|the two of us|both of us")
TRIO: Final = re.compile(r"a trois|the three of us")


class Sort(StrEnum):
    """What a stretch of a request may be."""

    FIND = "find"
    PHOTOS = "photos"
    FILMS = "films"
    LATEST = "latest"
    MAKE = "make"
    RECAP = "recap"
    CHANGE = "change"
    SCREEN = "screen"
    ASSENT = "assent"
    WHY = "why"
    HELP = "help"
    THANKS = "thanks"
    MEMORY = "memory"
    DATE = "date"
    PLACE = "place"
    CONCEPT = "concept"
    PEOPLE = "people"
    SHARED = "shared"
    WORD = "word"
    FILLER = "filler"


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a stretch may mean; prior: how likely, before its neighbours are heard."""

    sort: Sort
    value: Any = None
    prior: float = 0.8


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of words; without a meaning it is a word that nobody here knows."""

    words: tuple[Token, ...]
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class Ears:
    """What a request is heard with. places: folded name to what it names in the person's media."""

    language: Language
    today: date
    country: str | None
    places: Mapping[str, tuple[PlaceName, ...]]


COSTS: Final[Mapping[Sort, float]] = {Sort.FILLER: 0.12, Sort.FIND: 0.12, Sort.ASSENT: 0.12}
COST: Final = 0.2
COST_UNKNOWN: Final = 1.0


def chunks(words: Sequence[Token], ears: Ears) -> list[Chunk]:
    """The fewest and longest stretches that explain the most words."""
    best: list[tuple[float, list[Chunk]]] = [(0.0, [])]
    for end in range(1, len(words) + 1):
        options = []
        for begin in range(max(0, end - LONGEST), end):
            chunk = _chunk(words, begin, end, ears)
            if chunk:
                cost, before = best[begin]
                options.append((cost + _cost(chunk), [*before, chunk]))
        best.append(min(options, key=lambda option: option[0]))
    return best[-1][1]


def language_of_words(words: Sequence[Token], otherwise: Language) -> Language:
    """The language whose little words are the more; the person's own where they are as many."""
    known = vocabulary().filler
    counts = {
        language: sum(word.folded in known[language] for word in words) for language in LANGUAGES
    }
    return max(LANGUAGES, key=lambda language: (counts[language], language == otherwise))


def _cost(chunk: Chunk) -> float:
    if not chunk.meanings:
        return COST_UNKNOWN
    return min(COSTS.get(meaning.sort, COST) for meaning in chunk.meanings)


def _chunk(words: Sequence[Token], begin: int, end: int, ears: Ears) -> Chunk | None:
    """A stretch that means something, or a single word; None for a longer one that does not."""
    stretch = tuple(words[begin:end])
    before = words[begin - 1].folded if begin else ""
    found = tuple(_meanings(stretch, joined(stretch), before, ears, is_first=begin == 0))
    if not found and len(stretch) > 1:
        return None
    return Chunk(stretch, found)


def _meanings(
    stretch: Sequence[Token], phrase: str, before: str, ears: Ears, *, is_first: bool
) -> Iterator[Meaning]:
    known = vocabulary()
    said = _Said(phrase, before, _is_capital(stretch, is_first=is_first), is_first)
    yield from _commands(phrase, known)
    yield from _facets(phrase, known)
    yield from _dates(said, ears)
    yield from _places(said, ears, known)
    yield from _concepts(said, ears, known)
    yield from _fillers(said, ears, known)


@dataclass(frozen=True, slots=True)
class _Said:
    """How a stretch stands in its sentence. is_capital: None at the beginning, where all are."""

    phrase: str
    before: str
    is_capital: bool | None
    is_first: bool

    def prior(
        self,
        base: float,
        *,
        capital: float = 0,
        small: float = 0,
        prep: float = 0,
        article: float = 0,
    ) -> float:
        found = base
        found += capital * (self.is_capital is True) + small * (self.is_capital is False)
        found += prep * (self.before in PREPOSITIONS)
        found += article * (self.before in ARTICLES and self.before not in PREPOSITIONS)
        return min(max(found, 0.0), 0.95)


def _is_capital(stretch: Sequence[Token], *, is_first: bool) -> bool | None:
    if not stretch[0].raw[:1].isupper():
        return False
    return None if is_first else True


def _commands(phrase: str, known: Vocabulary) -> Iterator[Meaning]:
    for sort, words in (
        (Sort.FIND, known.find),
        (Sort.PHOTOS, known.photos),
        (Sort.FILMS, known.films),
        (Sort.RECAP, known.recap),
        (Sort.LATEST, known.latest),
        (Sort.ASSENT, known.assent),
        (Sort.WHY, known.asks["why"]),
        (Sort.HELP, known.asks["help"]),
        (Sort.THANKS, known.asks["thanks"]),
        (Sort.MEMORY, known.asks["memory"]),
    ):
        if phrase in words:
            yield Meaning(sort)
    for sort, meanings in (
        (Sort.MAKE, known.make),
        (Sort.CHANGE, known.changes),
        (Sort.SCREEN, known.screens),
    ):
        if phrase in meanings:
            yield Meaning(sort, meanings[phrase])


def _facets(phrase: str, known: Vocabulary) -> Iterator[Meaning]:
    if phrase in known.shared:
        yield Meaning(Sort.SHARED, known.shared[phrase])
    counted = _count(phrase, known)
    if counted is not None:
        yield Meaning(Sort.PEOPLE, counted)


def _count(phrase: str, known: Vocabulary) -> tuple[int, int | None] | None:
    """How many people a stretch asks for."""
    if phrase in known.people:
        return known.people[phrase]
    if TWICE.fullmatch(phrase):
        return 2, 2
    if TRIO.fullmatch(phrase):
        return 3, 3
    number, _, noun = phrase.partition(" ")
    if noun not in known.people_nouns:
        return None
    count = int(number) if number.isdigit() and len(number) < 3 else known.numbers.get(number)  # noqa: PLR2004 - a crowd of 99
    return (count, count) if count else None


def _dates(said: _Said, ears: Ears) -> Iterator[Meaning]:
    found = span(said.phrase, today=ears.today, country=ears.country)
    if found:
        is_rare = said.phrase in vocabulary().dates["rare"]
        prior = said.prior(0.45, capital=0.2, prep=0.3) if is_rare else 0.85
        yield Meaning(Sort.DATE, found, prior)


def _places(said: _Said, ears: Ears, known: Vocabulary) -> Iterator[Meaning]:
    """Where the person's own media are from; a name that is a word too is heard as both."""
    if said.phrase not in ears.places:
        return
    prior = said.prior(0.55, capital=0.35, small=-0.25, prep=0.2, article=-0.2)
    yield Meaning(Sort.PLACE, ears.places[said.phrase], prior)
    sort = known.ordinary.get(said.phrase)
    if sort == "filler":
        yield Meaning(Sort.FILLER, None, said.prior(0.7, capital=-0.3, prep=-0.4))
    elif sort == "word":
        yield Meaning(
            Sort.WORD, said.phrase, said.prior(0.5, capital=-0.3, article=0.15, prep=0.0)
        )
    elif sort == "name":
        yield Meaning(Sort.WORD, said.phrase, said.prior(0.8, small=-0.2))


def _concepts(said: _Said, ears: Ears, known: Vocabulary) -> Iterator[Meaning]:
    other: Language = "en" if ears.language == "fr" else "fr"
    own = known.concepts[ears.language].get(said.phrase)
    found = own or known.concepts[other].get(said.phrase)
    if found:
        base = 0.75 if own else 0.5
        yield Meaning(Sort.CONCEPT, found, said.prior(base, capital=-0.3, article=0.1))


def _fillers(said: _Said, ears: Ears, known: Vocabulary) -> Iterator[Meaning]:
    if said.phrase in known.filler[ears.language]:
        yield Meaning(Sort.FILLER, None, said.prior(0.85, capital=-0.3, prep=-0.2))
    elif any(said.phrase in words for words in known.filler.values()):
        yield Meaning(Sort.FILLER, None, said.prior(0.5, capital=-0.3, prep=-0.2))
