"""Films: drafts as recipes, never as videos; they go with the analysis they come from."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, NewType
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, LargeBinary, Uuid, delete, insert, select, update
from sqlmodel import Field

from storage.database import Rows, Stored, UtcDateTime, table_of
from storage.gallery import MediaId
from storage.people import PersonId
from storage.personal_data import Kept, Purpose, record

FilmId = NewType("FilmId", UUID)


class FilmRow(Stored, table=True):
    """A film and the message that shows it; shot again from its recipe, 30 days long.

    version: grows with every change, so that an old keyboard cannot act on new state.
    title: sealed. has_title: whether its title card is wanted.
    recipe: sealed; None until it is decided, and once a change asks for another.
    telegram_video: sealed, Telegram's name of the film; shown_version: which version that is of.
    """

    __tablename__ = "films"

    id: FilmId = Field(primary_key=True, sa_type=Uuid, default_factory=uuid4)
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)
    chat_id: int = Field(sa_type=BigInteger)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    version: int = 1
    shape: str
    seed: int = 1
    title: bytes | None = Field(default=None, sa_type=LargeBinary)
    has_title: bool = True
    recipe: bytes | None = Field(default=None, sa_type=LargeBinary)
    telegram_video: bytes | None = Field(default=None, sa_type=LargeBinary)
    shown_version: int | None = None
    made_at: datetime = Field(sa_type=UtcDateTime)
    changed_at: datetime = Field(sa_type=UtcDateTime, index=True)


class FilmMediaRow(Stored, table=True):
    """Which media a film is made from."""

    __tablename__ = "film_media"

    film: FilmId = Field(
        primary_key=True, sa_type=Uuid, foreign_key="films.id", ondelete="CASCADE"
    )
    media: MediaId = Field(
        primary_key=True, sa_type=Uuid, foreign_key="media.id", ondelete="CASCADE"
    )
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)


FILMS: Final = table_of(FilmRow)
FILM_MEDIA: Final = table_of(FilmMediaRow)
PERSONAL_DATA = {
    FilmRow: Kept(
        owner=FilmRow.owner,
        purpose=Purpose.SUGGEST_ANALYSE,
        export=record(
            "id", "shape", "seed", "has_title", "made_at", "changed_at",
            text=["title"], values=["recipe"],
        ),
        retention="30 days after its last change",
    ),
    FilmMediaRow: Kept(
        owner=FilmMediaRow.owner,
        purpose=Purpose.SUGGEST_ANALYSE,
        export=record("film", "media"),
        retention="with its film",
    ),
}  # fmt: skip


class FilmRows(Rows):
    """Films, always within one owner."""

    async def add(self, row: FilmRow, media: Sequence[MediaId]) -> None:
        """Keep a film and what it is made of, as far as it is its owner's."""
        await self.tx.execute(insert(FILMS), row.model_dump())
        theirs = await self.tx.gallery.theirs(row.owner, media)
        links = [{"film": row.id, "media": one, "owner": row.owner} for one in theirs]
        if links:
            await self.tx.execute(insert(FILM_MEDIA), links)

    async def get(self, owner: PersonId, film: FilmId) -> FilmRow | None:
        """None for another's film as for none."""
        row = await self._first(select(FILMS).where(FILMS.c.owner == owner, FILMS.c.id == film))
        return row and FilmRow(**row._mapping)

    async def media(self, owner: PersonId, film: FilmId) -> list[MediaId]:
        mine = (FILM_MEDIA.c.owner == owner, FILM_MEDIA.c.film == film)
        return [row.media for row in await self._all(select(FILM_MEDIA.c.media).where(*mine))]

    async def change(
        self, owner: PersonId, film: FilmId, version: int, facts: Mapping[str, Any]
    ) -> bool:
        """Set columns and step to the next version; False when `version` is no longer the last."""
        mine = (FILMS.c.owner == owner, FILMS.c.id == film, FILMS.c.version == version)
        grown = {**facts, "version": version + 1, "changed_at": self.tx.now}
        return bool((await self.tx.execute(update(FILMS).where(*mine).values(grown))).rowcount)

    async def note(
        self, owner: PersonId, film: FilmId, version: int, facts: Mapping[str, Any]
    ) -> bool:
        """Set columns of that very version; False when it is no longer the last."""
        mine = (FILMS.c.owner == owner, FILMS.c.id == film, FILMS.c.version == version)
        return bool((await self.tx.execute(update(FILMS).where(*mine).values(**facts))).rowcount)

    async def showing(self, owner: PersonId, media: Collection[MediaId]) -> list[UUID]:
        """The films made from any of these media."""
        links = select(FILM_MEDIA.c.film).distinct()
        mine = (FILM_MEDIA.c.owner == owner, FILM_MEDIA.c.media.in_(media))
        return [row.film for row in await self._all(links.where(*mine))]

    async def forget_films_with(self, owner: PersonId, media: Collection[MediaId]) -> list[int]:
        """Delete the films made from any of these media; returns the messages they were in."""
        mine = (FILMS.c.owner == owner, FILMS.c.id.in_(await self.showing(owner, media)))
        gone = await self.tx.execute(delete(FILMS).where(*mine).returning(FILMS.c.message_id))
        return [number for number in gone.scalars() if number is not None]

    async def drop_old(self, before: datetime) -> int:
        """Retention: films that nobody changed since `before`."""
        gone = await self.tx.execute(delete(FILMS).where(FILMS.c.changed_at < before))
        return gone.rowcount
