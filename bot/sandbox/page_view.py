"""The world as the page and other programs read it: plain JSON, words already made safe."""

from typing import Any

from bot.sandbox.profile import in_language
from bot.sandbox.safe_html import safe_html
from bot.sandbox.state import Chat, Json, PersonState, StoredMessage, Story
from bot.sandbox.world import World

SERVICES = ("chat_shared", "users_shared", "pinned_message", "new_chat_members")
KINDS = (
    "photo", "video", "animation", "video_note", "document", "audio", "voice", "sticker",
)  # fmt: skip
BUTTON_KINDS = {
    "callback_data": "callback",
    "url": "url",
    "copy_text": "copy",
    "switch_inline_query": "switch_inline",
    "switch_inline_query_chosen_chat": "switch_inline",
    "switch_inline_query_current_chat": "switch_inline_here",
    "web_app": "web_app",
}


def state_view(world: World, page_person: int) -> Json:
    return {
        "seq": world.feed.seq,
        "now": world.now.isoformat(),
        "page_person": page_person,
        "bot": world.bot_user(),
        "people": [person_view(person) for person in world.people.values()],
        "chats": [
            chat_view(world, chat, with_messages=True)
            for chat in world.chats.values()
            if page_person in chat.people
        ],
        "stories": [story_view(world, story) for story in world.stories.values()],
        "profile": profile_view(world, page_person),
    }


def person_view(person: PersonState) -> Json:
    business = person.business
    connected = {"can_manage_stories": business.can_manage_stories} if business else None
    return {
        "id": person.id,
        "first_name": person.first_name,
        "language": person.language_code,
        "country": person.country,
        "premium": person.is_premium,
        "blocked": person.has_blocked,
        "business": connected,
    }


def profile_view(world: World, person_id: int) -> Json:
    person = world.people[person_id]
    language = person.language_code
    profile = world.profile
    return {
        "description": in_language(profile.descriptions, language),
        "short_description": in_language(profile.short_descriptions, language),
        "commands": profile.commands_for(person_id, language),
    }


def chat_view(world: World, chat: Chat, *, with_messages: bool) -> Json:
    kinds = {"private": "bot", "friends": "friend"}
    view: Json = {
        "id": chat.id,
        "kind": kinds.get(chat.kind, chat.kind),
        "title": world.bot_name if chat.kind == "private" else chat.title,
        "draft": draft_view(chat),
        "action": chat.action,
        "keyboard": keyboard_view(chat),
        "bot_is_admin": bool(chat.rights),
        "username": chat.username,
        "people": chat.people,
    }
    if with_messages:
        view["messages"] = [message_view(world, chat, item) for item in chat.messages.values()]
    return view


def draft_view(chat: Chat) -> Json | None:
    draft = chat.draft
    if draft is None:
        return None
    return {
        "draft_id": draft.draft_id,
        "text": draft.text,
        "html": safe_html(draft.text, draft.entities),
        "can_stop": draft.can_stop,
    }


def keyboard_view(chat: Chat) -> Json | None:
    if chat.keyboard is None:
        return None
    return {
        "rows": [[_key_view(key) for key in row] for row in chat.keyboard["keyboard"]],
        "placeholder": chat.keyboard.get("input_field_placeholder"),
        "one_time": bool(chat.keyboard.get("one_time_keyboard")),
        "persistent": bool(chat.keyboard.get("is_persistent")),
    }


def _key_view(key: Json) -> Json:
    asked = next((name for name in key if name.startswith("request_")), None)
    view: Json = {"text": key["text"], "kind": asked or "text", "style": key.get("style")}
    if asked in ("request_chat", "request_users"):
        view["request_id"] = key[asked]["request_id"]
    if asked == "request_chat":
        view["wants"] = "channel" if key[asked]["chat_is_channel"] else "group"
    return view


def message_view(world: World, chat: Chat, message: StoredMessage) -> Json:
    wire = message.wire
    reply = wire.get("reply_to_message") or {}
    return {
        "id": message.id,
        "chat_id": chat.id,
        "date": message.sent_at.isoformat(),
        "edited": "edit_date" in wire,
        "sender": _sender(world, chat, message),
        "mine": not message.by_bot and message.sender_id == _page_person(chat),
        "via_bot": (wire.get("via_bot") or {}).get("username"),
        "text": message.words,
        "entities": message.entities,
        "html": safe_html(message.words, message.entities),
        "media": _media_view(message),
        "caption_above": bool(wire.get("show_caption_above_media")),
        "album": message.album,
        "reply_to": reply.get("message_id"),
        "forwarded_from": _forwarded(wire),
        "pinned": message.is_pinned,
        "protected": bool(wire.get("has_protected_content")),
        "silent": message.is_silent,
        "effect": message.effect,
        "reactions": message.reactions,
        "buttons": [[button_view(button) for button in row] for row in message.rows],
        "service": next((name for name in SERVICES if name in wire), None),
        "service_text": _service_text(wire),
    }


def _page_person(chat: Chat) -> int:
    """The first of a chat's people is the one whose side the page shows."""
    return chat.people[0] if chat.people else 0


def _sender(world: World, chat: Chat, message: StoredMessage) -> Json:
    if message.by_bot:
        return {"id": world.bot_id, "name": world.bot_name, "is_bot": True}
    if chat.kind == "channel":
        return {"id": chat.id, "name": chat.title, "is_bot": False}
    person = world.people[message.sender_id]
    return {"id": person.id, "name": person.first_name, "is_bot": False}


def _forwarded(wire: Json) -> str | None:
    origin = wire.get("forward_origin")
    if not origin:
        return None
    source: Json = origin.get("sender_user") or origin.get("chat") or {}
    name: str | None = source.get("first_name") or source.get("title")
    return name


def _service_text(wire: Json) -> str | None:
    shared: Json = wire.get("chat_shared") or {}
    title: str | None = shared.get("title")
    return title


def _media_view(message: StoredMessage) -> Json | None:
    kind = next((name for name in KINDS if name in message.wire), None)
    if kind is None:
        return None
    file: Any = message.wire[kind]
    file = file[-1] if isinstance(file, list) else file
    thumb = (file.get("thumbnail") or {}).get("file_unique_id")
    return {
        "kind": kind,
        "url": f"api/file/{file['file_unique_id']}",
        "thumb_url": f"api/file/{thumb}" if thumb else None,
        "width": file.get("width") or file.get("length"),
        "height": file.get("height") or file.get("length"),
        "duration": file.get("duration"),
        "name": file.get("file_name"),
        "size": file.get("file_size"),
        "mime": file.get("mime_type") or "image/jpeg",
        "spoiler": message.has_spoiler,
    }


def button_view(button: Json) -> Json:
    action = next((name for name in BUTTON_KINDS if name in button), "callback_data")
    value = button.get(action)
    if action == "callback_data":
        value = None
    elif isinstance(value, dict):
        value = value.get("text") or value.get("query") or value.get("url") or ""
    return {
        "text": button["text"],
        "kind": BUTTON_KINDS[action],
        "style": button.get("style"),
        "value": value,
    }


def story_view(world: World, story: Story) -> Json:
    return {
        "id": story.id,
        "person_id": story.person_id,
        "url": f"api/file/{story.file_unique_id}",
        "kind": story.kind,
        "caption": story.caption,
        "html": safe_html(story.caption, story.entities),
        "posted": story.posted_at.isoformat(),
        "expires": story.expires_at.isoformat(),
        "deleted": story.is_deleted or story.expires_at <= world.now,
    }
