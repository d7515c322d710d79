"""The Voices: a voice whose photo goes while it is on its way leaves nothing behind."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.gallery.keeper import Keeper
from bot.gallery.voices import SpokenNote, VoiceAlone, Voices
from tests.conversations.given import picture
from tests.gallery.test_library import Scene, country, pool, scene

__all__ = ["country", "pool", "scene"]  # fixtures
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize("forgets_all", [True, False])
async def test_a_voice_whose_photo_went_meanwhile_is_kept_nowhere(
    scene: Scene, *, forgets_all: bool
) -> None:
    await scene.read(await scene.send(picture("coffee")))
    chat, keeper = scene.lou.int % 1000, Keeper(scene.storage)
    media = await scene.kept()
    before = set(await scene.storage.files.written())

    async def forget() -> None:
        await (keeper.forget_all(scene.lou) if forgets_all else keeper.forget(scene.lou, media))

    note = SpokenNote(chat, 1, "voice", timedelta(seconds=4), 9)
    with pytest.raises(VoiceAlone):
        await _voices(scene, forget).keep(scene.lou, note)

    while await scene.storage.shred():
        pass
    assert set(await scene.storage.files.written()) <= before


def _voices(scene: Scene, meanwhile: Callable[[], Awaitable[None]]) -> Voices:
    async def fetch(_name: str) -> bytes:
        await meanwhile()
        return b"OggS said"

    return Voices(scene.storage, scene.registrar, fetch)
