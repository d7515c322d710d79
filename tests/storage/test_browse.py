"""Leafing: every media stands on one page in one order, and an answer is one page, never all."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest
from sqlalchemy import insert

from storage.gallery import MEDIA, MOMENTS, MediaKind, MediaRow, MediaState, MomentId, MomentRow
from storage.gallery_browse import Corner, Group, group_of
from storage.open import Storage
from storage.people import Person

MANY = 2_000
PAGE = 12


@pytest.fixture
async def rows(storage: Storage, lou: Person, max_: Person) -> list[MediaRow]:
    """Three years, some moments across New Year's Eve, some media undated, hidden or waiting."""
    dice = random.Random(3)
    async with storage.begin() as tx:
        moments = [MomentRow(owner=lou.id, made_at=tx.now) for _ in range(60)]
        await tx.execute(insert(MOMENTS), [one.model_dump() for one in moments])
        made = []
        for number in range(MANY):
            day = date(2022, 1, 1) + timedelta(days=dice.randrange(1100))
            moment = dice.choice(moments) if dice.random() < 0.5 else None
            made.append(
                MediaRow(
                    owner=lou.id if number % 50 else max_.id,
                    kind=MediaKind.PHOTO,
                    state=MediaState.KEPT if dice.random() < 0.95 else MediaState.FORGOTTEN,
                    moment=MomentId(moment.id) if moment and number % 50 else None,
                    taken_on=day if dice.random() < 0.9 else None,
                    is_hidden=dice.random() < 0.05,
                    is_private=dice.random() < 0.05,
                    arrived_at=tx.now + timedelta(seconds=dice.randrange(40)),
                    last_used_at=tx.now,
                )
            )
        await tx.execute(insert(MEDIA), [one.model_dump() for one in made])
    return [one for one in made if one.owner == lou.id and one.state is MediaState.KEPT]


def in_order(rows: list[MediaRow]) -> list[MediaRow]:
    """The oldest first, the undated last in the order they came."""
    return sorted(
        rows,
        key=lambda one: (
            one.taken_on is None,
            one.taken_on or date.min,
            one.arrived_at,
            one.id.hex,
        ),
    )


async def test_every_page_in_turn_is_the_whole_gallery_in_order(
    storage: Storage, lou: Person, rows: list[MediaRow]
) -> None:
    wanted = {
        Corner.SHOWN: [one for one in rows if not one.is_hidden],
        Corner.HIDDEN: [one for one in rows if one.is_hidden],
        Corner.PRIVATE: [one for one in rows if one.is_private],
    }
    async with storage.read() as tx:
        for corner, expected in wanted.items():
            ordered = [one.id for one in in_order(expected)]
            total = await tx.browse.count(lou.id, corner)
            assert total == len(ordered)
            leafed = [
                await tx.browse.page(lou.id, corner, most=PAGE, skip=skip)
                for skip in range(0, total, PAGE)
            ]
            assert [one.id for page in leafed for one in page] == ordered
            assert max(map(len, leafed)) <= PAGE


async def test_neighbours_and_places_agree_with_the_order(
    storage: Storage, lou: Person, rows: list[MediaRow]
) -> None:
    shown = in_order([one for one in rows if not one.is_hidden])
    chosen = [0, 1, 700, len(shown) - 60, len(shown) - 2, len(shown) - 1]
    async with storage.read() as tx:
        for at in chosen:
            around = await tx.browse.neighbours(lou.id, Corner.SHOWN, shown[at])
            before = shown[at - 1].id if at else None
            after = shown[at + 1].id if at + 1 < len(shown) else None
            assert around == (before, after)
            assert await tx.browse.place(lou.id, Corner.SHOWN, shown[at]) == at
        latest = await tx.browse.latest(lou.id)
    assert latest is not None
    assert latest.id == shown[-1].id


async def test_years_and_their_groups_count_every_shown_media_once(
    storage: Storage, lou: Person, rows: list[MediaRow]
) -> None:
    shown = [one for one in rows if not one.is_hidden]
    sizes = Counter(group_of(one) for one in shown)
    async with storage.read() as tx:
        years = await tx.browse.years(lou.id)
        assert sum(one.count for one in years) == len(shown)
        assert [one.year for one in years] == [2025, 2024, 2023, 2022, None]
        found: Counter[Group] = Counter()
        for year in years:
            total = await tx.browse.count_groups(lou.id, year.year)
            lines = await tx.browse.groups(lou.id, year.year, most=total, skip=0)
            assert len(lines) == total
            assert sum(one.count for one in lines) == year.count
            assert all(one.first is None or one.first.year == year.year for one in lines)
            found.update({one.group: one.count for one in lines})
    assert found == sizes


async def test_a_sample_is_small_spread_and_holds_the_first_and_the_last(
    storage: Storage, lou: Person, rows: list[MediaRow]
) -> None:
    shown = in_order([one for one in rows if not one.is_hidden])
    groups = [group for group, _ in Counter(map(group_of, shown)).most_common(9)]
    async with storage.read() as tx:
        by_group = await tx.browse.of_groups(lou.id, groups, most=8)
        by_year = await tx.browse.of_years(lou.id, [2022, 2023, None], most=8)
    for group in groups:
        whole = [one.id for one in shown if group_of(one) == group]
        sample = [one.id for one in by_group[group]]
        assert len(sample) <= 10
        assert (sample[0], sample[-1]) == (whole[0], whole[-1])
        assert set(sample) <= set(whole)
        assert [one for one in whole if one in sample] == sample
    days: dict[Group, list[date]] = {group_of(one): [] for one in shown}
    for one in shown:
        days[group_of(one)] += [one.taken_on] if one.taken_on else []
    begun = {group: min(some).year if some else None for group, some in days.items()}
    for year, some in by_year.items():  # as they are counted: a moment in the year it begins in
        assert 8 <= len(some) <= 10
        assert {begun[group_of(one)] for one in some} == {year}


async def test_nobody_leafs_through_what_is_anothers(
    storage: Storage, max_: Person, rows: list[MediaRow]
) -> None:
    moment = next(one for one in rows if one.moment)
    async with storage.read() as tx:
        assert await tx.browse.page(max_.id, group_of(moment), most=PAGE, skip=0) == []
        theirs = await tx.browse.page(max_.id, Corner.SHOWN, most=MANY, skip=0)
    assert theirs
    assert not {one.id for one in theirs} & {one.id for one in rows}
