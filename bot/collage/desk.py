"""Where drafts lie: which message shows or awaits one, and when it is cleared away."""

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import timedelta
from typing import Final

from bot.collage.draft import FIRST, Draft, Proposal
from bot.collage.refusals import DraftChanged
from bot.gallery.answers import LEAST_FOR_COLLAGE
from bot.jobs.catalogue import JobName
from storage.collage import CollageId, SelectionRow
from storage.gallery import AlbumId, MediaId
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.transaction import Transaction

KEPT: Final = timedelta(days=30)


class Desk:
    """Knows drafts by their places and what they offer, and opens none."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    async def waits_in(self, owner: PersonId, album: AlbumId) -> tuple[int, int] | None:
        """The chat and the message that still announce a collage; None once there is one."""
        async with self._storage.read() as tx:
            row = await tx.gallery.album(owner, album)
            drawn = await tx.collage.of_album(owner, album)
        if row is None or row.answer_message_id is None or drawn is not None:
            return None
        return row.chat_id, row.answer_message_id

    async def announced(self, owner: PersonId, selection: CollageId) -> tuple[int, int] | None:
        """The chat and the message that announce the collage of a selection."""
        async with self._storage.read() as tx:
            row = await tx.collage.selection(owner, selection)
        if row is None or row.message_id is None:
            return None
        return row.chat_id, row.message_id

    async def order(
        self, owner: PersonId, media: Collection[MediaId], *, chat_id: int, message_id: int
    ) -> int:
        """Ask for a collage of these, in place of a message; returns of how many they still are.

        Fewer than two ask for nothing. Its job asks the gate.
        """
        async with self._storage.begin() as tx:
            rows = await tx.gallery.suggestible(owner, media)
            if len(rows) < LEAST_FOR_COLLAGE:
                return len(rows)
            chosen = json.dumps([row.id.hex for row in rows]).encode()
            row = SelectionRow(
                owner=owner,
                chat_id=chat_id,
                message_id=message_id,
                media=await tx.seal(owner, chosen),
                shape=FIRST.shape,
                made_at=tx.now,
            )
            await tx.collage.select(row)
            await tx.jobs.post(
                JobName.COLLAGE_GATHER,
                subject=owner,
                key=str(row.id),
                purpose=Purpose.SUGGEST_ANALYSE,
            )
        return len(rows)

    async def shown_in(
        self, owner: PersonId, chat_id: int, message_id: int | None
    ) -> CollageId | None:
        """The draft that a message shows; without one, the last that was made or changed."""
        async with self._storage.read() as tx:
            row = await tx.collage.shown_in(owner, chat_id, message_id)
        return row.id if row else None

    async def has(self, owner: PersonId, collage: CollageId) -> bool:
        """Whether the draft is still there."""
        async with self._storage.read() as tx:
            return await tx.collage.get(owner, collage) is not None

    async def shown(
        self, owner: PersonId, draft: Draft, message_id: int, telegram_photo: str | None
    ) -> None:
        """Remember where a draft is shown, and what Telegram calls its picture."""
        async with self._storage.begin() as tx:
            name = await tx.seal(owner, telegram_photo.encode()) if telegram_photo else None
            await tx.collage.shown(owner, draft.id, message_id, name)

    async def offer(self, owner: PersonId, draft: Draft, proposals: Sequence[Proposal]) -> None:
        """Three other captions to choose from, shown by a job. Raises DraftChanged."""
        said = json.dumps([asdict(one) for one in proposals])
        async with self._storage.begin() as tx:
            facts = {"captions": await tx.seal(owner, said.encode()), "caption": None}
            if not await tx.collage.change(owner, draft.id, draft.version, facts):
                raise DraftChanged
            await _post_show(tx, owner, draft.id)

    async def show_soon(self, owner: PersonId, collage: CollageId) -> None:
        """Its message becomes what the draft is, by a job."""
        async with self._storage.begin() as tx:
            await _post_show(tx, owner, collage)

    async def drop_old(self) -> int:
        """Retention, by a nightly tick: drafts that nobody changed for thirty days."""
        async with self._storage.begin() as tx:
            return await tx.collage.drop_old(tx.now - KEPT)


async def _post_show(tx: Transaction, owner: PersonId, collage: CollageId) -> None:
    await tx.jobs.post(
        JobName.COLLAGE_SHOW,
        subject=owner,
        key=str(collage),
        purpose=Purpose.SUGGEST_ANALYSE,
    )
