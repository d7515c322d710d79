"""Point 6: to a channel and to a Story; shown first, posted by a tap, taken back by another."""

from collections.abc import Mapping

from bot.pixels.provenance import SourceType
from bot.sandbox.state import StoredMessage, Story
from bot.sandbox.tour_imagine import tell_source
from bot.sandbox.tour_traveller import Traveller

HOURS = 24


async def play(you: Traveller, collage: StoredMessage) -> None:
    you.chapter("tour-channel")
    await _channel(you, collage)
    you.chapter("tour-story")
    await _story(you, collage)


async def _channel(you: Traveller, collage: StoredMessage) -> None:
    t, title = you.t, f"{you.name} & co"
    channel = you.sandbox.channel(title, owner=you.person)
    await you.press(t("collage-button-share"), collage)
    await you.see_button(t("sharing-button-link"), "the places where it may go")
    await you.press(t("sharing-button-link"), collage)
    await you.see(t("sharing-link-how").split("\n", maxsplit=1)[0], "how to link a channel")
    label = t("sharing-button-choose-channel")
    you.note("tour-keyboard", label=label, name=you.name, title=title)
    await you.person.share_chat(channel)
    await you.see(t("sharing-link-next"), "that it is linked")
    await you.press(t("sharing-button-channel", title=title))
    await you.see_button(t("sharing-button-post"), "what will be posted, where, for whom")
    await you.press(t("sharing-button-recap-file"))
    await you.see(t("sharing-recap-file"), "that the file goes with it")
    posts = you.sandbox.chat(channel).messages
    you.promise(not posts, "something was posted before the yes")
    await _post(you, title, posts)


async def _post(you: Traveller, title: str, posts: Mapping[int, StoredMessage]) -> None:
    """The picture and its file, and away with them."""
    t = you.t
    await you.press(t("sharing-button-post"))
    await you.see(t("sharing-posted", title=title), "that it is posted")
    post, document = list(posts.values())
    you.notebook.has_now(title, post)
    you.notebook.file("channel-post.jpg", you.sandbox.download(post))
    file = you.notebook.file("channel-file.jpg", you.sandbox.download(document))
    tell_source(you, file.read_bytes(), SourceType.COLLAGE_WITH_LETTERING)
    await you.press(t("sharing-button-take-back"))
    await you.see(t("sharing-taken-back"), "that it is taken back")
    you.promise(not posts, "the post is still there")
    you.note("tour-channel-empty", title=title)


async def _story(you: Traveller, collage: StoredMessage) -> None:
    t = you.t
    await you.press(t("sharing-button-story"), collage)
    await you.see_button(t("sharing-button-story-again"), "how to connect")
    you.note("tour-connects", name=you.name)
    await you.person.connect_business()
    await you.see(t("sharing-story-connected"), "that it may post Stories")
    await you.press(t("sharing-button-story"))
    await you.see_photo(
        t("sharing-button-hours", count=HOURS), "the Story", picture="story-preview.jpg"
    )
    await you.press(t("sharing-button-hours", count=HOURS))
    await you.see_button(t("sharing-button-post-story"), "the question")
    await you.press(t("sharing-button-post-story"))
    await you.see(t("sharing-posted-story", hours=HOURS), "that it is posted")
    [story] = [one for one in you.sandbox.world.stories.values() if one.person_id == you.person.id]
    _keep(you, story)
    await you.press(t("sharing-button-take-back"))
    await you.see(t("sharing-taken-back"), "that it is taken back")
    you.promise(story.is_deleted, "the Story is still there")
    you.note("tour-story-gone")


def _keep(you: Traveller, story: Story) -> None:
    """The tray's picture, and that it says how it was made."""
    stored = you.sandbox.world.files.by_unique(story.file_unique_id)
    you.promise(stored, "the Story has no picture")
    hours = (story.expires_at - story.posted_at).total_seconds() // 3600
    you.note("tour-story-there", hours=int(hours), caption=story.caption)
    if stored:
        you.notebook.file("story-post.jpg", stored.data)
        tell_source(you, stored.data, SourceType.COLLAGE_WITH_LETTERING)
