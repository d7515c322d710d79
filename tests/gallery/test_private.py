"""What is hidden or kept private: no room proposes it, and nothing private is shown or leaves."""

from collections.abc import Awaitable, Callable

import pytest

from bot.collage.refusals import DraftGone
from bot.looks.drafts import LookIsPrivate
from bot.sharing.shareable import NothingToShare, Ref, ShareIsPrivate
from storage.gallery import MediaId
from storage.sharing import DraftKind
from tests.gallery.kept import Scene, app, scene

__all__ = ["app", "scene"]  # fixtures
pytestmark = pytest.mark.asyncio(loop_scope="module")


async def _found(scene: Scene) -> tuple[int, int]:
    """What a search finds, and of how many it would make a collage."""
    heard = await scene.app.roles.assistant.hear(scene.lou, "mes photos de mai 2024", 1)
    return heard.found[0].count, heard.found[0].for_collage


async def _hide(scene: Scene, media: MediaId, *, away: bool) -> None:
    await scene.keeper.hide(scene.lou, media, hidden=away)


async def _keep_private(scene: Scene, media: MediaId, *, away: bool) -> None:
    await scene.keeper.keep_private(scene.lou, media, private=away)


@pytest.mark.parametrize(("put", "found"), [(_hide, (2, 2)), (_keep_private, (3, 2))])
async def test_no_room_proposes_what_is_hidden_or_private(
    scene: Scene, put: Callable[..., Awaitable[None]], found: tuple[int, int]
) -> None:
    """A search still finds what is private: its owner asks. Lifted, all is as before."""
    one, other, third = [await scene.keep() for _ in range(3)]
    roles = scene.app.roles
    assert await _found(scene) == (3, 3)

    await put(scene, third, away=True)

    assert await _found(scene) == found
    assert await roles.studio.gather(scene.lou, await scene.select(one, third)) is None
    whole = await roles.studio.gather(scene.lou, await scene.select(one, other, third))
    assert whole is not None
    assert set(whole.shown) == {one, other}
    assert await roles.atelier.newest_photo(scene.lou) != third
    await put(scene, third, away=False)
    assert await _found(scene) == (3, 3)
    assert await roles.studio.gather(scene.lou, await scene.select(one, third)) is not None


async def test_a_draft_is_replanned_without_what_was_hidden_since(scene: Scene) -> None:
    """As it is it may be looked at: it was proposed before."""
    one, other, third = [await scene.keep() for _ in range(3)]
    draft = await scene.draw(one, other, third)
    await scene.keeper.hide(scene.lou, third, hidden=True)
    studio = scene.app.roles.studio

    assert await studio.picture(scene.lou, draft)
    anew = await studio.entitle(scene.lou, draft.id, "Mai")

    assert set(anew.shown) == {one, other}


async def test_nothing_leaves_once_a_photo_is_private(scene: Scene) -> None:
    """Its drafts go, and what was asked about sharing them is answered by a sentence."""
    one, other = await scene.keep(), await scene.keep()
    draft, publisher = await scene.draw(one, other), scene.app.roles.publisher
    ref = Ref(DraftKind.COLLAGE, draft.id, draft.version)
    recap, _ = await publisher.to_story(scene.lou, ref)

    kept = await scene.keeper.keep_private(scene.lou, one, private=True)

    assert kept is not None
    assert kept.messages == (70,)
    assert (kept.collages, kept.looks) == (1, 0)
    with pytest.raises(ShareIsPrivate):
        await publisher.may_confirm(scene.lou, recap.id)
    with pytest.raises(NothingToShare):
        await publisher.shareable(scene.lou, ref)
    assert await publisher.offer(scene.lou, DraftKind.COLLAGE, draft.id) is None
    with pytest.raises(LookIsPrivate):
        await scene.app.roles.atelier.check(scene.lou, one)


async def test_a_draft_made_meanwhile_shows_and_shares_nothing_private(scene: Scene) -> None:
    """Whatever raced it: the question is asked when the picture is drawn and when it leaves."""
    one, other = await scene.keep(), await scene.keep()
    draft = await scene.draw(one, other)
    async with scene.storage.begin() as tx:
        await tx.gallery.change(scene.lou, one, {"is_private": True})
    roles = scene.app.roles

    with pytest.raises(DraftGone):
        await roles.studio.picture(scene.lou, draft)
    with pytest.raises(ShareIsPrivate):
        await roles.publisher.shareable(scene.lou, Ref(DraftKind.COLLAGE, draft.id, draft.version))
