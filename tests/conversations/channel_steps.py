"""A channel of Lou's: linked, asked about, posted to."""

import pytest

from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from tests.conversations import collage_steps

NAME = "Lou & co"


@pytest.fixture
def channel(sandbox: Sandbox, lou: Person) -> int:
    """A private one of Lou's."""
    return sandbox.channel(NAME, owner=lou)


async def a_collage(lou: Person, t: Texts) -> StoredMessage:
    """With the first of its captions."""
    await collage_steps.a_collage(lou, t)
    await lou.settle()
    await lou.press(t("collage-button-word", number=1))
    return await lou.wait_for(lambda m: t("collage-button-other-words") in m.buttons)


async def linked(lou: Person, t: Texts, channel: int) -> StoredMessage:
    """By Telegram's own list; returns the message that offers to go on."""
    await lou.press(t("collage-button-share"))
    await lou.wait_for(lambda m: t("sharing-button-link") in m.buttons)
    await lou.press(t("sharing-button-link"))
    await lou.wait_for(t("sharing-link-how").split("\n", maxsplit=1)[0])
    await lou.share_chat(channel)
    return await lou.wait_for(t("sharing-link-next"))


async def asked(lou: Person, t: Texts, title: str = NAME) -> StoredMessage:
    """The recap."""
    await lou.press(t("sharing-button-channel", title=title))
    return await lou.wait_for(lambda m: t("sharing-button-post") in m.buttons)


async def a_recap(lou: Person, t: Texts, channel: int) -> StoredMessage:
    """All that comes before the yes: a collage with words, the link, the question."""
    await a_collage(lou, t)
    await linked(lou, t, channel)
    return await asked(lou, t)


async def posted(lou: Person, t: Texts, title: str = NAME) -> StoredMessage:
    """The answer to the yes."""
    await lou.press(t("sharing-button-post"))
    return await lou.wait_for(t("sharing-posted", title=title))


def in_channel(sandbox: Sandbox, channel: int) -> list[StoredMessage]:
    return list(sandbox.chat(channel).messages.values())
