"""Sharing: which draft went where, as far as the bot was told."""

from datetime import datetime
from enum import StrEnum
from typing import Final, NewType
from uuid import UUID, uuid4

from sqlalchemy import Uuid, insert, select
from sqlmodel import Field

from storage.collage import CollageId
from storage.database import Rows, Stored, UtcDateTime, table_of, words
from storage.people import PersonId
from storage.personal_data import Kept, Purpose, record

PostId = NewType("PostId", UUID)


class Destination(StrEnum):
    """Where a draft may go. A chat's name is never learnt."""

    CHAT = "chat"


class PostRow(Stored, table=True):
    """One act of sharing, by one tap of the person."""

    __tablename__ = "posts"

    id: PostId = Field(primary_key=True, sa_type=Uuid, default_factory=uuid4)
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)
    collage: CollageId = Field(sa_type=Uuid)
    destination: Destination = Field(sa_type=words(Destination, "destination"))
    at: datetime = Field(sa_type=UtcDateTime)


POSTS: Final = table_of(PostRow)
PERSONAL_DATA = {
    PostRow: Kept(
        owner=PostRow.owner,
        purpose=Purpose.SHARE_PUBLISH,
        export=record("id", "collage", "destination", "at"),
        retention="until erased",
    )
}


class SharingRows(Rows):
    """What was shared, always within one owner."""

    async def add(self, owner: PersonId, collage: CollageId, destination: Destination) -> None:
        """Note that a draft went there; nothing for another's draft."""
        if await self.tx.collage.get(owner, collage) is None:
            return
        row = PostRow(owner=owner, collage=collage, destination=destination, at=self.tx.now)
        await self.tx.execute(insert(POSTS), row.model_dump())

    async def has(
        self, owner: PersonId, collage: CollageId, since: datetime | None = None
    ) -> bool:
        """Whether this draft was shared to a chat, at all or since then."""
        mine = [
            POSTS.c.owner == owner,
            POSTS.c.collage == collage,
            POSTS.c.destination == Destination.CHAT,
        ]
        if since is not None:
            mine.append(POSTS.c.at >= since)
        return await self._first(select(POSTS.c.id).where(*mine).limit(1)) is not None
