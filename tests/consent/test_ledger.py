"""The ledger: it only grows, and whoever changes it is caught at the exact row."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from bot.consent.ledger import Broken, Head, verify
from storage import Storage
from storage.ledger import Kind, row_hash
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.vault import CannotOpen

ROWS = 12


@pytest.fixture
async def written(storage: Storage, newcomer: PersonId) -> Head:
    async with storage.begin() as tx:
        for number in range(ROWS):
            await tx.ledger.append(
                Kind.GIVEN,
                person=newcomer,
                purpose=Purpose.SUGGEST_ANALYSE,
                payload={"number": number},
            )
    return await _head(storage)


async def _head(storage: Storage, known: Head | None = None) -> Head:
    found = await _verify(storage, known)
    assert isinstance(found, Head), found
    return found


async def _verify(storage: Storage, known: Head | None = None) -> Head | Broken:
    async with storage.read() as tx:
        return await verify(tx.ledger.all(), [known] if known else [])


async def _tamper(storage: Storage, *statements: str) -> None:
    """As somebody who can write the database and drops the triggers first."""
    async with storage.begin() as tx:
        for verb in ("update", "delete"):
            await tx.execute(text(f"DROP TRIGGER IF EXISTS ledger_no_{verb}"))
        for statement in statements:
            await tx.execute(text(statement))


@pytest.mark.parametrize(
    "statement", ["UPDATE ledger SET kind = 'refused' WHERE seq = 3", "DELETE FROM ledger"]
)
async def test_the_database_itself_refuses_to_change_it(
    storage: Storage, written: Head, statement: str
) -> None:
    with pytest.raises(IntegrityError, match="only grows"):
        async with storage.begin() as tx:
            await tx.execute(text(statement))
    assert await _head(storage) == written


async def test_what_is_appended_follows(storage: Storage, written: Head) -> None:
    assert written.seq == ROWS
    async with storage.begin() as tx:
        assert await tx.ledger.append(Kind.ADMIN_ACCESS) == ROWS + 1
    assert (await _head(storage, written)).seq == ROWS + 1


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize(
    "change",
    [
        "kind = 'refused'",
        "purpose = 'places'",
        "purpose = NULL",
        "at = '2020-01-01 00:00:00.000000'",
        "subject = 'somebody else'",
        "notice_sha256 = 'another text'",
        "payload = x'00'",
        "payload = NULL",
        "nonce = '00'",
        "hash = 'aa'",
    ],
)
async def test_an_altered_row_is_named(storage: Storage, change: str) -> None:
    """Abuse case 48."""
    await _tamper(storage, f"UPDATE ledger SET {change} WHERE seq = 5")  # noqa: S608 - the attacker
    assert await _verify(storage) == Broken(5, "altered")


@pytest.mark.usefixtures("written")
async def test_a_removed_row_is_named(storage: Storage) -> None:
    await _tamper(storage, "DELETE FROM ledger WHERE seq = 5")
    assert await _verify(storage) == Broken(5, "missing")


@pytest.mark.usefixtures("written")
async def test_a_removed_row_behind_which_the_others_close_up_is_named(storage: Storage) -> None:
    await _tamper(
        storage,
        "DELETE FROM ledger WHERE seq = 5",
        "UPDATE ledger SET seq = seq - 1 WHERE seq > 5",
    )
    assert await _verify(storage) == Broken(5, "does not follow the row before")


@pytest.mark.usefixtures("written")
async def test_exchanged_rows_are_named(storage: Storage) -> None:
    await _tamper(
        storage,
        "UPDATE ledger SET seq = 99 WHERE seq = 5",
        "UPDATE ledger SET seq = 5 WHERE seq = 6",
        "UPDATE ledger SET seq = 6 WHERE seq = 99",
    )
    assert await _verify(storage) == Broken(5, "does not follow the row before")


async def test_a_cut_tail_shows_by_a_head_that_was_seen(storage: Storage, written: Head) -> None:
    await _tamper(storage, f"DELETE FROM ledger WHERE seq = {ROWS}")  # noqa: S608 - the attacker
    assert isinstance(await _verify(storage), Head)
    assert await _verify(storage, written) == Broken(ROWS, "gone since a head that was seen")


async def test_a_chain_written_anew_from_the_middle_shows_by_a_head_that_was_seen(
    storage: Storage, written: Head
) -> None:
    async with storage.read() as tx:
        rows = [dict(row) async for row in tx.ledger.all()]
    rows[4]["kind"] = Kind.REFUSED
    for row, after in zip(rows[4:], [*rows[5:], {}], strict=True):
        row["hash"] = row_hash(row)
        after["previous"] = row["hash"]

    async def forged() -> AsyncIterator[Mapping[str, Any]]:
        for row in rows:
            yield row

    assert isinstance(await verify(forged()), Head)
    assert await verify(forged(), [written]) == Broken(
        ROWS, "rewritten since a head that was seen"
    )


async def test_with_the_key_destroyed_nothing_opens_and_the_chain_still_holds(
    storage: Storage, newcomer: PersonId, written: Head
) -> None:
    async with storage.read() as tx:
        rows = [row async for row in tx.ledger.all()]
        assert b"number" in await tx.open(newcomer, rows[0]["payload"])
    async with storage.begin() as tx:
        await tx.privacy.erase_person(newcomer)
    assert (await _head(storage, written)).seq == ROWS + 1
    async with storage.read() as tx:
        with pytest.raises(CannotOpen):
            await tx.open(newcomer, rows[0]["payload"])


@pytest.mark.usefixtures("written")
async def test_a_subject_is_coded_by_the_year_and_the_same_within_it(storage: Storage) -> None:
    async with storage.begin() as tx:
        tags = {
            await tx.ledger.tag(telegram_id, year) for telegram_id in (1, 2) for year in (1, 2)
        }
        assert await tx.ledger.tag(1, 1) in tags
        rows = [row async for row in tx.ledger.all()]
        expected = await tx.ledger.tag(4_242_424_242, tx.now.year)
    assert len(tags) == 4
    assert {row["subject"] for row in rows} == {expected}
    assert "4242424242" not in str(rows)
