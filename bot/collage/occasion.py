"""What a draft is made on: an album that came, or media that a person asked to see together."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from bot.collage.draft import FIRST, Draft
from bot.collage.drafts import open_draft
from bot.collage.edits import Decision
from bot.collage.proposing import Proposed
from storage.collage import CollageId, TitleMode
from storage.gallery import AlbumId, MediaId, MediaRow
from storage.people import PersonId
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Occasion:
    """Media, the message that becomes their collage, and the draft that they had before.

    id: of the draft, if it is a new one. first: how a new one begins.
    """

    id: CollageId
    album: AlbumId | None
    chat_id: int
    message_id: int | None
    rows: Sequence[MediaRow]
    known: Draft | None
    first: Decision = FIRST

    def decision(self, title: str | None, proposed: Proposed) -> Decision:
        """A new draft begins in the theme proposed; one that was changed keeps its changes."""
        known = self.known
        if known is None:
            return replace(self.first, title=title, theme=proposed.theme, proposed=proposed)
        is_suggested = known.title_mode is TitleMode.SUGGESTED
        return replace(known.decision, title=title) if is_suggested else known.decision


async def of_album(tx: Transaction, owner: PersonId, album: AlbumId) -> Occasion | None:
    """An album as it is now; None when it is gone."""
    found = await tx.gallery.album(owner, album)
    if found is None:
        return None
    before = await tx.collage.of_album(owner, album)
    return Occasion(
        id=CollageId(uuid4()),
        album=album,
        chat_id=found.chat_id,
        message_id=found.answer_message_id,
        rows=await tx.gallery.suggestible(owner, album=album),
        known=await open_draft(tx, before) if before else None,
    )


async def of_selection(tx: Transaction, owner: PersonId, selection: CollageId) -> Occasion | None:
    """What may still be shown of a selection; None when it is gone."""
    found = await tx.collage.selection(owner, selection)
    if found is None:
        return None
    before = await tx.collage.get(owner, selection)
    media = [MediaId(UUID(hex=one)) for one in json.loads(await tx.open(owner, found.media))]
    return Occasion(
        id=selection,
        album=None,
        chat_id=found.chat_id,
        message_id=found.message_id,
        rows=await tx.gallery.suggestible(owner, media),
        known=await open_draft(tx, before) if before else None,
        first=replace(FIRST, shape=found.shape),
    )
