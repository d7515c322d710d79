"""The Trainer: a ranker of fifty in versions, each audited, and the one question it asks."""

import json
from dataclasses import replace
from datetime import timedelta

from bot.consent.regions import read_regions
from bot.improve.asking import Question
from bot.improve.eligibility import Why
from bot.improve.ranker import LEAST_CONTRIBUTORS
from bot.improve.taste import BUILT_IN
from storage.consent import ConsentState
from storage.traits import Trait
from tests.improve.conftest import ANALYSE, CHOICES, DARK, WEEK_AND_MORE, School

ALMOST_A_YEAR = timedelta(days=364)


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
    school.clock.move(ALMOST_A_YEAR)
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
