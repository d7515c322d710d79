"""The Keeper: forgotten at once and for good ten minutes later, another's never."""

from datetime import timedelta

import pytest

from bot.gallery.keeper import UNDO_FOR
from storage.gallery_browse import Group
from storage.looks import LookKind
from tests.gallery.kept import IN_MAY, NUMBERS, Scene, app, scene

__all__ = ["app", "scene"]  # fixtures
pytestmark = pytest.mark.asyncio(loop_scope="module")
A_MINUTE = timedelta(minutes=1)


async def test_what_was_forgotten_comes_back_as_it_was_within_ten_minutes(scene: Scene) -> None:
    one, other = await scene.keep(moment=True), await scene.keep()
    await scene.keeper.keep_private(scene.lou, one, private=True)
    async with scene.storage.read() as tx:
        before = await tx.gallery.get(scene.lou, one)

    farewell = await scene.keeper.forget(scene.lou, [one])

    assert farewell is not None
    assert farewell.count == 1
    assert farewell.until - UNDO_FOR <= scene.clock.now() < farewell.until
    assert await scene.kept() == [other]
    assert await scene.app.roles.library.picture(scene.lou, one) is None
    assert await scene.keeper.forget(scene.lou, [one]) is None
    scene.clock.move(UNDO_FOR - A_MINUTE)
    assert await scene.keeper.undo(scene.lou, farewell.id) == 1
    assert await scene.keeper.undo(scene.lou, farewell.id) == 0
    async with scene.storage.read() as tx:
        assert await tx.gallery.get(scene.lou, one) == before
    scene.clock.move(UNDO_FOR)
    assert await scene.keeper.destroy(scene.lou, farewell.id) == 0
    assert len(await scene.kept()) == 2


async def test_ten_minutes_later_nothing_of_it_is_left(scene: Scene) -> None:
    """Its job is there from the first moment on, and what it does twice it does once."""
    before = await scene.files()
    media = await scene.keep(moment=True)
    farewell = await scene.keeper.forget(scene.lou, [media])
    assert farewell is not None
    assert await scene.count("jobs", owner=f"key = '{farewell.id}' AND subject") == 1

    scene.clock.move(UNDO_FOR)

    assert await scene.keeper.undo(scene.lou, farewell.id) == 0
    assert await scene.keeper.destroy(scene.lou, farewell.id) == 1
    assert await scene.keeper.destroy(scene.lou, farewell.id) == 0
    for table in ("media", "sights", "moments"):
        assert await scene.count(table) == 0
    assert await scene.files() == before


async def test_its_drafts_go_at_once_and_stay_gone_after_an_undo(scene: Scene) -> None:
    one, other, third = [await scene.keep() for _ in range(3)]
    draft = await scene.draw(one, other)
    left = await scene.draw(other, third)
    roles = scene.app.roles
    look = await roles.atelier.begin(scene.lou, one, chat_id=1, message_id=71)
    words = await roles.writer.begin(scene.lou, "canoe", chat_id=1, collage=draft.id)
    await roles.writer.placed(scene.lou, words.id, 72)

    farewell = await scene.keeper.forget(scene.lou, [one])

    assert farewell is not None
    assert set(farewell.messages) == {70, 71, 72}
    await scene.keeper.undo(scene.lou, farewell.id)
    assert not await roles.studio.has(scene.lou, draft.id)
    assert await roles.studio.has(scene.lou, left.id)
    async with scene.storage.read() as tx:
        assert await tx.looks.look(scene.lou, look) is None
    again = await roles.studio.gather(scene.lou, await scene.select(one, other))
    assert again is not None


async def test_a_look_in_the_style_of_a_picture_goes_with_it(scene: Scene) -> None:
    style, photo = await scene.keep(), await scene.keep()
    look = await scene.app.roles.atelier.begin(scene.lou, photo, chat_id=1, message_id=73)
    async with scene.storage.begin() as tx:
        facts = {"look": "own", "style_of": style}
        assert await tx.looks.change(scene.lou, LookKind.LOOK, look, 1, facts)

    farewell = await scene.keeper.forget(scene.lou, [style])

    assert farewell is not None
    assert set(farewell.messages) == {73}
    assert await scene.count("looks") == 0


async def test_a_moment_is_forgotten_as_its_pages_show_it(scene: Scene) -> None:
    one, hidden, elsewhere = await scene.keep(moment=True), await scene.keep(), await scene.keep()
    async with scene.storage.begin() as tx:
        row = await tx.gallery.get(scene.lou, one)
        assert row is not None
        assert row.moment is not None
        await tx.gallery.join_moment(scene.lou, [hidden], row.moment, IN_MAY)
    await scene.keeper.hide(scene.lou, hidden, hidden=True)

    farewell = await scene.keeper.forget_group(scene.lou, Group(moment=row.moment))

    assert farewell is not None
    assert farewell.count == 1
    assert set(await scene.kept()) == {hidden, elsewhere}


async def test_forgetting_everything_has_no_undo(scene: Scene) -> None:
    """What was forgotten a moment before goes with it."""
    before = await scene.files()
    one, _ = await scene.keep(), await scene.keep()
    farewell = await scene.keeper.forget(scene.lou, [one])
    assert farewell is not None

    gone = await scene.keeper.forget_all(scene.lou)

    assert gone.count == 1
    assert await scene.keeper.undo(scene.lou, farewell.id) == 0
    assert await scene.count("media") == 0
    assert await scene.files() == before


async def test_a_farewell_outlives_an_erasure_that_was_called_off(scene: Scene) -> None:
    """Asking for an erasure cancels every job: the tick finds what was left over."""
    await scene.keeper.forget(scene.lou, [await scene.keep()])
    custodian = scene.app.roles.custodian
    await custodian.ask_erasure(scene.lou, timedelta(days=7))
    await custodian.keep(scene.lou)
    await scene.keeper.destroy_overdue()
    assert await scene.count("media") == 1

    scene.clock.move(UNDO_FOR + A_MINUTE)
    await scene.keeper.destroy_overdue()

    assert await scene.count("media") == 0


async def test_1_and_5_nobody_decides_of_anothers_media(scene: Scene) -> None:
    media = await scene.keep(moment=True)
    async with scene.storage.begin() as tx:
        sam = (await tx.people.add(next(NUMBERS), "en")).id
        row = await tx.gallery.get(scene.lou, media)
        before = row
    assert row is not None
    assert row.moment is not None
    keeper = scene.keeper

    assert not await keeper.hide(sam, media, hidden=True)
    assert await keeper.keep_private(sam, media, private=True) is None
    assert await keeper.bring_back(sam, [media]) == 0
    assert await keeper.forget(sam, [media]) is None
    assert await keeper.forget_group(sam, Group(moment=row.moment)) is None
    farewell = await keeper.forget(scene.lou, [media])
    assert farewell is not None
    assert await keeper.undo(sam, farewell.id) == 0
    assert await keeper.destroy(sam, farewell.id) == 0
    assert await keeper.undo(scene.lou, farewell.id) == 1
    async with scene.storage.read() as tx:
        assert await tx.gallery.get(scene.lou, media) == before
