"""pepite write: a text rewritten on this machine by rules; nothing is kept or sent."""

from typing import Annotated

import typer


def write(
    text: Annotated[str, typer.Argument(help="what to rewrite, in English or French")],
    wish: Annotated[
        str,
        typer.Option(
            help="rephrase, shorter, warmer, funnier, professional, proofread or emojify"
        ),
    ] = "rephrase",
    language: Annotated[
        str | None, typer.Option(help="en or fr; guessed from the text by default")
    ] = None,
    again: Annotated[int, typer.Option(min=0, help="another way: 1, 2, …")] = 0,
    json: Annotated[bool, typer.Option("--json", help="print JSON alone")] = False,
) -> None:
    """Rewrite a text; what changed is struck and bold. Exits with 1 where nothing could be."""
    from bot.cli.write_work import as_json, as_text, rewritten

    done = rewritten(text, wish, language, again)
    print(as_json(done) if json else as_text(done))
    if not done.way.changed:
        raise typer.Exit(1)
