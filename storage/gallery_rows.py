"""The gallery's gateway: media, albums, moments and sights, always within one owner."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import uuid4

from sqlalchemy import ColumnElement, and_, delete, exists, func, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from storage.database import Rows
from storage.files import FileId
from storage.gallery import (
    ALBUMS,
    FACE_BOXES,
    MEDIA,
    MOMENTS,
    PLACES,
    SIGHTS,
    AlbumId,
    AlbumRow,
    MediaId,
    MediaKind,
    MediaRow,
    MediaState,
    MomentId,
)
from storage.people import PersonId


@dataclass(frozen=True, slots=True)
class Seen:
    """What is kept of one look, each part sealed, each absent where its purpose is off."""

    sight: bytes | None = None
    boxes: bytes | None = None
    place: bytes | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """How much of a gallery its pages show, how much of that was ever shared, what is hidden."""

    photos: int
    films: int
    shared: int
    first_on: date | None
    last_on: date | None
    hidden: int = 0


_IS_KEPT: Final = MEDIA.c.state == MediaState.KEPT
_IS_THERE: Final = MEDIA.c.state != MediaState.FORGOTTEN
_IS_SHELVED: Final = and_(_IS_KEPT, ~MEDIA.c.is_hidden)


class GalleryRows(Rows):
    """Albums while they arrive, media while they are kept.

    What is forgotten is there for nobody: `storage.farewells` alone still sees it.
    """

    async def open_album(
        self, owner: PersonId, chat_id: int, group: str | None, *, pause: timedelta
    ) -> AlbumRow:
        """The album this part belongs to: its group's, one still arriving, or a new one."""
        found = await self._of_group(owner, group) or await self._arriving(owner, chat_id, pause)
        if found:
            return found
        now = self.tx.now
        album = AlbumRow(owner=owner, chat_id=chat_id, opened_at=now, last_at=now)
        await self.tx.execute(insert(ALBUMS), album.model_dump())
        return album

    async def _of_group(self, owner: PersonId, group: str | None) -> AlbumRow | None:
        if group is None:
            return None
        mine = (MEDIA.c.owner == owner, MEDIA.c.group == group)
        statement = select(ALBUMS).join(MEDIA, MEDIA.c.album == ALBUMS.c.id).where(*mine).limit(1)
        row = await self._first(statement)
        return row and AlbumRow(**row._mapping)

    async def _arriving(self, owner: PersonId, chat_id: int, pause: timedelta) -> AlbumRow | None:
        recent = (
            ALBUMS.c.owner == owner,
            ALBUMS.c.chat_id == chat_id,
            ALBUMS.c.parts > 0,
            ALBUMS.c.last_at >= self.tx.now - pause,
        )
        row = await self._first(select(ALBUMS).where(*recent).order_by(ALBUMS.c.last_at.desc()))
        return row and AlbumRow(**row._mapping)

    async def expect(self, media: MediaRow) -> bool:
        """Note a media whose bytes are still at Telegram; False when it was noted before."""
        noted = await self.tx.execute(
            upsert(MEDIA)
            .values(media.model_dump())
            .on_conflict_do_nothing(index_elements=["chat_id", "message_id"])
        )
        if not noted.rowcount:
            return False
        grown = {"parts": ALBUMS.c.parts + 1, "last_at": self.tx.now}
        mine = (ALBUMS.c.owner == media.owner, ALBUMS.c.id == media.album)
        await self.tx.execute(update(ALBUMS).where(*mine).values(grown))
        return True

    async def given_up(self, owner: PersonId, before: datetime) -> list[AlbumId]:
        """Albums whose last part is older than `before` and that still wait to be read."""
        waiting = (MEDIA.c.owner == owner, MEDIA.c.state == MediaState.WAITING)
        old = select(ALBUMS.c.id).join(MEDIA, MEDIA.c.album == ALBUMS.c.id)
        statement = old.where(*waiting, ALBUMS.c.last_at < before).distinct()
        return [AlbumId(row.id) for row in await self._all(statement)]

    async def album(self, owner: PersonId, album: AlbumId) -> AlbumRow | None:
        mine = select(ALBUMS).where(ALBUMS.c.owner == owner, ALBUMS.c.id == album)
        row = await self._first(mine)
        return row and AlbumRow(**row._mapping)

    async def change_album(
        self, owner: PersonId, album: AlbumId, facts: Mapping[str, int | None]
    ) -> None:
        mine = (ALBUMS.c.owner == owner, ALBUMS.c.id == album)
        await self.tx.execute(update(ALBUMS).where(*mine).values(dict(facts)))

    async def drop_empty_albums(self, owner: PersonId) -> None:
        used = exists().where(MEDIA.c.album == ALBUMS.c.id)
        await self.tx.execute(delete(ALBUMS).where(ALBUMS.c.owner == owner, ~used))

    async def get(self, owner: PersonId, media: MediaId) -> MediaRow | None:
        """None for another's media as for none."""
        found = await self._media(owner, MEDIA.c.id == media)
        return found[0] if found else None

    async def of_album(
        self, owner: PersonId, album: AlbumId, state: MediaState = MediaState.KEPT
    ) -> list[MediaRow]:
        return await self._media(owner, MEDIA.c.album == album, MEDIA.c.state == state)

    async def every(self, owner: PersonId) -> list[MediaRow]:
        """Kept or not: what waits to be read and what is about to be refused too."""
        return await self._media(owner)

    async def kept(self, owner: PersonId) -> list[MediaRow]:
        """Everything kept, hidden or private too; the oldest first, undated media last in their
        order of arrival.
        """
        return await self._media(owner, _IS_KEPT)

    async def shelved(self, owner: PersonId) -> list[MediaRow]:
        """What the gallery's pages show its owner, and a search finds: all but the hidden."""
        return await self._media(owner, _IS_SHELVED)

    async def suggestible(
        self,
        owner: PersonId,
        media: Collection[MediaId] | None = None,
        *,
        album: AlbumId | None = None,
    ) -> list[MediaRow]:
        """What anything may be proposed of, neither hidden nor private: every room starts here.

        media, album: of these alone.
        """
        which = [_IS_SHELVED, ~MEDIA.c.is_private]
        if media is not None:
            which.append(MEDIA.c.id.in_(media))
        if album is not None:
            which.append(MEDIA.c.album == album)
        return await self._media(owner, *which)

    async def drawable(self, owner: PersonId, media: Collection[MediaId]) -> list[MediaRow]:
        """Those that a draft which is there may still show: hidden since perhaps, not private."""
        return await self._media(owner, _IS_KEPT, ~MEDIA.c.is_private, MEDIA.c.id.in_(media))

    async def kept_between(self, owner: PersonId, first: date, last: date) -> list[MediaRow]:
        within = MEDIA.c.taken_on.between(first, last)
        return await self._media(owner, _IS_KEPT, within)

    async def some(self, owner: PersonId, media: Collection[MediaId]) -> list[MediaRow]:
        return await self._media(owner, MEDIA.c.id.in_(media))

    async def theirs(self, owner: PersonId, media: Collection[MediaId]) -> list[MediaId]:
        """Those of these media that are this person's, in the same order."""
        mine = select(MEDIA.c.id).where(*_these(owner, media))
        found = {row.id for row in await self._all(mine)}
        return [one for one in media if one in found]

    async def known(self, owner: PersonId, fingerprint: bytes) -> MediaRow | None:
        """The same bytes, given before by the same person."""
        found = await self._media(owner, MEDIA.c.fingerprint == fingerprint)
        return found[0] if found else None

    async def change(self, owner: PersonId, media: MediaId, facts: Mapping[str, object]) -> bool:
        """Set columns of a media; False when it was forgotten meanwhile."""
        mine = _these(owner, [media])
        changed = await self.tx.execute(update(MEDIA).where(*mine).values(dict(facts)))
        return bool(changed.rowcount)

    async def see(self, owner: PersonId, media: MediaId, seen: Seen) -> None:
        """Keep what a look found, each part in its own table; nothing for another's media."""
        if not await self.theirs(owner, [media]):
            return
        facts = {"media": media, "owner": owner}
        if seen.sight is not None:
            row = {**facts, "sight": seen.sight, "seen_at": self.tx.now}
            await self.tx.execute(insert(SIGHTS), row)
        if seen.boxes is not None:
            await self.tx.execute(insert(FACE_BOXES), {**facts, "boxes": seen.boxes})
        if seen.place is not None:
            await self.tx.execute(insert(PLACES), {**facts, "place": seen.place})

    async def seen(self, owner: PersonId, media: Collection[MediaId]) -> Mapping[MediaId, Seen]:
        """What is kept of the looks at these media; nothing for one never looked at."""
        statement = (
            select(MEDIA.c.id, SIGHTS.c.sight, FACE_BOXES.c.boxes, PLACES.c.place)
            .outerjoin(SIGHTS, SIGHTS.c.media == MEDIA.c.id)
            .outerjoin(FACE_BOXES, FACE_BOXES.c.media == MEDIA.c.id)
            .outerjoin(PLACES, PLACES.c.media == MEDIA.c.id)
            .where(*_these(owner, media))
        )
        rows = await self._all(statement)
        return {MediaId(row.id): Seen(row.sight, row.boxes, row.place) for row in rows}

    async def unseen(self, owner: PersonId, most: int) -> list[MediaRow]:
        """Kept, with a picture to look at, and never looked at; the oldest first, dated first."""
        is_seen = exists().where(SIGHTS.c.media == MEDIA.c.id)
        has_picture = or_(MEDIA.c.kind == MediaKind.PHOTO, MEDIA.c.poster.is_not(None))
        return await self._media(owner, _IS_KEPT, has_picture, ~is_seen, most=most)

    async def destroy(self, owner: PersonId, media: Collection[MediaId]) -> int:
        """Delete media, all that hangs on them, and put their files on the shredding list."""
        mine = (MEDIA.c.owner == owner, MEDIA.c.id.in_(media))
        named = (MEDIA.c.file, MEDIA.c.poster, MEDIA.c.voice, MEDIA.c.live)
        gone = await self.tx.execute(delete(MEDIA).where(*mine).returning(*named))
        rows = gone.all()
        files = [FileId(file) for row in rows for file in row if file]
        await self.tx.privacy.shred_later(files)
        return len(rows)

    async def shared(self, owner: PersonId, media: Collection[MediaId]) -> None:
        """They are no longer unshared."""
        mine = (MEDIA.c.owner == owner, MEDIA.c.id.in_(media))
        facts = {"shared_at": self.tx.now, "last_used_at": self.tx.now}
        await self.tx.execute(update(MEDIA).where(*mine).values(facts))

    async def shelf(self, owner: PersonId) -> Shelf:
        shown = ~MEDIA.c.is_hidden
        statement = select(
            func.count().filter(MEDIA.c.kind == MediaKind.PHOTO, shown),
            func.count().filter(MEDIA.c.kind == MediaKind.VIDEO, shown),
            func.count(MEDIA.c.shared_at).filter(shown),
            func.min(MEDIA.c.taken_on).filter(shown),
            func.max(MEDIA.c.taken_on).filter(shown),
            func.count().filter(MEDIA.c.is_hidden),
        ).where(MEDIA.c.owner == owner, _IS_KEPT)
        return Shelf(*(await self._first(statement)))

    async def join_moment(
        self,
        owner: PersonId,
        media: Sequence[MediaId],
        moment: MomentId | None,
        first: date | None,
    ) -> MomentId:
        """Put media into this person's moment, or a new one where it is none; returns which."""
        mine = select(MOMENTS.c.id).where(MOMENTS.c.owner == owner, MOMENTS.c.id == moment)
        is_there = moment is not None and await self._first(mine) is not None
        known = moment if moment and is_there else MomentId(uuid4())
        if not is_there:
            row = {"id": known, "owner": owner, "first_on": first, "made_at": self.tx.now}
            await self.tx.execute(insert(MOMENTS), row)
        await self.tx.execute(update(MEDIA).where(*_these(owner, media)).values(moment=known))
        return known

    async def drop_empty_moments(self, owner: PersonId) -> None:
        used = exists().where(MEDIA.c.moment == MOMENTS.c.id)
        await self.tx.execute(delete(MOMENTS).where(MOMENTS.c.owner == owner, ~used))

    async def _media(
        self, owner: PersonId, *which: ColumnElement[bool], most: int | None = None
    ) -> list[MediaRow]:
        order = (MEDIA.c.taken_on.is_(None), MEDIA.c.taken_on, MEDIA.c.arrived_at, MEDIA.c.id)
        rows = await self._all(
            select(MEDIA)
            .where(MEDIA.c.owner == owner, _IS_THERE, *which)
            .order_by(*order)
            .limit(most)
        )
        return [MediaRow(**row._mapping) for row in rows]


def _these(owner: PersonId, media: Collection[MediaId]) -> tuple[ColumnElement[bool], ...]:
    return (MEDIA.c.owner == owner, MEDIA.c.id.in_(media), _IS_THERE)
