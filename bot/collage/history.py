"""What a draft was decided to be, and what it was before; and both as JSON."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pydantic import TypeAdapter

from bot.collage.draft import Draft, Proposal
from bot.collage.edits import Decision
from bot.collage.plan import Plan

MOST_STATES: Final = 10


@dataclass(frozen=True, slots=True)
class State:
    """All of a draft that a step may change; its chosen words are the person's own and stay."""

    plan: Plan
    decision: Decision
    proposals: tuple[Proposal, ...]

    @classmethod
    def of(cls, draft: Draft) -> "State":
        return cls(draft.plan, draft.decision, draft.proposals)


_DECISION: Final[TypeAdapter[Decision]] = TypeAdapter(Decision)
_STATES: Final[TypeAdapter[tuple[State, ...]]] = TypeAdapter(tuple[State, ...])


def remembered(states: Sequence[State], before: State) -> tuple[State, ...]:
    """One more state, the last ten of them; a step that changed nothing is none."""
    if states and states[-1] == before:
        return tuple(states)
    return (*states, before)[-MOST_STATES:]


def decision_json(decision: Decision) -> bytes:
    return _DECISION.dump_json(decision, exclude_defaults=True)


def decision_from(data: bytes) -> Decision:
    return _DECISION.validate_json(data, strict=True)


def states_json(states: Sequence[State]) -> bytes:
    return _STATES.dump_json(tuple(states), exclude_defaults=True)


def states_from(data: bytes) -> tuple[State, ...]:
    return _STATES.validate_json(data, strict=True)
