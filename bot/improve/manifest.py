"""What a version of the ranker was made of, in counts and hashes; and whether that still holds."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.consent.gate import Standing
from bot.improve.eligibility import Why, why_not
from bot.improve.ranker import LEAST_CONTRIBUTORS, Lesson
from storage.improve import ChoiceRow
from storage.people import PersonId

Standings = Mapping[PersonId, Standing]


@dataclass(frozen=True, slots=True)
class Dataset:
    """The choices that may be used at one moment, and how many may not, by reason."""

    rows: tuple[ChoiceRow, ...]
    excluded: Mapping[Why, int]

    @property
    def contributors(self) -> int:
        return len({row.owner for row in self.rows})

    @property
    def lessons(self) -> list[Lesson]:
        return [Lesson(row.owner, row.chosen, row.over, row.at.timestamp()) for row in self.rows]

    @property
    def sha256(self) -> str:
        """Of every row in its order: two datasets with the same hash teach the same."""
        lines = (f"{row.id.hex} {row.chosen} {row.over}\n" for row in self.rows)
        return hashlib.sha256("".join(lines).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Audit:
    """A version looked at again. at_build, now: rows that should not have been, or be, in it.

    gone: rows deleted since, with their persons' yes. is_serving: its weights are in use.
    """

    version: int
    built_at: datetime
    manifest: Mapping[str, Any]
    rows: int
    gone: int
    at_build: Mapping[Why, int]
    now: Mapping[Why, int]
    is_serving: bool

    @property
    def violations(self) -> int:
        """None of these may ever be: a row wrong at its build, or wrong and still teaching."""
        still = sum(self.now.values()) + self.gone if self.is_serving else 0
        return sum(self.at_build.values()) + still


def dataset_of(rows: Sequence[ChoiceRow], standings: Standings, now: datetime) -> Dataset:
    """Every row asked the one question."""
    answers = [(row, why_not(row, standings[row.owner], now)) for row in rows]
    excluded = Counter(why for _, why in answers if why)
    return Dataset(tuple(row for row, why in answers if why is None), dict(excluded))


def manifest_of(dataset: Dataset, *, version: int, supersedes: int | None) -> dict[str, Any]:
    """Counts and hashes only."""
    grounds = Counter(row.ground.value for row in dataset.rows)
    return {
        "version": version,
        "supersedes": supersedes,
        "contributors": dataset.contributors,
        "needed": LEAST_CONTRIBUTORS,
        "rows": len(dataset.rows),
        "by_basis": dict(sorted(grounds.items())),
        "excluded": {why.value: n for why, n in sorted(dataset.excluded.items())},
        "sha256": dataset.sha256,
    }


def wrong_rows(rows: Sequence[ChoiceRow], standings: Standings, now: datetime) -> dict[Why, int]:
    """How many of these may not be used at that moment, by reason."""
    return dict(dataset_of(rows, standings, now).excluded)
