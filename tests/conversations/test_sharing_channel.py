"""To a channel: linked, shown before it goes, looked at again, posted once, taken back."""

from datetime import timedelta

from bot.app import App
from bot.pixels.exif import NO_FACTS, read_facts
from bot.pixels.header import probe
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
    posted,
)
from tests.conversations.first_steps import data_of, press_again
from tests.conversations.given import IN_ENGLISH, IN_FRENCH, count

__all__ = ["channel"]

TWO_DAYS = timedelta(hours=49)


def granted(sandbox: Sandbox, channel: int) -> list[str]:
    """What the bot may do there: no more than it needs."""
    rights = sandbox.chat(channel).rights or {}
    return [name for name, is_given in rights.items() if is_given]


@IN_FRENCH
async def test_it_is_linked_shown_posted_and_taken_back(
    lou: Person, t: Texts, app: App, sandbox: Sandbox, channel: int
) -> None:
    collage = await a_collage(lou, t)
    await linked(lou, t, channel)
    assert granted(sandbox, channel) == ["can_manage_chat", "can_post_messages"]

    recap = await asked(lou, t)
    for said in (NAME, t("sharing-recap-private"), collage.words, t("sharing-label-collage")):
        assert said in recap.words
    assert in_channel(sandbox, channel) == []

    answer = await posted(lou, t)
    assert answer.id == recap.id
    await app.queue.idle()
    [post] = in_channel(sandbox, channel)
    assert post.photo
    assert collage.words in post.words
    assert post.words.endswith(t("sharing-label-collage"))
    rows = {
        "posts WHERE destination = 'channel' AND is_public = 0": 1,
        "ledger WHERE kind = 'publish.confirmed'": 1,
        "media WHERE shared_at IS NOT NULL": 2,
        "recaps": 0,
    }
    assert {row: await count(app, row) for row in rows} == rows

    again = data_of(answer, t("sharing-button-take-back"))
    await lou.press(t("sharing-button-take-back"))
    taken = await lou.wait_for(t("sharing-taken-back"))
    await press_again(lou, again, taken)
    await lou.settle()
    assert in_channel(sandbox, channel) == []
    assert await count(app, "posts WHERE taken_back_at IS NOT NULL") == 1
    assert await count(app, "media WHERE shared_at IS NOT NULL") == 2  # people may have seen them
    assert t("error-unexpected") not in [message.words for message in lou.from_bot]


@IN_ENGLISH
async def test_the_file_goes_with_it_bare_and_says_where_it_comes_from(
    lou: Person, t: Texts, sandbox: Sandbox, channel: int
) -> None:
    """Abuse 28, and the provenance of PRIVACY.md 5.2."""
    await a_recap(lou, t, channel)
    await lou.press(t("sharing-button-recap-file"))
    await lou.wait_for(t("sharing-recap-file"))
    await posted(lou, t)

    _, document = in_channel(sandbox, channel)
    data = sandbox.download(document)
    assert b"digitalsourcetype/composite" in data
    assert read_facts(probe(data).exif) == NO_FACTS
    await lou.press(t("sharing-button-take-back"))
    await lou.wait_for(t("sharing-taken-back"))
    assert in_channel(sandbox, channel) == []


@IN_FRENCH
async def test_no_leaves_nothing_and_two_presses_post_once(
    lou: Person, t: Texts, app: App, sandbox: Sandbox, channel: int
) -> None:
    recap = await a_recap(lou, t, channel)
    yes = data_of(recap, t("sharing-button-post"))
    await lou.press(t("sharing-button-cancel"))
    await lou.wait_for(t("sharing-cancelled"))
    await press_again(lou, yes, recap)  # the old yes, after the no
    await lou.wait_for(t("error-share-old"))
    assert in_channel(sandbox, channel) == []

    recap = await asked(lou, t)
    yes = data_of(recap, t("sharing-button-post"))
    await posted(lou, t)
    await press_again(lou, yes, recap)
    await lou.settle()
    assert len(in_channel(sandbox, channel)) == 1
    assert await count(app, "posts") == 1


@IN_FRENCH
async def test_after_two_days_the_truth_is_told(
    lou: Person, t: Texts, sandbox: Sandbox, channel: int
) -> None:
    await a_recap(lou, t, channel)
    await posted(lou, t)

    await sandbox.move_clock(TWO_DAYS)
    await lou.press(t("sharing-button-take-back"))
    await lou.wait_for(t("sharing-cannot-take-back"))
    assert len(in_channel(sandbox, channel)) == 1


@IN_ENGLISH
async def test_a_channel_that_is_unlinked_is_forgotten(
    lou: Person, t: Texts, app: App, channel: int
) -> None:
    await a_collage(lou, t)
    await linked(lou, t, channel)
    await lou.press(t("sharing-button-unlink"))
    await lou.wait_for(t("sharing-unlinked"))
    assert await count(app, "channels") == 0


@IN_FRENCH
async def test_no_channel_is_an_answer_too(lou: Person, t: Texts, app: App, channel: int) -> None:
    await a_collage(lou, t)
    await lou.press(t("collage-button-share"))
    await lou.wait_for(lambda m: t("sharing-button-link") in m.buttons)
    await lou.press(t("sharing-button-link"))
    await lou.wait_for(t("sharing-link-how").split("\n", maxsplit=1)[0])
    await lou.press(t("sharing-button-no-channel"))
    await lou.wait_for(t("sharing-link-cancelled"))
    assert await count(app, "channels") == 0
    assert lou.chat.keyboard is None
    del channel


@IN_FRENCH
async def test_before_everything_is_erased_the_posts_can_be_taken_back(
    lou: Person, t: Texts, app: App, sandbox: Sandbox, channel: int
) -> None:
    await a_recap(lou, t, channel)
    await posted(lou, t)
    await lou.say("/privacy")
    await lou.wait_for(lambda m: t("privacy-button-erase") in m.buttons)
    await lou.press(t("privacy-button-erase"))
    await lou.wait_for(t("privacy-erase-posts", count=1))
    await lou.press(t("privacy-button-take-back"))
    await lou.wait_for(t("sharing-taken-back-all", count=1))
    assert in_channel(sandbox, channel) == []

    await lou.say("/gallery")
    shelf = await lou.wait_for(lambda m: t("gallery-button-browse") in m.buttons)
    assert t("gallery-taken-back", count=1) in shelf.words
    assert t("gallery-shelf", waiting=0, shared=2) in shelf.words
    assert await count(app, "posts WHERE taken_back_at IS NOT NULL") == 1
