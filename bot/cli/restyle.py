"""pepite restyle: one photo of this machine in another look, labelled inside."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.looks.catalogue import Look, Strength


def restyle(
    photo: Annotated[Path | None, typer.Argument(help="a JPEG, PNG, WebP, GIF or HEIC")] = None,
    *,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="the JPEG to write")] = None,
    look: Annotated[str | None, typer.Option(help="one of --list")] = None,
    strength: Annotated[
        str, typer.Option(help="light, medium, full, or a number from 0 to 1")
    ] = "full",
    style: Annotated[
        Path | None, typer.Option(help="a picture whose style it takes, for --look own")
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="the looks there are")] = False,
    json: Annotated[bool, typer.Option("--json", help="print JSON alone")] = False,
) -> None:
    """Give a photo another look: painted with faces sheltered, drawn, filmed, printed, inked."""
    from bot.cli.restyle_work import Order, looks_there_are, make

    if listed:
        print(looks_there_are(as_json=json))
        return
    if style is not None and look is None:
        look = "own"
    if photo is None or out is None or look is None:
        raise typer.BadParameter("name a photo, --out and --look, or ask for --list")
    known = _known_look(look, with_style=style is not None)
    made = make(Order(photo, out, known, _known_strength(strength), style))
    print(made.as_json() if json else made.as_text())


def _known_look(word: str, *, with_style: bool) -> "Look":
    from bot.looks.catalogue import Look

    if word not in set(Look):
        raise typer.BadParameter(f"choose one of {', '.join(Look)}", param_hint="--look")
    if with_style != (word == Look.OWN):
        raise typer.BadParameter("goes with --look own, and own with it", param_hint="--style")
    return Look(word)


def _known_strength(word: str) -> "Strength | float":
    from bot.looks.catalogue import Strength

    if word in set(Strength):
        return Strength(word)
    try:
        share = float(word)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        known = ", ".join(Strength)
        raise typer.BadParameter(
            f"choose one of {known}, or a number from 0 to 1", param_hint="--strength"
        )
    return share
