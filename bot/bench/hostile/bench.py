"""The table of `pepite bench hostile`: ten thousand files by family, against the limits."""

import asyncio
from collections.abc import Iterable, Sequence

from bot.app import read_texts
from bot.bench.hostile.corpus import WHOLE, hostile_files
from bot.bench.hostile.file import HostileFile
from bot.bench.hostile.trial import Fate, Trial, Tried
from bot.bench.order import Order
from bot.bench.table import Figure, Table
from bot.gallery.opening import INTAKE_LIMIT
from bot.jobs.pool import BOUNDS, MIB, Kind, Pool

COLUMNS = (
    "family", "files", "kept", "refused", "stopped", "crashed", "unhandled", "worst MiB", "worst s"
)  # fmt: skip
MOST_MEBIBYTES = (BOUNDS[Kind.OPEN].resident or 0) // MIB


def bench_hostile(order: Order) -> Table:
    """Every file opened in the child that opens them for people; a tenth of them in a hurry."""
    count = order.files or (WHOLE // 10 if order.is_quick else WHOLE)
    tried = asyncio.run(try_all(hostile_files(count)))
    families = dict.fromkeys(one.family for one in tried)
    return Table(
        "Hostile files: what became of them",
        COLUMNS,
        [
            *(_row(family, [one for one in tried if one.family == family]) for family in families),
            _row("all", tried),
        ],
        (
            f"Limits: {MOST_MEBIBYTES} MiB, {INTAKE_LIMIT.total_seconds():.0f} s of work a file.",
            "Worst s: by the clock on the wall.",
            "Stopped: the child was killed at a limit, the only reason for which it is replaced.",
            "Unhandled: no sentence in both languages. Worst MiB: of the child, by the kernel.",
            *_troubles(tried),
        ),
    )


async def try_all(files: Iterable[HostileFile]) -> list[Tried]:
    """One after the other, by the same warm child."""
    async with Pool({Kind.OPEN: BOUNDS[Kind.OPEN]}) as pool:
        await pool.warm()
        trial = Trial(pool, read_texts())
        return [await trial.give(file) for file in files]


def _row(name: str, tried: Sequence[Tried]) -> list[Figure]:
    fates = [sum(one.fate is fate for one in tried) for fate in Fate]
    peaks = [one.peak_mebibytes for one in tried if one.peak_mebibytes is not None]
    worst_s = max(one.seconds for one in tried)
    return [name, len(tried), *fates, max(peaks, default=None), worst_s]


def _troubles(tried: Iterable[Tried]) -> list[str]:
    """Each kind of trouble once, with its family."""
    told = (f"{one.family}: {one.fate}, {one.trouble}" for one in tried if one.trouble)
    return list(dict.fromkeys(told))
