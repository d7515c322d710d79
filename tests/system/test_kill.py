"""The bot is stopped, or killed, in the middle of an album of ten."""

import asyncio
from itertools import islice

import pytest

from tests.system.conftest import Scene

PARTS = 10


@pytest.mark.parametrize("how", ["SIGTERM", "SIGKILL"])
async def test_an_album_cut_short_is_kept_whole_and_answered_once(scene: Scene, how: str) -> None:
    lou = scene.sandbox.person()
    scene.bot.start()
    await scene.welcome(lou)
    before = len(lou.from_bot)
    seen = scene.confirmed()

    parts = list(islice(scene.pictures, PARTS))
    async with asyncio.TaskGroup() as group:
        group.create_task(lou.send_album(parts, gap=0.05))
        async with asyncio.timeout(120):
            while scene.confirmed() < seen + 3:  # noqa: ASYNC110  the queue rings no bell
                await asyncio.sleep(0.005)
        if how == "SIGKILL":
            scene.bot.kill()
        else:
            assert await scene.bot.stop() == 0
        scene.bot.start()
    await scene.quiet()
    assert await scene.bot.stop() == 0

    assert scene.count("media", "state = 'kept'") == scene.count("media") == PARTS
    answers = lou.from_bot[before:]
    assert sum(bool(message.photo) for message in answers) == 1
    assert scene.ask("PRAGMA integrity_check") == [("ok",)]
