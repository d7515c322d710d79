"""What a film of 8 seconds costs: time, size and memory, against still frames encoded alike."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from bot.bench.collage_corpus import corpus
from bot.bench.film_child import FilmCost, film_costs
from bot.bench.table import Table
from bot.jobs.pool import Kind, Pool
from bot.vision.look import look_at
from bot.vision.sight import Sight

PHOTOS: Final = 6
ROUNDS: Final = 3
LIMIT: Final = timedelta(minutes=15)


def bench_film(rounds: int = ROUNDS) -> Table:
    """The table of `pepite bench film`: medians of `rounds`, film and floor in turn."""
    photos = corpus(PHOTOS)
    sights = {key: look_at(data, faces=True) for key, data in photos.items()}
    found = asyncio.run(_measured(photos, sights, rounds))
    return Table(
        f"Films: 8 s out of {PHOTOS} photos of 12 megapixels, with a title card",
        ("film", "plan ms", "wall s", "CPU s", "floor s", "times the floor", "MB", "peak MiB"),
        [
            (
                cost.name, cost.plan_ms, cost.wall_s, cost.cpu_s, cost.floor_s,
                cost.wall_s / cost.floor_s, cost.megabytes, cost.peak_mebibytes,
            )
            for cost in found
        ],
        (
            "Wall: drawn, encoded and put together; bars: 5 s and 8 MB at 720×1280, H.264.",
            "Floor: as many frames of one still picture, that does not move, by the same encoder.",
            "Peak: the most the child held so far, Python counted in.",
        ),
    )  # fmt: skip


async def _measured(
    photos: Mapping[str, bytes], sights: Mapping[str, Sight], rounds: int
) -> list[FilmCost]:
    """In the very child that shoots films for people."""
    async with Pool() as pool:
        return await pool.run(film_costs, photos, sights, rounds, kind=Kind.PAINT, limit=LIMIT)
