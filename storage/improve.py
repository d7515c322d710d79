"""What choices teach: a person's own taste; with their yes, rows of choices and what came of them.

Every word here is one of a closed list, every number a count or a sum: there is no column for a
text, a picture, a place or a name. A row of a choice belongs to the one who chose and goes with
their yes; the ranker holds what all of them together have in common.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, NewType
from uuid import UUID, uuid4

from sqlalchemy import JSON, BigInteger, Float, Table, Uuid, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlmodel import Field

from storage.database import Rows, Stored, UtcDateTime, table_of, words
from storage.people import PersonId
from storage.personal_data import Kept, NotPersonal, OpenSealed, Purpose, delete_rows, record
from storage.traits import About, Trait, traits_in

if TYPE_CHECKING:
    from storage.transaction import Transaction

ChoiceId = NewType("ChoiceId", UUID)
REBUILD: Final = "improve.rebuild"  # the job that makes the ranker anew
EVERYBODY: Final = "all"  # its key: there is one ranker
VERSIONS_KEPT: Final = 3


class Ground(StrEnum):
    """Under which regime a row was written; where its person moved since, it is not used."""

    US_CONSENT = "us_consent"
    CA_CONSENT = "ca_consent"
    EU_LI = "eu_li"


class TasteRow(Stored, table=True):
    """How often somebody chose a trait rather than passed it over, faded to `at`."""

    __tablename__ = "tastes"

    owner: PersonId = Field(primary_key=True, sa_type=Uuid, foreign_key="people.id")
    trait: Trait = Field(primary_key=True, sa_type=words(Trait, "trait"))
    balance: float = Field(sa_type=Float)
    at: datetime = Field(sa_type=UtcDateTime)


class ChoiceRow(Stored, table=True):
    """One option chosen over one other, by somebody whose yes held at that moment.

    item: an opaque id of the draft; its row may be long gone.
    chosen, over: traits as bits.
    usable_from: a week after the choice or, later, the publication: time to think again.
    """

    __tablename__ = "choices"

    id: ChoiceId = Field(primary_key=True, sa_type=Uuid, default_factory=uuid4)
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)
    item: UUID = Field(sa_type=Uuid, index=True)
    about: About = Field(sa_type=words(About, "about"))
    chosen: int = Field(sa_type=BigInteger)
    over: int = Field(sa_type=BigInteger)
    ground: Ground = Field(sa_type=words(Ground, "ground"))
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    usable_from: datetime = Field(sa_type=UtcDateTime)
    is_edited: bool = False
    is_published: bool = False
    is_public: bool = False


class RankedRow(Stored, table=True):
    """Which choices a version of the ranker was made of."""

    __tablename__ = "ranked"

    version: int = Field(primary_key=True)
    choice: ChoiceId = Field(
        primary_key=True, sa_type=Uuid, foreign_key="choices.id", ondelete="CASCADE"
    )
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)


class RankerRow(Stored, table=True):
    """A version of the ranker. weights: by trait, None where built-in ones serve or it is gone."""

    __tablename__ = "rankers"

    version: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    built_at: datetime = Field(sa_type=UtcDateTime)
    contributors: int
    sha256: str = Field(max_length=64)
    manifest: dict[str, Any] = Field(sa_type=JSON)
    weights: dict[str, float] | None = Field(default=None, sa_type=JSON)
    superseded_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


@dataclass(frozen=True, slots=True)
class Leaning:
    """What is kept of a taste for one trait."""

    balance: float
    at: datetime


TASTES: Final = table_of(TasteRow)
CHOICES: Final = table_of(ChoiceRow)
RANKED: Final = table_of(RankedRow)
RANKERS: Final = table_of(RankerRow)


async def _delete_and_rebuild(
    tx: "Transaction", table: Table, owner: str, person: PersonId
) -> int:
    """Delete a person's choices; the ranker is made anew without them, by a job of this commit."""
    gone = await delete_rows(tx, table, owner, person)
    if gone:
        await tx.improve.rebuild_soon()
    return gone


def _export_choice(row: Mapping[str, Any], open_sealed: OpenSealed) -> dict[str, object]:
    plain = record(
        "id", "item", "about", "ground", "at", "usable_from",
        "is_edited", "is_published", "is_public",
    )(row, open_sealed)  # fmt: skip
    chosen, over = (sorted(traits_in(row[column])) for column in ("chosen", "over"))
    return {**plain, "chosen": chosen, "over": over}


PERSONAL_DATA = {
    TasteRow: Kept(
        owner=TasteRow.owner,
        purpose=Purpose.SUGGEST_ANALYSE,
        export=record("trait", "balance", "at"),
        retention="until the analysis is switched off; it fades by half every six months",
    ),
    ChoiceRow: Kept(
        owner=ChoiceRow.owner,
        purpose=Purpose.IMPROVE_CHOICES,
        export=_export_choice,
        retention="24 months; 30 days where the draft was neither edited nor published",
        erase=_delete_and_rebuild,
    ),
    RankedRow: Kept(
        owner=RankedRow.owner,
        purpose=Purpose.IMPROVE_CHOICES,
        export=record("version", "choice"),
        retention="with the choice; the last three versions",
    ),
    RankerRow: NotPersonal("what everybody's choices have in common, made anew without who left"),
}


class ImproveRows(Rows):
    """Tastes and choices of one owner; for the builder, everybody's choices and the ranker."""

    async def leanings(self, owner: PersonId) -> Mapping[Trait, Leaning]:
        rows = await self._all(select(TASTES).where(TASTES.c.owner == owner))
        return {row.trait: Leaning(row.balance, row.at) for row in rows}

    async def lean(self, owner: PersonId, balances: Mapping[Trait, float]) -> None:
        """Replace the balances of these traits, as of now."""
        rows = [
            {"owner": owner, "trait": trait, "balance": balance, "at": self.tx.now}
            for trait, balance in balances.items()
        ]
        if rows:
            anew = upsert(TASTES)
            both = {"balance": anew.excluded.balance, "at": anew.excluded.at}
            keys = ["owner", "trait"]
            await self.tx.execute(anew.on_conflict_do_update(index_elements=keys, set_=both), rows)

    async def keep(self, row: ChoiceRow) -> None:
        await self.tx.execute(insert(CHOICES), row.model_dump())

    async def mark(self, owner: PersonId, item: UUID, facts: Mapping[str, Any]) -> None:
        """Set columns of all choices about a draft, such as {"is_published": True}."""
        mine = (CHOICES.c.owner == owner, CHOICES.c.item == item)
        await self.tx.execute(update(CHOICES).where(*mine).values(**facts))

    async def forget_items(self, owner: PersonId, items: Sequence[UUID]) -> None:
        """The drafts are forgotten: so is what was chosen in them."""
        mine = (CHOICES.c.owner == owner, CHOICES.c.item.in_(items))
        if (await self.tx.execute(delete(CHOICES).where(*mine))).rowcount:
            await self.rebuild_soon()

    async def everybodys(self) -> list[ChoiceRow]:
        """All choices, in an order that does not change when some go."""
        rows = await self._all(select(CHOICES).order_by(CHOICES.c.id))
        return [ChoiceRow(**row._mapping) for row in rows]

    async def drop_old(self, before: datetime, unused_before: datetime) -> int:
        """Retention: old choices, and younger ones whose draft came to nothing."""
        unused = ~(CHOICES.c.is_edited | CHOICES.c.is_published)
        over = (CHOICES.c.at < before) | (unused & (CHOICES.c.at < unused_before))
        return (await self.tx.execute(delete(CHOICES).where(over))).rowcount

    async def rebuild_soon(self) -> None:
        """Post the job that makes the ranker anew, in this transaction."""
        await self.tx.jobs.post(REBUILD, subject=None, key=EVERYBODY, purpose=Purpose.CORE_SERVICE)

    async def ranker(self, version: int | None = None) -> RankerRow | None:
        """A version; without a number the newest, which serves unless it was retired."""
        wanted = select(RANKERS).order_by(RANKERS.c.version.desc()).limit(1)
        if version is not None:
            wanted = wanted.where(RANKERS.c.version == version)
        row = await self._first(wanted)
        return row and RankerRow(**row._mapping)

    async def members(self, version: int) -> list[ChoiceRow]:
        """The choices that a version was made of, as far as they are still there."""
        ids = select(RANKED.c.choice).where(RANKED.c.version == version)
        rows = await self._all(select(CHOICES).where(CHOICES.c.id.in_(ids)))
        return [ChoiceRow(**row._mapping) for row in rows]

    async def publish(self, ranker: RankerRow, members: Sequence[ChoiceRow]) -> None:
        """A version takes its place: the weights of those before it are destroyed."""
        await self.retire()
        await self.tx.execute(insert(RANKERS), ranker.model_dump())
        version, last = ranker.version, ranker.version - VERSIONS_KEPT
        links = [{"version": version, "choice": row.id, "owner": row.owner} for row in members]
        if links:
            await self.tx.execute(insert(RANKED), links)
        await self.tx.execute(delete(RANKERS).where(RANKERS.c.version <= last))
        await self.tx.execute(delete(RANKED).where(RANKED.c.version <= last))

    async def retire(self) -> None:
        """Destroy the weights that serve; the built-in ones do until there is a new version."""
        serving = update(RANKERS).where(RANKERS.c.superseded_at.is_(None))
        await self.tx.execute(serving.values(superseded_at=self.tx.now, weights=None))

    async def contributors(self) -> int:
        """How many people the ranker that serves was made of."""
        ranker = await self.ranker()
        return ranker.contributors if ranker and ranker.superseded_at is None else 0
