"""The part of the looks' bench that runs in the child that draws looks for people."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from statistics import median

from bot.bench.memory import peak_mebibytes
from bot.looks.catalogue import Look, Recipe, offered
from bot.looks.restyle import FILTER_SIDE, PAINT_SIDE, QUALITY, restyle
from bot.looks.sheet import contact_sheet
from bot.pixels.encode import encode_jpeg
from bot.pixels.small import small
from bot.vision.sight import Sight

MILLISECONDS = 1000


@dataclass(frozen=True, slots=True)
class Cost:
    """What one picture costs, and its floor: the same photo decoded and encoded at that size."""

    wall_ms: float
    floor_ms: float
    peak_mebibytes: float


def costs(photo: bytes, sight: Sight, rounds: int) -> dict[str, Cost]:
    """Medians; the filters first, since the peak only ever grows."""
    found = {}
    for look in sorted(Look, key=lambda one: Recipe(one).is_painted):
        recipe = Recipe(look)
        if look not in {Look.PENCIL, Look.DUO, Look.POP, Look.SUN}:
            continue
        side = PAINT_SIDE if recipe.is_painted else FILTER_SIDE
        found[f"{look}, {side} px"] = Cost(
            _ms(partial(restyle, photo, sight, recipe), rounds),
            _ms(partial(_floor, photo, side), rounds),
            peak_mebibytes(),
        )
    looks = offered(sight)
    names = [look.value for look in looks]
    found["contact sheet of eight"] = Cost(
        _ms(partial(contact_sheet, photo, sight, looks, names, "plain"), rounds),
        _ms(partial(_floor, photo, PAINT_SIDE), rounds),
        peak_mebibytes(),
    )
    return found


def _floor(photo: bytes, side: int) -> bytes:
    return encode_jpeg(small(photo, side), QUALITY)


def _ms(work: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        times.append((time.perf_counter() - begun) * MILLISECONDS)
    return median(times)
