"""Where drafts come from: one source a kind, so that sharing is the same for all of them."""

from collections.abc import Mapping
from typing import Protocol
from uuid import UUID

from bot.collage.draft import Draft, DraftGone
from bot.collage.studio import Studio
from bot.collage.traits import traits_of
from bot.sharing.shareable import Label, NothingToShare, Ref, Shareable, ShareChanged
from storage.collage import CollageId
from storage.people import PersonId
from storage.sharing import DraftKind


class Source(Protocol):
    """A room that makes drafts; each call answers for its owner alone."""

    async def shareable(self, owner: PersonId, draft: UUID) -> Shareable | None:
        """The draft as it is now; None for another's as for none."""

    async def picture(self, owner: PersonId, ref: Ref) -> bytes:
        """A JPEG that says where it comes from. Raises ShareChanged and NothingToShare."""

    async def story(self, owner: PersonId, ref: Ref) -> bytes:
        """The same for a phone's screen, 1080×1920."""


Sources = Mapping[DraftKind, Source]


class Collages:
    """The Studio's drafts."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio

    async def shareable(self, owner: PersonId, draft: UUID) -> Shareable | None:
        try:
            found = await self._studio.draft(owner, CollageId(draft))
        except DraftGone:
            return None
        return Shareable(
            ref=Ref(DraftKind.COLLAGE, found.id, found.version),
            media=tuple(found.shown),
            title=found.shown_title,
            caption=found.caption,
            label=Label.COLLAGE,
            telegram_photo=found.telegram_photo,
            traits=traits_of(found.plan),
        )

    async def picture(self, owner: PersonId, ref: Ref) -> bytes:
        try:
            return await self._studio.picture(owner, await self._draft(owner, ref))
        except DraftGone:
            raise NothingToShare from None

    async def story(self, owner: PersonId, ref: Ref) -> bytes:
        try:
            return await self._studio.story(owner, await self._draft(owner, ref))
        except DraftGone:
            raise NothingToShare from None

    async def _draft(self, owner: PersonId, ref: Ref) -> Draft:
        found = await self._studio.draft(owner, CollageId(ref.draft))
        if found.version != ref.version:
            raise ShareChanged
        return found
