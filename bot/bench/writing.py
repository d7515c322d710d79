"""How long a rewriting and three captions take, against the least that any checker must do."""

import random
from collections.abc import Callable, Sequence
from datetime import date
from statistics import median
from time import perf_counter
from typing import Final

from bot.bench.table import Figure, Table
from bot.bench.writing_texts import SENTENCES
from bot.gallery.facts import Place, TakenAt
from bot.gallery.periods import period_of
from bot.texts import LANGUAGES, Language
from bot.writing.captions import captions
from bot.writing.diff import diff
from bot.writing.facts import CaptionFacts
from bot.writing.rewrite import rewrite_again
from bot.writing.wishes import Wish

ROUNDS: Final = 5
MILLISECONDS: Final = 1000.0
FACTS: Final = CaptionFacts(
    8,
    period=period_of([TakenAt(date(2024, 10, 12))]),
    places=(Place("Lyon", "FR", "1.1"),),
    people=3,
    concepts=("cat", "boat"),
    is_all_dated=True,
    is_all_placed=True,
)
COLUMNS: Final = (
    "what", "language", "ms a sentence", "ms, slowest", "× floor", "changed",
)  # fmt: skip


def bench_writing() -> Table:
    """Every wish over the same sentences, each sentence's median of five rounds."""
    rows: list[Sequence[Figure]] = []
    for language in LANGUAGES:
        floor = _measured(language, _floor)
        rows.append(("floor: the words compared with themselves", language, *floor, 1.0, None))
        for wish in Wish:
            times = _measured(language, _granted(wish, language))
            changed = _changed(wish, language)
            rows.append((wish.value, language, *times, times[0] / floor[0], changed))
        times = _measured(language, _captioned(language))
        rows.append(("three captions", language, *times, times[0] / floor[0], None))
    count = len(SENTENCES["en"])
    return Table(
        "Words, embedded: a rewriting with its difference, and captions",
        COLUMNS,
        rows,
        (
            f"{count} sentences a language, each the median of {ROUNDS} rounds in one process.",
            "The floor is what every rewriting ends with: the word-by-word difference of a text.",
        ),
    )


def _measured(language: Language, work: Callable[[str], object]) -> tuple[float, float]:
    """Milliseconds: the middle sentence, and the slowest."""
    each = [_median_ms(work, text) for text in SENTENCES[language]]
    return median(each), max(each)


def _median_ms(work: Callable[[str], object], text: str) -> float:
    work(text)  # what is read once is not counted
    times = []
    for _ in range(ROUNDS):
        begin = perf_counter()
        work(text)
        times.append((perf_counter() - begin) * MILLISECONDS)
    return median(times)


def _floor(text: str) -> object:
    return diff(text, text)


def _granted(wish: Wish, language: Language) -> Callable[[str], object]:
    def grant(text: str) -> object:
        return diff(text, rewrite_again(text, wish, language, 0).text)

    return grant


def _changed(wish: Wish, language: Language) -> str:
    ways = [rewrite_again(text, wish, language, 0).changed for text in SENTENCES[language]]
    return f"{sum(ways)} of {len(ways)}"


def _captioned(language: Language) -> Callable[[str], object]:
    def caption(_text: str) -> object:
        return captions(FACTS, language, random.Random(1))  # noqa: S311 - the same each time

    return caption
