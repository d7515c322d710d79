"""Whoever leaves is forgotten: their rows at once, the ranker that learnt from them next."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, TypeVar, TypeVarTuple
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.consent.notices import Operator
from bot.improve.eligibility import Why
from bot.improve.ranker import LEAST_CONTRIBUTORS, fit
from bot.improve.trainer import Trainer
from bot.jobs.pool import Kind, Pool
from bot.privacy.custodian import REGRET, Custodian
from tests.improve.conftest import CHOICES, DARK, WEEK_AND_MORE, School

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


async def test_22_after_a_withdrawal_the_ranker_is_as_if_they_had_never_been(
    full_school: School,
) -> None:
    """Abuse case 22: rows gone at once, the rebuild queued, the new one equal to one without."""
    school = full_school
    people = school.people
    await school.trainer.rebuild()
    with_all = await school.weights()
    async with school.storage.read() as tx:
        dataset = await school.trainer._usable(tx)  # as it was, to learn from it without them
    never = fit([lesson for lesson in dataset.lessons if lesson.owner != people[7]])

    gone = await school.registrar.withdrawn(people[7], CHOICES)
    assert gone.rows["choices"] == await _rows_each(school, people)
    assert await school.count(f"choices WHERE owner = '{people[7].hex}'") == 0
    assert await school.jobs("improve.rebuild") == ["all"]

    await school.trainer.rebuild()
    without = await school.weights()
    async with school.storage.read() as tx:
        old, new = await tx.improve.ranker(1), await tx.improve.ranker(2)
    assert old
    assert new
    assert (old.weights, new.manifest["supersedes"]) == (None, 1)
    assert old.superseded_at
    assert without == never != with_all


async def _rows_each(school: School, people: list[Any]) -> int:
    """The crowd is even: everybody left as many rows as anybody."""
    return await school.count(f"choices WHERE owner = '{people[0].hex}'")


@pytest.mark.parametrize("step", ["INSERT ON ledger", "DELETE ON choices"])
async def test_the_withdrawal_and_its_rows_go_together_or_not_at_all(
    school: School, step: str
) -> None:
    lou = await school.welcome(1)
    await school.chose(lou, DARK)
    async with school.storage.begin() as tx:
        await tx.execute(
            text(f"CREATE TRIGGER stop BEFORE {step} BEGIN SELECT RAISE(ABORT, 'full'); END")
        )
    with pytest.raises(DBAPIError, match="full"):
        await school.registrar.withdrawn(lou, CHOICES)
    agreed = f"consents WHERE purpose = '{CHOICES}' AND state = 'given'"
    assert [await school.count(rows) for rows in ("choices", agreed)] == [1, 1]

    async with school.storage.begin() as tx:
        await tx.execute(text("DROP TRIGGER stop"))
    await school.registrar.withdrawn(lou, CHOICES)
    assert [await school.count(rows) for rows in ("choices", agreed)] == [0, 0]


async def test_41_a_choice_after_the_withdrawal_is_not_kept(school: School) -> None:
    lou = await school.welcome(1)
    await school.registrar.withdrawn(lou, CHOICES)
    await school.chose(lou, DARK, item=uuid4())
    assert await school.count("choices") == 0


class Interrupted(Pool):
    """The same children; somebody changes their mind while the ranker is being made."""

    def __init__(self, children: Pool, meanwhile: Callable[[], Awaitable[object]]) -> None:
        self._own = children
        self._meanwhile: Callable[[], Awaitable[object]] | None = meanwhile

    async def run(
        self, function: Callable[[*Ts], T], *args: *Ts, kind: Kind, limit: timedelta
    ) -> T:
        done = await self._own.run(function, *args, kind=kind, limit=limit)
        if self._meanwhile:
            meanwhile, self._meanwhile = self._meanwhile, None
            await meanwhile()
        return done


@pytest.mark.parametrize("how", ["withdraws", "erases", "pauses"])
async def test_41_who_leaves_during_a_build_is_not_in_what_it_publishes(
    full_school: School, pool: Pool, how: str
) -> None:
    """Abuse case 41, the race: read with them, fitted with them, published without."""
    school = full_school
    people = school.people
    lou = people[3]

    async def leave() -> None:
        async with school.storage.begin() as tx:
            if how == "pauses":
                await tx.people.change(lou, {"frozen_at": tx.now})
            elif how == "erases":
                await tx.privacy.erase_person(lou)
        if how == "withdraws":
            await school.registrar.withdrawn(lou, CHOICES)

    interrupted = Interrupted(pool, leave)
    await Trainer(school.storage, school.registrar, interrupted).rebuild()

    assert await school.count("ranked") > 0
    assert await school.count(f"ranked WHERE owner = '{lou.hex}'") == 0
    async with school.storage.read() as tx:
        newest = await tx.improve.ranker()
    assert newest
    assert (newest.version, newest.contributors) == (1, LEAST_CONTRIBUTORS)


async def test_42_a_yes_given_back_and_given_again_brings_no_old_row_back(school: School) -> None:
    lou = await school.welcome(1)
    await school.chose(lou, DARK)
    await school.registrar.withdrawn(lou, CHOICES)
    await school.agree(lou, CHOICES)
    assert await school.count("choices") == 0


async def test_42_a_move_to_europe_takes_the_rows_along_to_nowhere(school: School) -> None:
    lou = await school.welcome(1)
    await school.chose(lou, DARK)
    await school.registrar.declare_country(lou, "FR")
    school.clock.move(WEEK_AND_MORE)
    await school.registrar.catch_up()
    await school.trainer.rebuild()
    assert await school.count("ranked") == 0


async def test_an_erasure_in_seven_days_takes_the_choices_at_once_and_a_pause_out_of_the_ranker(
    school: School,
) -> None:
    lou, max_ = await school.welcome(1), await school.welcome(2)
    for owner in (lou, max_):
        await school.chose(owner, DARK)
    school.clock.move(WEEK_AND_MORE)
    await school.trainer.rebuild()
    custodian = Custodian(school.storage, Operator("somebody"), school.registrar.clerk)

    await custodian.ask_erasure(lou, REGRET)
    assert await school.count(f"choices WHERE owner = '{lou.hex}'") == 0
    assert await school.jobs("improve.rebuild") == ["all"]
    await custodian.pause(max_)
    await school.trainer.rebuild()
    audit = await school.trainer.audit()
    assert audit
    assert (audit.rows, audit.violations) == (0, 0)
    assert audit.manifest["excluded"] == {Why.FROZEN.value: 1}
