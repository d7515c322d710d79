"""What tells a drawn or a written picture from a photograph, in numbers and in a verdict."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from bot.vision.boxes import Floats
from bot.vision.writing import BLANK, EXACT, Tiles, blocks_in_lines, share_in_runs

FLAT_STEP, HARD_STEP = 1.5, 40.0  # steps of brightness between neighbours
LEAST_WRITING: Final = 0.05  # without it no lines are looked for
NIGHT: Final = 40  # brightness of a ground so dark that lamps look like letters
LETTERS_AT_NIGHT: Final = 0.035  # share of hard edges that lamps do not have
RUNS_AT_NIGHT: Final = 0.8  # share of writing beside writing that lamps do not have
HARDEST: Final = 0.37  # share of hard edges where anything is: letters leave more ground
GROUND: Final = 110  # brightness of paper in a dim room
ONE_SIDED: Final = 4.0  # times as much dark writing as light: nothing but paper
ON_A_TABLE: Final = 1.5  # times as much, where other things lie around it


@dataclass(frozen=True, slots=True)
class Marks:
    """Shares of the picture, but `paper` and `lines`.

    flat, hard: pixels whose step to a neighbour is none, or large. exact: tiles of one colour.
    blank: tiles without anything. dark, light: written tiles. in_runs: of these, beside another.
    paper: brightness of the ground of what is written. lines: blocks of writing in lines.
    """

    flat: float
    hard: float
    exact: float
    blank: float
    dark: float
    light: float
    in_runs: float
    paper: float
    lines: int

    @property
    def writing(self) -> float:
        return max(self.dark, self.light)


@dataclass(frozen=True, slots=True)
class Least:
    """What a picture must have at least to be of a kind; see Marks."""

    writing: float
    hard: float
    in_runs: float
    lines: int = 0
    flat: float = 0.0
    exact: float = 0.0
    blank: float = 0.0


# Found on the training half of the bench’s corpus, checked on the other half and on real ones.
DRAWN: Final = Least(writing=0.08, hard=0.015, in_runs=0.57, lines=2, flat=0.55, exact=0.09)
MAP: Final = Least(writing=0.07, hard=0.012, in_runs=0.57, flat=0.85, exact=0.35)
PAPER: Final = Least(writing=0.14, hard=0.02, in_runs=0.7, lines=6)
FRAMED: Final = Least(writing=0.14, hard=0.02, in_runs=0.85, lines=6, blank=0.25)


def measure(grey: Floats, tiles: Tiles) -> Marks:
    step = np.zeros_like(grey)
    step[:, :-1] = np.abs(grey[:, 1:] - grey[:, :-1])
    step[:-1] = np.maximum(step[:-1], np.abs(grey[1:] - grey[:-1]))
    writing = tiles.writing
    return Marks(
        flat=float((step <= FLAT_STEP).mean()),
        hard=float((step >= HARD_STEP).mean()),
        exact=float((tiles.spread < EXACT).mean()),
        blank=float((tiles.spread < BLANK).mean()),
        dark=float(tiles.dark.mean()),
        light=float(tiles.light.mean()),
        in_runs=share_in_runs(writing),
        paper=float(np.median(tiles.ground[writing])) if writing.any() else 0.0,
        lines=blocks_in_lines(grey, tiles) if writing.mean() > LEAST_WRITING else 0,
    )


def is_drawn(marks: Marks) -> bool:
    """A machine drew it: areas of exactly one colour, hard edges, and writing in lines."""
    is_harsh = marks.hard > HARDEST * (1 - marks.blank)  # a façade against a burnt sky
    if is_harsh or not _has(marks, MAP if _is_map(marks) else DRAWN):
        return False
    is_lit = marks.paper > NIGHT or marks.hard >= LETTERS_AT_NIGHT
    return is_lit or _is_map(marks) or marks.in_runs >= RUNS_AT_NIGHT


def _is_map(marks: Marks) -> bool:
    """Hardly a word on it, but flatter than any photograph."""
    return marks.flat >= MAP.flat and marks.exact >= MAP.exact


def is_paper(marks: Marks) -> bool:
    """Dark strokes in many lines on a light ground, and hardly any the other way round.

    Windows of houses are dark in rows as well, but have light ones and hardly a flat wall.
    """
    if marks.paper < GROUND or marks.dark < PAPER.writing:
        return False
    if marks.dark >= ONE_SIDED * marks.light:
        return _has(marks, PAPER)
    return marks.dark >= ON_A_TABLE * marks.light and _has(marks, FRAMED)


def _has(marks: Marks, least: Least) -> bool:
    is_written = marks.writing >= least.writing and marks.in_runs >= least.in_runs
    is_sharp = marks.hard >= least.hard and marks.lines >= least.lines
    is_even = marks.flat >= least.flat and marks.exact >= least.exact
    return is_written and is_sharp and is_even and marks.blank >= least.blank
