"""The corpus looked at: every picture is made, seen and thrown away, in two processes."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from bot.bench.corpus.render import render
from bot.bench.corpus.shots import SEED, truths
from bot.bench.corpus.truth import Truth
from bot.gallery.facts import TakenAt
from bot.vision.look import look_at
from bot.vision.sight import Sight

PROCESSES = 2
AT_ONCE = 100  # media of one turn: an occasion's pictures share their scenes


@dataclass(frozen=True, slots=True)
class SeenMedia:
    """One media of the corpus: what is true of it, and what the eyes say."""

    truth: Truth
    sight: Sight

    @property
    def timed(self) -> TakenAt | None:
        """When it was taken, where its camera said so."""
        taken = self.truth.stated
        return taken if taken and taken.local and not taken.is_guess else None


def look_through(media: int, *, seed: int = SEED) -> list[SeenMedia]:
    """Everything that a corpus of this size holds, looked at once."""
    known = truths(media, seed=seed)
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as children:
        turns = children.map(_look, _turns(known))
        sights = [sight for turn in turns for sight in turn]
    return [SeenMedia(truth, sight) for truth, sight in zip(known, sights, strict=True)]


def _turns(known: list[Truth]) -> Iterator[list[Truth]]:
    return (known[start : start + AT_ONCE] for start in range(0, len(known), AT_ONCE))


def _look(turn: list[Truth]) -> list[Sight]:
    return [look_at(render(truth), faces=True) for truth in turn]
