"""pepite restyle: one photo of this machine in another look, labelled inside."""

from pathlib import Path
from typing import Annotated

import typer


def restyle(
    photo: Annotated[Path | None, typer.Argument(help="a JPEG, PNG, WebP, GIF or HEIC")] = None,
    *,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="the JPEG to write")] = None,
    look: Annotated[str | None, typer.Option(help="one of --list")] = None,
    strength: Annotated[str, typer.Option(help="light, medium or full")] = "full",
    listed: Annotated[bool, typer.Option("--list", help="the looks there are")] = False,
    json: Annotated[bool, typer.Option("--json", help="print JSON alone")] = False,
) -> None:
    """Give a photo another look: paintings with faces sheltered, pencil, two inks, pop colour."""
    from bot.cli.restyle_work import Order, looks_there_are, make

    if listed:
        print(looks_there_are(as_json=json))
        return
    if photo is None or out is None or look is None:
        raise typer.BadParameter("name a photo, --out and --look, or ask for --list")
    made = make(Order(photo, out, _known_look(look), _known_strength(strength)))
    print(made.as_json() if json else made.as_text())


def _known_look(word: str) -> str:
    from bot.looks.catalogue import Look

    if word not in set(Look):
        raise typer.BadParameter(f"choose one of {', '.join(Look)}", param_hint="--look")
    return word


def _known_strength(word: str) -> str:
    from bot.looks.catalogue import Strength

    if word not in set(Strength):
        raise typer.BadParameter(f"choose one of {', '.join(Strength)}", param_hint="--strength")
    return word
