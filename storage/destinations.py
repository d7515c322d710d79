"""Destinations: the channels a person linked, and their leave to post Stories."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import (
    BigInteger,
    LargeBinary,
    UniqueConstraint,
    Uuid,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field

from storage.database import Rows, Stored, UtcDateTime, table_of
from storage.people import PersonId
from storage.personal_data import Kept, Purpose, record


class ChannelRow(Stored, table=True):
    """A channel that a person linked; it is unlinked by them, or with them.

    number: the person's own, so that a button can say which. title, username: sealed, as last
    seen. lost_at: since when the bot may not post there.
    """

    __tablename__ = "channels"
    __table_args__ = (UniqueConstraint("owner", "chat_id"), UniqueConstraint("owner", "number"))

    id: UUID = Field(primary_key=True, sa_type=Uuid, default_factory=uuid4)
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id")
    number: int
    chat_id: int = Field(sa_type=BigInteger, index=True)
    title: bytes = Field(sa_type=LargeBinary)
    username: bytes | None = Field(default=None, sa_type=LargeBinary)
    linked_at: datetime = Field(sa_type=UtcDateTime)
    lost_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class StoryConnectionRow(Stored, table=True):
    """A Telegram Business connection. connection: sealed; can_post: enabled, with the right."""

    __tablename__ = "story_connections"

    owner: PersonId = Field(primary_key=True, sa_type=Uuid, foreign_key="people.id")
    connection: bytes = Field(sa_type=LargeBinary)
    can_post: bool
    changed_at: datetime = Field(sa_type=UtcDateTime)


CHANNELS: Final = table_of(ChannelRow)
STORY_CONNECTIONS: Final = table_of(StoryConnectionRow)
PERSONAL_DATA = {
    ChannelRow: Kept(
        owner=ChannelRow.owner,
        purpose=Purpose.SHARE_PUBLISH,
        export=record("number", "chat_id", "linked_at", "lost_at", text=["title", "username"]),
        retention="until unlinked",
    ),
    StoryConnectionRow: Kept(
        owner=StoryConnectionRow.owner,
        purpose=Purpose.SHARE_PUBLISH,
        export=record("can_post", "changed_at", text=["connection"]),
        retention="until disconnected",
    ),
}


class DestinationRows(Rows):
    """Where a person may post, always within one owner."""

    async def link(
        self, owner: PersonId, chat_id: int, title: bytes, username: bytes | None
    ) -> int:
        """Keep a channel, or what it is called now; returns its number."""
        highest = select(func.max(CHANNELS.c.number)).where(CHANNELS.c.owner == owner)
        row = ChannelRow(
            owner=owner,
            number=int((await self.tx.execute(highest)).scalar() or 0) + 1,
            chat_id=chat_id,
            title=title,
            username=username,
            linked_at=self.tx.now,
        )
        seen = {"title": title, "username": username, "lost_at": None}
        linked = (
            insert(CHANNELS)
            .values(row.model_dump())
            .on_conflict_do_update(index_elements=["owner", "chat_id"], set_=seen)
            .returning(CHANNELS.c.number)
        )
        return int((await self.tx.execute(linked)).scalar_one())

    async def channels(self, owner: PersonId) -> list[ChannelRow]:
        """Those that were linked, the first one first."""
        mine = select(CHANNELS).where(CHANNELS.c.owner == owner).order_by(CHANNELS.c.number)
        return [ChannelRow(**row._mapping) for row in await self._all(mine)]

    async def channel(self, owner: PersonId, number: int) -> ChannelRow | None:
        mine = (CHANNELS.c.owner == owner, CHANNELS.c.number == number)
        row = await self._first(select(CHANNELS).where(*mine))
        return row and ChannelRow(**row._mapping)

    async def unlink(self, owner: PersonId, number: int) -> bool:
        """False when it was not linked."""
        mine = (CHANNELS.c.owner == owner, CHANNELS.c.number == number)
        return bool((await self.tx.execute(delete(CHANNELS).where(*mine))).rowcount)

    async def lost(self, chat_id: int) -> Sequence[ChannelRow]:
        """The bot may no longer post there: mark it; returns the links that were good so far."""
        good = (CHANNELS.c.chat_id == chat_id, CHANNELS.c.lost_at.is_(None))
        marked = update(CHANNELS).where(*good).values(lost_at=self.tx.now).returning(CHANNELS)
        return [ChannelRow(**row._mapping) for row in await self._all(marked)]

    async def regained(self, chat_id: int) -> None:
        """It may post there again."""
        there = CHANNELS.c.chat_id == chat_id
        await self.tx.execute(update(CHANNELS).where(there).values(lost_at=None))

    async def connect(self, owner: PersonId, connection: bytes, *, can_post: bool) -> None:
        """Keep the last connection that Telegram told of."""
        row = {
            "owner": owner,
            "connection": connection,
            "can_post": can_post,
            "changed_at": self.tx.now,
        }
        kept = insert(STORY_CONNECTIONS).values(row)
        await self.tx.execute(kept.on_conflict_do_update(index_elements=["owner"], set_=row))

    async def disconnect(self, owner: PersonId) -> None:
        await self.tx.execute(delete(STORY_CONNECTIONS).where(STORY_CONNECTIONS.c.owner == owner))

    async def connection(self, owner: PersonId) -> StoryConnectionRow | None:
        mine = select(STORY_CONNECTIONS).where(STORY_CONNECTIONS.c.owner == owner)
        row = await self._first(mine)
        return row and StoryConnectionRow(**row._mapping)
