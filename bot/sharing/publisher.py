"""The Publisher: offers one draft to the chat a person chose, and remembers that it went."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.collage.drafts import open_draft
from bot.consent.gate import may
from bot.consent.registrar import Registrar
from bot.jobs.catalogue import JobName
from storage.collage import CollageId
from storage.ledger import Kind
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.sharing import Destination
from storage.transaction import Transaction

ASK_AFTER: Final = timedelta(minutes=1)  # Telegram tells of a share at once, if at all


@dataclass(frozen=True, slots=True)
class Offer:
    """What the chosen chat will see, and nothing else. telegram_photo: its name at Telegram."""

    collage: CollageId
    telegram_photo: str
    title: str | None
    caption: str | None


class Publisher:
    """Each share is one act of its person; every step asks the gate."""

    def __init__(self, storage: Storage, registrar: Registrar) -> None:
        self._storage = storage
        self._registrar = registrar

    async def offer(self, owner: PersonId, collage: CollageId) -> Offer | None:
        """The draft as it would be seen; None for another's, or where nothing may be shared.

        Without word from Telegram within a minute, a job asks whether it was shared.
        """
        async with self._storage.begin() as tx:
            row = await tx.collage.get(owner, collage)
            if row is None or not await self._may(tx, owner):
                return None
            draft = await open_draft(tx, row)
            if draft.telegram_photo is None:
                return None
            await tx.jobs.post(
                JobName.SHARING_ASK,
                subject=owner,
                key=str(collage),
                purpose=Purpose.SHARE_PUBLISH,
                not_before=tx.now + ASK_AFTER,
            )
        return Offer(collage, draft.telegram_photo, draft.shown_title, draft.caption)

    async def shared(self, owner: PersonId, collage: CollageId) -> int:
        """It went to a chat: its photos are no longer unshared; returns how many there are."""
        async with self._storage.begin() as tx:
            return await self._note(tx, owner, collage)

    async def said_shared(self, owner: PersonId, collage: CollageId) -> int:
        """As the person says it; a second yes to the same draft adds nothing."""
        async with self._storage.begin() as tx:
            is_noted = await tx.sharing.has(owner, collage)
            return await self._note(tx, owner, collage, is_noted=is_noted)

    async def _note(
        self, tx: Transaction, owner: PersonId, collage: CollageId, *, is_noted: bool = False
    ) -> int:
        row = await tx.collage.get(owner, collage)
        if row is None or not await self._may(tx, owner):
            return 0
        shown = (await open_draft(tx, row)).shown
        if not is_noted:
            await tx.sharing.add(owner, collage, Destination.CHAT)
            await tx.gallery.shared(owner, shown)
            await tx.ledger.append(
                Kind.PUBLISH_CONFIRMED, person=owner, purpose=Purpose.SHARE_PUBLISH
            )
        return len(shown)

    async def should_ask(self, owner: PersonId, collage: CollageId, offered_at: datetime) -> bool:
        """Whether nobody said, since it was offered, that it was shared."""
        async with self._storage.read() as tx:
            row = await tx.collage.get(owner, collage)
            if row is None or not await self._may(tx, owner):
                return False
            return not await tx.sharing.has(owner, collage, since=offered_at)

    async def _may(self, tx: Transaction, owner: PersonId) -> bool:
        standing = await self._registrar.standing(tx, owner)
        return may(standing, Purpose.SHARE_PUBLISH, tx.now)
