"""What one look costs: every photo of the sandbox at 12 megapixels, in a fresh process."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from statistics import median

from bot.bench.collage_corpus import corpus
from bot.bench.eyes_child import Look, looks
from bot.bench.table import Table

PHOTOS = 9  # as many as the sandbox has
ROUNDS = 5


def bench_eyes(rounds: int = ROUNDS) -> Table:
    """The table of `pepite bench eyes`: medians of `rounds` looks at each photo."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as child:
        first, seen = child.submit(looks, corpus(PHOTOS), rounds).result()
    return Table(
        "Eyes: one look at a 12-megapixel JPEG",
        ("photo", "wall ms", "CPU ms", "of it decoding", "faces", "RSS MiB"),
        [
            ("first of a process, networks opened", *_figures(first)),
            *((name, *_figures(look)) for name, look in seen.items()),
            ("median of all", *_figures(_middle(list(seen.values())))),
        ],
        (
            f"Medians of {rounds} looks, faces allowed, in one process that does nothing else.",
            "RSS: the most the process held so far, its Python and its networks counted in.",
        ),
    )


def _figures(look: Look) -> tuple[float, float, float, int | None, float]:
    return (look.wall_ms, look.cpu_ms, look.decoding_ms, look.faces, look.peak_mebibytes)


def _middle(seen: list[Look]) -> Look:
    return Look(
        wall_ms=median(look.wall_ms for look in seen),
        cpu_ms=median(look.cpu_ms for look in seen),
        decoding_ms=median(look.decoding_ms for look in seen),
        faces=None,
        peak_mebibytes=max(look.peak_mebibytes for look in seen),
    )
