"""A title that is proposed tells of the photos shown, and takes no other's place unsaid."""

from datetime import date

import pytest

from bot.collage.edits import Change, Edit
from bot.collage.numbers import numbered
from storage.collage import TitleMode
from tests.gallery.kept import Scene, app, scene

__all__ = ["app", "scene"]  # fixtures
pytestmark = pytest.mark.asyncio(loop_scope="module")
IN_2019 = date(2019, 8, 3)


async def test_a_proposed_title_has_the_days_of_the_photos_on_the_page(scene: Scene) -> None:
    """What was taken out says nothing any more."""
    media = [
        await scene.keep(look=5),
        await scene.keep(look=50),
        await scene.keep(look=99, taken=IN_2019),
    ]
    draft = await scene.draw(*media)
    assert draft.title == "2019–2024"

    number = [cell.key for cell in numbered(draft.plan.cells)].index(media[2].hex) + 1
    edit = Edit(Change.DROP, (number,))
    anew = await scene.app.roles.studio.edit(scene.lou, draft.id, draft.version, edit)

    assert anew.title == "5 mai 2024"
    assert anew.plan.title is not None
    assert anew.plan.title.lines == ("5 mai 2024",)
    assert anew.lost_title is None


async def test_a_persons_own_title_is_replaced_with_a_word_and_can_be_had_back(
    scene: Scene,
) -> None:
    draft = await scene.draw(*[await scene.keep() for _ in range(3)])
    studio = scene.app.roles.studio
    own = await studio.entitle(scene.lou, draft.id, "Chez Mamie")
    proposed = await studio.edit(scene.lou, own.id, own.version, Edit(Change.TITLE_SUGGESTED))

    assert (proposed.title, proposed.lost_title) == ("5 mai 2024", "Chez Mamie")
    assert not own.is_moved
    assert not proposed.is_moved
    back = await studio.edit(scene.lou, own.id, proposed.version, Edit(Change.UNDO))
    assert (back.title, back.title_mode) == ("Chez Mamie", TitleMode.OWN)
