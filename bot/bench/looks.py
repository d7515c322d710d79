"""What a look costs: paintings, filters and a sheet of a 12-megapixel photo, against the floor."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta

from bot.bench.collage_corpus import corpus
from bot.bench.looks_child import STORY, Cost, costs
from bot.bench.table import Table
from bot.jobs.pool import Kind, Pool
from bot.vision.look import look_at
from bot.vision.sight import Sight

ROUNDS = 3
LIMIT = timedelta(minutes=10)


def bench_looks(rounds: int = ROUNDS) -> Table:
    """The table of `pepite bench looks`: medians of `rounds`."""
    photo, style = list(corpus(2).values())
    found = asyncio.run(_measured(photo, look_at(photo, faces=True), style, rounds))
    return Table(
        "Looks: one 12-megapixel photo of a person",
        ("look", "wall ms", "CPU ms", "floor ms", "times the floor", "peak MiB"),
        [
            (
                name,
                one.wall_ms,
                one.cpu_ms,
                one.floor_ms,
                one.wall_ms / one.floor_ms,
                one.peak_mebibytes,
            )
            for name, one in found.items()
        ],
        (
            "Floor: the same photo decoded and encoded at the size shown, in the same run.",
            "Peak: the most the child held so far, Python and network counted in; killed at 560.",
            f"Bars: a painting at {STORY.width} × {STORY.height} in 1200 ms, 560 MiB.",
        ),
    )


async def _measured(photo: bytes, sight: Sight, style: bytes, rounds: int) -> Mapping[str, Cost]:
    """In the very child that draws looks for people, with its own limits."""
    async with Pool() as pool:
        return await pool.run(costs, photo, sight, style, rounds, kind=Kind.LOOKS, limit=LIMIT)
