"""A post to a channel in trouble: connections that break, rights that go, crashes."""

from datetime import timedelta

from sqlalchemy import text

from bot.app import App
from bot.jobs.queue import MAX_FAILURES
from bot.sandbox.faults import Fault
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.texts import Texts
from tests.conversations.channel_steps import (
    NAME,
    a_collage,
    a_recap,
    asked,
    channel,
    in_channel,
    linked,
)
from tests.conversations.given import IN_ENGLISH, IN_FRENCH, count, until

__all__ = ["channel"]

NO_POSTS = "CREATE TRIGGER no_posts BEFORE INSERT ON posts BEGIN SELECT RAISE(ABORT, 'no'); END"
NEVER_BEGUN = (
    "CREATE TRIGGER never_begun BEFORE UPDATE ON recaps WHEN NEW.state = 'sending' "
    "BEGIN SELECT RAISE(ABORT, 'no'); END"
)


@IN_ENGLISH
async def test_a_connection_that_breaks_after_the_post_doubles_nothing(
    lou: Person, t: Texts, app: App, sandbox: Sandbox, channel: int
) -> None:
    await a_recap(lou, t, channel)
    sandbox.faults.add(Fault(method="sendPhoto", kind="drop_after"))
    await lou.press(t("sharing-button-post"))
    await lou.wait_for(t("sharing-unknown", title=NAME))
    await app.queue.idle()

    assert len(in_channel(sandbox, channel)) == 1
    assert await count(app, "recaps") == 0
    assert await count(app, "ledger WHERE kind = 'publish.confirmed'") == 1


@IN_ENGLISH
async def test_a_connection_that_breaks_before_the_post_is_not_said_to_have_posted(
    lou: Person, t: Texts, app: App, sandbox: Sandbox, channel: int
) -> None:
    await a_recap(lou, t, channel)
    sandbox.faults.add(Fault(method="sendPhoto", kind="drop_before"))
    await lou.press(t("sharing-button-post"))
    await lou.wait_for(t("sharing-unknown", title=NAME))
    assert in_channel(sandbox, channel) == []
    assert await count(app, "posts") == 0


@IN_FRENCH
async def test_a_right_that_goes_is_told_once_and_nothing_is_posted(
    lou: Person, t: Texts, sandbox: Sandbox, channel: int
) -> None:
    """Between the recap and the yes; whoever linked it hears of it, in private."""
    await a_recap(lou, t, channel)
    await lou.take_rights(channel)
    await lou.wait_for(t("sharing-channel-lost", title=NAME))
    await lou.press(t("sharing-button-post"))
    await lou.wait_for(t("error-channel-gone", title=NAME))

    assert in_channel(sandbox, channel) == []
    lost = [m for m in lou.from_bot if m.words == t("sharing-channel-lost", title=NAME)]
    assert len(lost) == 1
    await lou.press(t("sharing-button-anew"))
    await lou.wait_for(lambda m: t("sharing-button-channel-lost", title=NAME) in m.buttons)


@IN_ENGLISH
async def test_a_draft_that_changed_since_the_recap_is_not_posted(
    lou: Person, t: Texts, sandbox: Sandbox, channel: int
) -> None:
    collage = await a_collage(lou, t)
    await linked(lou, t, channel)
    await asked(lou, t)
    await lou.press(t("sharing-button-back"), collage)
    await lou.wait_for(lambda m: t("collage-button-layout") in m.buttons)
    await lou.press(t("collage-button-layout"), collage)
    await lou.wait_for(lambda m: m.id == collage.id)
    await lou.press(t("sharing-button-post"))
    await lou.wait_for(t("error-share-changed"))
    assert in_channel(sandbox, channel) == []


@IN_ENGLISH
async def test_a_post_that_could_not_be_noted_is_noted_later_and_not_sent_again(
    lou: Person, t: Texts, app: App, sandbox: Sandbox, channel: int
) -> None:
    """As after a crash between the two: the second run finds what the first one sent."""
    await a_recap(lou, t, channel)
    await run(app, NO_POSTS)
    await lou.press(t("sharing-button-post"))
    await until(lambda: is_there(sandbox, channel))
    await until(lambda: failed_once(app))
    assert await count(app, "posts") == 0

    await run(app, "DROP TRIGGER no_posts")
    await sandbox.move_clock(timedelta(minutes=1))
    await lou.wait_for(t("sharing-posted", title=NAME))
    assert len(in_channel(sandbox, channel)) == 1
    assert await count(app, "posts") == 1
    assert await count(app, "ledger WHERE kind = 'publish.confirmed'") == 1


@IN_FRENCH
async def test_what_never_began_to_leave_is_said_not_to_be_posted(
    lou: Person, t: Texts, app: App, sandbox: Sandbox, channel: int
) -> None:
    """However often it was tried: nobody is sent to look for a post that cannot be there."""
    await a_recap(lou, t, channel)
    await run(app, NEVER_BEGUN)
    await lou.press(t("sharing-button-post"))
    for _ in range(MAX_FAILURES):
        await app.queue.idle()
        await sandbox.move_clock(timedelta(minutes=3))

    told = await lou.wait_for(t("error-share-not-drawn"))
    assert t("sharing-nothing-posted") in told.words
    assert in_channel(sandbox, channel) == []
    assert await count(app, "recaps") == 0


async def run(app: App, statement: str) -> None:
    async with app.storage.begin() as tx:
        await tx.execute(text(statement))


async def is_there(sandbox: Sandbox, channel: int) -> bool:
    return len(in_channel(sandbox, channel)) == 1


async def failed_once(app: App) -> bool:
    return await count(app, "jobs WHERE name = 'sharing.publish' AND failures = 1") == 1
