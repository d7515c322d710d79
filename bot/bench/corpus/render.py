"""From a truth to the bytes that a person would give: JPEG or PNG, with the camera's notes."""

from datetime import timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import numpy as np
from PIL import Image

from bot.bench.corpus.bases import base_pixels
from bot.bench.corpus.lens import develop
from bot.bench.corpus.papers import PAPERS, paper
from bot.bench.corpus.screens import SCREENS, screen
from bot.bench.corpus.truth import Truth
from bot.sandbox.album_exif import Shot, exif_of

PNG_SPEED = 1  # zlib's fastest: a phone does not take its time either
SCAN_QUALITY = 85


def render(truth: Truth) -> bytes:
    """The picture; the same truth, the same bytes."""
    if truth.style in SCREENS:
        return _as_png(screen(truth.style, truth.seed))
    if truth.style in PAPERS:
        return _as_jpeg(paper(truth.style, truth.seed), SCAN_QUALITY, b"")
    if truth.base is None:
        raise ValueError(f"{truth.key} shows nothing")
    taken = develop(base_pixels(truth.base), truth.camera, np.random.default_rng(truth.seed))
    return _as_jpeg(taken, truth.camera.quality, exif(truth))


def file_name(truth: Truth) -> str:
    return f"{truth.key}.{'png' if truth.style in SCREENS else 'jpg'}"


def exif(truth: Truth) -> bytes:
    """What the facts say, as a camera notes it; nothing where they say nothing."""
    local = truth.stated.local if truth.stated else None
    if truth.town is None or local is None:
        return b""
    offset = local.replace(tzinfo=ZoneInfo(truth.town.zone)).utcoffset() or timedelta()
    spot = (truth.town.latitude, truth.town.longitude) if truth.has_place else (0.0, 0.0)
    return exif_of(Shot(local, offset, *spot))


def _as_jpeg(picture: Image.Image, quality: int, notes: bytes) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=quality, exif=notes)
    return out.getvalue()


def _as_png(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "PNG", compress_level=PNG_SPEED)
    return out.getvalue()
