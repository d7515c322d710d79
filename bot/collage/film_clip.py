"""Videos for a film: where they are calmest, and the frames of that part."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bot.collage.film import FRAMES_A_SECOND
from bot.collage.film_compose import Clip
from bot.collage.film_timing import CLIP, LONGEST, SHORTEST
from bot.pixels.film import DEMUXER, MAX_PIXELS, can_open_films
from bot.pixels.geometry import Size
from bot.pixels.orientation import Pixels

GLANCE: Final = (64, 64)  # pixels in which motion is felt
STEP_S: Final = 0.1
LOOKED_AT_S: Final = 30.0  # of a longer video the beginning
SHAKY: Final = 1.5  # times the weight of a sudden move: steady beats slow
MILLISECONDS: Final = 1000
SLACK_S: Final = 0.05  # clocks of containers are coarse


def calmest(data: bytes) -> Clip | None:
    """The 2.5 s with the least motion; None for what is too short, or cannot be opened here."""
    if not can_open_films():
        return None
    import av  # noqa: PLC0415  an extra

    glances: list[tuple[float, NDArray[np.float32]]] = []
    size, last = None, 0.0
    try:
        with _opened(data) as (film, stream):
            for at, frame in _timed(film, stream):
                last = at
                if at > LOOKED_AT_S:
                    break
                if not glances or at - glances[-1][0] >= STEP_S:
                    size = size or _upright_size(frame)
                    glances.append((at, _glance(frame)))
            length = _length_s(film, last)
    except (av.FFmpegError, AttributeError, IndexError, ValueError, OverflowError):
        return None
    if size is None or length * FRAMES_A_SECOND < SHORTEST:
        return None
    begin = _calm_from(glances, min(CLIP / FRAMES_A_SECOND, length))
    left_ms = int((length - begin) * MILLISECONDS)
    most_ms = LONGEST * MILLISECONDS // FRAMES_A_SECOND
    return Clip(int(begin * MILLISECONDS), min(left_ms, most_ms), size)


def _calm_from(glances: list[tuple[float, NDArray[np.float32]]], length: float) -> float:
    """Where the calmest stretch of that length begins, in seconds."""
    times = [at for at, _ in glances]
    changes = [0.0] + [
        float(np.abs(after - before).mean()) for (_, before), (_, after) in pairwise(glances)
    ]
    best, least = times[0], float("inf")
    for place, at in enumerate(times):
        if at + length > times[-1] + STEP_S * 2:
            break
        within = [c for t, c in zip(times, changes, strict=True) if at < t <= at + length]
        motion = sum(within) / max(1, len(within)) + SHAKY * max(within, default=0.0)
        if motion < least - 1e-6 or place == 0:
            best, least = at, motion
    return best


def clip_frames(data: bytes, from_ms: int, count: int) -> Iterator[Pixels]:
    """Upright RGB pictures at the film's pace from there on; the last one stays to the end.

    Raises ValueError where there is none.
    """
    given, last = 0, None
    for place, pixels in _from(data, from_ms / MILLISECONDS):
        shown = last if last is not None else pixels
        for _ in range(min(count, place) - given):
            yield shown
            given += 1
        last = pixels
        if given >= count:
            return
    if last is None:
        raise ValueError("the video shows nothing there")
    for _ in range(count - given):
        yield last


def _from(data: bytes, start: float) -> Iterator[tuple[int, Pixels]]:
    """Pictures with the frame of the film that each is first seen in; none once it breaks."""
    import av  # noqa: PLC0415  an extra

    try:
        with _opened(data) as (film, stream):
            film.seek(max(0, int((start - SLACK_S) / stream.time_base)), stream=stream)
            for at, frame in _timed(film, stream):
                place = round((at - start) * FRAMES_A_SECOND)
                if place >= 0:
                    yield place, _upright(frame)
    except (av.FFmpegError, AttributeError, IndexError, OverflowError):
        return


@contextmanager
def _opened(data: bytes) -> Iterator[tuple[Any, Any]]:
    """The film and its pictures' stream; the demuxer is named, so that no playlist is followed."""
    import av  # noqa: PLC0415  an extra

    with av.open(io.BytesIO(data), "r", format=DEMUXER) as film:
        stream = film.streams.video[0]
        stream.thread_type = "SLICE"
        context = stream.codec_context
        if context.width * context.height > MAX_PIXELS:
            raise ValueError("larger than 4K")
        yield film, stream


def _timed(film: Any, stream: Any) -> Iterator[tuple[float, Any]]:
    """Frames with their seconds from the first."""
    begin = float((stream.start_time or 0) * stream.time_base)
    for frame in film.decode(stream):
        if frame.pts is not None:
            yield float(frame.pts * frame.time_base) - begin, frame


def _length_s(film: Any, last: float) -> float:
    """Seconds to the last frame that was seen, or that the container promises."""
    promised = float(film.duration or 0) / 1_000_000
    return max(last, promised) if last > LOOKED_AT_S else last + 1 / FRAMES_A_SECOND


def _upright_size(frame: Any) -> Size:
    size = Size(frame.width, frame.height)
    return size.turned if round(frame.rotation / 90) % 2 else size


def _upright(frame: Any) -> Pixels:
    pixels = frame.to_ndarray(format="rgb24")
    return np.ascontiguousarray(np.rot90(pixels, round(frame.rotation / 90) % 4))


def _glance(frame: Any) -> NDArray[np.float32]:
    grey = Image.fromarray(frame.to_ndarray(format="gray"))
    return np.asarray(grey.resize(GLANCE, Image.Resampling.BOX), np.float32)
