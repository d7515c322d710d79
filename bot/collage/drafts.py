"""Drafts in their rows: sealed with the person's key, opened as values."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from bot.collage.draft import Draft, Proposal
from bot.collage.edits import Decision
from bot.collage.history import (
    State,
    decision_from,
    decision_json,
    states_from,
    states_json,
)
from bot.collage.plan import Plan
from bot.collage.recipe import from_json, to_json
from storage.collage import CollageRow
from storage.people import PersonId
from storage.transaction import Transaction


async def open_draft(tx: Transaction, row: CollageRow) -> Draft:
    """The draft of a row, opened with its owner's key."""
    open_sealed = await tx.vault.opener(tx, row.owner)

    def words(sealed: bytes | None) -> str | None:
        return open_sealed(sealed).decode() if sealed is not None else None

    plan = from_json(open_sealed(row.recipe).decode())
    media = await tx.collage.media(row.owner, row.id)
    kept = frozenset(key.hex for key, is_kept in media.items() if is_kept)
    decision = _decision(row, plan, words(row.title), words(row.edits), kept)
    return Draft(
        id=row.id,
        version=row.version,
        chat_id=row.chat_id,
        message_id=row.message_id,
        plan=plan,
        decision=decision,
        proposals=tuple(Proposal(**one) for one in json.loads(open_sealed(row.captions))),
        caption=words(row.caption),
        telegram_photo=words(row.telegram_photo),
        has_past=row.undo is not None,
    )


def _decision(
    row: CollageRow, plan: Plan, title: str | None, edits: str | None, kept: frozenset[str]
) -> Decision:
    """As it was kept, or as the page tells; which of its layouts it is, the page knows best."""
    plain = Decision(plan.shape, plan.theme, plan.seed, row.title_mode, title)
    known = decision_from(edits.encode()) if edits else plain
    return replace(
        known,
        seed=plan.seed,
        pick=plan.pick,
        title_mode=row.title_mode,
        title=title,
        kept=kept,
    )


async def past_of(tx: Transaction, row: CollageRow) -> tuple[State, ...]:
    """The states before, the oldest first."""
    return states_from(await tx.open(row.owner, row.undo)) if row.undo is not None else ()


async def sealed_draft(
    tx: Transaction,
    owner: PersonId,
    state: State,
    past: Sequence[State] = (),
) -> dict[str, Any]:
    """The columns of a draft that its plan and its words decide."""
    title = state.decision.title
    said = json.dumps([asdict(one) for one in state.proposals])
    # The title has its own column, and the twins that stay are told where their media are.
    edits = decision_json(replace(state.decision, title=None, kept=frozenset()))
    return {
        "recipe": await tx.seal(owner, to_json(state.plan).encode()),
        "title_mode": state.decision.title_mode,
        "title": await tx.seal(owner, title.encode()) if title else None,
        "captions": await tx.seal(owner, said.encode()),
        "edits": await tx.seal(owner, edits),
        "undo": await tx.seal(owner, states_json(past)) if past else None,
    }
