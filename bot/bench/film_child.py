"""The part of the films' bench that runs in the child that shoots films for people."""

import io
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from statistics import median
from typing import Final, TypeVar

from bot.bench.memory import peak_mebibytes
from bot.collage.film import FADE, SQUARE, STORY, Film, FilmShape
from bot.collage.film_compose import FilmAsked, FilmMedia, compose_film
from bot.collage.film_encode import Codec, as_yuv, frame_of, shoot, splice, stream_of
from bot.collage.film_paint import frames
from bot.collage.plan import PlanPhoto
from bot.vision.sight import Sight

SECONDS: Final = 8.0
TITLE: Final = "Été à Lyon, 12 octobre 2024"
FILMS: Final = ((STORY, Codec.H264), (SQUARE, Codec.H264), (STORY, Codec.H265))
ONCE: Final = 1  # what has no bar, and takes long
MILLISECONDS: Final = 1000
MILLION: Final = 1_000_000
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class FilmCost:
    """What one film costs, medians, and the floor in the same run."""

    name: str
    plan_ms: float
    wall_s: float
    cpu_s: float
    floor_s: float
    megabytes: float
    peak_mebibytes: float


def film_costs(
    photos: Mapping[str, bytes], sights: Mapping[str, Sight], rounds: int
) -> list[FilmCost]:
    """The one with the bar first, since the peak only ever grows."""
    media = [FilmMedia(PlanPhoto(key, sights[key])) for key in photos]
    return [
        _cost(media, photos, shape, codec, rounds if codec is Codec.H264 else ONCE)
        for shape, codec in FILMS
    ]


def _cost(
    media: list[FilmMedia],
    photos: Mapping[str, bytes],
    shape: FilmShape,
    codec: Codec,
    rounds: int,
) -> FilmCost:
    asked = FilmAsked(shape, TITLE, seconds=SECONDS)
    film = compose_film(media, asked)
    plans, shots, floors = [], [], []
    for _ in range(rounds):
        plans.append(_timed(partial(compose_film, media, asked))[0])
        shots.append(_timed(partial(_shot, film, photos, codec)))
        floors.append(_timed(partial(_still, film, photos, codec))[0])
    return FilmCost(
        name=f"{shape.id} {film.page.width}×{film.page.height}, {codec.name}",
        plan_ms=median(plans) * MILLISECONDS,
        wall_s=median(wall for wall, _, _ in shots),
        cpu_s=median(cpu for _, cpu, _ in shots),
        floor_s=median(floors),
        megabytes=len(shots[0][2]) / MILLION,
        peak_mebibytes=peak_mebibytes(),
    )


def _shot(film: Film, photos: Mapping[str, bytes], codec: Codec) -> bytes:
    parts = [
        shoot(film, part, {key: photos[key] for key in film.needed(part)}, codec)
        for part in range(len(film.starts))
    ]
    return splice(film, parts, "Pépite")


def _still(film: Film, photos: Mapping[str, bytes], codec: Codec) -> bytes:
    """One picture of the film, as often as the film has frames."""
    import av  # noqa: PLC0415  an extra

    needed = {key: photos[key] for key in film.needed(1)}
    layers = next(islice(frames(film, 1, needed, as_yuv), FADE, None))
    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as container:
        stream = stream_of(container, film, codec)
        for number in range(film.frames):
            frame = frame_of(layers, film)
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return out.getvalue()


def _timed(work: Callable[[], Made]) -> tuple[float, float, Made]:
    """Seconds by the clock on the wall, of CPU, and what was made."""
    wall, cpu = time.perf_counter(), time.process_time()
    made = work()
    return time.perf_counter() - wall, time.process_time() - cpu, made
