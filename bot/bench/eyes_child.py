"""The part of the eyes' bench that runs in a process of its own, with nothing else loaded."""

import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from types import ModuleType
from typing import cast

from bot.gallery.intake import take_picture
from bot.pixels.decode import decode_scaled
from bot.pixels.geometry import Size
from bot.pixels.header import Format, format_of, picture, probe
from bot.vision.look import LOOK_SIDE, look_apart
from bot.vision.sensitive import PACKAGE

MILLISECONDS = 1000


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU milliseconds: a photo all in; the floor, its decoding alone."""

    whole_ms: float
    floor_ms: float


def costs(photos: Mapping[str, bytes], rounds: int) -> Cost:
    """As where no extra is installed."""
    leave_safety_out()
    return costs_with_safety(photos, rounds)


def costs_with_safety(photos: Mapping[str, bytes], rounds: int) -> Cost:
    """Medians over the photos of the least of `rounds`: what else runs here only adds to it."""
    for data in photos.values():
        _all_in(data)
    whole = [_least(_all_in, data, rounds) for data in photos.values()]
    floor = [_least(_decoded, data, rounds) for data in photos.values()]
    return Cost(median(whole), median(floor))


def leave_safety_out() -> None:
    """From here on this process looks as where the extra `safety` is not installed."""
    cast("dict[str, ModuleType | None]", sys.modules)[PACKAGE] = None


def _all_in(data: bytes) -> None:
    """From the bytes that were given to all that is kept of them: checked, stripped, seen."""
    intake = take_picture(data, with_place=True)
    look_apart(intake.glance or intake.clean, faces=True)


def _decoded(data: bytes) -> None:
    """What nobody can do without: a HEIC whole, of a JPEG as few pixels as the eyes need."""
    if format_of(data) is Format.HEIF:
        picture(data).load()
        return
    whole = probe(data).size
    share = min(1.0, LOOK_SIDE / max(whole.width, whole.height))
    decode_scaled(data, Size(round(whole.width * share), round(whole.height * share)))


def _least(work: Callable[[bytes], None], data: bytes, rounds: int) -> float:
    return min(_cpu_ms(work, data) for _ in range(rounds))


def _cpu_ms(work: Callable[[bytes], None], data: bytes) -> float:
    """Of all threads of this process."""
    begun = time.process_time()
    work(data)
    return (time.process_time() - begun) * MILLISECONDS
