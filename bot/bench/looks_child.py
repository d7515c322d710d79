"""The part of the looks' bench that runs in the child that draws looks for people."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from statistics import median

import numpy as np

from bot.bench.memory import peak_mebibytes
from bot.looks.catalogue import BY_NETWORK, Look, Recipe, offered
from bot.looks.manner import manner_of
from bot.looks.restyle import FILTER_SIDE, OWN_SIDE, PAINT_SIDE, QUALITY, restyle
from bot.looks.sheet import contact_sheet
from bot.pixels.encode import encode_jpeg
from bot.pixels.geometry import Size
from bot.pixels.small import small
from bot.vision.sight import Sight

MILLISECONDS = 1000
STORY = Size(576, 1024)  # the size that a painting's bar is for


@dataclass(frozen=True, slots=True)
class Cost:
    """What one picture costs, and its floor: the same photo decoded and encoded at that size."""

    wall_ms: float
    cpu_ms: float
    floor_ms: float
    peak_mebibytes: float


def costs(photo: bytes, sight: Sight, style: bytes, rounds: int) -> Mapping[str, Cost]:
    """Medians; what needs least memory first, since the peak only ever grows."""
    found = {}
    for look in [*sorted(set(Look) - BY_NETWORK), Look.POP]:
        work = partial(restyle, photo, sight, Recipe(look))
        found[f"{look}, {FILTER_SIDE} px"] = _cost(work, photo, FILTER_SIDE, rounds)
    own = Recipe(Look.OWN, style=manner_of(style))
    found[f"own style, {OWN_SIDE} px"] = _cost(
        partial(restyle, photo, sight, own), photo, OWN_SIDE, rounds
    )
    tall = _tall(photo)
    there = replace(sight, size=STORY)
    painting = Recipe(Look.SUN)
    found[f"painting, {STORY.width} × {STORY.height}"] = _cost(
        partial(restyle, tall, there, painting), tall, PAINT_SIDE, rounds
    )
    found[f"painting, {PAINT_SIDE} px"] = _cost(
        partial(restyle, photo, sight, painting), photo, PAINT_SIDE, rounds
    )
    looks = offered(sight)
    names = [look.value for look in looks]
    found[f"contact sheet of {len(looks)}"] = _cost(
        partial(contact_sheet, photo, sight, looks, names, "plain"), photo, PAINT_SIDE, rounds
    )
    return found


def _tall(photo: bytes) -> bytes:
    """The middle of it, upright, as large as a story is painted."""
    pixels = small(photo, 2 * STORY.height)
    height, width = pixels.shape[:2]
    high, wide = min(height, STORY.height), min(width, STORY.width)
    top, left = (height - high) // 2, (width - wide) // 2
    part = pixels[top : top + high, left : left + wide]
    return encode_jpeg(np.ascontiguousarray(part), QUALITY)


def _cost(work: Callable[[], object], photo: bytes, side: int, rounds: int) -> Cost:
    """Both in turn, so that a busy machine is as busy for the one as for the other."""
    walls, cpus, floors = [], [], []
    for _ in range(rounds):
        wall, cpu = _ms(work)
        walls.append(wall)
        cpus.append(cpu)
        floors.append(_ms(partial(_floor, photo, side))[0])
    return Cost(median(walls), median(cpus), median(floors), peak_mebibytes())


def _floor(photo: bytes, side: int) -> bytes:
    return encode_jpeg(small(photo, side), QUALITY)


def _ms(work: Callable[[], object]) -> tuple[float, float]:
    """By the clock on the wall, and of CPU, both cores counted."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return (
        (time.perf_counter() - wall) * MILLISECONDS,
        (time.process_time() - cpu) * MILLISECONDS,
    )
