"""How right the eyes are on a corpus with truth, and what they cost beside the floor."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Final, TypeVar

from bot.bench.collage_corpus import corpus
from bot.bench.corpus.shots import SEED
from bot.bench.eyes_child import Cost, as_heic, costs
from bot.bench.eyes_import import memory_of_import
from bot.bench.eyes_moments import moment_rows
from bot.bench.eyes_photos import photo_rows
from bot.bench.eyes_seen import SeenMedia, look_through
from bot.bench.eyes_truth import Row, face_rows, kind_rows, twin_rows
from bot.bench.order import Order
from bot.bench.table import Table

MEDIA: Final = 2_000
QUICK_MEDIA: Final = 250
IMPORTED: Final = 60
PHOTOS, ROUNDS = 9, 5  # as many as the sandbox has; looks at each
QUICK_PHOTOS, QUICK_ROUNDS = 2, 1
JPEG_MS, HEIC_MS, PROCESS_MIB, IMPORT_MIB = 160, 450, 230, 300
HELD_OUT: Final = " (held-out styles)"
WITHOUT_FLOOR: Final = 5  # figures of a row that has none

Ts = TypeVar("Ts")


def bench_eyes(order: Order | None = None) -> Table:
    """The table of `pepite bench eyes`."""
    order = order or Order()
    media = order.media or (QUICK_MEDIA if order.is_quick else MEDIA)
    rows = _cost_rows(is_quick=order.is_quick)
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
            "Costs: medians of CPU time in a process that does nothing else; floor: the decoding.",
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


def _cost_rows(*, is_quick: bool) -> list[Row]:
    photos = corpus(QUICK_PHOTOS if is_quick else PHOTOS)
    rounds = QUICK_ROUNDS if is_quick else ROUNDS
    jpeg: Cost = _alone(costs, photos, rounds)
    heics = {name: as_heic(data) for name, data in list(photos.items())[:QUICK_PHOTOS]}
    heic: Cost = _alone(costs, heics, rounds)
    behind, fewer = f"{len(photos)} ({len(photos)} real)", f"{len(heics)} ({len(heics)} real)"
    return [
        ("12 MP JPEG, CPU ms", jpeg.whole_ms, JPEG_MS, jpeg.floor_ms, len(photos), behind),
        ("12 MP HEIC, CPU ms", heic.whole_ms, HEIC_MS, heic.floor_ms, len(heics), fewer),
        ("a process that opens and looks, MiB", jpeg.peak_mebibytes, PROCESS_MIB, None,
         len(photos), behind),
    ]  # fmt: skip


def _import_rows(count: int) -> list[Row]:
    added, kept = _alone(memory_of_import, count)
    return [("import, MiB above the pool", added, IMPORT_MIB, kept, "drawn scenes")]


def _alone(work: Callable[..., Ts], *arguments: object) -> Ts:
    """In a fresh process, so that its memory is its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as child:
        return child.submit(work, *arguments).result()
