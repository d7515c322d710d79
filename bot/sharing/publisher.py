"""The Publisher: shares one draft where its person wants it, and remembers that it went."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from bot.jobs.catalogue import JobName
from bot.sharing.posts import Posts
from bot.sharing.shareable import NothingToShare, Ref, Shareable
from storage.collage import CollageId
from storage.ledger import Kind
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.sharing import Destination, DraftKind, PostRow

ASK_AFTER: Final = timedelta(minutes=1)  # Telegram tells of a share at once, if at all


@dataclass(frozen=True, slots=True)
class Offer:
    """What the chosen chat will see, and nothing else. telegram_photo: its name at Telegram."""

    shareable: Shareable
    telegram_photo: str


class Publisher(Posts):
    """Each share is one act of its person; every step asks the gate."""

    async def offer(self, owner: PersonId, kind: DraftKind, draft: UUID) -> Offer | None:
        """The draft as it would be seen; None for another's, or where nothing may be shared.

        Without word from Telegram within a minute, a job asks whether it was shared.
        """
        found = await self._found(owner, kind, draft)
        if found is None or found.telegram_photo is None:
            return None
        async with self._storage.begin() as tx:
            await tx.jobs.post(
                JobName.SHARING_ASK,
                subject=owner,
                key=f"{kind}:{draft}",
                purpose=Purpose.SHARE_PUBLISH,
                not_before=tx.now + ASK_AFTER,
            )
        return Offer(found, found.telegram_photo)

    async def shared(self, owner: PersonId, kind: DraftKind, draft: UUID) -> int:
        """It went to a chat: its photos are no longer unshared; returns how many there are."""
        return await self._note_chat(owner, kind, draft, again=True)

    async def said_shared(self, owner: PersonId, kind: DraftKind, draft: UUID) -> int:
        """As the person says it; a second yes to the same draft adds nothing."""
        return await self._note_chat(owner, kind, draft, again=False)

    async def _note_chat(
        self, owner: PersonId, kind: DraftKind, draft: UUID, *, again: bool
    ) -> int:
        found = await self._found(owner, kind, draft)
        if found is None:
            return 0
        async with self._storage.begin() as tx:
            if again or not await tx.sharing.has(owner, draft):
                row = PostRow(
                    owner=owner,
                    collage=CollageId(draft),
                    kind=kind,
                    destination=Destination.CHAT,
                    at=tx.now,
                )
                await self._note(tx, row, found)
                await tx.ledger.append(
                    Kind.PUBLISH_CONFIRMED, person=owner, purpose=Purpose.SHARE_PUBLISH
                )
        return len(found.media)

    async def should_ask(
        self, owner: PersonId, kind: DraftKind, draft: UUID, offered_at: datetime
    ) -> bool:
        """Whether nobody said, since it was offered, that it was shared."""
        if await self._found(owner, kind, draft) is None:
            return False
        async with self._storage.read() as tx:
            return not await tx.sharing.has(owner, draft, since=offered_at)

    async def _found(self, owner: PersonId, kind: DraftKind, draft: UUID) -> Shareable | None:
        try:
            return await self.shareable(owner, Ref(kind, draft, 0))
        except NothingToShare:
            return None
