"""Abuse case 26: whoever takes the data folder without the key file reads nobody's words."""

import base64
from pathlib import Path

import pytest
from sqlalchemy import Enum, String
from sqlmodel import AutoString

from storage import KeyFile, Storage
from storage.database import Stored
from storage.people import Person
from storage.personal_data import declarations
from storage.vault import CannotOpen, Vault
from tests.storage.everything import CANARY, bytes_of

CLEAR_TEXT = {
    "people": {"language", "country", "next_country", "zone"},  # what the law and the hour need
    "moves": {"country"},
    "consents": {"notice", "language"},
    "nudges": {"kind", "period"},  # our own words and a day
    "selections": {"shape"},  # our own word
    "films": {"shape"},  # our own word
    "rewritings": {"wish"},  # our own word
    "looks": {"look", "strength"},  # our own words
    "imagined": {"preset"},  # our own word
    "cards": {"dress", "shape"},  # our own words
    "phrases": {"phrase"},  # the name of one of our templates
    "states": {"state"},  # the name of a question of ours
    "media": {"group"},  # Telegram's number of an album
    "outbox": {"key", "message_ids"},
    "outbound": {"host"},  # the operator's choice, the same for everybody
    "jobs": {"name", "key"},
    "erasures": {"gone"},  # counts by table
    "keys": {"recipient"},  # the public half
    "too_young": {"subject"},
    "stages": {"region", "feature", "stage"},  # our own words
    "waiting": {"country"},
    "heads": {"hash", "key_id"},  # the chain's end, signed
    "signing_keys": {"id"},
    "rankers": {"sha256"},
    "objections": {"subject"},  # a coded tag
    "ledger": {"notice_sha256", "subject", "nonce", "previous", "hash"},
}


def test_no_column_of_clear_text_could_hold_a_persons_words() -> None:
    """A new one is sealed, or says here why it need not be."""
    declarations()
    clear = {
        table.name: {
            column.name
            for column in table.columns
            if isinstance(column.type, String | AutoString) and not isinstance(column.type, Enum)
        }
        for table in Stored.metadata.sorted_tables
    }
    assert {name: columns for name, columns in clear.items() if columns} == CLEAR_TEXT


async def test_a_stolen_folder_holds_neither_the_key_nor_what_it_opens(
    storage: Storage, lou: Person, home: Path, keys: KeyFile
) -> None:
    async with storage.begin() as tx:
        await tx.telegram.expect(lou.id, "gallery-date", CANARY)
        await tx.telegram.receive({1: (lou.telegram_id, tx.vault.server_seal(CANARY.encode()))})
        await tx.memories.avoid(lou.id, await tx.seal(lou.id, CANARY.encode()))
    file = await storage.files.put(lou.id, CANARY.encode())
    taken = bytes_of(home)
    assert CANARY.encode() not in taken
    assert keys.current not in taken
    assert base64.b64encode(keys.current) not in taken
    thief = Vault(KeyFile({1: bytes(32)}))
    async with storage.read() as tx:
        with pytest.raises(CannotOpen):
            await thief.opener(tx, lou.id)
        [update] = await tx.telegram.waiting_after(0, 1)
        with pytest.raises(CannotOpen):
            thief.server_open(update.payload)
    assert await storage.files.get(lou.id, file) == CANARY.encode()
