"""The part of the eyes' bench that runs in a process of its own, with nothing else loaded."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median

from bot.bench.memory import peak_mebibytes
from bot.pixels.small import small
from bot.vision.look import LOOK_SIDE, look_at

MILLISECONDS = 1000


@dataclass(frozen=True, slots=True)
class Look:
    """What looking at one photo costs; decoding_ms is the CPU's part before any network."""

    wall_ms: float
    cpu_ms: float
    decoding_ms: float
    faces: int | None
    peak_mebibytes: float


def looks(photos: Mapping[str, bytes], rounds: int) -> tuple[Look, dict[str, Look]]:
    """The very first look of this process, then medians of `rounds` looks at each photo."""
    first = _look(next(iter(photos.values())), rounds=1)
    return first, {name: _look(data, rounds) for name, data in photos.items()}


def _look(data: bytes, rounds: int) -> Look:
    times = [_times(lambda: look_at(data, faces=True)) for _ in range(rounds)]
    decoding = [_times(lambda: small(data, LOOK_SIDE))[1] for _ in range(rounds)]
    return Look(
        wall_ms=median(wall for wall, _ in times),
        cpu_ms=median(cpu for _, cpu in times),
        decoding_ms=median(decoding),
        faces=len(look_at(data, faces=True).faces),
        peak_mebibytes=peak_mebibytes(),
    )


def _times(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds on the wall and of the CPU."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    took = time.perf_counter() - wall, time.process_time() - cpu
    return took[0] * MILLISECONDS, took[1] * MILLISECONDS
