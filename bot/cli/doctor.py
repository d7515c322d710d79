"""pepite doctor: what is wrong here, and how to mend it."""

from typing import Annotated

import typer


def doctor(
    json: Annotated[bool, typer.Option("--json", help="print JSON alone")] = False,
    key_copied: Annotated[
        bool, typer.Option("--key-copied", help="remember that you hold a copy of the key file")
    ] = False,
) -> None:
    """Check token, endpoint, key, data, networks and all the rest; each line says how to mend."""
    import asyncio

    from bot.cli.doctor_report import as_json, as_text, verdict
    from bot.doctor import confirm_copy, examine
    from bot.settings import read_settings

    settings = read_settings()
    if key_copied:
        confirm_copy(settings)
    findings = asyncio.run(examine(settings))
    print(as_json(findings) if json else as_text(findings))
    verdict(findings)
