"""What its owner keeps private or forgets while it is under way somewhere: it goes no further."""

from bot.app import App
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.texts import Texts
from tests.conversations import test_sharing_story
from tests.conversations.channel_steps import a_collage, asked, in_channel, linked
from tests.conversations.given import IN_FRENCH, count, open_page

NAME = "Lou & co"


@IN_FRENCH
async def test_a_photo_kept_private_after_the_question_goes_nowhere(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    """The collage leaves the chat; a yes to the question that still stands there says why not."""
    channel = sandbox.channel(NAME, owner=lou)
    collage = await a_collage(lou, t)
    await linked(lou, t, channel)
    recap = await asked(lou, t)
    await open_page(lou, t)
    await lou.press(t("gallery-button-keep-private"))
    await lou.wait_for(t("gallery-page-private"))
    await lou.settle()
    assert collage.id not in {message.id for message in lou.from_bot}

    await lou.press(t("sharing-button-post"), recap)
    await lou.wait_for(t("error-share-private"))
    await lou.settle()

    assert in_channel(sandbox, channel) == []
    assert await count(app, "posts") == 0
    assert await count(app, "collages") == 0


@IN_FRENCH
async def test_what_shows_a_forgotten_photo_leaves_the_chat(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    """The collage, and the picture under the question how long its Story should stand."""
    collage = await test_sharing_story.a_collage(lou, t)
    await test_sharing_story.connected(lou, t)
    question = await test_sharing_story.asked(lou, t)
    await open_page(lou, t)
    await lou.press(t("gallery-button-forget"))
    await lou.wait_for(lambda m: t("gallery-button-undo") in m.buttons)
    await lou.settle()

    assert not {collage.id, question.id} & {message.id for message in lou.from_bot}
    assert await count(app, "collages") == 0
    assert list(sandbox.world.stories.values()) == []
