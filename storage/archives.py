"""Archives: a zip that a person sent, from its arrival until all in it is read."""

from datetime import date, datetime
from typing import Any, Final, NewType
from uuid import UUID, uuid4

from sqlalchemy import (
    BigInteger,
    LargeBinary,
    UniqueConstraint,
    Uuid,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlmodel import Field

from storage.database import Rows, Stored, UtcDateTime, table_of
from storage.files import FileId
from storage.gallery import ALBUMS, MEDIA, AlbumId, AlbumRow, MediaRow, MediaState
from storage.people import PersonId
from storage.personal_data import Kept, Purpose, delete_with_files, record

ArchiveId = NewType("ArchiveId", UUID)


class ArchiveRow(Stored, table=True):
    """Gone once it is read: its pictures are then media of the album that it becomes.

    album: the name that this album will have; there is none before its first picture is kept.
    telegram_file: sealed, Telegram's name of the zip, until its bytes are here.
    answer_message_id: what says that there is no room, while it waits for some.
    """

    __tablename__ = "archives"
    __table_args__ = (UniqueConstraint("chat_id", "message_id"),)

    id: ArchiveId = Field(primary_key=True, sa_type=Uuid, default_factory=uuid4)
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)
    album: AlbumId = Field(sa_type=Uuid, default_factory=uuid4)
    chat_id: int = Field(sa_type=BigInteger)
    message_id: int = Field(sa_type=BigInteger)
    telegram_file: bytes | None = Field(default=None, sa_type=LargeBinary)
    file: FileId | None = Field(default=None, sa_type=Uuid)
    answer_message_id: int | None = Field(default=None, sa_type=BigInteger)
    came_at: datetime = Field(sa_type=UtcDateTime)


NOWHERE: Final = 0  # the chat of an album that no message brought
ARCHIVES: Final = table_of(ArchiveRow)
PERSONAL_DATA = {
    ArchiveRow: Kept(
        owner=ArchiveRow.owner,
        purpose=Purpose.CORE_SERVICE,
        export=record("id", "file", "came_at"),
        retention="until it is read, a day at most",
        erase=delete_with_files("file"),
    )
}


class ArchiveRows(Rows):
    """Archives, and media that come with their bytes; always within one owner."""

    async def keep(self, media: MediaRow, chat_id: int | None) -> None:
        """A media as it is kept; its album is there from then on, answered by nothing yet.

        chat_id: where that album was given; None where no message brought it.
        """
        if media.album is not None:
            now, chat = self.tx.now, NOWHERE if chat_id is None else chat_id
            album = AlbumRow(
                id=media.album, owner=media.owner, chat_id=chat, opened_at=now, last_at=now
            )
            founded = upsert(ALBUMS).values(album.model_dump())
            await self.tx.execute(founded.on_conflict_do_nothing(index_elements=["id"]))
        await self.tx.execute(insert(MEDIA), media.model_dump())

    async def days_without_moment(self, owner: PersonId) -> list[date]:
        """The days of what is kept, dated, and in no moment yet; in their order."""
        loose = (
            MEDIA.c.owner == owner,
            MEDIA.c.state == MediaState.KEPT,
            MEDIA.c.moment.is_(None),
            MEDIA.c.taken_on.is_not(None),
        )
        days = select(MEDIA.c.taken_on).where(*loose).distinct().order_by(MEDIA.c.taken_on)
        return [row.taken_on for row in await self._all(days)]

    async def albums_without_moment(self, owner: PersonId) -> list[AlbumId]:
        """Those of which something is kept that has neither a date nor a moment."""
        loose = (
            MEDIA.c.owner == owner,
            MEDIA.c.state == MediaState.KEPT,
            MEDIA.c.moment.is_(None),
            MEDIA.c.taken_on.is_(None),
            MEDIA.c.album.is_not(None),
        )
        albums = select(MEDIA.c.album).where(*loose).distinct()
        return [AlbumId(row.album) for row in await self._all(albums)]

    async def in_order(self, owner: PersonId, album: AlbumId) -> list[MediaRow]:
        """What is kept of an album, in the order in which it was given."""
        rows = await self.tx.gallery.of_album(owner, album)
        return sorted(rows, key=lambda row: (row.message_id or 0, row.arrived_at))

    async def expect(self, row: ArchiveRow) -> bool:
        """Note a zip whose bytes are still at Telegram; False when it was noted before."""
        noted = await self.tx.execute(
            upsert(ARCHIVES)
            .values(row.model_dump())
            .on_conflict_do_nothing(index_elements=["chat_id", "message_id"])
        )
        return bool(noted.rowcount)

    async def get(self, owner: PersonId, archive: ArchiveId) -> ArchiveRow | None:
        """None for another's as for none."""
        mine = select(ARCHIVES).where(ARCHIVES.c.owner == owner, ARCHIVES.c.id == archive)
        row: Any = await self._first(mine)
        return row and ArchiveRow(**row._mapping)

    async def drop_old(self, before: datetime) -> int:
        """Forget those that nobody could be told of; returns how many."""
        old = select(ARCHIVES.c.owner, ARCHIVES.c.id).where(ARCHIVES.c.came_at < before)
        rows = await self._all(old)
        for row in rows:
            await self.drop(PersonId(row.owner), ArchiveId(row.id))
        return len(rows)

    async def arrived(self, owner: PersonId, archive: ArchiveId, file: FileId) -> bool:
        """Its bytes are here, sealed; False when it was forgotten meanwhile."""
        mine = (ARCHIVES.c.owner == owner, ARCHIVES.c.id == archive)
        facts = {"file": file, "telegram_file": None}
        changed = await self.tx.execute(update(ARCHIVES).where(*mine).values(facts))
        return bool(changed.rowcount)

    async def answered(self, owner: PersonId, archive: ArchiveId, message_id: int | None) -> None:
        """Which message is to become its answer."""
        mine = (ARCHIVES.c.owner == owner, ARCHIVES.c.id == archive)
        await self.tx.execute(update(ARCHIVES).where(*mine).values(answer_message_id=message_id))

    async def drop(self, owner: PersonId, archive: ArchiveId | None = None) -> None:
        """Forget one, or all of a person's, and put their files on the shredding list."""
        which = [ARCHIVES.c.owner == owner]
        if archive is not None:
            which.append(ARCHIVES.c.id == archive)
        gone = await self.tx.execute(delete(ARCHIVES).where(*which).returning(ARCHIVES.c.file))
        await self.tx.privacy.shred_later([FileId(row.file) for row in gone.all() if row.file])
