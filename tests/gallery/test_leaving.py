"""What a great gallery leaves out of suggestions: all of it is looked at, some at a time."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from bot.gallery.facts import Facts
from bot.gallery.leaving import COMPARED, COMPARED_OF_A_DAY, by_days
from bot.gallery.left_out import LeftOut, Reason
from bot.gallery.record import facts_bytes
from bot.gallery.seen import pack
from storage.gallery import MEDIA, SIGHTS, MediaId, MediaKind, MediaRow, MediaState
from storage.people import PersonId
from tests.gallery.kept import Scene, app, scene
from tests.memories.media import sight

__all__ = ["app", "scene"]
FIRST = date(2012, 1, 1)
ARRIVED = datetime(2024, 5, 1, tzinfo=UTC)


def row(taken_on: date | None) -> MediaRow:
    return MediaRow(
        owner=PersonId(uuid4()),
        kind=MediaKind.PHOTO,
        taken_on=taken_on,
        arrived_at=ARRIVED,
        last_used_at=ARRIVED,
    )


@given(st.lists(st.tuples(st.none() | st.integers(0, 9), st.integers(1, 1500)), max_size=9))
@settings(max_examples=25)
def test_days_stay_whole_and_no_part_is_more_than_is_compared(
    days: list[tuple[int | None, int]],
) -> None:
    dates = [None if day is None else FIRST + timedelta(day) for day, many in days for _ in [many]]
    counts = dict(zip(dates, (many for _, many in days), strict=True))
    order = sorted(counts, key=lambda day: (day is None, day or FIRST))
    rows = [one for day in order for one in [row(day)] * counts[day]]

    parts = list(by_days(rows))

    assert [one for part in parts for one in part] == rows
    assert all(0 < len(part) <= COMPARED_OF_A_DAY for part in parts)
    assert all(len(part) >= COMPARED for part in parts[:-1])
    for before, after in pairwise(parts):
        is_cut = before[-1].taken_on == after[0].taken_on
        assert not is_cut or len(before) == COMPARED_OF_A_DAY


@pytest.mark.asyncio(loop_scope="module")
async def test_two_twins_among_the_oldest_of_two_thousand_are_found(scene: Scene) -> None:
    days = [FIRST + timedelta(days=number // 3) for number in range(2100)]
    twins, others = (pack(sight(look=look), sight())[0] for look in (1, None))
    async with scene.storage.begin() as tx:
        told = await tx.seal(scene.lou, facts_bytes(Facts()))
        sealed = [await tx.seal(scene.lou, seen) for seen in (twins, others)]
        rows = [
            MediaRow(
                owner=scene.lou,
                kind=MediaKind.PHOTO,
                state=MediaState.KEPT,
                facts=told,
                taken_on=day,
                arrived_at=tx.now,
                last_used_at=tx.now,
            )
            for day in days
        ]
        await tx.execute(insert(MEDIA), [one.model_dump() for one in rows])
        looks = [
            {"media": one.id, "owner": scene.lou, "sight": sealed[at > 1], "seen_at": tx.now}
            for at, one in enumerate(rows)
        ]
        await tx.execute(insert(SIGHTS), looks)

    found = await scene.app.roles.viewer.left_outs(scene.lou)

    first, second = (MediaId(one.id) for one in rows[:2])
    assert found in ({first: LeftOut(Reason.TWIN, second)}, {second: LeftOut(Reason.TWIN, first)})
