"""The work of `pepite restyle`: open, look, draw, write, and say what was done."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from bot.cli.refused import why
from bot.errors import OperatorError
from bot.looks.brushes import CannotPaint
from bot.looks.catalogue import STYLES, Look, Recipe, Strength
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
}


@dataclass(frozen=True, slots=True)
class Order:
    """What the command was told; look and strength are known words."""

    photo: Path
    out: Path
    look: str
    strength: str


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
    return "\n".join(f"{row['look']:8}{row['label']:16}{row['about']}" for row in rows)


def make(order: Order) -> Made:
    """Write the picture. Raises OperatorError with one sentence."""
    recipe = Recipe(Look(order.look), Strength(order.strength))
    drawn, sight = _drawn(order.photo, recipe)
    try:
        order.out.write_bytes(drawn.jpeg)
    except OSError as fault:
        raise OperatorError(f"{order.out}: it cannot be written ({fault.strerror})") from fault
    return Made(
        out=str(order.out),
        look=order.look,
        strength=order.strength,
        width=drawn.width,
        height=drawn.height,
        label=_label(recipe.look),
        people=max(len(sight.faces), len(sight.people)),
    )


def _drawn(photo: Path, recipe: Recipe) -> tuple[Restyled, Sight]:
    try:
        clean = open_safely(photo.read_bytes()).clean
        sight = look_at(clean, faces=True)
        return restyle_photo(clean, sight, recipe), sight
    except OSError as missing:
        raise OperatorError(f"{photo}: it cannot be read ({missing.strerror})") from missing
    except Refused as refusal:
        raise OperatorError(f"{photo}: {why(refusal)}") from refusal
    except NobodyThere as nobody:
        raise OperatorError(f"{photo}: pop colour needs a person, and none is seen") from nobody
    except CannotPaint as broken:
        raise OperatorError("The painting network is not in order: see pepite doctor.") from broken


def _label(look: Look) -> str:
    return "Edited with AI" if look in STYLES else "Filter"
