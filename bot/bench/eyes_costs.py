"""What a look costs: CPU in a process that does nothing else, memory in the pool's own."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta
from multiprocessing import get_context
from typing import Final, TypeVar

from bot.bench.collage_corpus import corpus
from bot.bench.eyes_child import Cost, costs, costs_with_safety, leave_safety_out
from bot.bench.eyes_heic import heics
from bot.bench.memory import peak_of
from bot.bench.table import Figure
from bot.gallery.intake import take_picture
from bot.jobs.pool import Kind, Pool
from bot.vision.look import look_with_faces
from bot.vision.sensitive import can_tell

PHOTOS, HEICS, ROUNDS = 9, 3, 5  # as many photos as the sandbox has; looks at each
QUICK_PHOTOS, QUICK_HEICS, QUICK_ROUNDS = 2, 1, 2
JPEG_MS, HEIC_MS, PROCESS_MIB = 160, 450, 230
LIMIT: Final = timedelta(seconds=60)
MEGA: Final = 1_000_000
WITH_SAFETY: Final = "with `safety`"

Ts = TypeVar("Ts")


def cost_rows(*, is_quick: bool) -> list[tuple[Figure, ...]]:
    """Measure, found, bar, floor, how many, base photographs."""
    photos = corpus(QUICK_PHOTOS if is_quick else PHOTOS)
    others = heics(QUICK_HEICS if is_quick else HEICS)
    rounds = QUICK_ROUNDS if is_quick else ROUNDS
    return [
        *_jpeg_rows(photos, rounds),
        *_heic_rows(others, rounds),
        *_memory_rows([*photos.values(), *others.values()]),
    ]


def _jpeg_rows(photos: Mapping[str, bytes], rounds: int) -> list[tuple[Figure, ...]]:
    """The bar is that of an installation without extras."""
    behind = (len(photos), f"{len(photos)} ({len(photos)} real)")
    plain: Cost = alone(costs, photos, rounds)
    rows: list[tuple[Figure, ...]] = [
        ("12 MP JPEG, CPU ms", plain.whole_ms, JPEG_MS, plain.floor_ms, *behind)
    ]
    if can_tell():
        safe: Cost = alone(costs_with_safety, photos, rounds)
        rows.append(
            (f"12 MP JPEG, CPU ms, {WITH_SAFETY}", safe.whole_ms, None, safe.floor_ms, *behind)
        )
    return rows


def _heic_rows(photos: Mapping[str, bytes], rounds: int) -> list[tuple[Figure, ...]]:
    behind = (len(photos), f"{len(photos)} ({len(photos)} real)")
    size = sum(map(len, photos.values())) / len(photos) / MEGA
    cost: Cost = alone(costs, photos, rounds)
    return [
        (f"12 MP HEIC of {size:.1f} MB, CPU ms", cost.whole_ms, HEIC_MS, cost.floor_ms, *behind),
        ("12 MP HEIC, times its decoding alone", cost.whole_ms / cost.floor_ms, None, 1, *behind),
    ]


def _memory_rows(photos: Sequence[bytes]) -> list[tuple[Figure, ...]]:
    """The pool opens in one process and looks in another."""
    behind = (len(photos), f"{len(photos)} ({len(photos)} real)")
    opens, looks = asyncio.run(_peaks(photos, with_safety=False))
    rows: list[tuple[Figure, ...]] = [
        ("the process that opens, MiB", opens, PROCESS_MIB, None, *behind),
        ("the process that looks, MiB", looks, PROCESS_MIB, None, *behind),
    ]
    if can_tell():
        _, looks = asyncio.run(_peaks(photos, with_safety=True))
        rows.append((f"the process that looks, MiB, {WITH_SAFETY}", looks, None, None, *behind))
    return rows


async def _peaks(
    photos: Sequence[bytes], *, with_safety: bool
) -> tuple[float | None, float | None]:
    """Of the pool's own opener and eyes, in mebibytes, after all these photos."""
    async with Pool() as pool:
        if not with_safety:
            await pool.run(leave_safety_out, kind=Kind.EYES, limit=LIMIT)
        for data in photos:
            intake = await pool.run(take_picture, data, True, kind=Kind.OPEN, limit=LIMIT)  # noqa: FBT003
            seen = intake.glance or intake.clean
            await pool.run(look_with_faces, seen, kind=Kind.EYES, limit=LIMIT)
        return peak_of(pool.process_of(Kind.OPEN)), peak_of(pool.process_of(Kind.EYES))


def alone(work: Callable[..., Ts], *arguments: object) -> Ts:
    """In a fresh process, so that its memory is its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as child:
        return child.submit(work, *arguments).result()
