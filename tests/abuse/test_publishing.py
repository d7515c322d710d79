"""Abuse 3, 17, 19, 33: nothing goes by another's tap, to another place, or is read from one."""

import pytest

from bot.app import App
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from handlers.doors import TakeBackPosts
from handlers.sharing.data import Unlink
from tests.abuse.checks import never_at_a_loss, rows_of
from tests.abuse.forged import forge, handled, press
from tests.conversations.first_steps import data_of, welcomed
from tests.conversations.given import collage_of, count, dated, picture

ENGLISH = pytest.mark.parametrize("language", ["en"])
FRENCH = pytest.mark.parametrize("language", ["fr"])
NAME = "Lou & co"


@pytest.fixture
def channel(sandbox: Sandbox, lou: Person) -> int:
    return sandbox.channel(NAME, owner=lou)


async def with_a_recap(lou: Person, t: Texts, channel: int) -> StoredMessage:
    """A collage, a linked channel, and the question whether to post there."""
    await welcomed(lou, t)
    await lou.send_album([picture("cat"), dated("coffee")])
    await collage_of(lou, t)
    await lou.settle()
    await lou.press(t("collage-button-share"))
    await lou.wait_for(lambda m: t("sharing-button-link") in m.buttons)
    await lou.press(t("sharing-button-link"))
    await lou.wait_for(t("sharing-link-how").split("\n", maxsplit=1)[0])
    await lou.share_chat(channel)
    await lou.wait_for(t("sharing-link-next"))
    await lou.press(t("sharing-button-channel", title=NAME))
    return await lou.wait_for(lambda m: t("sharing-button-post") in m.buttons)


def is_empty(sandbox: Sandbox, channel: int) -> bool:
    return not sandbox.chat(channel).messages


@ENGLISH
async def test_3_nobody_else_confirms_unlinks_or_takes_back(
    lou: Person, sam: Person, t: Texts, *, app: App, sandbox: Sandbox, channel: int
) -> None:
    recap = await with_a_recap(lou, t, channel)
    await welcomed(sam, t)
    yes = data_of(recap, t("sharing-button-post"))
    before = await rows_of(app, lou)
    own: dict[str, object] = {"id": sam.id, "type": "private", "first_name": "Sam"}
    in_a_group = {"id": -100777, "type": "supergroup", "title": "Tous"}

    for data in (yes, Unlink(channel=1).pack(), TakeBackPosts().pack()):
        await press(sam, data)
        await press(sam, data, recap.wire | {"chat": own})
        forge(sam, data, recap.wire | {"chat": in_a_group})  # a group is not even answered
    await handled(app)
    await app.queue.idle()

    assert is_empty(sandbox, channel)
    assert await rows_of(app, lou) == before
    assert never_at_a_loss(sam, t)


@FRENCH
async def test_19_a_channel_renamed_since_the_recap_is_shown_again_before_anything_goes(
    lou: Person, t: Texts, app: App, sandbox: Sandbox, channel: int
) -> None:
    recap = await with_a_recap(lou, t, channel)
    assert t("sharing-recap-private") in recap.words

    await lou.rename(channel, "Tout le village", "village")
    await lou.press(t("sharing-button-post"))
    again = await lou.wait_for(lambda m: "Tout le village" in m.words)
    assert again.id == recap.id
    assert t("sharing-recap-public", name="village") in again.words
    assert t("sharing-named-private", title=NAME) in again.words
    assert is_empty(sandbox, channel)

    await lou.rename(channel, "Tout le village")  # closed again, and that is shown again too
    await lou.press(t("sharing-button-post"))
    await lou.wait_for(t("sharing-named-private", title="Tout le village"))
    assert is_empty(sandbox, channel)

    await lou.press(t("sharing-button-post"))
    await lou.wait_for(t("sharing-posted", title="Tout le village"))
    assert len(sandbox.chat(channel).messages) == 1
    assert await count(app, "ledger WHERE kind = 'publish.confirmed'") == 1


@ENGLISH
async def test_19_whoever_gave_the_channel_away_posts_nothing_there(
    lou: Person, sam: Person, t: Texts, *, app: App, sandbox: Sandbox, channel: int
) -> None:
    await with_a_recap(lou, t, channel)
    await lou.hand_over(channel, sam)
    await lou.press(t("sharing-button-post"))
    await lou.wait_for(t("error-channel-not-yours", title=NAME))
    assert is_empty(sandbox, channel)
    assert await count(app, "posts") == 0


@FRENCH
async def test_19_a_person_who_paused_everything_posts_nothing(
    lou: Person, t: Texts, app: App, sandbox: Sandbox, channel: int
) -> None:
    """Abuse 41 too: the gate is asked when the yes is heard, and again when it is sent."""
    recap = await with_a_recap(lou, t, channel)
    yes = data_of(recap, t("sharing-button-post"))
    await lou.say("/privacy")
    await lou.wait_for(lambda m: t("privacy-button-pause") in m.buttons)
    await lou.press(t("privacy-button-pause"))
    await lou.settle()
    await press(lou, yes, recap.wire)
    await handled(app)
    await app.queue.idle()
    assert is_empty(sandbox, channel)


@ENGLISH
async def test_17_what_people_write_elsewhere_is_not_even_asked_for(
    lou: Person, t: Texts, app: App, channel: int
) -> None:
    """Neither a channel's posts nor a business account's messages, by what Telegram is told."""
    await with_a_recap(lou, t, channel)
    asked_for = set(app.dispatcher.resolve_used_update_types())
    assert {"business_connection", "my_chat_member"} <= asked_for
    unwanted = {
        "business_message", "edited_business_message", "deleted_business_messages",
        "channel_post", "edited_channel_post", "chat_member", "message_reaction",
        "chat_join_request",
    }  # fmt: skip
    assert not asked_for & unwanted

    before = await rows_of(app, lou)
    await lou.say_in(channel, "CANARY")
    await handled(app)
    assert await rows_of(app, lou) == before


@ENGLISH
async def test_33_a_channels_name_is_words_and_nothing_else(
    lou: Person, t: Texts, sandbox: Sandbox, channel: int
) -> None:
    """In the recap, in its button, and in the refusals."""
    await with_a_recap(lou, t, channel)
    name = '<a href="https://evil.example">&</b>'
    await lou.rename(channel, name)
    await lou.press(t("sharing-button-post"))
    again = await lou.wait_for(lambda m: name in m.words)
    assert not [one for one in again.entities if one["type"] in {"text_link", "url"}]

    await lou.take_rights(channel)
    await lou.wait_for(t("sharing-channel-lost", title=name))
    await lou.press(t("sharing-button-post"))
    await lou.wait_for(t("error-channel-gone", title=name))
    await lou.press(t("sharing-button-channel", title=NAME))  # as it was called then
    await lou.wait_for(lambda m: m.words == t("error-channel-gone", title=name))
    assert never_at_a_loss(lou, t)
    assert is_empty(sandbox, channel)
