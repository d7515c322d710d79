"""The Trainer: rows with a yes, gone with it; a ranker of fifty that forgets whoever leaves."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeVar, TypeVarTuple
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.consent.notices import Operator
from bot.consent.regions import read_regions
from bot.improve.asking import Question
from bot.improve.choices import picked
from bot.improve.eligibility import Why
from bot.improve.ranker import LEAST_CONTRIBUTORS, fit
from bot.improve.taste import BUILT_IN
from bot.improve.trainer import Trainer
from bot.jobs.pool import Kind, Pool
from bot.privacy.custodian import REGRET, Custodian
from storage.consent import ConsentState
from storage.personal_data import Purpose
from storage.traits import Trait
from tests.improve.conftest import WEEK_AND_MORE, School

DARK = picked(Trait.THEME_DARK, Trait.THEME_LIGHT)
ANALYSE, CHOICES = Purpose.SUGGEST_ANALYSE, Purpose.IMPROVE_CHOICES
DAY = timedelta(days=1)
T = TypeVar("T")
Ts = TypeVarTuple("Ts")


async def test_without_the_yes_to_training_there_is_a_taste_and_no_row(school: School) -> None:
    lou = await school.welcome(1, purposes=(ANALYSE,))
    await school.chose(lou, DARK, DARK, DARK)

    assert await school.count("choices") == 0
    async with school.storage.read() as tx:
        taste = await school.trainer.taste(tx, lou)
    assert taste.first(Trait.THEME_LIGHT, Trait.THEME_DARK) is Trait.THEME_DARK


async def test_the_taste_goes_with_the_analysis(school: School) -> None:
    lou = await school.welcome(1, purposes=(ANALYSE,))
    await school.chose(lou, DARK)
    assert await school.count("tastes") == len(["dark", "light"])

    await school.registrar.withdrawn(lou, ANALYSE)
    await school.chose(lou, DARK)
    assert await school.count("tastes") == 0


async def test_nothing_is_kept_of_a_minor_or_where_it_is_not_live(school: School) -> None:
    for number, facts in enumerate(
        ({"born": 2009}, {"country": "FR"}, {"country": "JP"}, {"country": "US", "born": 2009})
    ):
        await school.chose(await school.welcome(number, **facts), DARK)  # type: ignore[arg-type]  # two kinds of facts
    assert await school.count("choices") == 0


async def test_a_choice_before_the_yes_is_not_kept_and_one_after_it_is(school: School) -> None:
    lou = await school.welcome(1, purposes=(ANALYSE,))
    await school.chose(lou, DARK)
    await school.agree(lou, CHOICES)
    await school.chose(lou, DARK)
    assert await school.count("choices") == 1


async def test_what_was_neither_edited_nor_published_goes_unused_after_a_month(
    school: School,
) -> None:
    lou = await school.welcome(1)
    await school.chose(lou, DARK, publish=False)
    edited = await school.chose(lou, DARK, publish=False)
    async with school.storage.begin() as tx:
        await school.trainer.edited(tx, lou, edited)

    school.clock.move(31 * DAY)
    await school.trainer.look_after()
    assert await school.count("choices") == 1


async def test_what_was_taken_back_teaches_nothing(school: School) -> None:
    lou = await school.welcome(1)
    item = await school.chose(lou, DARK)
    async with school.storage.begin() as tx:
        await school.trainer.taken_back(tx, lou, item)
    school.clock.move(WEEK_AND_MORE)
    await school.trainer.rebuild()
    assert await school.count("ranked") == 0


async def test_forgetting_a_draft_forgets_what_was_chosen_in_it(school: School) -> None:
    lou = await school.welcome(1)
    item = await school.chose(lou, DARK)
    await school.chose(lou, DARK)
    async with school.storage.begin() as tx:
        await tx.improve.forget_items(lou, [item])
    assert await school.count("choices") == 1
    assert await school.jobs("improve.rebuild") == ["all"]


async def test_fifty_make_a_ranker_and_forty_nine_do_not(full_school: School) -> None:
    school = full_school
    people = school.people
    await school.registrar.withdrawn(people[0], CHOICES)
    await school.trainer.rebuild()
    weights = await school.weights()
    assert weights
    assert weights[Trait.THEME_DARK] > BUILT_IN[Trait.THEME_DARK]
    newcomer = await school.welcome(1, purposes=(ANALYSE,))
    async with school.storage.read() as tx:
        taste = await school.trainer.taste(tx, newcomer)
    assert taste.first(Trait.SPIRIT_PLAIN, Trait.SPIRIT_WARM) is Trait.SPIRIT_WARM
    assert taste.first(Trait.THEME_LIGHT, Trait.THEME_DARK) is Trait.THEME_DARK

    await school.registrar.withdrawn(people[1], CHOICES)
    await school.trainer.rebuild()
    assert await school.weights() is None
    async with school.storage.read() as tx:
        assert await tx.improve.contributors() == LEAST_CONTRIBUTORS - 1


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


async def _rows_each(school: School, people: list[Any]) -> int:
    """The crowd is even: everybody left as many rows as anybody."""
    return await school.count(f"choices WHERE owner = '{people[0].hex}'")


async def test_a_ranker_that_cannot_be_made_anew_does_not_serve_on(full_school: School) -> None:
    school = full_school
    await school.trainer.rebuild()
    assert await school.weights()
    await school.registrar.withdrawn(school.people[7], CHOICES)

    await school.trainer.retire()
    assert await school.weights() is None
    async with school.storage.read() as tx:
        assert await tx.improve.contributors() == 0
        taste = await school.trainer.taste(tx, school.people[0])
    assert taste.common == BUILT_IN

    await school.trainer.rebuild()
    assert await school.weights()


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


async def test_nothing_changed_is_no_new_version(school: School) -> None:
    await school.chose(await school.welcome(1), DARK)
    school.clock.move(WEEK_AND_MORE)
    await school.trainer.rebuild()
    await school.trainer.rebuild()
    assert await school.count("rankers") == 1
    assert await school.count("ledger WHERE kind = 'dataset.built'") == 1
    async with school.storage.read() as tx:
        [built] = [row async for row in tx.ledger.all() if row["kind"] == "dataset.built"]
        ranker = await tx.improve.ranker()
    assert ranker
    assert json.loads(built["payload"]) == {"version": 1, "sha256": ranker.manifest["sha256"]}


async def test_three_versions_are_remembered_and_one_serves(school: School) -> None:
    for number in range(5):
        await school.chose(await school.welcome(number), DARK)
        school.clock.move(WEEK_AND_MORE)
        await school.trainer.rebuild()
    assert await school.count("rankers") == len(["3", "4", "5"])
    assert await school.count("rankers WHERE superseded_at IS NULL") == 1
    assert await school.count("ranked WHERE version < 3") == 0


async def test_49_a_version_is_audited_row_by_row(full_school: School) -> None:
    """Abuse case 49: hashes, counts by basis and by reason; 0 violations, then and now."""
    school = full_school
    people = school.people
    await school.chose(people[0], DARK)  # too young for this build
    await school.trainer.rebuild()

    audit = await school.trainer.audit()
    assert audit
    assert (audit.violations, audit.gone) == (0, 0)
    assert audit.manifest["by_basis"] == {"us_consent": audit.rows}
    assert audit.manifest["excluded"] == {Why.TOO_SOON.value: 1}
    assert len(audit.manifest["sha256"]) == len("0" * 64)
    assert await school.trainer.audit(99) is None


async def test_49_a_row_without_a_living_basis_is_named(full_school: School) -> None:
    """What a hand in the database would do: a row of somebody who refused stays in a version."""
    school = full_school
    people = school.people
    await school.trainer.rebuild()
    async with school.storage.begin() as tx:
        states = await tx.consent.states(people[0])
        refused = replace(states[CHOICES], state=ConsentState.REFUSED)
        await tx.consent.record(people[0], CHOICES, refused)

    audit = await school.trainer.audit()
    assert audit
    assert set(audit.now) == {Why.NO_CONSENT}
    assert audit.violations > 0
    await school.trainer.rebuild()
    again = await school.trainer.audit()
    assert again
    assert again.violations == 0


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


async def test_it_asks_once_after_the_first_publication_and_not_who_answered(
    school: School,
) -> None:
    lou = await school.welcome(1, purposes=(ANALYSE,))
    await school.chose(lou, DARK)
    await school.chose(lou, DARK)
    assert await school.jobs("improve.ask") == [str(lou)]
    assert await school.trainer.question(lou) is Question.CONSENT

    await school.registrar.asked(lou, CHOICES, "en")
    assert await school.trainer.question(lou) is None
    school.clock.move(364 * DAY)
    assert await school.trainer.question(lou) is None

    max_ = await school.welcome(2)
    await school.chose(max_, DARK)
    assert await school.jobs("improve.ask") == [str(lou)]


async def test_in_europe_the_notice_is_due_instead(school: School) -> None:
    lou = await school.welcome(1, country="FR", purposes=(ANALYSE,))
    assert await school.trainer.question(lou) is Question.NOTICE
    teen = await school.welcome(2, country="FR", born=2009, purposes=(ANALYSE,))
    assert await school.trainer.question(teen) is None
    assert read_regions().of("JP")
    elsewhere = await school.welcome(3, country="JP", purposes=(ANALYSE,))
    assert await school.trainer.question(elsewhere) is None


async def test_41_a_choice_after_the_withdrawal_is_not_kept(school: School) -> None:
    lou = await school.welcome(1)
    await school.registrar.withdrawn(lou, CHOICES)
    await school.chose(lou, DARK, item=uuid4())
    assert await school.count("choices") == 0
