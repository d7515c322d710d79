"""Looks, pictures from words and cards: drafts as recipes and sealed words, 30 days long."""

from collections.abc import Collection, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, NewType
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, LargeBinary, Table, Uuid, delete, insert, or_, select, update
from sqlmodel import Field

from storage.database import Rows, Stored, UtcDateTime, table_of
from storage.files import FileId
from storage.gallery import MediaId
from storage.people import PersonId
from storage.personal_data import Kept, Purpose, delete_with_files, record

LookId = NewType("LookId", UUID)


class _Draft(Stored):
    """What every draft here has; version grows with every change, so that old keyboards show.

    telegram_photo: sealed, Telegram's name of the picture as it was last shown; shown_version:
    which version that was.
    """

    id: LookId = Field(primary_key=True, sa_type=Uuid, default_factory=uuid4)
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)
    chat_id: int = Field(sa_type=BigInteger)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    version: int = 1
    telegram_photo: bytes | None = Field(default=None, sa_type=LargeBinary)
    shown_version: int | None = None
    made_at: datetime = Field(sa_type=UtcDateTime)
    changed_at: datetime = Field(sa_type=UtcDateTime, index=True)


class LookRow(_Draft, table=True):
    """One photo in another look; look None while its contact sheet is shown.

    style: sealed, what a network saw in the picture whose style it takes; None for a look that
    needs none. style_of: that picture, where it is one of the gallery; the look goes with it.
    sheet_photo: sealed, Telegram's name of the contact sheet, which is drawn once.
    """

    __tablename__ = "looks"

    media: MediaId = Field(sa_type=Uuid, foreign_key="media.id", ondelete="CASCADE", index=True)
    look: str | None = None
    strength: str = "full"
    style: bytes | None = Field(default=None, sa_type=LargeBinary)
    style_of: MediaId | None = Field(
        default=None, sa_type=Uuid, foreign_key="media.id", ondelete="CASCADE", index=True
    )
    sheet_photo: bytes | None = Field(default=None, sa_type=LargeBinary)


class ImaginedRow(_Draft, table=True):
    """A picture from words, by the endpoint: it cannot be made again, so its file is kept.

    prompt: sealed, the person's own words. preset: in what manner. file: once it is there.
    """

    __tablename__ = "imagined"

    prompt: bytes = Field(sa_type=LargeBinary)
    preset: str | None = None
    file: FileId | None = Field(default=None, sa_type=Uuid)


class CardRow(_Draft, table=True):
    """A person's own words, lettered on a page; dress: in which colours. words: sealed."""

    __tablename__ = "cards"

    words: bytes = Field(sa_type=LargeBinary)
    dress: str
    shape: str


LOOKS: Final = table_of(LookRow)
IMAGINED: Final = table_of(ImaginedRow)
CARDS: Final = table_of(CardRow)
_30_DAYS: Final = "30 days after its last change"
PERSONAL_DATA = {
    LookRow: Kept(
        owner=LookRow.owner,
        purpose=Purpose.SUGGEST_ANALYSE,
        export=record("id", "media", "look", "strength", "style_of", "made_at", "changed_at"),
        retention=_30_DAYS,
    ),
    ImaginedRow: Kept(
        owner=ImaginedRow.owner,
        purpose=Purpose.SUGGEST_EXTERNAL_AI,
        export=record("id", "preset", "made_at", "changed_at", text=["prompt"]),
        retention=_30_DAYS,
        erase=delete_with_files("file"),
    ),
    CardRow: Kept(
        owner=CardRow.owner,
        purpose=Purpose.CORE_SERVICE,
        export=record("id", "dress", "shape", "made_at", "changed_at", text=["words"]),
        retention=_30_DAYS,
    ),
}


class LookKind(StrEnum):
    """Which of the three a draft is."""

    LOOK = "look"
    IMAGINED = "imagined"
    CARD = "card"


TABLES: Final = {LookKind.LOOK: LOOKS, LookKind.IMAGINED: IMAGINED, LookKind.CARD: CARDS}


class LookRows(Rows):
    """Drafts of looks, always within one owner."""

    async def add(self, row: LookRow | ImaginedRow | CardRow) -> bool:
        """Keep a draft; False, and nothing kept, for a look of another's media."""
        if isinstance(row, LookRow) and await self.tx.gallery.get(row.owner, row.media) is None:
            return False
        await self.tx.execute(insert(table_of(type(row))), row.model_dump())
        return True

    async def look(self, owner: PersonId, draft: LookId) -> LookRow | None:
        """None for another's draft as for none; so do the next two."""
        row = await self._get(LOOKS, owner, draft)
        return row and LookRow(**row._mapping)

    async def imagined(self, owner: PersonId, draft: LookId) -> ImaginedRow | None:
        row = await self._get(IMAGINED, owner, draft)
        return row and ImaginedRow(**row._mapping)

    async def card(self, owner: PersonId, draft: LookId) -> CardRow | None:
        row = await self._get(CARDS, owner, draft)
        return row and CardRow(**row._mapping)

    async def _get(self, table: Table, owner: PersonId, draft: LookId) -> Any:
        return await self._first(select(table).where(*_mine(table, owner, draft)))

    async def change(
        self,
        owner: PersonId,
        kind: LookKind,
        draft: LookId,
        version: int,
        facts: Mapping[str, Any],
    ) -> bool:
        """Set columns and step to the next version; False when `version` is no longer the last."""
        table = TABLES[kind]
        mine = (*_mine(table, owner, draft), table.c.version == version)
        grown = {**facts, "version": version + 1, "changed_at": self.tx.now}
        return bool((await self.tx.execute(update(table).where(*mine).values(grown))).rowcount)

    async def shown(
        self,
        owner: PersonId,
        kind: LookKind,
        draft: LookId,
        version: int,
        *,
        message_id: int,
        telegram_photo: bytes | None,
        is_sheet: bool = False,
    ) -> None:
        """Remember which version is shown where, and what Telegram calls its picture.

        is_sheet: it is a look's contact sheet, to be shown again.
        """
        table = TABLES[kind]
        facts: dict[str, Any] = {
            "message_id": message_id,
            "telegram_photo": telegram_photo,
            "shown_version": version,
        }
        if is_sheet:
            facts["sheet_photo"] = telegram_photo
        await self.tx.execute(update(table).where(*_mine(table, owner, draft)).values(facts))

    async def drop(self, owner: PersonId, draft: LookId) -> None:
        """Forget one draft, of whichever kind, and its file."""
        for table in (LOOKS, CARDS):
            await self.tx.execute(delete(table).where(*_mine(table, owner, draft)))
        gone = delete(IMAGINED).where(*_mine(IMAGINED, owner, draft)).returning(IMAGINED.c.file)
        await self._shred((await self.tx.execute(gone)).scalars())

    async def showing(self, owner: PersonId, media: Collection[MediaId]) -> list[UUID]:
        """The looks of these media, or in their style."""
        mine = select(LOOKS.c.id).where(LOOKS.c.owner == owner, _made_of(media))
        return [row.id for row in await self._all(mine)]

    async def forget_looks_of(self, owner: PersonId, media: Collection[MediaId]) -> list[int]:
        """Delete the looks of these media or in their style, and what was chosen in them.

        Returns the messages they were in.
        """
        mine = (LOOKS.c.owner == owner, _made_of(media))
        named = (LOOKS.c.id, LOOKS.c.message_id)
        looks = (await self.tx.execute(delete(LOOKS).where(*mine).returning(*named))).all()
        await self.tx.improve.forget_items(owner, [row.id for row in looks])
        return [row.message_id for row in looks if row.message_id is not None]

    async def drop_old(self, before: datetime) -> int:
        """Retention: drafts that nobody changed since `before`."""
        count = 0
        for table in (LOOKS, CARDS):
            gone = await self.tx.execute(delete(table).where(table.c.changed_at < before))
            count += gone.rowcount
        old = delete(IMAGINED).where(IMAGINED.c.changed_at < before).returning(IMAGINED.c.file)
        files = (await self.tx.execute(old)).scalars().all()
        await self._shred(files)
        return count + len(files)

    async def _shred(self, files: Any) -> None:
        await self.tx.privacy.shred_later([file for file in files if file])


def _made_of(media: Collection[MediaId]) -> Any:
    return or_(LOOKS.c.media.in_(media), LOOKS.c.style_of.in_(media))


def _mine(table: Table, owner: PersonId, draft: LookId) -> tuple[Any, ...]:
    return (table.c.owner == owner, table.c.id == draft)
