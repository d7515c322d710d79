"""Drafts in their rows: sealed with the person's key, opened as values."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from bot.collage.draft import Decision, Draft, Proposal
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
    named = {cell.key for cell in plan.cells} | {left.key for left in plan.left_out}
    media = await tx.collage.media(row.owner, row.id)
    return Draft(
        id=row.id,
        version=row.version,
        chat_id=row.chat_id,
        message_id=row.message_id,
        plan=plan,
        title_mode=row.title_mode,
        title=words(row.title),
        proposals=tuple(Proposal(**one) for one in json.loads(open_sealed(row.captions))),
        caption=words(row.caption),
        telegram_photo=words(row.telegram_photo),
        screenshots=sum(key.hex not in named for key in media),
    )


async def sealed_draft(
    tx: Transaction,
    owner: PersonId,
    plan: Plan,
    decision: Decision,
    proposals: Sequence[Proposal],
) -> dict[str, Any]:
    """The columns of a draft that its plan and its words decide."""
    title = decision.title
    said = json.dumps([asdict(one) for one in proposals])
    return {
        "recipe": await tx.seal(owner, to_json(plan).encode()),
        "title_mode": decision.title_mode,
        "title": await tx.seal(owner, title.encode()) if title else None,
        "captions": await tx.seal(owner, said.encode()),
    }
