"""What people arrange around the bot: chats, shared chats, its rights, blocking, business."""

from typing import Any

from bot.sandbox.errors import bad
from bot.sandbox.members import bot_member, business_wire, full_rights, tell_bot_of_itself
from bot.sandbox.page_view import person_view
from bot.sandbox.posting import post_as_person, show_chat
from bot.sandbox.state import Business, Chat, Json, StoredMessage
from bot.sandbox.world import World

FRIENDS_FROM = 6_000_000_000_000
CHANNELS_FROM = -1_001_000_000_000


def friends_chat(world: World, person_id: int, friend_id: int) -> Chat:
    """The chat of two people, made when it is first needed."""
    for chat in world.chats.values():
        if chat.kind == "friends" and {person_id, friend_id} == set(chat.people):
            return chat
    chat = Chat(
        id=FRIENDS_FROM + world.number(),
        kind="friends",
        title=world.people[friend_id].first_name,
        people=[person_id, friend_id],
    )
    world.chats[chat.id] = chat
    show_chat(world, chat)
    return chat


def new_chat(world: World, kind: Any, title: str, people: list[int]) -> Chat:
    chat = Chat(id=CHANNELS_FROM - world.number(), kind=kind, title=title, people=people)
    world.chats[chat.id] = chat
    show_chat(world, chat)
    return chat


def share_chat(world: World, person_id: int, request_id: int, target: Chat) -> StoredMessage:
    """Answer a request_chat button: the bot gets what rights the button asked for."""
    private = world.chats[person_id]
    key = _request(private, "request_chat", request_id)["request_chat"]
    wanted = key.get("bot_administrator_rights") or {}
    if wanted:
        set_rights(world, person_id, target, *[name for name, given in wanted.items() if given])
    shared: Json = {"request_id": request_id, "chat_id": target.id}
    if key.get("request_title"):
        shared["title"] = target.title
    if key.get("request_username") and target.username:
        shared["username"] = target.username
    return post_as_person(world, private, person_id, {"chat_shared": shared})


def rename_chat(world: World, chat: Chat, title: str, username: str | None) -> None:
    """What a channel's owner does in its settings: the bot is not told."""
    chat.title, chat.username = title, username
    show_chat(world, chat)


def hand_over(world: World, chat: Chat, person_id: int) -> None:
    """Somebody else's now; whoever it was taken from is no longer in it."""
    chat.people = [person_id]
    show_chat(world, chat)


def share_users(
    world: World, person_id: int, request_id: int, user_ids: list[int]
) -> StoredMessage:
    private = world.chats[person_id]
    key = _request(private, "request_users", request_id)["request_users"]
    users = [
        {"user_id": number}
        | ({"first_name": world.people[number].first_name} if key.get("request_name") else {})
        for number in user_ids
    ]
    shared: Json = {"request_id": request_id, "users": users}
    return post_as_person(world, private, person_id, {"users_shared": shared})


def _request(chat: Chat, kind: str, request_id: int) -> Json:
    rows = (chat.keyboard or {}).get("keyboard", [])
    for key in (key for row in rows for key in row):
        if kind in key and key[kind]["request_id"] == request_id:
            found: Json = key
            return found
    raise bad("no button asks for that")


def set_rights(world: World, person_id: int, chat: Chat, *granted: str) -> None:
    """Make the bot an administrator, or with nothing granted throw it out."""
    before = bot_member(world, chat)
    chat.rights = full_rights(*granted) if granted else None
    chat.was_kicked = not granted
    tell_bot_of_itself(world, chat, person_id, before)
    show_chat(world, chat)


def set_blocked(world: World, person_id: int, *, blocked: bool) -> None:
    person, chat = world.people[person_id], world.chats[person_id]
    if person.has_blocked == blocked:
        return
    before = bot_member(world, chat)
    person.has_blocked = blocked
    tell_bot_of_itself(world, chat, person_id, before)
    world.feed.tell("person", lambda: {"person": person_view(person)})


def set_business(
    world: World, person_id: int, *, is_enabled: bool, can_manage_stories: bool
) -> Business:
    person = world.people[person_id]
    business = person.business or Business(
        id=world.opaque_id(),
        person_id=person_id,
        can_manage_stories=can_manage_stories,
        since=world.now,
    )
    business.is_enabled, business.can_manage_stories = is_enabled, can_manage_stories
    world.businesses[business.id] = business
    person.business = business if is_enabled else None
    world.queue.put("business_connection", person_id, business_wire(world, business))
    world.feed.tell("person", lambda: {"person": person_view(person)})
    return business
