"""What a request means: every reading of it, the likeliest first, and whether to ask."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, product
from typing import Final

from bot.assistant.chunks import Chunk, Ears, Meaning, Sort, chunks, language_of_words
from bot.assistant.editing import editing
from bot.assistant.opening import opening
from bot.assistant.questions import question
from bot.assistant.request import Intent, Query, Reading, Screen
from bot.assistant.tokens import MOST_WORDS, tokens
from bot.collage.edits import SHAPE_OF, Change

SURE_FROM: Final = 0.45  # what explains less of the words is no reading
LIKELY_FROM: Final = 0.35  # and of words that mean several things, what is less likely
NEAR: Final = 0.25  # two readings that are closer are put to the person
MOST_READINGS: Final = 24
SCREENS: Final = (
    Screen.PRIVACY, Screen.SHARE, Screen.FORGET, Screen.MEMORIES, Screen.LANGUAGE,
)  # fmt: skip
LATEST: Final = Query(is_latest=True)
Chosen = tuple[Meaning | None, ...]


def read_request(text: str, ears: Ears) -> list[Reading]:
    """Every reading that is likely enough, the likeliest first; none of what is no request.

    The words decide the language; `ears` has the person's own for where they do not.
    """
    opened = opening(text)
    if opened:
        return [opened]
    words = tokens(text)
    if not 0 < len(words) <= MOST_WORDS:
        return []
    if edited := editing(words):
        return [edited]
    heard = replace(ears, language=language_of_words(words, ears.language))
    found: dict[Reading, float] = {}
    for reading in _readings(chunks(words, heard)):
        bare = replace(reading, score=1.0)
        found[bare] = max(reading.score, found.get(bare, 0.0))
    likely = [replace(bare, score=score) for bare, score in found.items() if score >= LIKELY_FROM]
    return sorted(likely, key=lambda reading: -reading.score)


def settled(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The reading that is meant; two where they are too near to choose; none."""
    best = tuple(readings[:2])
    if len(best) < 2 or best[0].score - best[1].score >= NEAR:  # noqa: PLR2004 - a choice
        return best[:1]
    return best


def _readings(stretches: Sequence[Chunk]) -> Iterator[Reading]:
    options = [chunk.meanings or (None,) for chunk in stretches]
    for chosen in islice(product(*options), MOST_READINGS):
        reading = _reading(stretches, chosen)
        if reading and reading.score >= SURE_FROM:
            doubt = _doubt(stretches, chosen)
            yield replace(reading, score=reading.score * doubt)


def _doubt(stretches: Sequence[Chunk], chosen: Chosen) -> float:
    """How likely this choice is where a stretch may mean several things; 1 where none does."""
    doubt = 1.0
    for chunk, meaning in zip(stretches, chosen, strict=True):
        if len(chunk.meanings) > 1 and meaning:
            doubt *= meaning.prior
    return doubt


def _reading(stretches: Sequence[Chunk], chosen: Chosen) -> Reading | None:
    """What is the person's own to do comes first, then questions, then pictures."""
    sorts = {meaning.sort for meaning in chosen if meaning}
    first = next((meaning.sort for meaning in chosen if meaning), None)
    if first is Sort.WHY:
        return Reading(Intent.WHY, screen=Screen.MEMORIES if Sort.MEMORY in sorts else None)
    if screen := _screen(chosen, sorts):
        return Reading(Intent.SCREEN, screen=screen)
    query, words = question(stretches, chosen)
    if not query.parts:
        return _plain(chosen, sorts)
    score = _score(query, words, sorts)
    return _made(score, query, chosen, sorts) or Reading(Intent.FIND, score, query)


def _made(score: float, query: Query, chosen: Chosen, sorts: set[Sort]) -> Reading | None:
    """Something new out of what answers: a collage, else a film."""
    if Sort.MAKE in sorts:
        return Reading(Intent.MAKE, score, query, change=_shape(chosen))
    if Sort.RECAP in sorts and Sort.FIND not in sorts:
        return Reading(Intent.FILM, score, query)
    return None


def _screen(chosen: Chosen, sorts: set[Sort]) -> Screen | None:
    named = {m.value for m in chosen if m and m.sort is Sort.SCREEN}
    if named:
        return next(screen for screen in SCREENS if screen in named)
    is_answer = Sort.ASSENT in sorts and sorts <= {Sort.ASSENT, Sort.FILLER} and all(chosen)
    return Screen.PRIVACY if is_answer else None


def _plain(chosen: Chosen, sorts: set[Sort]) -> Reading | None:
    """Nothing is asked of the pictures: a collage, a change, help, a kind word."""
    if Sort.HELP in sorts:
        return Reading(Intent.HELP, 0.8)
    is_clear = None not in chosen
    if Sort.THANKS in sorts and is_clear:
        return Reading(Intent.THANKS, 0.8)
    if made := _made(0.8, LATEST, chosen, sorts):
        return made
    return _plainer(chosen, sorts) if is_clear else None


def _plainer(chosen: Chosen, sorts: set[Sort]) -> Reading | None:
    if Sort.CHANGE in sorts:
        change = next(m.value for m in chosen if m and m.sort is Sort.CHANGE)
        return Reading(Intent.CHANGE, 0.9, change=change)
    if Sort.PHOTOS in sorts:
        return Reading(Intent.FIND, 0.7, LATEST)
    return None


def _shape(chosen: Chosen) -> Change | None:
    """The shape that the picture should have, if one is named."""
    for meaning in chosen:
        if meaning and meaning.sort is Sort.MAKE and meaning.value:
            return Change(meaning.value)
        if meaning and meaning.sort is Sort.CHANGE and meaning.value in SHAPE_OF:
            return Change(meaning.value)
    return None


def _score(query: Query, words: int, sorts: set[Sort]) -> float:
    """The more is explained, and the plainer it is about pictures, the surer."""
    if {Sort.PHOTOS, Sort.FILMS, Sort.MAKE, Sort.RECAP} & sorts:
        return max(0.95 - 0.1 * words, 0.0)
    named = [part for part in query.parts if part in {"date", "place", "concept"}]
    if not named:
        if words and Sort.FILLER in sorts and Sort.FIND not in sorts:
            return 0.0  # "I love you" looks for nothing
        return max(0.6 - 0.1 * words, 0.0)
    return max((0.95 if Sort.FIND in sorts else 0.85) - 0.25 * words, 0.0)
