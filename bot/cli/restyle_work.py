"""The work of `pepite restyle`: open, look, draw, write, and say what was done."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from bot.cli.files import save
from bot.cli.refused import unreadable, why
from bot.errors import OperatorError
from bot.looks.brushes import CannotPaint
from bot.looks.catalogue import Look, Recipe, Strength
from bot.looks.manner import manner_of
from bot.looks.restyle import NobodyThere, Restyled
from bot.looks.restyle import restyle as restyle_photo
from bot.pixels.door import open_safely
from bot.pixels.refusals import Refused
from bot.vision.look import look_at
from bot.vision.sight import Sight

DESCRIPTIONS: Final = {
    Look.SUN: "ochre and sky blue, canvas strokes",
    Look.INK: "black ink and pale peach",
    Look.EMBERS: "red and orange strokes",
    Look.LILAC: "lilac and gold, dry pastel",
    Look.MIST: "pale sea green, thin lines",
    Look.OIL: "dark old oils",
    Look.STARRY: "blue and yellow swirls",
    Look.PENCIL: "graphite on paper",
    Look.DUO: "two inks in the photo's own hues",
    Look.DUSK: "its own hue against the one across",
    Look.POP: "grey, a person kept in colour",
    Look.FILM: "a warm colour film: soft curve, glow, fine grain",
    Look.SLIDE: "a slide film: deep colours, cool shadows",
    Look.SILVER: "a black and white film, silver grain",
    Look.HALFTONE: "a printer's dots, one ink on paper",
    Look.ROSETTE: "a printer's dots, four inks",
    Look.OWN: "in the style of another picture, --style PICTURE",
}


@dataclass(frozen=True, slots=True)
class Order:
    """What the command was told. style: the picture whose style it takes, for OWN alone."""

    photo: Path
    out: Path
    look: Look
    strength: Strength | float
    style: Path | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """What was written, and what it says of itself."""

    out: str
    look: str
    strength: str
    width: int
    height: int
    label: str
    people: int

    def as_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, indent=2)

    def as_text(self) -> str:
        size = f"{self.width} × {self.height}"
        return f"{self.out}  {size}, {self.look} {self.strength}, “{self.label}”"


def looks_there_are(*, as_json: bool) -> str:
    """A line a look: its name, how it is made, what it looks like."""
    rows = [
        {"look": look.value, "label": _label(look), "about": DESCRIPTIONS[look]} for look in Look
    ]
    if as_json:
        return json.dumps(rows, ensure_ascii=False, indent=2)
    return "\n".join(f"{row['look']:10}{row['label']:16}{row['about']}" for row in rows)


def make(order: Order) -> Made:
    """Write the picture. Raises OperatorError with one sentence."""
    photo = _opened(order.photo)
    style = _opened(order.style) if order.style else None
    drawn, sight = _drawn(order, photo, style)
    save(order.out, drawn.jpeg)
    return Made(
        out=str(order.out),
        look=order.look,
        strength=str(order.strength),
        width=drawn.width,
        height=drawn.height,
        label=_label(order.look),
        people=max(len(sight.faces), len(sight.people)),
    )


def _opened(picture: Path) -> bytes:
    try:
        return open_safely(picture.read_bytes()).clean
    except OSError as missing:
        raise OperatorError(unreadable(picture, missing)) from missing
    except Refused as refusal:
        raise OperatorError(f"{picture}: {why(refusal)}") from refusal


def _drawn(order: Order, photo: bytes, style: bytes | None) -> tuple[Restyled, Sight]:
    sight = look_at(photo, faces=True)
    try:
        recipe = Recipe(order.look, order.strength, manner_of(style) if style else b"")
        return restyle_photo(photo, sight, recipe), sight
    except NobodyThere as nobody:
        raise OperatorError(
            f"{order.photo}: pop colour needs a person, and none is seen"
        ) from nobody
    except CannotPaint as broken:
        raise OperatorError("The painting network is not in order: see pepite doctor.") from broken


def _label(look: Look) -> str:
    return "Edited with AI" if Recipe(look).is_painted else "Filter"
