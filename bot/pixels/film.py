"""A film's best pictures, spread from its beginning to its end, where PyAV is installed."""

import importlib.util
import io
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import Any, Final

import numpy as np

from bot.errors import FriendlyError
from bot.pixels.decode import as_rgb
from bot.pixels.encode import encode_jpeg
from bot.pixels.header import picture
from bot.pixels.orientation import Pixels
from bot.pixels.refusals import PictureUnreadable, refusing

FTYP: Final = slice(4, 8)  # an ISO file begins with the length of its type box, then its name
BRAND: Final = slice(8, 12)
GLIMPSES: Final = 4
GLIMPSES_OF_SHORT: Final = 2
SHORT_FRAMES: Final = 96  # a film up to that is read from end to end
FRAMES_A_GLIMPSE: Final = 6  # behind a key frame: enough to leave a blur behind
STILLS: Final = 200  # of a picture that moves, and their pixels: what a child reads in its time
STILL_PIXELS: Final = 100_000_000
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


def film_suffix(data: bytes) -> str | None:
    """What a film's file is called; None for anything else, also for pictures that move."""
    try:
        check_film(data)
    except FilmUnsupported:
        return None
    return "mov" if data[BRAND] == b"qt  " else "mp4"


def can_open_films() -> bool:
    return importlib.util.find_spec("av") is not None


def glimpses(data: bytes) -> tuple[bytes, ...]:
    """JPEGs of the sharpest well-lit picture of each part; none where it cannot be opened.

    The demuxer is named, so that a playlist in disguise is never followed.
    Raises FilmUnsupported.
    """
    check_film(data)
    if not can_open_films():
        return ()
    return tuple(encode_jpeg(pixels) for pixels in _best_of_each(_upright(data)))


def moves(data: bytes) -> bool:
    """Whether a GIF or WebP has a second picture. Raises the refusals of this package."""
    with refusing():
        return bool(getattr(picture(data), "is_animated", False))


def glimpses_of_stills(data: bytes) -> tuple[bytes, ...]:
    """`glimpses` of a GIF or WebP that moves. Raises the refusals of this package."""
    return tuple(encode_jpeg(pixels) for pixels in _best_of_each(_stills(data)))


def _best_of_each(frames: Iterable[tuple[int, Pixels]]) -> list[Pixels]:
    """One picture a part, in their order; few are held at once: fifty of 4K fill a gigabyte."""
    best: dict[int, tuple[float, Pixels]] = {}
    for part, pixels in frames:
        worth = _worth(pixels)
        if part not in best or worth > best[part][0]:
            best[part] = worth, pixels
    lit = [pixels for worth, pixels in best.values() if worth > 0]
    return lit or [pixels for _, pixels in list(best.values())[:1]]


def _upright(data: bytes) -> Iterator[tuple[int, Pixels]]:
    """Upright pictures with the part of the film that they lie in; one at a time."""
    import av  # noqa: PLC0415  an extra

    try:
        with av.open(io.BytesIO(data), "r", format=DEMUXER) as film:
            stream = film.streams.video[0]
            stream.thread_type = "NONE"
            context = stream.codec_context
            if context.width * context.height > MAX_PIXELS:
                return
            for quarter, frame in _frames(film, stream):
                pixels = frame.to_ndarray(format="rgb24")
                yield (
                    quarter,
                    np.ascontiguousarray(np.rot90(pixels, round(frame.rotation / 90) % 4)),
                )
    except (av.FFmpegError, AttributeError, IndexError, ValueError, OverflowError):
        return  # AttributeError: no context, for a codec that nobody here speaks


def _frames(film: Any, stream: Any) -> Iterator[tuple[int, Any]]:
    """All of a short film; of a long one, a few behind a key frame of each quarter."""
    length = stream.duration
    if stream.frames <= SHORT_FRAMES or not length:
        count = min(stream.frames or SHORT_FRAMES, SHORT_FRAMES)
        for number, frame in enumerate(islice(film.decode(stream), count)):
            yield number * GLIMPSES_OF_SHORT // count, frame
        return
    for part in range(GLIMPSES):
        middle = (2 * part + 1) * length // (2 * GLIMPSES)
        film.seek((stream.start_time or 0) + middle, stream=stream)
        for frame in islice(film.decode(stream), FRAMES_A_GLIMPSE):
            yield part, frame


def _stills(data: bytes) -> Iterator[tuple[int, Pixels]]:
    """The pictures of a GIF or WebP, up to the first that cannot be read."""
    with suppress(PictureUnreadable), refusing():
        found = picture(data)
        most = min(STILLS, STILL_PIXELS // (found.width * found.height))
        count = max(1, min(getattr(found, "n_frames", 1), most))
        for number in range(count):
            found.seek(number)
            yield number * GLIMPSES_OF_SHORT // count, np.asarray(as_rgb(found))


def _worth(pixels: Pixels) -> float:
    """Sharp, and neither black nor white."""
    grey = pixels[::4, ::4].mean(axis=2)
    if not DARKEST < grey.mean() < BRIGHTEST:
        return 0.0
    return float(np.abs(np.diff(grey, axis=0)).mean() + np.abs(np.diff(grey, axis=1)).mean())
