"""Farewells: what one tap forgot, hidden from every query for ten minutes, and then destroyed."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, update

from storage.database import Rows
from storage.gallery import MEDIA, MediaId, MediaState
from storage.people import PersonId

_IS_FORGOTTEN = MEDIA.c.state == MediaState.FORGOTTEN


class FarewellRows(Rows):
    """The only gateway that still sees what is forgotten; always within one owner."""

    async def say(self, owner: PersonId, media: Collection[MediaId], farewell: UUID) -> int:
        """Forget what is kept of these media; returns how many went."""
        kept = (
            MEDIA.c.owner == owner,
            MEDIA.c.id.in_(media),
            MEDIA.c.state == MediaState.KEPT,
        )
        facts = {
            "state": MediaState.FORGOTTEN,
            "forgotten_at": self.tx.now,
            "farewell": farewell,
        }
        return (await self.tx.execute(update(MEDIA).where(*kept).values(facts))).rowcount

    async def undo(self, owner: PersonId, farewell: UUID, since: datetime) -> int:
        """Keep again what was forgotten after `since`; returns how many came back."""
        mine = (*_of(owner, farewell), MEDIA.c.forgotten_at > since)
        facts = {"state": MediaState.KEPT, "forgotten_at": None, "farewell": None}
        return (await self.tx.execute(update(MEDIA).where(*mine).values(facts))).rowcount

    async def destroy(self, owner: PersonId, farewell: UUID | None = None) -> int:
        """Delete for good what one farewell named, or all that is forgotten, with its files."""
        return await self._destroy(owner, *_of(owner, farewell))

    async def make_room(self, owner: PersonId, fingerprint: bytes) -> int:
        """The same bytes are given again: what was forgotten of them goes now."""
        return await self._destroy(owner, *_of(owner), MEDIA.c.fingerprint == fingerprint)

    async def count(self, owner: PersonId) -> int:
        """How much is on its way out."""
        wanted = select(func.count()).select_from(MEDIA).where(*_of(owner))
        return int((await self._first(wanted))[0])

    async def overdue(self, before: datetime) -> list[tuple[PersonId, UUID]]:
        """Farewells said before then that nothing has destroyed yet, whoever said them."""
        late = (_IS_FORGOTTEN, MEDIA.c.forgotten_at < before)
        named = select(MEDIA.c.owner, MEDIA.c.farewell).where(*late).distinct()
        return [(PersonId(row.owner), row.farewell) for row in await self._all(named)]

    async def _destroy(self, owner: PersonId, *which: ColumnElement[bool]) -> int:
        rows = await self._all(select(MEDIA.c.id).where(*which))
        return await self.tx.gallery.destroy(owner, [MediaId(row.id) for row in rows])


def _of(owner: PersonId, farewell: UUID | None = None) -> tuple[ColumnElement[bool], ...]:
    mine = (MEDIA.c.owner == owner, _IS_FORGOTTEN)
    return mine if farewell is None else (*mine, MEDIA.c.farewell == farewell)
