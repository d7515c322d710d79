"""What one person may use of the endpoint in a day, so that one cannot spend it for all."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from storage.outbound import CallKind, Spent


@dataclass(frozen=True, slots=True)
class Budget:
    """Per person and UTC day. tokens: the sum of what was asked for at most."""

    calls: int
    images: int
    tokens: int


# An eager day: an album an hour with captions, fifty rewritings, a long talk. At the prices of
# 2026 a few cents; an image costs as much as a hundred calls, hence the twenty.
A_DAY: Final = Budget(calls=200, images=20, tokens=60_000)


def has_room(spent: Spent, kind: CallKind, most_tokens: int, budget: Budget = A_DAY) -> bool:
    """Whether one more call fits into the day."""
    return (
        spent.calls < budget.calls
        and spent.tokens + most_tokens <= budget.tokens
        and (kind is not CallKind.IMAGE or spent.images < budget.images)
    )


def day_of(now: datetime) -> datetime:
    """When the day of `now` (UTC) began."""
    return now.replace(hour=0, minute=0, second=0, microsecond=0)
