"""How right the eyes are on a corpus with truth, and what they cost beside the floor."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bot.bench.corpus.shots import SEED
from bot.bench.eyes_costs import alone, cost_rows
from bot.bench.eyes_import import make_photos, memory_of_import
from bot.bench.eyes_moments import moment_rows
from bot.bench.eyes_photos import photo_rows
from bot.bench.eyes_seen import SeenMedia, look_through
from bot.bench.eyes_truth import Row, face_rows, kind_rows, twin_rows
from bot.bench.order import Order
from bot.bench.table import Table

MEDIA: Final = 2_000
QUICK_MEDIA: Final = 250
IMPORTED: Final = 60
IMPORT_MIB: Final = 300
HELD_OUT: Final = " (held-out styles)"
WITHOUT_FLOOR: Final = 5  # figures of a row that has none


def bench_eyes(order: Order | None = None) -> Table:
    """The table of `pepite bench eyes`."""
    order = order or Order()
    media = order.media or (QUICK_MEDIA if order.is_quick else MEDIA)
    rows = cost_rows(is_quick=order.is_quick)
    rows += photo_rows(order.photos, order.truth)
    rows += corpus_rows(look_through(media, seed=order.seed or SEED), seed=order.seed or SEED)
    if not order.is_quick or order.imported:
        rows += _import_rows(order.imported or IMPORTED)
    return Table(
        "Eyes: how right, and at what cost",
        ("measure", "found", "bar", "floor", "of", "base photographs"),
        [(*row[:3], None, *row[3:]) if len(row) == WITHOUT_FLOOR else row for row in rows],
        (
            f"A corpus of {media} media, made by code; bars are those of the project.",
            "Base photographs: different photographs and drawings behind it; real ones apart.",
            "Two takes of one scene are counted neither way among near-twins.",
            "Half of the scenes, screens and papers are held out: no threshold was found on them.",
            "CPU: the median photo’s least of its looks; floor: its decoding alone, in that run.",
            "Memory: the most that each of the pool’s own processes held, after JPEGs and HEICs.",
        ),
    )


def corpus_rows(seen: Sequence[SeenMedia], *, seed: int = SEED) -> list[Row]:
    held_out = [one for one in seen if one.truth.is_held_out]
    return [
        *twin_rows(seen, ""),
        *twin_rows(held_out, HELD_OUT),
        *kind_rows(seen, ""),
        *kind_rows(held_out, HELD_OUT),
        *moment_rows(seen, seed=seed),
        *face_rows(seen),
    ]


def _import_rows(count: int) -> list[Row]:
    with TemporaryDirectory() as folder:
        alone(make_photos, Path(folder), count)
        added, kept = alone(memory_of_import, Path(folder))
    return [("import, MiB above the pool", added, IMPORT_MIB, kept, "drawn scenes")]
