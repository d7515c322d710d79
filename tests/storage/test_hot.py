"""Hot statements: faster, and otherwise indistinguishable from the same through the engine."""

import pytest
from sqlalchemy import bindparam, insert, select, text, update
from sqlalchemy.exc import IntegrityError, OperationalError

from storage import Storage
from storage.consent import CONSENTS, Consent, ConsentState
from storage.hot import Hot
from storage.jobs import JOBS
from storage.people import PEOPLE, Person
from storage.personal_data import Purpose, kept_tables
from tests.storage.everything import fill_every_table


async def test_every_column_of_every_table_reads_the_same(storage: Storage, lou: Person) -> None:
    await fill_every_table(storage, lou.id, 1)
    async with storage.read() as tx:
        for table, kept in kept_tables():
            mine = select(table).where(table.c[kept.owner_column] == bindparam("owner"))
            slow = (await tx.execute(mine, {"owner": lou.id})).all()
            fast = (await tx.execute(Hot(mine), {"owner": lou.id})).all()
            assert [dict(row._mapping) for row in fast] == [dict(row._mapping) for row in slow]


async def test_a_change_counts_returns_and_commits_the_same(storage: Storage, lou: Person) -> None:
    moved = Hot(
        update(PEOPLE)
        .where(PEOPLE.c.id == bindparam("owner"))
        .values(country=bindparam("there"))
        .returning(PEOPLE.c.id, PEOPLE.c.country)
    )
    async with storage.begin() as tx:
        row = (await tx.execute(moved, {"owner": lou.id, "there": "FR"})).one()
    assert (row.id, row.country) == (lou.id, "FR")
    async with storage.begin() as tx:
        everyone = Hot(update(PEOPLE).values(zone=bindparam("where")))
        assert (await tx.execute(everyone, {"where": "Europe/Paris"})).rowcount == 1
        person = await tx.people.get(lou.id)
    assert person
    assert (person.country, person.zone) == ("FR", "Europe/Paris")


async def test_a_change_of_a_broken_transaction_is_gone(storage: Storage, lou: Person) -> None:
    async def break_halfway() -> None:
        async with storage.begin() as tx:
            await tx.execute(Hot(update(PEOPLE).values(zone=bindparam("where"))), {"where": "x"})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await break_halfway()
    async with storage.read() as tx:
        assert await tx.people.get(lou.id) == lou


async def test_errors_are_those_of_the_engine(storage: Storage, lou: Person) -> None:
    now = lou.created_at
    same = {"id": lou.id, "telegram_id": 1, "language": "fr", "created_at": now}
    with pytest.raises(IntegrityError):
        async with storage.begin() as tx:
            await tx.execute(Hot(insert(PEOPLE)), {**same, "last_act_at": now})
    with pytest.raises(OperationalError, match="readonly"):
        async with storage.read() as tx:
            await tx.execute(Hot(update(PEOPLE).values(zone=bindparam("where"))), {"where": "x"})
    with pytest.raises(OperationalError, match="no such table"):
        async with storage.read() as tx:
            await tx.execute(Hot(text("SELECT 1 FROM nowhere")))


async def test_a_list_of_values_cannot_be_hot(storage: Storage) -> None:
    async with storage.read() as tx:
        with pytest.raises(ValueError, match="cannot be hot"):
            await tx.execute(Hot(select(JOBS).where(JOBS.c.name.in_(["a", "b"]))))


async def test_values_pass_the_columns_own_types(storage: Storage, lou: Person) -> None:
    answer = Consent(ConsentState.GIVEN, lou.created_at)
    async with storage.begin() as tx:
        await tx.consent.record(lou.id, Purpose.PLACES, answer)
        assert await tx.consent.states(lou.id) == {Purpose.PLACES: answer}
        given = select(CONSENTS.c.owner).where(CONSENTS.c.state == bindparam("state"))
        found = await tx.execute(Hot(given), {"state": ConsentState.GIVEN})
        assert found.scalar_one() == lou.id
