"""Collages: drafts as recipes, never as pictures; they go with the analysis they come from."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, NewType
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, LargeBinary, Uuid, delete, insert, select, update
from sqlmodel import Field

from storage.database import Rows, Stored, UtcDateTime, table_of, words
from storage.gallery import AlbumId, MediaId
from storage.people import PersonId
from storage.personal_data import Kept, Purpose, record

CollageId = NewType("CollageId", UUID)


class TitleMode(StrEnum):
    """Who decides what stands above the photos."""

    SUGGESTED = "suggested"
    OWN = "own"
    OFF = "off"


class CollageRow(Stored, table=True):
    """A draft and the message that shows it; regenerated from its recipe, 30 days long.

    version: grows with every change, so that an old keyboard cannot act on new state.
    recipe, title, caption: sealed; captions: sealed JSON, the three proposals.
    edits: sealed JSON, what was decided beside the recipe, the title and the twins that stay;
    None until something was.
    undo: sealed JSON, the states before, the oldest first; None where there is none.
    telegram_photo: sealed, Telegram's name of the picture as it was last shown.
    """

    __tablename__ = "collages"

    id: CollageId = Field(primary_key=True, sa_type=Uuid, default_factory=uuid4)
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)
    album: AlbumId | None = Field(
        default=None, sa_type=Uuid, foreign_key="albums.id", ondelete="SET NULL", index=True
    )
    chat_id: int = Field(sa_type=BigInteger)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    version: int = 1
    recipe: bytes = Field(sa_type=LargeBinary)
    title_mode: TitleMode = Field(
        default=TitleMode.SUGGESTED, sa_type=words(TitleMode, "title_mode")
    )
    title: bytes | None = Field(default=None, sa_type=LargeBinary)
    captions: bytes = Field(sa_type=LargeBinary)
    caption: bytes | None = Field(default=None, sa_type=LargeBinary)
    edits: bytes | None = Field(default=None, sa_type=LargeBinary)
    undo: bytes | None = Field(default=None, sa_type=LargeBinary)
    telegram_photo: bytes | None = Field(default=None, sa_type=LargeBinary)
    made_at: datetime = Field(sa_type=UtcDateTime, index=True)
    changed_at: datetime = Field(sa_type=UtcDateTime)


class SelectionRow(Stored, table=True):
    """Media that a person asked to see together; its draft bears the same id.

    message_id: the message that announces the collage and becomes it.
    media: sealed JSON, their ids. shape: of the page, as themes name it.
    """

    __tablename__ = "selections"

    id: CollageId = Field(primary_key=True, sa_type=Uuid, default_factory=uuid4)
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)
    chat_id: int = Field(sa_type=BigInteger)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    media: bytes = Field(sa_type=LargeBinary)
    shape: str
    made_at: datetime = Field(sa_type=UtcDateTime, index=True)


class CollageMediaRow(Stored, table=True):
    """Which media a draft was made from; is_kept: a twin that the person brought back."""

    __tablename__ = "collage_media"

    collage: CollageId = Field(
        primary_key=True, sa_type=Uuid, foreign_key="collages.id", ondelete="CASCADE"
    )
    media: MediaId = Field(
        primary_key=True, sa_type=Uuid, foreign_key="media.id", ondelete="CASCADE"
    )
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)
    is_kept: bool = False


COLLAGES: Final = table_of(CollageRow)
COLLAGE_MEDIA: Final = table_of(CollageMediaRow)
SELECTIONS: Final = table_of(SelectionRow)
PERSONAL_DATA = {
    CollageRow: Kept(
        owner=CollageRow.owner,
        purpose=Purpose.SUGGEST_ANALYSE,
        export=record(
            "id", "version", "made_at", "changed_at",
            text=["title", "caption"], values=["recipe", "captions", "edits", "undo"],
        ),
        retention="30 days after its last change",
    ),
    CollageMediaRow: Kept(
        owner=CollageMediaRow.owner,
        purpose=Purpose.SUGGEST_ANALYSE,
        export=record("collage", "media", "is_kept"),
        retention="with its collage",
    ),
    SelectionRow: Kept(
        owner=SelectionRow.owner,
        purpose=Purpose.SUGGEST_ANALYSE,
        export=record("id", "shape", "made_at", values=["media"]),
        retention="30 days",
    ),
}  # fmt: skip


class CollageRows(Rows):
    """Drafts, always within one owner."""

    async def add(self, row: CollageRow, media: Sequence[MediaId]) -> None:
        """Keep a draft and what it was made of, as far as it is its owner's."""
        await self.tx.execute(insert(COLLAGES), row.model_dump())
        await self._link(row.owner, row.id, media, {})

    async def get(self, owner: PersonId, collage: CollageId) -> CollageRow | None:
        """None for another's draft as for none."""
        mine = select(COLLAGES).where(COLLAGES.c.owner == owner, COLLAGES.c.id == collage)
        row = await self._first(mine)
        return row and CollageRow(**row._mapping)

    async def of_album(self, owner: PersonId, album: AlbumId) -> CollageRow | None:
        mine = select(COLLAGES).where(COLLAGES.c.owner == owner, COLLAGES.c.album == album)
        row = await self._first(mine)
        return row and CollageRow(**row._mapping)

    async def shown_in(
        self, owner: PersonId, chat_id: int, message_id: int | None = None
    ) -> CollageRow | None:
        """The draft that a message shows; without one, the last that was made or changed."""
        mine = [COLLAGES.c.owner == owner, COLLAGES.c.chat_id == chat_id]
        mine.append(COLLAGES.c.message_id.is_not(None))
        if message_id is not None:
            mine.append(COLLAGES.c.message_id == message_id)
        newest = select(COLLAGES).where(*mine).order_by(COLLAGES.c.changed_at.desc()).limit(1)
        row = await self._first(newest)
        return row and CollageRow(**row._mapping)

    async def newest(self, owner: PersonId, count: int) -> list[CollageRow]:
        """The drafts changed last, the latest first."""
        mine = select(COLLAGES).where(COLLAGES.c.owner == owner)
        newest = mine.order_by(COLLAGES.c.changed_at.desc()).limit(count)
        return [CollageRow(**row._mapping) for row in await self._all(newest)]

    async def select(self, row: SelectionRow) -> None:
        """Keep what a collage was asked of."""
        await self.tx.execute(insert(SELECTIONS), row.model_dump())

    async def selection(self, owner: PersonId, selection: CollageId) -> SelectionRow | None:
        """None for another's selection as for none."""
        mine = select(SELECTIONS).where(SELECTIONS.c.owner == owner, SELECTIONS.c.id == selection)
        row = await self._first(mine)
        return row and SelectionRow(**row._mapping)

    async def media(self, owner: PersonId, collage: CollageId) -> Mapping[MediaId, bool]:
        """The media of a draft; true for a twin that was brought back."""
        mine = (COLLAGE_MEDIA.c.owner == owner, COLLAGE_MEDIA.c.collage == collage)
        rows = await self._all(select(COLLAGE_MEDIA).where(*mine))
        return {MediaId(row.media): row.is_kept for row in rows}

    async def replace_media(
        self, owner: PersonId, collage: CollageId, media: Sequence[MediaId]
    ) -> None:
        """Late parts came: what was brought back stays so."""
        if await self.get(owner, collage) is None:
            return
        known = await self.media(owner, collage)
        mine = (COLLAGE_MEDIA.c.owner == owner, COLLAGE_MEDIA.c.collage == collage)
        await self.tx.execute(delete(COLLAGE_MEDIA).where(*mine))
        await self._link(owner, collage, media, known)

    async def _link(
        self,
        owner: PersonId,
        collage: CollageId,
        media: Sequence[MediaId],
        known: Mapping[MediaId, bool],
    ) -> None:
        links = [
            {"collage": collage, "media": one, "owner": owner, "is_kept": known.get(one, False)}
            for one in await self.tx.gallery.theirs(owner, media)
        ]
        if links:
            await self.tx.execute(insert(COLLAGE_MEDIA), links)

    async def keep(self, owner: PersonId, collage: CollageId, media: Collection[MediaId]) -> None:
        """These twins are shown, whatever they look like, and no others."""
        mine = (COLLAGE_MEDIA.c.owner == owner, COLLAGE_MEDIA.c.collage == collage)
        kept = COLLAGE_MEDIA.c.media.in_(media)
        await self.tx.execute(update(COLLAGE_MEDIA).where(*mine).values(is_kept=kept))

    async def change(
        self, owner: PersonId, collage: CollageId, version: int, facts: Mapping[str, Any]
    ) -> bool:
        """Set columns and step to the next version; False when `version` is no longer the last."""
        mine = (
            COLLAGES.c.owner == owner,
            COLLAGES.c.id == collage,
            COLLAGES.c.version == version,
        )
        grown = {**facts, "version": version + 1, "changed_at": self.tx.now}
        return bool((await self.tx.execute(update(COLLAGES).where(*mine).values(grown))).rowcount)

    async def shown(
        self, owner: PersonId, collage: CollageId, message_id: int, telegram_photo: bytes | None
    ) -> None:
        """Remember where it is shown, and what Telegram calls the picture."""
        mine = (COLLAGES.c.owner == owner, COLLAGES.c.id == collage)
        facts = {"message_id": message_id, "telegram_photo": telegram_photo}
        await self.tx.execute(update(COLLAGES).where(*mine).values(facts))

    async def showing(self, owner: PersonId, media: Collection[MediaId]) -> list[UUID]:
        """The drafts that show any of these media."""
        links = select(COLLAGE_MEDIA.c.collage).distinct()
        mine = (COLLAGE_MEDIA.c.owner == owner, COLLAGE_MEDIA.c.media.in_(media))
        return [row.collage for row in await self._all(links.where(*mine))]

    async def forget_drafts_with(self, owner: PersonId, media: Collection[MediaId]) -> list[int]:
        """Delete the drafts that show any of these media, what was chosen in them, and their
        words that are being rewritten.

        Returns the messages they were in.
        """
        mine = (COLLAGES.c.owner == owner, COLLAGES.c.id.in_(await self.showing(owner, media)))
        gone = await self.tx.execute(
            delete(COLLAGES).where(*mine).returning(COLLAGES.c.id, COLLAGES.c.message_id)
        )
        drafts = gone.all()
        ids = [row.id for row in drafts]
        await self.tx.improve.forget_items(owner, ids)
        sheets = await self.tx.writing.forget_words_of(owner, ids)
        return [row.message_id for row in drafts if row.message_id is not None] + sheets

    async def drop_old(self, before: datetime) -> int:
        """Retention: drafts that nobody changed since `before`."""
        await self.tx.execute(delete(SELECTIONS).where(SELECTIONS.c.made_at < before))
        gone = await self.tx.execute(delete(COLLAGES).where(COLLAGES.c.changed_at < before))
        return gone.rowcount
