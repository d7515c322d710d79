"""What words in a chat are about: a message replied to, the latest album, an open question."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update

from storage.database import Rows
from storage.gallery import ALBUMS, MEDIA, AlbumId, MediaId, MediaKind, MediaState
from storage.people import PersonId

_IS_THERE = MEDIA.c.state.in_((MediaState.WAITING, MediaState.KEPT))
_IS_UNDATED = (
    MEDIA.c.state == MediaState.KEPT,
    MEDIA.c.kind == MediaKind.PHOTO,
    MEDIA.c.taken_on.is_(None),
)


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A message that asks when the pictures of an album were taken; undated: how many are left."""

    album: AlbumId
    message_id: int
    last_at: datetime
    undated: int


class TalkRows(Rows):
    """Always within one owner; what was refused or forgotten is there for nobody."""

    async def given_in(self, owner: PersonId, chat_id: int, message_id: int) -> MediaId | None:
        """The media that a message brought."""
        said = (MEDIA.c.chat_id == chat_id, MEDIA.c.message_id == message_id)
        row = await self._first(select(MEDIA.c.id).where(MEDIA.c.owner == owner, *said, _IS_THERE))
        return MediaId(row.id) if row else None

    async def answered_by(self, owner: PersonId, chat_id: int, message_id: int) -> AlbumId | None:
        """The album that a message of the bot answers, also once it became a collage."""
        said = (ALBUMS.c.chat_id == chat_id, ALBUMS.c.answer_message_id == message_id)
        row = await self._first(select(ALBUMS.c.id).where(ALBUMS.c.owner == owner, *said))
        return AlbumId(row.id) if row else None

    async def latest(self, owner: PersonId, chat_id: int, since: datetime) -> AlbumId | None:
        """The album that came last in a chat, if it came since then."""
        mine = (ALBUMS.c.owner == owner, ALBUMS.c.chat_id == chat_id, ALBUMS.c.last_at >= since)
        row = await self._first(
            select(ALBUMS.c.id).where(*mine).order_by(ALBUMS.c.last_at.desc()).limit(1)
        )
        return AlbumId(row.id) if row else None

    async def together(self, owner: PersonId, album: AlbumId) -> list[MediaId]:
        """What came in an album and is there, also while it waits to be read."""
        mine = (MEDIA.c.owner == owner, MEDIA.c.album == album, _IS_THERE)
        rows = await self._all(select(MEDIA.c.id).where(*mine).order_by(MEDIA.c.message_id))
        return [MediaId(row.id) for row in rows]

    async def given_between(
        self, owner: PersonId, chat_id: int, first: datetime, last: datetime
    ) -> list[MediaId]:
        """What came in a chat between these moments and is kept."""
        within = (MEDIA.c.chat_id == chat_id, MEDIA.c.arrived_at.between(first, last))
        mine = (MEDIA.c.owner == owner, MEDIA.c.state == MediaState.KEPT, *within)
        rows = await self._all(select(MEDIA.c.id).where(*mine).order_by(MEDIA.c.message_id))
        return [MediaId(row.id) for row in rows]

    async def open_questions(self, owner: PersonId) -> list[OpenQuestion]:
        """What was asked about dates and not answered yet, the latest album last."""
        undated = (
            select(func.count())
            .where(MEDIA.c.album == ALBUMS.c.id, *_IS_UNDATED)
            .correlate(ALBUMS)
            .scalar_subquery()
        )
        asked = (ALBUMS.c.owner == owner, ALBUMS.c.question_message_id.is_not(None))
        wanted = select(
            ALBUMS.c.id.label("album"),
            ALBUMS.c.question_message_id.label("message_id"),
            ALBUMS.c.last_at,
            undated.label("undated"),
        )
        rows = await self._all(wanted.where(*asked).order_by(ALBUMS.c.last_at))
        return [OpenQuestion(**row._mapping) for row in rows]

    async def ask(
        self, owner: PersonId, albums: Collection[AlbumId], message_id: int | None
    ) -> None:
        """This message asks of these albums now; None: nothing does."""
        mine = (ALBUMS.c.owner == owner, ALBUMS.c.id.in_(albums))
        await self.tx.execute(update(ALBUMS).where(*mine).values(question_message_id=message_id))

    async def close_answered(self, owner: PersonId) -> tuple[int, ...]:
        """Close the questions that have nothing left to ask; returns their messages."""
        questions = await self.open_questions(owner)
        still = {one.message_id for one in questions if one.undated}
        answered = [one for one in questions if one.message_id not in still]
        await self.ask(owner, [one.album for one in answered], None)
        return tuple({one.message_id for one in answered})
