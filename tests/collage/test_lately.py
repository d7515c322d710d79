"""What a film is made of where nothing is named: what came together, or the last collage."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.collage.lately import MOST_TOGETHER, lately
from bot.gallery.library import SHORTLY
from storage.gallery import MediaKind, MediaRow
from storage.people import PersonId
from tests.gallery.kept import Scene, app, scene

__all__ = ["app", "scene"]
FIRST = datetime(2024, 5, 1, tzinfo=UTC)
LOU = PersonId(uuid4())


def row(minute: int) -> MediaRow:
    at = FIRST + timedelta(minutes=minute)
    return MediaRow(owner=LOU, kind=MediaKind.PHOTO, arrived_at=at, last_used_at=at)


@given(st.lists(st.integers(0, 300), max_size=MOST_TOGETHER))
def test_everything_is_there_once_the_newest_first_and_a_pause_parts_it(
    minutes: list[int],
) -> None:
    rows = [row(minute) for minute in minutes]
    found = lately(rows)
    assert sorted(one.id for some in found for one in some) == sorted(one.id for one in rows)
    for later, earlier in pairwise(found):
        first = min(one.arrived_at for one in later)
        assert first - max(one.arrived_at for one in earlier) > SHORTLY


@pytest.mark.asyncio(loop_scope="module")
async def test_a_film_has_two_shots_that_are_no_twins_from_what_came_before_if_it_must(
    scene: Scene,
) -> None:
    newest = scene.app.roles.director.newest
    assert await newest(scene.lou) == []
    coffee = [await scene.keep(look=50), await scene.keep(look=50)]
    assert await newest(scene.lou) == []  # they show the same
    scene.clock.move(timedelta(hours=1))
    others = [await scene.keep(), await scene.keep()]
    assert sorted(await newest(scene.lou)) == sorted(others)
    await scene.draw(*others)
    scene.clock.move(timedelta(hours=1))
    latest = await scene.keep(look=50)
    assert set(others) < {*await newest(scene.lou)} <= {*others, *coffee, latest}


@pytest.mark.asyncio(loop_scope="module")
async def test_a_film_is_of_the_last_collage_where_nothing_came_after_it(scene: Scene) -> None:
    drawn = [await scene.keep(), await scene.keep()]
    scene.clock.move(timedelta(hours=1))
    later = [await scene.keep(), await scene.keep()]
    newest = scene.app.roles.director.newest
    assert sorted(await newest(scene.lou)) == sorted(later)
    await scene.draw(*drawn)
    assert sorted(await newest(scene.lou)) == sorted(drawn)
