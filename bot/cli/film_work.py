"""The work of `pepite film`: look, decide, shoot part by part, write, and say what was made."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from bot.cli.files import keys_of, save
from bot.cli.refused import unreadable, why
from bot.collage.draft import lacks_emoji
from bot.collage.film import SHAPES, Film
from bot.collage.film_clip import calmest
from bot.collage.film_compose import FilmAsked, FilmMedia, compose_film
from bot.collage.film_encode import shoot, splice
from bot.collage.film_webp import shoot_webp, splice_webp
from bot.collage.plan import PlanPhoto
from bot.errors import OperatorError
from bot.pixels.door import open_safely
from bot.pixels.exif import read_facts
from bot.pixels.film import can_open_films, film_suffix, glimpses
from bot.pixels.film_facts import film_facts
from bot.pixels.header import probe
from bot.pixels.refusals import Refused
from bot.vision.look import look_at

FEWEST: Final = 2
WEBP: Final = ".webp"
UNDATED: Final = "9"  # after every date


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked on the command line; shape and seconds are sound."""

    media: tuple[Path, ...]
    out: Path
    shape: str
    title: str | None
    seconds: float | None
    seed: int


@dataclass(frozen=True, slots=True)
class Made:
    """What was written; is_instead: a WebP, since PyAV is missing.

    lacks_emoji: one of its title that no font here can draw.
    """

    out: Path
    film: Film
    size_bytes: int
    is_instead: bool
    lacks_emoji: bool = False

    def as_json(self) -> str:
        film = self.film
        told = {
            "out": str(self.out),
            "seconds": film.seconds,
            "width": film.page.width,
            "height": film.page.height,
            "bytes": self.size_bytes,
            "is_title_drawn": film.card is not None,
            "lacks_emoji": self.lacks_emoji,
            "shots": [
                {"file": shot.key, "frames": shot.frames, "is_clip": shot.clip_ms is not None}
                for shot in film.shots
            ],
            "left_out": [
                {"file": left.key, "reason": left.reason, "shown_instead": left.shown_instead}
                for left in film.left_out
            ],
        }
        return json.dumps(told, ensure_ascii=False, indent=2)

    def as_text(self) -> str:
        film = self.film
        count = "one shot" if len(film.shots) == 1 else f"{len(film.shots)} shots"
        size = f"{self.size_bytes / 1_000_000:.1f} MB"
        lines = [f"{self.out}: {film.seconds:.1f} s, {count}, {size}"]
        lines += [
            f"left out: {left.key} (looks like {left.shown_instead})"
            if left.shown_instead
            else f"left out: {left.key} (no time for it)"
            for left in film.left_out
        ]
        if film.is_title_in_message:
            lines.append("the title is not in the film: no font here has its letters")
        if self.lacks_emoji:
            lines.append("the title is without its emoji: no font here draws them")
        if self.is_instead:
            lines.append(
                "films need PyAV (the extra `video`), which is missing here: "
                "this is an animated WebP, smaller and less smooth"
            )
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class _Given:
    """A file that may be in the film: when it was taken, and the bytes of its shot."""

    taken: str
    media: FilmMedia
    data: bytes


def make(order: Order, *, shows_progress: bool) -> Made:
    """Write the film. Raises OperatorError with one sentence."""
    _check_there(order.media)
    if len(order.media) < FEWEST:
        raise OperatorError("a film needs two photos or videos at least")
    if not order.out.absolute().parent.is_dir():  # said before a minute's work, not after it
        raise OperatorError(f"{order.out} cannot be written")
    with _bar(len(order.media), "Looking", shows=shows_progress) as step:
        given = sorted(_looked(order.media, step), key=lambda one: one.taken)
    asked = FilmAsked(SHAPES[order.shape], order.title, order.seed, order.seconds)
    film = compose_film([one.media for one in given], asked)
    sources = {one.media.photo.key: one.data for one in given}
    is_webp = order.out.suffix.lower() == WEBP or not can_open_films()
    out = order.out.with_suffix(WEBP) if is_webp else order.out
    with _bar(len(film.starts), "Filming", shows=shows_progress) as step:
        shown = (_webp if is_webp else _mp4)(film, sources, step)
    save(out, shown)
    letters = film.card.letters if film.card else None
    lacks = lacks_emoji(order.title, letters)
    return Made(out, film, len(shown), is_instead=out != order.out, lacks_emoji=lacks)


def _check_there(media: Sequence[Path]) -> None:
    """What is missing is told before anything else."""
    for path in media:
        try:
            path.stat()
        except OSError as missing:
            raise OperatorError(unreadable(path, missing)) from missing


def _mp4(film: Film, sources: Mapping[str, bytes], step: Callable[[], None]) -> bytes:
    parts = []
    for part in range(len(film.starts)):
        parts.append(shoot(film, part, _needed(film, part, sources)))
        step()
    return splice(film, parts, "Pépite")


def _webp(film: Film, sources: Mapping[str, bytes], step: Callable[[], None]) -> bytes:
    parts = []
    for part in range(len(film.starts)):
        parts.append(shoot_webp(film, part, _needed(film, part, sources)))
        step()
    return splice_webp(film, parts, "Pépite")


def _needed(film: Film, part: int, sources: Mapping[str, bytes]) -> dict[str, bytes]:
    return {key: sources[key] for key in film.needed(part)}


def _looked(media: Sequence[Path], step: Callable[[], None]) -> Iterator[_Given]:
    for key, path in zip(keys_of(media), media, strict=True):
        try:
            yield _look(key, path.read_bytes())
        except OSError as missing:
            raise OperatorError(unreadable(path, missing)) from missing
        except Refused as refusal:
            raise OperatorError(f"{key}: {why(refusal)}") from refusal
        step()


def _look(key: str, data: bytes) -> _Given:
    if film_suffix(data) is None:
        taken = read_facts(probe(data).exif).taken_local
        photo = PlanPhoto(key, look_at(open_safely(data).clean, faces=True))
        return _Given(taken.isoformat() if taken else UNDATED, FilmMedia(photo), data)
    pictures = glimpses(data) if can_open_films() else ()
    if not pictures:
        raise OperatorError(f"{key}: videos need PyAV (the extra `video`), or it cannot be opened")
    sights = [look_at(picture, faces=True) for picture in pictures]
    best = max(range(len(sights)), key=lambda place: sights[place].quality.sharpness)
    clip, facts = calmest(data), film_facts(data)
    taken = facts.filmed_local or facts.filmed_at
    shown = data if clip else pictures[best]
    when = taken.isoformat() if taken else UNDATED
    return _Given(when, FilmMedia(PlanPhoto(key, sights[best]), clip), shown)


@contextmanager
def _bar(count: int, doing: str, *, shows: bool) -> Iterator[Callable[[], None]]:
    """A bar on standard error; silent where nobody looks: a pipe, a log, a test."""
    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(file=sys.stderr),
        transient=True,
        disable=not (shows and sys.stderr.isatty()),
    )
    with progress:
        task = progress.add_task(doing, total=count)
        yield lambda: progress.advance(task)
