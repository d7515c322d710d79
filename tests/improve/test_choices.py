"""Choices: rows with a yes, a taste without one, and nothing of what may not teach."""

from datetime import timedelta

from storage.traits import Trait
from tests.improve.conftest import ANALYSE, CHOICES, DARK, WEEK_AND_MORE, School

MONTH_AND_MORE = timedelta(days=31)


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

    school.clock.move(MONTH_AND_MORE)
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
