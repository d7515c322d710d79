"""The vault: one age identity a person, wrapped by the key file; destroyed, nothing opens."""

import hmac
import secrets
from collections import OrderedDict
from typing import TYPE_CHECKING, Final, TypeVar

import pyrage
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pyrage.x25519 import Identity, Recipient
from sqlalchemy import LargeBinary, Uuid, bindparam, delete, insert, select
from sqlmodel import Field

from bot.errors import PepiteError
from storage.database import Rows, Stored, table_of
from storage.key_file import KeyFile
from storage.people import PersonId
from storage.personal_data import Kept, OpenSealed, Purpose, delete_rows

if TYPE_CHECKING:
    from storage.transaction import Transaction

T = TypeVar("T")
NONCE_BYTES: Final = 12  # what AES-GCM takes
VERSION_BYTES: Final = 2
SERVER_USE: Final = b"pepite server payloads"
FINGERPRINT_USE: Final = b"pepite fingerprints"
OPENED_AT_ONCE: Final = 256  # identities kept opened in memory, about 50 kB


class CannotOpen(PepiteError):
    """There is no key for these bytes: erased, another person's, or altered."""


class KeyRow(Stored, table=True):
    """A person's age identity: the public half seals, the wrapped half opens."""

    __tablename__ = "keys"

    owner: PersonId = Field(primary_key=True, sa_type=Uuid, foreign_key="people.id")
    recipient: str
    wrapped: bytes = Field(sa_type=LargeBinary)
    kek_version: int


KEYS: Final = table_of(KeyRow)
PERSONAL_DATA = {
    KeyRow: Kept(
        owner=KeyRow.owner,
        purpose=Purpose.CORE_SERVICE,
        export=lambda _row, _open: {},  # a key proves nothing to its owner and opens everything
        retention="until erasure",
        erase=delete_rows,
    )
}
_KEY_OF = select(KEYS).where(KEYS.c.owner == bindparam("owner"))


class KeyRows(Rows):
    """The wrapped identities."""

    async def of(self, owner: PersonId) -> KeyRow:
        """Raises CannotOpen for a person who has no key (any more)."""
        row = await self._first(_KEY_OF, {"owner": owner})
        if row is None:
            raise CannotOpen("no key for this person")
        return KeyRow(**row._mapping)

    async def anybody(self) -> PersonId | None:
        """Whoever was given a key first, to try the key file on."""
        row = await self._first(select(KEYS.c.owner).limit(1))
        return row and PersonId(row.owner)


class Vault:
    """Seals with what is public, opens with what the key file unwraps."""

    def __init__(self, keys: KeyFile) -> None:
        self._keys = keys
        self._server = {v: AESGCM(_derived(key, SERVER_USE)) for v, key in keys.keys.items()}
        self._recipients: OrderedDict[PersonId, Recipient] = OrderedDict()
        self._opened: OrderedDict[PersonId, Identity] = OrderedDict()
        self._destroyed: set[PersonId] = set()

    async def create(self, tx: "Transaction", person: PersonId) -> None:
        """Give a new person their identity."""
        identity = Identity.generate()
        row = {
            "owner": person,
            "recipient": str(identity.to_public()),
            "wrapped": self._wrap(person, str(identity)),
            "kek_version": self._keys.version,
        }
        await tx.execute(insert(KEYS), row)

    async def seal(self, tx: "Transaction", person: PersonId, content: bytes) -> bytes:
        return bytes(pyrage.encrypt(content, [await self.recipient(tx, person)]))

    async def open(self, tx: "Transaction", person: PersonId, sealed: bytes) -> bytes:
        """Raises CannotOpen when the key is destroyed or the bytes were altered."""
        return (await self.opener(tx, person))(sealed)

    async def recipient(self, tx: "Transaction", person: PersonId) -> Recipient:
        found = self._recipients.get(person)
        if found is None:
            found = Recipient.from_str((await tx.keys.of(person)).recipient)
            self._remember(self._recipients, person, found)
        return found

    async def opener(self, tx: "Transaction", person: PersonId) -> OpenSealed:
        """A function that opens what is sealed for this person."""
        identity = await self._identity(tx, person)
        return lambda sealed: _opened(sealed, identity)

    async def fingerprint(self, tx: "Transaction", person: PersonId, content: bytes) -> bytes:
        """Tells a person's picture again; says nothing to whoever has not their key."""
        identity = await self._identity(tx, person)
        secret = _derived(str(identity).encode(), FINGERPRINT_USE)
        return hmac.digest(secret, content, "sha256")

    async def destroy(self, tx: "Transaction", person: PersonId) -> None:
        """Delete the identity: from the commit on nothing of this person opens, anywhere."""
        await tx.execute(delete(KEYS).where(KEYS.c.owner == person))
        self._destroyed.add(person)
        self._recipients.pop(person, None)
        self._opened.pop(person, None)

    def server_seal(self, content: bytes) -> bytes:
        """Seal what has no person yet, such as an update that just arrived."""
        nonce, version = secrets.token_bytes(NONCE_BYTES), self._keys.version
        sealed = self._server[version].encrypt(nonce, content, None)
        return version.to_bytes(VERSION_BYTES) + nonce + sealed

    def server_open(self, sealed: bytes) -> bytes:
        """Raises CannotOpen."""
        version, rest = int.from_bytes(sealed[:VERSION_BYTES]), sealed[VERSION_BYTES:]
        try:
            return self._server[version].decrypt(rest[:NONCE_BYTES], rest[NONCE_BYTES:], None)
        except (InvalidTag, KeyError, ValueError):
            raise CannotOpen("sealed by another key, or altered") from None

    def secret(self, use: bytes) -> bytes:
        """A secret of this server for one use, such as signing links; the same at every start."""
        return _derived(self._keys.keys[min(self._keys.keys)], use)

    async def _identity(self, tx: "Transaction", person: PersonId) -> Identity:
        identity = self._opened.get(person)
        if identity is None:
            row = await tx.keys.of(person)
            identity = Identity.from_str(self._unwrap(person, row.wrapped, row.kek_version))
            self._remember(self._opened, person, identity)
        return identity

    def _remember(self, shelf: OrderedDict[PersonId, T], person: PersonId, key: T) -> None:
        if person not in self._destroyed:  # a reader may still see the row that is going
            shelf[person] = key
            if len(shelf) > OPENED_AT_ONCE:
                shelf.popitem(last=False)

    def _wrap(self, person: PersonId, identity: str) -> bytes:
        nonce = secrets.token_bytes(NONCE_BYTES)
        kek = AESGCM(self._keys.current)
        return nonce + kek.encrypt(nonce, identity.encode(), person.bytes)

    def _unwrap(self, person: PersonId, wrapped: bytes, version: int) -> str:
        nonce, body = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:]
        try:
            return AESGCM(self._keys.keys[version]).decrypt(nonce, body, person.bytes).decode()
        except (InvalidTag, KeyError):
            raise CannotOpen("this key file does not open this person's key") from None


def _opened(sealed: bytes, identity: Identity) -> bytes:
    try:
        return bytes(pyrage.decrypt(sealed, [identity]))
    except pyrage.DecryptError:
        raise CannotOpen("sealed for somebody else, or altered") from None


def _derived(key: bytes, use: bytes) -> bytes:
    return HKDF(hashes.SHA256(), length=32, salt=None, info=use).derive(key)
