"""What pepite collage does: look, plan or read a recipe, paint, and say so."""

import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bot.cli.files import keys_of, save
from bot.cli.lacking import lacking
from bot.cli.refused import unreadable, why
from bot.collage.certificate import Certificate, certify
from bot.collage.compose import compose, versions
from bot.collage.draft import lacks_emoji
from bot.collage.paint import paint
from bot.collage.plan import Plan, PlanPhoto
from bot.collage.recipe import from_json, to_json
from bot.collage.themes import Theme, shape_for
from bot.errors import OperatorError
from bot.gallery.calendar_words import SOUTHERN
from bot.pixels.door import open_safely
from bot.pixels.exif import read_facts
from bot.pixels.geometry import Size
from bot.pixels.header import probe
from bot.pixels.refusals import Refused
from bot.texts import Language
from bot.vision.look import look_at

SMALLEST_SIDE, LARGEST_SIDE = 320, 5000  # pixels; Telegram takes photos to w + h = 10,000
DEGREES = {3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270}  # clockwise, by EXIF orientation


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked on the command line; country: ISO code, None for as the language has it."""

    photos: tuple[Path, ...]
    out: Path
    page: tuple[int, int]
    theme: Theme
    title: str | None
    seed: int
    recipe: Path | None
    language: Language = "en"
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """What was painted; a repainted recipe was neither looked at nor planned.

    lacks_emoji: one of its title that no font here can draw.
    """

    out: Path
    plan: Plan
    rotations: Mapping[str, int]
    certificate: Certificate | None
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    lacks_emoji: bool = False

    def as_json(self) -> str:
        plan = self.plan
        told = {
            "out": str(self.out),
            "page": asdict(plan.page),
            "theme": plan.theme,
            "title": " ".join(plan.title.lines) if plan.title else None,
            "is_title_drawn": plan.title is not None,
            "lacks_emoji": self.lacks_emoji,
            "cells": [
                {
                    "file": cell.key,
                    "on_page": asdict(cell.on_page),
                    "of_source": asdict(cell.of_source),
                    "rotation_degrees": self.rotations[cell.key],
                }
                for cell in plan.cells
            ],
            "left_out": [asdict(left) for left in plan.left_out],
            "certificate": asdict(self.certificate) if self.certificate else None,
            "timings_ms": self.timings_ms,
        }
        return json.dumps(told, ensure_ascii=False, indent=2)

    def as_text(self) -> str:
        page = self.plan.page
        photos = "one photo" if len(self.plan.cells) == 1 else f"{len(self.plan.cells)} photos"
        lines = [f"{self.out}: {photos} on {page.width}×{page.height}"]
        lines += [
            f"left out: {left.key} (looks like {left.shown_instead})"
            if left.shown_instead
            else f"left out: {left.key} (no room)"
            for left in self.plan.left_out
        ]
        if self.plan.is_title_in_message:
            lines.append("the title is not on the picture: no font here has its letters")
        if self.lacks_emoji:
            lines.append("the title is without its emoji: no font here draws them")
        lines.append(", ".join(f"{step} {ms:.0f} ms" for step, ms in self.timings_ms.items()))
        return "\n".join(lines)


def make(order: Order) -> Made:
    """Write the picture, and the recipe where it is asked for and not there yet."""
    sources = _sources(order.photos)
    timings: dict[str, float] = {}
    certificate = None
    if order.recipe and order.recipe.exists():
        plan = _read(order.recipe, sources)
    else:
        plan, certificate = _planned(order, sources, timings)
        if order.recipe:
            save(order.recipe, to_json(plan).encode())
    with _timed(timings, "paint"):
        picture = _painted(plan, sources)
    save(order.out, picture)
    rotations = {cell.key: _rotation_degrees(sources[cell.key]) for cell in plan.cells}
    lacks = certificate is not None and lacks_emoji(order.title, plan.title)
    return Made(order.out, plan, rotations, certificate, timings, lacks_emoji=lacks)


def _painted(plan: Plan, sources: Mapping[str, bytes]) -> bytes:
    try:
        return paint(plan, sources)
    except Refused:
        for cell in plan.cells:  # threads do not say whose bytes broke
            with _named(cell.key):
                open_safely(sources[cell.key])
        raise


def _rotation_degrees(data: bytes) -> int:
    return DEGREES.get(probe(data).orientation, 0)


def _planned(
    order: Order, sources: Mapping[str, bytes], timings: dict[str, float]
) -> tuple[Plan, Certificate]:
    with _timed(timings, "look"):
        photos = [_looked(key, data) for key, data in sources.items()]
    with _timed(timings, "plan"):
        shape = shape_for(Size(*order.page))
        plan = compose(
            photos,
            shape,
            theme=order.theme,
            title=order.title,
            seed=order.seed,
            language=order.language,
            is_south=order.country in SOUTHERN,
            country=order.country,
        )
    if plan.theme != order.theme.id:
        needed = lacking(order.theme, photos)
        print(f"note: {order.theme.id} needs {needed}, so it is {plan.theme}", file=sys.stderr)
    return plan, certify(plan, {photo.key: photo.sight for photo in photos})


def _looked(key: str, data: bytes) -> PlanPhoto:
    with _named(key):
        taken = read_facts(probe(data).exif).taken_local
        return PlanPhoto(key, look_at(data, faces=True), taken.date() if taken else None)


def _sources(photos: Sequence[Path]) -> dict[str, bytes]:
    try:
        return {key: path.read_bytes() for key, path in zip(keys_of(photos), photos, strict=True)}
    except OSError as error:
        raise OperatorError(unreadable(error.filename, error)) from error


def _read(recipe: Path, sources: Mapping[str, bytes]) -> Plan:
    try:
        plan = from_json(recipe.read_text(encoding="utf-8"))
    except OSError as error:
        raise OperatorError(unreadable(recipe, error)) from error
    except UnicodeDecodeError as error:
        raise OperatorError(f"{recipe} cannot be read (it is no text)") from error
    missing = [cell.key for cell in plan.cells if cell.key not in sources]
    if missing:
        raise OperatorError(f"the recipe also needs {', '.join(missing)}")
    if plan.versions != versions(plan.title, plan.words):
        print("note: other library versions than the recipe's, bytes may differ", file=sys.stderr)
    return plan


@contextmanager
def _named(key: str) -> Iterator[None]:
    try:
        yield
    except Refused as refusal:
        raise OperatorError(f"{key}: {why(refusal)}") from refusal


@contextmanager
def _timed(timings: dict[str, float], step: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    timings[step] = round(1000 * (time.perf_counter() - start), 1)
