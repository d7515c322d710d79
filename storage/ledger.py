"""The ledger: every choice as a row that nothing changes, each sealed to the one before."""

import hashlib
import hmac
import json
import secrets
from collections.abc import AsyncIterator, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import (
    DDL,
    BigInteger,
    ExecutableDDLElement,
    LargeBinary,
    event,
    insert,
    select,
)
from sqlmodel import Field

from storage.database import Rows, Stored, UtcDateTime, table_of, words
from storage.people import PEOPLE, PersonId
from storage.personal_data import NotPersonal, Purpose

NONCE_BYTES: Final = 16
FIRST: Final = "0" * 64  # what the first row has before it


class Kind(StrEnum):
    """What happened."""

    NOTICE_DELIVERED = "notice.delivered"
    NOTICE_UNDELIVERABLE = "notice.undeliverable"
    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    RENEWED = "renewed"
    EXPIRED = "expired"
    OBJECTED = "objected"
    OBJECTION_APPLIED = "objection.applied"
    AGE_DECLARED = "age.declared"
    COUNTRY_DECLARED = "country.declared"
    PUBLISH_CONFIRMED = "publish.confirmed"
    DATASET_BUILT = "dataset.built"
    DATASET_EXPORTED = "dataset.exported"
    RECALL_SENT = "recall.sent"
    EXPORT_MADE = "export.made"
    ERASURE_REQUESTED = "erasure.requested"
    ERASURE_CANCELLED = "erasure.cancelled"
    ERASURE_COMPLETED = "erasure.completed"
    FREEZE_MINOR = "freeze.minor"
    ADMIN_ACCESS = "admin.access"
    REGION_CHANGED = "region.changed"


class LedgerRow(Stored, table=True):
    """Coded: who it was needs the year's pepper, what it said needs the person's key."""

    __tablename__ = "ledger"

    seq: int = Field(
        primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False}
    )
    at: datetime = Field(sa_type=UtcDateTime)
    kind: Kind = Field(sa_type=words(Kind, "kind"))
    purpose: Purpose | None = Field(default=None, sa_type=words(Purpose, "purpose"))
    notice_sha256: str | None = Field(default=None, max_length=64)
    subject: str | None = Field(default=None, max_length=64, index=True)
    nonce: str = Field(max_length=32)
    payload: bytes | None = Field(default=None, sa_type=LargeBinary)
    previous: str = Field(max_length=64)
    hash: str = Field(max_length=64)


class PepperRow(Stored, table=True):
    """What codes a year's subjects, sealed by the server; destroyed, the year is anonymous."""

    __tablename__ = "peppers"

    year: int = Field(primary_key=True)
    sealed: bytes = Field(sa_type=LargeBinary)


LEDGER: Final = table_of(LedgerRow)
PEPPERS: Final = table_of(PepperRow)
PERSONAL_DATA = {
    LedgerRow: NotPersonal("coded proof of choices, kept 3 years; content-free after erasure"),
    PepperRow: NotPersonal("a random number a year"),
}
TRIGGERS: Final = tuple(
    f"CREATE TRIGGER ledger_no_{verb} BEFORE {verb} ON ledger "
    "BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END"
    for verb in ("update", "delete")
)
for _trigger in TRIGGERS:
    _ddl: ExecutableDDLElement = DDL(_trigger)  # type: ignore[no-untyped-call]  # SQLAlchemy's own
    event.listen(LEDGER, "after_create", _ddl.execute_if(dialect="sqlite"))


def envelope(row: Mapping[str, Any]) -> dict[str, object]:
    """Everything in a row but the hash itself, as JSON can say it."""
    payload: bytes | None = row["payload"]
    return {
        "seq": row["seq"],
        "at": row["at"].isoformat(timespec="microseconds"),
        "kind": str(row["kind"]),
        "purpose": str(row["purpose"]) if row["purpose"] else None,
        "notice_sha256": row["notice_sha256"],
        "subject": row["subject"],
        "nonce": row["nonce"],
        "payload": payload.hex() if payload is not None else None,
        "previous": row["previous"],
    }


def row_hash(row: Mapping[str, Any]) -> str:
    """SHA-256 over the envelope, in one canonical spelling."""
    canonical = json.dumps(envelope(row), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


class LedgerRows(Rows):
    """Appending and reading; there is nothing else to do with a ledger."""

    async def append(
        self,
        kind: Kind,
        *,
        person: PersonId | None = None,
        purpose: Purpose | None = None,
        notice_sha256: str | None = None,
        payload: Mapping[str, object] | None = None,
    ) -> int:
        """Write one row after the last; returns its number.

        The payload is sealed with the person's key, so it goes with the person; of nobody, such
        as the hash of a manifest, it is there to read.
        """
        last = await self._first(
            select(LEDGER.c.seq, LEDGER.c.hash).order_by(LEDGER.c.seq.desc()).limit(1)
        )
        seq = int(last.seq) + 1 if last else 1
        row = {
            "seq": seq,
            "at": self.tx.now,
            "kind": kind,
            "purpose": purpose,
            "notice_sha256": notice_sha256,
            "subject": await self._tag_of(person) if person else None,
            "nonce": secrets.token_hex(NONCE_BYTES),
            "payload": await self._sealed(person, payload),
            "previous": last.hash if last else FIRST,
        }
        await self.tx.execute(insert(LEDGER), row | {"hash": row_hash(row)})
        return seq

    async def tag(self, telegram_id: int, year: int) -> str:
        """The coded subject: HMAC of the Telegram id under the year's pepper."""
        pepper = await self._pepper(year)
        return hmac.new(pepper, str(telegram_id).encode(), hashlib.sha256).hexdigest()

    async def tags(self, telegram_id: int) -> list[str]:
        """The coded subject of every year that can still be told, this year's last."""
        years = [row.year for row in await self._all(select(PEPPERS.c.year))]
        before = sorted(year for year in years if year != self.tx.now.year)
        return [await self.tag(telegram_id, year) for year in [*before, self.tx.now.year]]

    async def all(self) -> AsyncIterator[Mapping[str, Any]]:
        """Every row from the first, a page at a time."""
        seq = 0
        while page := await self._all(
            select(LEDGER).where(LEDGER.c.seq > seq).order_by(LEDGER.c.seq).limit(1000)
        ):
            for row in page:
                yield dict(row._mapping)
            seq = page[-1].seq

    async def of(self, owner: PersonId) -> list[Mapping[str, Any]]:
        """A person's own rows, the oldest first, since they were last erased."""
        person = await self._first(select(PEOPLE.c.telegram_id).where(PEOPLE.c.id == owner))
        if person is None:
            return []
        years = [row.year for row in await self._all(select(PEPPERS.c.year))]
        tags = [await self.tag(person.telegram_id, year) for year in years]
        rows = await self._all(
            select(LEDGER).where(LEDGER.c.subject.in_(tags)).order_by(LEDGER.c.seq)
        )
        ended = [n for n, row in enumerate(rows) if row.kind == Kind.ERASURE_COMPLETED]
        return [dict(row._mapping) for row in rows[ended[-1] + 1 if ended else 0 :]]

    async def _tag_of(self, person: PersonId) -> str | None:
        row = await self._first(select(PEOPLE.c.telegram_id).where(PEOPLE.c.id == person))
        return await self.tag(row.telegram_id, self.tx.now.year) if row else None

    async def _sealed(
        self, person: PersonId | None, payload: Mapping[str, object] | None
    ) -> bytes | None:
        if not payload:
            return None
        plain = json.dumps(payload, sort_keys=True).encode()
        return plain if person is None else await self.tx.seal(person, plain)

    async def _pepper(self, year: int) -> bytes:
        row = await self._first(select(PEPPERS.c.sealed).where(PEPPERS.c.year == year))
        if row:
            return self.tx.vault.server_open(row.sealed)
        pepper = secrets.token_bytes(32)
        sealed = self.tx.vault.server_seal(pepper)
        await self.tx.execute(insert(PEPPERS), {"year": year, "sealed": sealed})
        return pepper
