"""What is chosen in a draft of an intimate photo stays with who chose it."""

from dataclasses import replace

import pytest
from sqlalchemy import update

from bot.gallery.seen import pack
from bot.improve.choices import picked
from storage.gallery import SIGHTS, MediaId
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.traits import Trait
from tests.gallery.kept import NUMBERS, Scene, app, scene
from tests.memories.media import sight

__all__ = ["app", "scene"]
LIKED = picked(Trait.THEME_DARK, Trait.THEME_LIGHT)


async def american(scene: Scene) -> Scene:
    """Somebody whose every choice in a draft may teach, by a yes of its own."""
    registrar = scene.app.roles.registrar
    owner: PersonId = (await registrar.meet(next(NUMBERS), "en")).person.id
    await registrar.declare_country(owner, "US")
    await registrar.declare_birth_year(owner, 1970)
    for purpose in (Purpose.SUGGEST_ANALYSE, Purpose.IMPROVE_CHOICES):
        notice = registrar.notices.current(purpose)
        assert notice is not None
        await registrar.given(owner, purpose, version=notice.version, language="en")
    return replace(scene, lou=owner, numbers=[])


async def make_intimate(scene: Scene, media: MediaId) -> None:
    """And wanted all the same, by its owner."""
    faceless, _ = pack(replace(sight(look=9), sensitive=0.99), sight())
    async with scene.storage.begin() as tx:
        sealed = await tx.seal(scene.lou, faceless)
        await tx.execute(update(SIGHTS).where(SIGHTS.c.media == media).values(sight=sealed))
        await tx.gallery.change(scene.lou, media, {"is_brought_back": True})


@pytest.mark.asyncio(loop_scope="module")
async def test_a_choice_about_an_intimate_photo_is_ones_own_taste_and_no_lesson(
    scene: Scene,
) -> None:
    scene = await american(scene)
    plain = await scene.draw(await scene.keep(), await scene.keep())
    photos = [await scene.keep(), await scene.keep()]
    await make_intimate(scene, photos[0])
    intimate = await scene.draw(*photos)
    trainer = scene.app.roles.trainer

    lessons = []
    for draft in (intimate, plain):
        async with scene.storage.begin() as tx:
            await trainer.chose(tx, scene.lou, LIKED, item=draft.id)
            await trainer.published(tx, scene.lou, draft.id)
        lessons.append(await scene.count("choices"))

    assert lessons == [0, 1]
    assert await scene.count("tastes") == 2
