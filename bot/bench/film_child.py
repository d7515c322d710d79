"""The part of the films' bench that runs in the child that shoots films for people."""

import io
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from statistics import median
from typing import Final

from bot.bench.memory import peak_mebibytes
from bot.collage.film import SQUARE, STORY, Film, FilmShape
from bot.collage.film_compose import FilmAsked, FilmMedia, compose_film
from bot.collage.film_encode import Codec, as_yuv, frame_of, shoot, splice, stream_of
from bot.collage.film_paint import frames
from bot.collage.plan import PlanPhoto
from bot.vision.sight import Sight

SECONDS: Final = 8.0
TITLE: Final = "Été à Lyon, 12 octobre 2024"
FILMS: Final = ((STORY, Codec.H264), (SQUARE, Codec.H264), (STORY, Codec.H265))
MILLISECONDS: Final = 1000
MILLION: Final = 1_000_000


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
    return [_cost(media, photos, shape, codec, rounds) for shape, codec in FILMS]


def _cost(
    media: list[FilmMedia],
    photos: Mapping[str, bytes],
    shape: FilmShape,
    codec: Codec,
    rounds: int,
) -> FilmCost:
    asked = FilmAsked(shape, TITLE, seconds=SECONDS)
    plan_s, _ = _times(partial(compose_film, media, asked), rounds)
    film = compose_film(media, asked)
    shots, floors = [], []
    for _ in range(rounds):
        shots.append(_times(partial(_shot, film, photos, codec), 1))
        floors.append(_times(partial(_still, film, photos, codec), 1)[0])
    return FilmCost(
        name=f"{shape.id} {film.page.width}×{film.page.height}, {codec.name}",
        plan_ms=plan_s * MILLISECONDS,
        wall_s=median(wall for wall, _ in shots),
        cpu_s=median(cpu for _, cpu in shots),
        floor_s=median(floors),
        megabytes=len(_shot(film, photos, codec)) / MILLION,
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
    layers = next(frames(film, 1, needed, as_yuv, every=film.frames))
    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as container:
        stream = stream_of(container, film, codec)
        for number in range(film.frames):
            frame = frame_of(layers, film)
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return out.getvalue()


def _times(work: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Seconds by the clock on the wall and of CPU, medians."""
    walls, cpus = [], []
    for _ in range(rounds):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    return median(walls), median(cpus)
