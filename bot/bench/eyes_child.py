"""The part of the eyes' bench that runs in a process of its own, with nothing else loaded."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from statistics import median

import pillow_heif

from bot.bench.memory import peak_mebibytes
from bot.gallery.intake import take_picture
from bot.pixels.decode import decode_scaled
from bot.pixels.geometry import Size
from bot.pixels.header import picture, probe
from bot.vision.look import LOOK_SIDE, look_apart

MILLISECONDS = 1000
HEIC_QUALITY = 70


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU milliseconds: a photo all in; the floor, its decoding alone. peak: of the process."""

    whole_ms: float
    floor_ms: float
    peak_mebibytes: float


def costs(photos: Mapping[str, bytes], rounds: int) -> Cost:
    """Medians over all photos of the medians of `rounds`, after one to warm up."""
    for data in photos.values():
        _all_in(data)
    whole = [_median(_all_in, data, rounds) for data in photos.values()]
    peak = peak_mebibytes()
    floor = [_median(_decoded, data, rounds) for data in photos.values()]
    return Cost(median(whole), median(floor), peak)


def as_heic(data: bytes) -> bytes:
    """The same photo as a telephone of the other kind keeps it."""
    out = BytesIO()
    fast = {"preset": "ultrafast"}  # x265 then takes a tenth of the time
    heif = pillow_heif.from_pillow(picture(data).convert("RGB"))
    heif.save(out, format="HEIF", quality=HEIC_QUALITY, enc_params=fast)
    return out.getvalue()


def _all_in(data: bytes) -> None:
    """From the bytes that were given to all that is kept of them: checked, stripped, seen."""
    intake = take_picture(data, with_place=True)
    look_apart(intake.glance or intake.clean, faces=True)


def _decoded(data: bytes) -> None:
    """What nobody can do without: as few pixels as the eyes need, decoded once."""
    whole = probe(data).size
    share = min(1.0, LOOK_SIDE / max(whole.width, whole.height))
    decode_scaled(data, Size(round(whole.width * share), round(whole.height * share)))


def _median(work: Callable[[bytes], None], data: bytes, rounds: int) -> float:
    return median(_cpu_ms(work, data) for _ in range(rounds))


def _cpu_ms(work: Callable[[bytes], None], data: bytes) -> float:
    begun = time.process_time()
    work(data)
    return (time.process_time() - begun) * MILLISECONDS
