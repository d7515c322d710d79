"""The doctor's findings for people and for programs, and the one sentence when it is bad."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from bot.errors import OperatorError
from bot.findings import Finding, State

MARKS = {State.WELL: "✓", State.WARNING: "!", State.WRONG: "✗"}


def as_text(findings: Sequence[Finding]) -> str:
    return "\n".join(line for finding in findings for line in _lines(finding))


def _lines(finding: Finding) -> list[str]:
    line = f"{MARKS[finding.state]} {finding.part:<16} {finding.said}"
    return [line, f"  {'':<16} → {finding.mend}"] if finding.mend else [line]


def as_json(findings: Sequence[Finding]) -> str:
    is_well = not _wrong(findings)
    told = {"is_well": is_well, "findings": [asdict(finding) for finding in findings]}
    return json.dumps(told, ensure_ascii=False, indent=2)


def verdict(findings: Sequence[Finding]) -> None:
    """Raises OperatorError where something keeps the bot from doing its work."""
    wrong = _wrong(findings)
    if wrong:
        parts = ", ".join(finding.part for finding in wrong)
        raise OperatorError(f"To mend before the bot can do its work: {parts}.")


def _wrong(findings: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.state is State.WRONG]
