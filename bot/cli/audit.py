"""pepite audit: whether a receipt, a proof, the ledger or a dataset still holds."""

from pathlib import Path
from typing import Annotated

import typer

audit = typer.Typer(
    help="Check proofs: a person's receipt, this server's ledger, what taught the ranker.",
    no_args_is_help=True,
)
JSON = Annotated[bool, typer.Option("--json", help="print JSON alone")]


@audit.command()
def proof(
    file: Annotated[Path, typer.Argument(help="a receipt (JSON), proof.zip, or its folder")],
    key: Annotated[
        Path | None, typer.Option(help="the public key (PEM) that must have signed it")
    ] = None,
    json: JSON = False,
) -> None:
    """Check signatures, ledger rows and texts of what a person holds; needs no server."""
    from bot.cli.audit_work import as_json, as_text, check_proof

    lines = check_proof(file, key)
    print(as_json(lines) if json else as_text(lines))


@audit.command()
def ledger(
    receipt: Annotated[
        list[Path] | None,
        typer.Option(help="a receipt or proof whose ledger head must be in the ledger"),
    ] = None,
    key_out: Annotated[
        Path | None, typer.Option(help="write the public key there, as PEM, to be published")
    ] = None,
    json: JSON = False,
) -> None:
    """Walk this server's ledger: every row, every signed head, every head that you bring."""
    from bot.cli.audit_work import as_json, as_text, audit_ledger
    from bot.settings import read_settings

    lines = audit_ledger(read_settings(), receipt or [], key_out)
    print(as_json(lines) if json else as_text(lines))


@audit.command()
def dataset(
    version: Annotated[int | None, typer.Argument(help="the newest without a number")] = None,
    json: JSON = False,
) -> None:
    """Ask every row that taught the ranker again, as of its build and as of now: 0 violations."""
    from bot.cli.audit_dataset import audit_dataset
    from bot.cli.audit_work import as_json, as_text
    from bot.settings import read_settings

    lines = audit_dataset(read_settings(), version)
    print(as_json(lines) if json else as_text(lines))
