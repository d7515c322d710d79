"""What the gallery brought back joins a collage under way at its next step, and that is said."""

import pytest

from bot.app import read_texts
from bot.collage.edits import Change, Edit
from bot.texts import LANGUAGES
from handlers.collage import view
from tests.gallery.kept import Scene, app, scene

__all__ = ["app", "scene"]  # fixtures
pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_twin_that_the_gallery_brought_back_is_announced_once(scene: Scene) -> None:
    one, other, third = [await scene.keep(look=look) for look in (901, 901, 902)]
    draft = await scene.draw(one, other, third)
    [twin] = {one, other, third}.difference(draft.shown)
    studio = scene.app.roles.studio
    await scene.keeper.bring_back(scene.lou, [twin])

    joined = await studio.edit(scene.lou, draft.id, draft.version, Edit(Change.LAYOUT))
    after = await studio.edit(scene.lou, draft.id, joined.version, Edit(Change.DARK))

    assert set(joined.shown) == set(after.shown) == {one, other, third}
    assert (joined.joined, after.joined) == (1, 0)
    for language in LANGUAGES:
        t = read_texts()[language]
        said = t("collage-joined", count=1)
        assert said in view.caption(joined, t)
        assert said not in view.caption(after, t)


async def test_what_its_own_button_brings_back_is_no_news(scene: Scene) -> None:
    one, other, third = [await scene.keep(look=look) for look in (903, 903, 904)]
    draft = await scene.draw(one, other, third)
    studio = scene.app.roles.studio
    back = await studio.edit(scene.lou, draft.id, draft.version, Edit(Change.BRING_BACK))
    assert len(back.shown) == 3
    assert back.joined == 0
