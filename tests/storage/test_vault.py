"""The vault: only a person's key opens what is theirs; destroyed, nothing does."""

from pathlib import Path

import pytest
from sqlalchemy import update

from bot.clock import MovableClock
from bot.errors import OperatorError
from storage import KeyFile, Storage, open_storage
from storage.people import Person
from storage.vault import KEYS, CannotOpen, Vault


async def test_what_is_sealed_for_a_person_opens_with_their_key_alone(
    storage: Storage, lou: Person, max_: Person
) -> None:
    async with storage.read() as tx:
        sealed = await tx.seal(lou.id, b"a beach")
        assert b"beach" not in sealed
        assert await tx.open(lou.id, sealed) == b"a beach"
        with pytest.raises(CannotOpen):
            await tx.open(max_.id, sealed)


async def test_altered_bytes_do_not_open(storage: Storage, lou: Person) -> None:
    async with storage.read() as tx:
        sealed = bytearray(await tx.seal(lou.id, b"a beach"))
        sealed[-1] ^= 1
        with pytest.raises(CannotOpen):
            await tx.open(lou.id, bytes(sealed))


async def test_a_wrapped_key_is_bound_to_its_person(
    storage: Storage, keys: KeyFile, lou: Person, max_: Person
) -> None:
    """Somebody who can write the database cannot lend one person's key to another."""
    async with storage.begin() as tx:
        sealed = await tx.seal(lou.id, b"a beach")
        row = await tx.keys.of(lou.id)
        stolen = {"wrapped": row.wrapped, "recipient": row.recipient}
        await tx.execute(update(KEYS).where(KEYS.c.owner == max_.id).values(stolen))
        with pytest.raises(CannotOpen):
            await Vault(keys).open(tx, max_.id, sealed)


async def test_another_key_file_opens_nothing(storage: Storage, lou: Person) -> None:
    async with storage.read() as tx:
        sealed = await tx.seal(lou.id, b"a beach")
        with pytest.raises(CannotOpen):
            await Vault(KeyFile({1: bytes(32)})).open(tx, lou.id, sealed)


async def test_storage_does_not_open_with_another_key_file(
    storage: Storage, lou: Person, home: Path, clock: MovableClock
) -> None:
    """What it would seal from then on, nobody could open once the right key is back."""
    with pytest.raises(OperatorError, match="does not open this data"):
        await open_storage(
            f"sqlite:///{home / 'pepite.sqlite3'}",
            files_url=(home / "files").as_uri(),
            keys=KeyFile({1: bytes(32)}),
            clock=clock,
        )
    async with storage.read() as tx:
        assert await tx.people.get(lou.id) == lou


async def test_after_the_key_is_destroyed_nothing_opens_though_it_was_in_memory(
    storage: Storage, lou: Person
) -> None:
    async with storage.begin() as tx:
        sealed = await tx.seal(lou.id, b"a beach")
        assert await tx.open(lou.id, sealed) == b"a beach"
        await tx.vault.destroy(tx, lou.id)
    async with storage.read() as tx:
        with pytest.raises(CannotOpen):
            await tx.open(lou.id, sealed)
        with pytest.raises(CannotOpen):
            await tx.seal(lou.id, b"more")


async def test_a_reader_from_before_the_destruction_does_not_bring_the_key_back(
    storage: Storage, lou: Person
) -> None:
    async with storage.read() as early:
        await early.people.get(lou.id)
        async with storage.begin() as tx:
            sealed = await tx.seal(lou.id, b"a beach")
            await tx.vault.destroy(tx, lou.id)
        await early.open(lou.id, sealed)  # its snapshot still has the row
    async with storage.read() as tx:
        with pytest.raises(CannotOpen):
            await tx.open(lou.id, sealed)


def test_the_server_opens_what_it_sealed_and_nothing_else(keys: KeyFile) -> None:
    vault = Vault(keys)
    sealed = vault.server_seal(b"an update")
    assert vault.server_open(sealed) == b"an update"
    assert sealed != vault.server_seal(b"an update")
    for other in (sealed[:-1], sealed[:5], b"", b"\xff" + sealed[1:]):
        with pytest.raises(CannotOpen):
            vault.server_open(other)


def test_an_older_key_version_still_opens(keys: KeyFile) -> None:
    sealed = Vault(keys).server_seal(b"an update")
    rotated = KeyFile({**keys.keys, 2: bytes(32)})
    assert Vault(rotated).server_open(sealed) == b"an update"
