"""A question about the gallery, put together from what the stretches of a request mean."""

from collections.abc import Sequence
from typing import Any, Final

from bot.assistant.chunks import Chunk, Meaning, Sort
from bot.assistant.request import PlaceName, Query
from bot.assistant.spans import Span
from bot.gallery.facts import Precision

OR: Final = frozenset({"et", "and", "ou", "or", "&"})
LEAST_LETTERS: Final = 2  # of a word that is looked for


def question(stretches: Sequence[Chunk], chosen: Sequence[Meaning | None]) -> tuple[Query, int]:
    """The question, and how many words of it are looked for as words."""
    said = list(zip(stretches, chosen, strict=True))
    days: list[Span] = _values(chosen, Sort.DATE)
    span = days[0] if days else None
    people = _values(chosen, Sort.PEOPLE)
    shared = _values(chosen, Sort.SHARED)
    is_film = _asks_for_films(chosen) and not _has(chosen, Sort.PHOTOS)
    words = _words(said)
    query = Query(
        first=span.first if span else None,
        last=span.last if span else None,
        precision=span.precision if span else Precision.DAY,
        places=_places(_values(chosen, Sort.PLACE)),
        concepts=_concepts(said),
        people=people[0] if people else None,
        words=words,
        is_shared=shared[0] if shared else None,
        is_film=True if is_film else None,
    )
    return query, len(words)


def _asks_for_films(chosen: Sequence[Meaning | None]) -> bool:
    """Films that were given; "show me a film" asks for one of them, "a film" for a new one."""
    is_shown = _has(chosen, Sort.RECAP) and _has(chosen, Sort.FIND)
    return _has(chosen, Sort.FILMS) or is_shown


def _values(chosen: Sequence[Meaning | None], sort: Sort) -> list[Any]:
    return [meaning.value for meaning in chosen if meaning and meaning.sort is sort]


def _has(chosen: Sequence[Meaning | None], sort: Sort) -> bool:
    return any(meaning and meaning.sort is sort for meaning in chosen)


def _places(named: Sequence[tuple[PlaceName, ...]]) -> tuple[PlaceName, ...]:
    """Any of the towns; a country beside a town only says which."""
    every = {place for places in named for place in places}
    towns = {place for place in every if place.town}
    return tuple(sorted(towns or every, key=lambda place: (place.country, place.town or "")))


def _concepts(said: Sequence[tuple[Chunk, Meaning | None]]) -> tuple[tuple[str, ...], ...]:
    """Cats and dogs are either; a cat on the beach is both."""
    groups: list[tuple[str, ...]] = []
    joins = False
    for chunk, meaning in said:
        if meaning and meaning.sort is Sort.CONCEPT:
            if joins and groups:
                groups[-1] = tuple(dict.fromkeys((*groups[-1], *meaning.value)))
            elif meaning.value not in groups:
                groups.append(meaning.value)
            joins = False
        elif len(chunk.words) == 1 and chunk.words[0].folded in OR:
            joins = bool(groups)
        elif not meaning or meaning.sort is not Sort.FILLER:
            joins = False
    return tuple(groups)


def _words(said: Sequence[tuple[Chunk, Meaning | None]]) -> tuple[str, ...]:
    """What nobody here knows may stand in a note, a caption or a title."""
    found = [
        word.folded.rstrip("'")
        for chunk, meaning in said
        if meaning is None or meaning.sort is Sort.WORD
        for word in chunk.words
    ]
    return tuple(dict.fromkeys(word for word in found if len(word) >= LEAST_LETTERS))
