"""Sharing: what was posted where, and what its person is still asked to confirm."""

from collections.abc import Collection, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, NewType
from uuid import UUID, uuid4

from sqlalchemy import (
    BigInteger,
    LargeBinary,
    Uuid,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlmodel import Field

from storage.collage import CollageId
from storage.database import Rows, Stored, UtcDateTime, table_of, words
from storage.people import PersonId
from storage.personal_data import Kept, Purpose, record

PostId = NewType("PostId", UUID)
RecapId = NewType("RecapId", UUID)


class Destination(StrEnum):
    """Where a draft may go. A chat's name is never learnt."""

    CHAT = "chat"
    CHANNEL = "channel"
    STORY = "story"


class DraftKind(StrEnum):
    """What may be shared; its conversation shows it, sharing sends it."""

    COLLAGE = "collage"
    LOOK = "look"
    IMAGINED = "imagined"
    FILM = "film"


class RecapState(StrEnum):
    """WAITING: for a Story connection. SENDING: on its way, or nobody knows.

    PRIVATE: something in it became private before it left.
    """

    WAITING = "waiting"
    SHOWN = "shown"
    CONFIRMED = "confirmed"
    SENDING = "sending"
    PRIVATE = "private"


class PostRow(Stored, table=True):
    """One act of sharing, by one tap of the person.

    collage: the draft's id, whatever its kind. title, username: sealed, the channel's as they
    were then. is_public: whether anybody could read it there; None where nobody can tell.
    until: when a story goes by itself.
    """

    __tablename__ = "posts"

    id: PostId = Field(primary_key=True, sa_type=Uuid, default_factory=uuid4)
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)
    collage: CollageId = Field(sa_type=Uuid)
    kind: DraftKind = Field(
        default=DraftKind.COLLAGE,
        sa_type=words(DraftKind, "kind"),
        sa_column_kwargs={"server_default": DraftKind.COLLAGE},
    )
    destination: Destination = Field(sa_type=words(Destination, "destination"))
    at: datetime = Field(sa_type=UtcDateTime)
    chat_id: int | None = Field(default=None, sa_type=BigInteger)
    title: bytes | None = Field(default=None, sa_type=LargeBinary)
    username: bytes | None = Field(default=None, sa_type=LargeBinary)
    is_public: bool | None = None
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    file_message_id: int | None = Field(default=None, sa_type=BigInteger)
    story_id: int | None = Field(default=None, sa_type=BigInteger)
    until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    taken_back_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class RecapRow(Stored, table=True):
    """What will be seen, by whom and where, as it was shown; gone once it is sent or not.

    version: of the draft. channel: the number of the person's own linked channel. title,
    username: sealed, as the recap said them. message_id: the message that asks.
    """

    __tablename__ = "recaps"

    id: RecapId = Field(primary_key=True, sa_type=Uuid, default_factory=uuid4)
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)
    draft: UUID = Field(sa_type=Uuid)
    kind: DraftKind = Field(sa_type=words(DraftKind, "kind"))
    version: int
    destination: Destination = Field(sa_type=words(Destination, "destination"))
    state: RecapState = Field(default=RecapState.SHOWN, sa_type=words(RecapState, "state"))
    channel: int | None = None
    title: bytes | None = Field(default=None, sa_type=LargeBinary)
    username: bytes | None = Field(default=None, sa_type=LargeBinary)
    with_file: bool = False
    period_seconds: int | None = None
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    made_at: datetime = Field(sa_type=UtcDateTime, index=True)


POSTS: Final = table_of(PostRow)
RECAPS: Final = table_of(RecapRow)
PERSONAL_DATA = {
    PostRow: Kept(
        owner=PostRow.owner,
        purpose=Purpose.SHARE_PUBLISH,
        export=record(
            "id", "collage", "kind", "destination", "at", "chat_id", "is_public", "message_id",
            "file_message_id", "story_id", "until", "taken_back_at",
            text=["title", "username"],
        ),
        retention="12 months",
    ),
    RecapRow: Kept(
        owner=RecapRow.owner,
        purpose=Purpose.SHARE_PUBLISH,
        export=record(
            "id", "draft", "kind", "destination", "state", "made_at", text=["title", "username"]
        ),
        retention="a day",
    ),
}  # fmt: skip


class SharingRows(Rows):
    """What was shared and what waits for a word, always within one owner."""

    async def add(self, row: PostRow) -> bool:
        """Note a post; False when it was noted before."""
        if await self.get(row.owner, row.id) is not None:
            return False
        await self.tx.execute(insert(POSTS), row.model_dump())
        return True

    async def get(self, owner: PersonId, post: PostId) -> PostRow | None:
        row = await self._first(select(POSTS).where(POSTS.c.owner == owner, POSTS.c.id == post))
        return row and PostRow(**row._mapping)

    async def has(self, owner: PersonId, draft: UUID, since: datetime | None = None) -> bool:
        """Whether this draft was shared to a chat, at all or since then."""
        mine = [
            POSTS.c.owner == owner,
            POSTS.c.collage == draft,
            POSTS.c.destination == Destination.CHAT,
        ]
        if since is not None:
            mine.append(POSTS.c.at >= since)
        return await self._first(select(POSTS.c.id).where(*mine).limit(1)) is not None

    async def standing(self, owner: PersonId, since: datetime) -> list[PostRow]:
        """What the bot posted since then and nobody took back."""
        mine = (
            POSTS.c.owner == owner,
            POSTS.c.destination != Destination.CHAT,
            POSTS.c.taken_back_at.is_(None),
            POSTS.c.at >= since,
        )
        found = await self._all(select(POSTS).where(*mine).order_by(POSTS.c.at))
        return [PostRow(**row._mapping) for row in found]

    async def taken_back(self, owner: PersonId, post: PostId) -> bool:
        """Nobody can see it any more; False when that was so before."""
        mine = (POSTS.c.owner == owner, POSTS.c.id == post, POSTS.c.taken_back_at.is_(None))
        facts = {"taken_back_at": self.tx.now}
        return bool((await self.tx.execute(update(POSTS).where(*mine).values(facts))).rowcount)

    async def count_taken_back(self, owner: PersonId) -> int:
        mine = (POSTS.c.owner == owner, POSTS.c.taken_back_at.is_not(None))
        counted = select(func.count()).select_from(POSTS).where(*mine)
        return int((await self.tx.execute(counted)).scalar_one())

    async def ask(self, row: RecapRow) -> None:
        """Keep what a recap says, instead of what the person was asked about this draft before."""
        earlier = (
            RECAPS.c.owner == row.owner,
            RECAPS.c.draft == row.draft,
            RECAPS.c.destination == row.destination,
            RECAPS.c.channel.is_(row.channel)
            if row.channel is None
            else RECAPS.c.channel == row.channel,
            RECAPS.c.state.in_([RecapState.WAITING, RecapState.SHOWN]),
        )
        await self.tx.execute(delete(RECAPS).where(*earlier))
        await self.tx.execute(insert(RECAPS), row.model_dump())

    async def recap(self, owner: PersonId, recap: RecapId) -> RecapRow | None:
        mine = select(RECAPS).where(RECAPS.c.owner == owner, RECAPS.c.id == recap)
        row = await self._first(mine)
        return row and RecapRow(**row._mapping)

    async def change_recap(
        self, owner: PersonId, recap: RecapId, state: RecapState, facts: Mapping[str, Any]
    ) -> bool:
        """Set columns while it is in this state; False when it no longer is."""
        mine = (RECAPS.c.owner == owner, RECAPS.c.id == recap, RECAPS.c.state == state)
        changed = await self.tx.execute(update(RECAPS).where(*mine).values(**facts))
        return bool(changed.rowcount)

    async def withhold(self, owner: PersonId, drafts: Collection[UUID]) -> None:
        """Something in these drafts is private now: what has not left does not leave."""
        mine = (
            RECAPS.c.owner == owner,
            RECAPS.c.draft.in_(drafts),
            RECAPS.c.state != RecapState.SENDING,
        )
        await self.tx.execute(update(RECAPS).where(*mine).values(state=RecapState.PRIVATE))

    async def questions_about(self, owner: PersonId, drafts: Collection[UUID]) -> list[int]:
        """The messages that still ask about these drafts and show them."""
        mine = (
            RECAPS.c.owner == owner,
            RECAPS.c.draft.in_(drafts),
            RECAPS.c.state.in_([RecapState.WAITING, RecapState.SHOWN]),
        )
        found = await self._all(select(RECAPS.c.message_id).where(*mine))
        return [row.message_id for row in found if row.message_id is not None]

    async def drop_recap(self, owner: PersonId, recap: RecapId) -> None:
        """It was sent, or it will not be."""
        mine = (RECAPS.c.owner == owner, RECAPS.c.id == recap)
        await self.tx.execute(delete(RECAPS).where(*mine))

    async def waiting_story(self, owner: PersonId) -> RecapRow | None:
        """The draft that last wanted to become a Story while there was no connection."""
        mine = (RECAPS.c.owner == owner, RECAPS.c.state == RecapState.WAITING)
        newest = select(RECAPS).where(*mine).order_by(RECAPS.c.made_at.desc()).limit(1)
        row = await self._first(newest)
        return row and RecapRow(**row._mapping)

    async def drop_old(self, posts_before: datetime, recaps_before: datetime) -> int:
        """Retention: posts older than that, and questions that nobody answered."""
        gone = await self.tx.execute(delete(POSTS).where(POSTS.c.at < posts_before))
        asked = await self.tx.execute(delete(RECAPS).where(RECAPS.c.made_at < recaps_before))
        return gone.rowcount + asked.rowcount
