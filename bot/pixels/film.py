"""A film's poster: its calmest early picture, where PyAV is installed."""

import importlib.util
import io
from collections.abc import Iterator
from itertools import islice
from typing import Final

import numpy as np

from bot.errors import FriendlyError
from bot.pixels.encode import encode_jpeg
from bot.pixels.orientation import Pixels

FTYP: Final = slice(4, 8)  # an ISO file begins with the length of its type box, then its name
FRAMES: Final = 48  # enough to leave a fade or a first blur behind
MAX_PIXELS: Final = 4096 * 2304
DARKEST, BRIGHTEST = 16, 240  # mean luminance of a fade
DEMUXER: Final = "mov,mp4,m4a,3gp,3g2,mj2"


class FilmUnsupported(FriendlyError):
    """Not an MP4 or MOV by its first bytes, whatever its name says."""

    text_id = "error-film-unsupported"


def check_film(data: bytes) -> None:
    """Raises FilmUnsupported unless the bytes begin as an MP4 or MOV does."""
    if data[FTYP] not in {b"ftyp", b"moov", b"mdat", b"wide", b"free"}:
        raise FilmUnsupported


def can_open_films() -> bool:
    return importlib.util.find_spec("av") is not None


def poster(data: bytes) -> bytes | None:
    """A JPEG of the sharpest well-lit picture among the first; None where there is none.

    The demuxer is named, so that a playlist in disguise is never followed.
    Raises FilmUnsupported.
    """
    check_film(data)
    if not can_open_films():
        return None
    best, worth = None, 0.0
    for pixels in _frames(data):
        if best is None or _worth(pixels) > worth:
            best, worth = pixels, _worth(pixels)
    return None if best is None else encode_jpeg(best)


def _frames(data: bytes) -> Iterator[Pixels]:
    """The first pictures, upright; one at a time, since fifty of a 4K film fill a gigabyte."""
    import av  # noqa: PLC0415  an extra

    try:
        with av.open(io.BytesIO(data), "r", format=DEMUXER) as film:
            stream = film.streams.video[0]
            stream.thread_type = "NONE"
            context = stream.codec_context
            if context.width * context.height > MAX_PIXELS:
                return
            for frame in islice(film.decode(stream), FRAMES):
                pixels = frame.to_ndarray(format="rgb24")
                yield np.ascontiguousarray(np.rot90(pixels, round(frame.rotation / 90) % 4))
    except (av.FFmpegError, AttributeError, IndexError, ValueError, OverflowError):
        return  # AttributeError: no context, for a codec that nobody here speaks


def _worth(pixels: Pixels) -> float:
    """Sharp, and neither black nor white."""
    grey = pixels[::4, ::4].mean(axis=2)
    if not DARKEST < grey.mean() < BRIGHTEST:
        return 0.0
    return float(np.abs(np.diff(grey, axis=0)).mean() + np.abs(np.diff(grey, axis=1)).mean())
