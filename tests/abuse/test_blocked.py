"""A person who blocks the bot in the middle of something, and comes back."""

from datetime import timedelta

import pytest

from bot.app import App
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.texts import Texts
from storage.gallery import MediaState
from tests.abuse.forged import handled
from tests.conversations.first_steps import welcomed
from tests.conversations.given import collage_of, kept, owner_of, picture, until

FRENCH = pytest.mark.parametrize("language", ["fr"])


@FRENCH
async def test_blocked_in_the_middle_of_an_album_loses_nothing_once_they_are_back(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await welcomed(lou, t)
    owner = await owner_of(app, lou)
    await lou.send_album([picture("cat"), picture("coffee")])
    await handled(app)
    await lou.block()

    async def is_known() -> bool:
        async with app.storage.read() as tx:
            person = await tx.people.get(owner)
        return person is not None and person.blocked_at is not None

    await until(is_known)
    await app.queue.idle()
    said = len(lou.from_bot)
    await sandbox.move_clock(timedelta(minutes=30))
    assert len(lou.from_bot) == said

    await lou.unblock()
    await lou.start()
    await collage_of(lou, t)
    await handled(app)
    await app.queue.idle()

    async with app.storage.read() as tx:
        media = await tx.gallery.kept(owner)
    assert await kept(app, owner) == 2
    assert {row.state for row in media} == {MediaState.KEPT}
