"""Which media answer a question, which are the best of them, and what would be near."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.assistant.request import Part, PlaceName, Query
from bot.assistant.spelling import spellings
from bot.assistant.tokens import folded
from bot.gallery.facts import Facts
from bot.memories.candidate import Candidate
from bot.memories.gems import gem_score, habits_of
from bot.vision.sight import Sight

MOST_IN_COLLAGE: Final = 20


@dataclass(frozen=True, slots=True)
class Item:
    """A media as a question sees it, in the order of its gallery.

    sight: None where nobody looked. said: folded, all that its owner said of it: the note, and
    titles and captions of drafts that show it. is_left_out: among what was found with it; None
    where that was not asked. is_private: to be found, and never made anything
    of.
    """

    key: str
    facts: Facts
    sight: Sight | None = None
    is_shared: bool = False
    is_film: bool = False
    is_left_out: bool | None = None
    is_private: bool = False
    said: str = ""

    @property
    def may_be_suggested(self) -> bool:
        """Seen, no film, and not left out among what was found with it."""
        if self.sight is None or self.is_film:
            return False
        return self.sight.may_be_suggested if self.is_left_out is None else not self.is_left_out

    @property
    def people(self) -> int | None:
        """How many persons are in it, as far as boxes tell."""
        return max(len(self.sight.faces), len(self.sight.people)) if self.sight else None


@dataclass(frozen=True, slots=True)
class Nearby:
    """What would be found with one part of the question less."""

    without: Part
    query: Query
    count: int


def answers(query: Query, items: Iterable[Item]) -> list[Item]:
    """The items that have everything that is asked, in their order."""
    checks = [CHECKS[part] for part in query.parts]
    return [item for item in items if all(check(query, item) for check in checks)]


def beside(items: Sequence[Item], instead: Mapping[str, str]) -> list[Item]:
    """In their order, a copy right behind what stands for it: by itself it may have no date.

    instead: what stands for which, by their keys.
    """
    standing = {one.key for one in items} - instead.keys()
    behind: dict[str, list[Item]] = defaultdict(list)
    for one in items:
        if instead.get(one.key) in standing:
            behind[instead[one.key]].append(one)
    moved = {one.key for copies in behind.values() for one in copies}
    return [each for one in items if one.key not in moved for each in (one, *behind[one.key])]


def nearby(query: Query, items: Sequence[Item]) -> list[Nearby]:
    """Questions with one part less that have an answer, the narrowest first."""
    if len(query.parts) < 2:  # noqa: PLR2004 - with nothing left, everything is near
        return []
    wider = ((part, query.without(part)) for part in query.parts)
    found = [Nearby(part, less, len(answers(less, items))) for part, less in wider]
    return sorted((one for one in found if one.count), key=lambda one: one.count)


def best(items: Sequence[Item], *, today: date, most: int = MOST_IN_COLLAGE) -> list[Item]:
    """The worthiest for a collage, in their order; photos alone, no film."""
    habits = habits_of(_candidate(one) for one in items if one.sight)
    fit = [one for one in items if one.may_be_suggested]
    worth = {one.key: gem_score(_candidate(one), habits, today=today).score for one in fit}
    chosen = sorted(fit, key=lambda one: -worth[one.key])[:most]
    keys = {one.key for one in chosen}
    return [one for one in fit if one.key in keys]


def _candidate(item: Item) -> Candidate:
    if item.sight is None:
        raise ValueError("only what was seen can be weighed")
    return Candidate(item.key, item.facts, item.sight, is_shared=item.is_shared)


def _date(query: Query, item: Item) -> bool:
    """The whole of its span must lie within: "2019" is not surely a summer."""
    taken = item.facts.taken
    if taken is None:
        return False
    after = query.first is None or taken.first >= query.first
    return after and (query.last is None or taken.last <= query.last)


def _place(query: Query, item: Item) -> bool:
    place = item.facts.place
    if place is None:
        return False
    names = (None, place.name, place.nickname or place.name)
    here = {PlaceName(place.country, name) for name in names}
    return not here.isdisjoint(query.places)


def _concept(query: Query, item: Item) -> bool:
    seen = {one.concept for one in item.sight.seen} if item.sight else set()
    return all(not seen.isdisjoint(group) for group in query.concepts)


def _people(query: Query, item: Item) -> bool:
    if query.people is None or item.people is None:
        return False
    least, most = query.people
    return item.people >= least and (most is None or item.people <= most)


def _words(query: Query, item: Item) -> bool:
    """Each word begins a word of what was said, however it is spelt: "mami" finds Mamie."""
    place = item.facts.place
    names = f"{place.name} {place.nickname or ''}" if place else ""
    said = f"{item.said} {folded(names)}"
    return all(_begins_a_word(word, said) for word in query.words)


def _begins_a_word(word: str, said: str) -> bool:
    return any(re.search(rf"\b{re.escape(one)}", said) for one in spellings(word))


CHECKS: Final[Mapping[Part, Callable[[Query, Item], bool]]] = {
    Part.DATE: _date,
    Part.PLACE: _place,
    Part.CONCEPT: _concept,
    Part.PEOPLE: _people,
    Part.WORDS: _words,
    Part.SHARED: lambda query, item: item.is_shared is query.is_shared,
    Part.FILM: lambda query, item: item.is_film is query.is_film,
}
