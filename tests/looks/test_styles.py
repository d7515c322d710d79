"""Whose style a picture may take: the newest photos that are suggested, and no left-outs."""

import pytest
from sqlalchemy import delete

from bot.gallery.seen import pack
from bot.vision.sight import PictureKind, Sight
from storage.gallery import SIGHTS, MediaId
from storage.gallery_rows import Seen
from tests.gallery.kept import Scene, app, scene
from tests.memories.media import sight

__all__ = ["app", "scene"]  # fixtures
pytestmark = pytest.mark.asyncio(loop_scope="module")


async def seen_as(scene: Scene, seen: Sight) -> MediaId:
    """A photo in which that was seen."""
    media = await scene.keep()
    faceless, _ = pack(seen, seen)
    async with scene.storage.begin() as tx:
        await tx.execute(delete(SIGHTS).where(SIGHTS.c.media == media))
        await tx.gallery.see(scene.lou, media, Seen(await tx.seal(scene.lou, faceless)))
    return media


async def test_left_outs_lend_no_style_unless_they_were_brought_back(scene: Scene) -> None:
    atelier = scene.app.roles.atelier
    own, other = await scene.keep(), await scene.keep()
    shot = await seen_as(scene, sight(kind=PictureKind.SCREENSHOT, look=901))
    await seen_as(scene, sight(kind=PictureKind.RECEIPT, look=902))
    twins = {await scene.keep(look=904), await scene.keep(look=904)}
    look = await atelier.begin(scene.lou, own, chat_id=1, message_id=73)
    draft = await atelier.look(scene.lou, look)

    offered = await atelier.styles(scene.lou, draft)
    assert other in offered
    assert len(offered) == 2
    assert len(twins & set(offered)) == 1

    await scene.keeper.bring_back(scene.lou, [shot])
    assert set(await atelier.styles(scene.lou, draft)) == {*offered, shot}
