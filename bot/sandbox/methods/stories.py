"""postStory, editStory and deleteStory through a business connection."""

from datetime import timedelta
from typing import Any

from aiogram.methods import DeleteStory, EditStory, PostStory

from bot.sandbox.decode import Upload
from bot.sandbox.errors import bad
from bot.sandbox.media import Uploads, add_file, add_photo, uploaded
from bot.sandbox.page_view import story_view
from bot.sandbox.photo_sizes import picture_size
from bot.sandbox.state import Business, Json, Story
from bot.sandbox.texts import STORY_CAPTION_LIMIT, caption_text
from bot.sandbox.world import World

PERIODS = (21_600, 43_200, 86_400, 172_800)
PHOTO_SIZE = (1080, 1920)
VIDEO_BYTES = 30 * 1024 * 1024
VIDEO_SECONDS = 60
LINKS = 3
AREAS = 10


async def post_story(world: World, call: PostStory, uploads: Uploads) -> Json:
    business = _business(world, call.business_connection_id)
    if call.active_period not in PERIODS:
        raise bad("STORY_PERIOD_INVALID")
    _check_areas(call.areas)
    words = _words(call)
    kind, file = await _content(world, call.content, uploads)
    now = world.now
    story = Story(
        id=world.number(),
        person_id=business.person_id,
        kind=kind,
        file_unique_id=file,
        caption=words[0],
        entities=words[1],
        posted_at=now,
        expires_at=now + timedelta(seconds=call.active_period),
    )
    world.stories[story.id] = story
    return _told(world, story)


async def edit_story(world: World, call: EditStory, uploads: Uploads) -> Json:
    story = _story(world, call)
    _check_areas(call.areas)
    story.caption, story.entities = _words(call)
    story.kind, story.file_unique_id = await _content(world, call.content, uploads)
    return _told(world, story)


def delete_story(world: World, call: DeleteStory) -> bool:
    story = _story(world, call)
    story.is_deleted = True
    _told(world, story)
    return True


def _told(world: World, story: Story) -> Json:
    world.feed.tell("story", lambda: {"story": story_view(world, story)})
    person = world.people[story.person_id]
    return {
        "id": story.id,
        "chat": {"id": person.id, "type": "private", "first_name": person.first_name},
    }


def _business(world: World, connection_id: str) -> Business:
    business = world.businesses.get(connection_id)
    if business is None or not business.is_enabled:
        raise bad("business connection not found")
    if not business.can_manage_stories:
        raise bad("BOT_ACCESS_FORBIDDEN")
    return business


def _story(world: World, call: Any) -> Story:
    business = _business(world, call.business_connection_id)
    story = world.stories.get(call.story_id)
    if story is None or story.is_deleted or story.person_id != business.person_id:
        raise bad("STORY_ID_INVALID")
    return story


def _words(call: Any) -> tuple[str, list[Json]]:
    return caption_text(call.caption, call.parse_mode, call.caption_entities, STORY_CAPTION_LIMIT)


def _check_areas(areas: list[Any] | None) -> None:
    kinds = [str(area.type.type) for area in areas or ()]
    if len(kinds) > AREAS or kinds.count("link") > LINKS:
        raise bad("too many story areas specified")


async def _content(world: World, content: Any, uploads: Uploads) -> tuple[Any, str]:
    kind = str(content.type)
    upload = uploaded(getattr(content, kind), uploads)
    if upload is None:
        raise bad(f"story {kind} must be uploaded as a file")
    if kind == "video":
        if len(upload.data) > VIDEO_BYTES or (content.duration or 0) > VIDEO_SECONDS:
            raise bad("STORY_VIDEO_INVALID")
        stored = add_file(world, upload, "video", width=720, height=1280)
        return "video", stored.unique_id
    return "photo", await _photo(world, upload)


async def _photo(world: World, upload: Upload) -> str:
    """Telegram wants exactly 1080×1920; the file is kept as it came, since it is shown whole."""
    await add_photo(world, upload.data)  # the checks of every photo
    if picture_size(upload.data) != PHOTO_SIZE:
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return add_file(world, upload, "document").unique_id
