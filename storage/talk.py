"""What words in a chat are about: the media of the message replied to, or the latest album."""

from datetime import datetime

from sqlalchemy import select

from storage.database import Rows
from storage.gallery import ALBUMS, MEDIA, AlbumId, MediaId, MediaState
from storage.people import PersonId

_IS_THERE = MEDIA.c.state.in_((MediaState.WAITING, MediaState.KEPT))


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
