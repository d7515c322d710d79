"""What privacy needs of storage: files to shred, everything of a person out or away."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from sqlalchemy import Uuid, delete, insert, select, union
from sqlmodel import Field

from storage.database import Rows, Stored, UtcDateTime, table_of
from storage.ledger import Kind
from storage.people import PersonId
from storage.personal_data import NotPersonal, Purpose, file_columns, kept_tables

if TYPE_CHECKING:
    from storage.files import FileId

SHRED: Final = "privacy.shred"  # the job that empties the list below


class ShredRow(Stored, table=True):
    """A file that must go; it goes after the commit, as often as it takes."""

    __tablename__ = "shreds"

    file: "FileId" = Field(primary_key=True, sa_type=Uuid)
    asked_at: datetime = Field(sa_type=UtcDateTime)


SHREDS: Final = table_of(ShredRow)
PERSONAL_DATA = {ShredRow: NotPersonal("opaque file ids, gone with the file")}


class PrivacyRows(Rows):
    """Export, erasure and shredding over every table that declares itself."""

    async def shred_later(self, files: Sequence["FileId"]) -> None:
        """Write down files to shred and post the job, in this transaction."""
        if not files:
            return
        rows = [{"file": file, "asked_at": self.tx.now} for file in files]
        await self.tx.execute(insert(SHREDS), rows)
        await self.tx.jobs.post(SHRED, subject=None, key="all", purpose=Purpose.CORE_SERVICE)

    async def to_shred(self, limit: int = 100) -> list["FileId"]:
        """The files that wait longest."""
        waiting = select(SHREDS.c.file).order_by(SHREDS.c.asked_at).limit(limit)
        return [row.file for row in await self._all(waiting)]

    async def shredded(self, files: Sequence["FileId"]) -> None:
        """Cross files off the list once they are gone."""
        await self.tx.execute(delete(SHREDS).where(SHREDS.c.file.in_(files)))

    async def files_named(self) -> set["FileId"]:
        """Every file that a row names, or that waits to be shredded."""
        named = union(select(SHREDS.c.file), *(select(column) for column in file_columns()))
        return {row.file for row in await self._all(named) if row.file}

    async def export_person(self, owner: PersonId) -> Mapping[str, list[dict[str, object]]]:
        """Everything kept about a person, opened, by table."""
        open_sealed = await self.tx.vault.opener(self.tx, owner)
        found = {}
        for table, kept in kept_tables():
            of_owner = select(table).where(table.c[kept.owner_column] == owner)
            rows = await self._all(of_owner)
            found[table.name] = [kept.export(dict(row._mapping), open_sealed) for row in rows]
        return found

    async def counts(self, owner: PersonId) -> Mapping[str, int]:
        """How many rows each table holds about a person; tables with none are left out."""
        found = {}
        for table, kept in kept_tables():
            of_owner = select(table.c[kept.owner_column]).where(
                table.c[kept.owner_column] == owner
            )
            if rows := len(await self._all(of_owner)):
                found[table.name] = rows
        return found

    async def erase_person(self, owner: PersonId, *, in_ledger: bool = True) -> Mapping[str, int]:
        """Delete every row about a person, their key with them; returns counts by table.

        in_ledger: leave the coded, content-free proof that it was done.

        Files are put on the shredding list; afterwards call `Storage.leave_no_trace()`.
        """
        if in_ledger:
            await self.tx.ledger.append(Kind.ERASURE_COMPLETED, person=owner)
        await self.tx.vault.destroy(self.tx, owner)
        gone = {}
        for table, kept in kept_tables():
            gone[table.name] = await kept.erase(self.tx, table, kept.owner_column, owner)
        return {table: rows for table, rows in gone.items() if rows}
