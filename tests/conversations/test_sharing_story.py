"""To a Story: connected in Telegram's settings, shown as a phone shows it, for as long as said."""

from datetime import timedelta
from io import BytesIO

import PIL.Image
import pytest
from aiogram.enums import InputStoryContentType
from aiogram.types import BufferedInputFile, InputStoryContentPhoto
from pydantic import ValidationError

from bot.app import App
from bot.sandbox.faults import Fault
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.state import StoredMessage, Story
from bot.texts import Texts
from handlers.sharing.send import story_photo
from tests.conversations.collage_steps import to_share
from tests.conversations.first_steps import welcomed
from tests.conversations.given import (
    IN_ENGLISH,
    IN_FRENCH,
    count,
    dated,
    file,
    open_page,
)

DAY = timedelta(hours=24)


async def a_collage(lou: Person, t: Texts) -> StoredMessage:
    return await to_share(lou, t, t("sharing-button-story"))


async def connected(lou: Person, t: Texts) -> None:
    await lou.connect_business()
    await lou.wait_for(t("sharing-story-connected"))


async def asked(lou: Person, t: Texts, hours: int = 24) -> StoredMessage:
    """The picture, the period, and the question."""
    await lou.press(t("sharing-button-story"))
    await lou.wait_for(lambda m: bool(m.photo) and t("sharing-story-preview") in m.words)
    await lou.press(t("sharing-button-hours", count=hours))
    return await lou.wait_for(lambda m: t("sharing-button-post-story") in m.buttons)


def stories(sandbox: Sandbox) -> list[Story]:
    return list(sandbox.world.stories.values())


@IN_ENGLISH
async def test_it_is_explained_connected_shown_posted_and_taken_back(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await a_collage(lou, t)
    await lou.press(t("sharing-button-story"))
    await lou.wait_for(lambda m: t("sharing-button-story-again") in m.buttons)
    await lou.connect_business()
    ready = await lou.wait_for(t("sharing-story-connected"))
    assert t("sharing-button-story") in ready.buttons  # on with what was waiting

    recap = await asked(lou, t)
    assert recap.wire.get("has_protected_content")
    assert t("sharing-label-collage") in recap.words
    assert stories(sandbox) == []

    await lou.press(t("sharing-button-post-story"))
    await lou.wait_for(t("sharing-posted-story", hours=24))
    [story] = stories(sandbox)
    assert story.expires_at - story.posted_at == DAY
    assert story.caption.endswith(t("sharing-label-collage"))
    kept = sandbox.world.files.by_unique(story.file_unique_id)
    data = kept.data if kept else b""
    with PIL.Image.open(BytesIO(data)) as picture:  # noqa: TID251 - ours, a moment ago
        assert picture.size == (1080, 1920)
    assert b"digitalsourcetype/composite" in data
    assert await count(app, "posts WHERE destination = 'story' AND until IS NOT NULL") == 1
    assert await count(app, "ledger WHERE kind = 'publish.confirmed'") == 1

    await lou.press(t("sharing-button-take-back"))
    await lou.wait_for(t("sharing-taken-back"))
    assert stories(sandbox)[0].is_deleted


@IN_FRENCH
async def test_a_connection_that_ends_before_the_yes_posts_nothing(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await a_collage(lou, t)
    await connected(lou, t)
    await asked(lou, t, hours=6)
    await lou.disconnect_business()
    await lou.wait_for(t("sharing-story-off"))
    await lou.press(t("sharing-button-post-story"))
    await lou.wait_for(t("error-story-lost"))
    assert stories(sandbox) == []
    assert await count(app, "story_connections") == 0


@IN_ENGLISH
async def test_a_connection_without_the_right_says_what_is_missing(
    lou: Person, t: Texts, sandbox: Sandbox
) -> None:
    await a_collage(lou, t)
    await lou.connect_business(can_manage_stories=False)
    await lou.wait_for(t("sharing-story-no-right")[:40])
    await lou.press(t("sharing-button-story"))
    await lou.wait_for(lambda m: t("sharing-button-story-again") in m.buttons)
    assert stories(sandbox) == []


@IN_ENGLISH
async def test_a_story_that_telegram_refuses_is_said_to_be_refused(
    lou: Person, t: Texts, app: App, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    await a_collage(lou, t)
    await connected(lou, t)
    await asked(lou, t)
    monkeypatch.setattr("bot.sandbox.methods.stories.PERIODS", ())
    await lou.press(t("sharing-button-post-story"))
    await lou.wait_for(t("error-story-refused"))
    assert stories(sandbox) == []
    assert await count(app, "posts") == 0


@IN_FRENCH
async def test_a_connection_that_breaks_after_the_story_doubles_nothing(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await a_collage(lou, t)
    await connected(lou, t)
    await asked(lou, t)
    sandbox.faults.add(Fault(method="postStory", kind="drop_after"))
    await lou.press(t("sharing-button-post-story"))
    await lou.wait_for(t("sharing-unknown-story"))
    await app.queue.idle()
    assert len(stories(sandbox)) == 1


@IN_ENGLISH
async def test_another_length_can_be_chosen_and_a_story_that_is_over_says_so(
    lou: Person, t: Texts, sandbox: Sandbox
) -> None:
    await a_collage(lou, t)
    await connected(lou, t)
    await asked(lou, t, hours=48)
    await lou.press(t("sharing-button-other-period"))
    await lou.wait_for(lambda m: t("sharing-button-hours", count=6) in m.buttons)
    await lou.press(t("sharing-button-hours", count=6))
    await lou.wait_for(lambda m: t("sharing-button-post-story") in m.buttons)
    await lou.press(t("sharing-button-post-story"))
    await lou.wait_for(t("sharing-posted-story", hours=6))
    await sandbox.move_clock(timedelta(hours=7))
    await lou.press(t("sharing-button-take-back"))
    await lou.wait_for(t("sharing-story-over"))


@IN_ENGLISH
async def test_a_look_goes_the_same_way_whole_and_with_its_label(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await welcomed(lou, t)
    await lou.send_album([file("a.jpg", dated("palace"))])
    await lou.wait_for(t("gallery-one-more"))
    await open_page(lou, t)
    await lou.press(t("gallery-button-looks"))
    sheet = await lou.wait_for(lambda m: t("looks-sheet-title") in m.words)
    await lou.press("1", sheet)
    look = await lou.wait_for(lambda m: t("looks-button-another") in m.buttons)
    await lou.press(t("looks-button-share"), look)
    await lou.wait_for(lambda m: t("sharing-button-story") in m.buttons)
    await connected(lou, t)
    recap = await asked(lou, t)
    assert t("sharing-label-edited") in recap.words

    await lou.press(t("sharing-button-post-story"))
    await lou.wait_for(t("sharing-posted-story", hours=24))
    [story] = stories(sandbox)
    assert story.caption == t("sharing-label-edited")
    kept = sandbox.world.files.by_unique(story.file_unique_id)
    assert kept is not None
    assert b"compositeWithTrainedAlgorithmicMedia" in kept.data
    assert await count(app, "posts WHERE kind = 'look'") == 1


def test_aiogram_still_takes_no_file_for_a_story() -> None:
    """When this fails, aiogram was mended: build the content as anybody would."""
    file = BufferedInputFile(b"jpeg", "story.jpg")
    with pytest.raises(ValidationError):
        InputStoryContentPhoto(photo=file)  # type: ignore[arg-type]  # the trap itself
    assert story_photo(b"jpeg").type is InputStoryContentType.PHOTO
