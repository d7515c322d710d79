"""python -m bot.bench.corpus FOLDER: writes the pictures and truth.json beside them."""

import json
from pathlib import Path
from typing import Annotated

import typer

from bot.bench.corpus.render import file_name, render
from bot.bench.corpus.shots import SEED, truths


def write(
    folder: Annotated[Path, typer.Argument(help="where to write; made if it is not there")],
    media: Annotated[int, typer.Option(help="how many pictures")] = 2000,
    seed: Annotated[int, typer.Option(help="another number, another family")] = SEED,
    *,
    held_out: Annotated[
        bool | None, typer.Option("--held-out/--train", help="one half alone")
    ] = None,
) -> None:
    """Write a corpus with its truth; thresholds are found on --train, judged on --held-out."""
    folder.mkdir(parents=True, exist_ok=True)
    told = {}
    for truth in truths(media, seed=seed):
        if held_out is None or truth.is_held_out == held_out:
            (folder / file_name(truth)).write_bytes(render(truth))
            told[file_name(truth)] = truth.record()
    written = json.dumps(told, ensure_ascii=False, indent=1)
    (folder / "truth.json").write_text(written, encoding="utf-8")


if __name__ == "__main__":
    typer.run(write)
