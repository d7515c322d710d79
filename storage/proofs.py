"""Proofs: the key that signs receipts, and the ledger's signed heads."""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import BigInteger, LargeBinary, insert, select
from sqlmodel import Field

from storage.database import Rows, Stored, UtcDateTime, table_of
from storage.ledger import LEDGER
from storage.personal_data import NotPersonal

KEY_ID_LETTERS: Final = 16


class SigningKeyRow(Stored, table=True):
    """Made once; the public half is given out, the private half is sealed by the server."""

    __tablename__ = "signing_keys"

    id: str = Field(primary_key=True, max_length=KEY_ID_LETTERS)
    public: bytes = Field(sa_type=LargeBinary)
    sealed: bytes = Field(sa_type=LargeBinary)
    made_at: datetime = Field(sa_type=UtcDateTime)


class HeadRow(Stored, table=True):
    """The ledger's last row as it was at a moment; a later ledger must still contain it."""

    __tablename__ = "heads"

    seq: int = Field(
        primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False}
    )
    hash: str = Field(max_length=64)
    at: datetime = Field(sa_type=UtcDateTime)
    key_id: str = Field(max_length=KEY_ID_LETTERS)
    sig: bytes = Field(sa_type=LargeBinary)


SIGNING_KEYS: Final = table_of(SigningKeyRow)
HEADS: Final = table_of(HeadRow)
PERSONAL_DATA = {
    SigningKeyRow: NotPersonal("the server's own key, kept while receipts made with it count"),
    HeadRow: NotPersonal("a row's number and hash, kept with the ledger: 3 years"),
}


@dataclass(frozen=True, slots=True)
class SigningKey:
    """id: the beginning of the SHA-256 of `public`, 32 raw bytes."""

    id: str
    public: bytes
    private: Ed25519PrivateKey


@dataclass(frozen=True, slots=True)
class SignedHead:
    """What was signed is `content`, in one canonical spelling."""

    seq: int
    hash: str
    at: datetime
    key_id: str
    sig: bytes

    @property
    def claim(self) -> Mapping[str, object]:
        at = self.at.isoformat(timespec="microseconds")
        return {"at": at, "hash": self.hash, "key_id": self.key_id, "seq": self.seq}

    @property
    def content(self) -> bytes:
        return json.dumps(self.claim, sort_keys=True, separators=(",", ":")).encode()

    def as_json(self) -> dict[str, object]:
        """The head as it is handed out."""
        return {**self.claim, "sig": base64.b64encode(self.sig).decode()}


class ProofRows(Rows):
    """The signing key, and signing the ledger's head."""

    async def key(self) -> SigningKey:
        """Made at the first call, which therefore needs a writing transaction."""
        row = await self._first(select(SIGNING_KEYS).order_by(SIGNING_KEYS.c.made_at).limit(1))
        if row:
            private = Ed25519PrivateKey.from_private_bytes(self.tx.vault.server_open(row.sealed))
            return SigningKey(row.id, row.public, private)
        private = Ed25519PrivateKey.generate()
        public = private.public_key().public_bytes_raw()
        key = SigningKey(hashlib.sha256(public).hexdigest()[:KEY_ID_LETTERS], public, private)
        sealed = self.tx.vault.server_seal(private.private_bytes_raw())
        made = SigningKeyRow(id=key.id, public=public, sealed=sealed, made_at=self.tx.now)
        await self.tx.execute(insert(SIGNING_KEYS), made.model_dump())
        return key

    async def public_key(self) -> bytes | None:
        """What receipts are verified with; None before the first was made."""
        row = await self._first(select(SIGNING_KEYS.c.public).limit(1))
        return row and bytes(row.public)

    async def sign_head(self) -> SignedHead | None:
        """Sign the ledger's last row, once; None while the ledger is empty."""
        last = await self._first(
            select(LEDGER.c.seq, LEDGER.c.hash).order_by(LEDGER.c.seq.desc()).limit(1)
        )
        if last is None:
            return None
        signed = await self._first(select(HEADS).where(HEADS.c.seq == last.seq))
        if signed:
            return SignedHead(**signed._mapping)
        key = await self.key()
        bare = SignedHead(last.seq, last.hash, self.tx.now, key.id, b"")
        head = replace(bare, sig=key.private.sign(bare.content))
        await self.tx.execute(insert(HEADS), asdict(head))
        return head

    async def heads(self, since: int = 0) -> list[SignedHead]:
        """Every signed head from this row's number on, the oldest first."""
        found = select(HEADS).where(HEADS.c.seq >= since).order_by(HEADS.c.seq)
        return [SignedHead(**row._mapping) for row in await self._all(found)]
