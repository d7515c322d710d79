"""What the assistant may do with a person's drafts: change them, and share none."""

from typing import Protocol

from bot.collage.draft import Draft
from bot.collage.edits import Edit
from storage.collage import CollageId
from storage.people import PersonId


class Easel(Protocol):
    """The part of the Studio that may be used here: it changes drafts, and shares none."""

    async def shown_in(
        self, owner: PersonId, chat_id: int, message_id: int | None
    ) -> CollageId | None: ...
    async def draft(self, owner: PersonId, collage: CollageId) -> Draft: ...
    async def themes(self, owner: PersonId, draft: Draft) -> tuple[str, ...]: ...
    async def edit(
        self, owner: PersonId, collage: CollageId, version: int, edit: Edit
    ) -> Draft: ...
    async def entitle(self, owner: PersonId, collage: CollageId, title: str) -> Draft: ...
    async def caption(self, owner: PersonId, collage: CollageId, text: str | None) -> Draft: ...
