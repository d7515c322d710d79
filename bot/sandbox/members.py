"""Who is what in a chat, as the Bot API writes it, and the news when that changes."""

from aiogram.types import ChatAdministratorRights

from bot.sandbox.state import Business, Chat, Json
from bot.sandbox.world import World

ALL_RIGHTS = tuple(ChatAdministratorRights.model_fields)


def full_rights(*granted: str) -> Json:
    """Every right as a boolean; `can_manage_chat` comes with being an administrator."""
    return {name: name in granted or name == "can_manage_chat" for name in ALL_RIGHTS}


def bot_member(world: World, chat: Chat) -> Json:
    bot = world.bot_user()
    if chat.kind == "private":
        blocked = world.people[chat.id].has_blocked
        return _kicked(bot) if blocked else {"status": "member", "user": bot}
    if chat.was_kicked:
        return _kicked(bot)
    if chat.rights is None:
        return {"status": "left", "user": bot}
    if not any(chat.rights.values()):
        return {"status": "member", "user": bot}
    return {"status": "administrator", "user": bot, "can_be_edited": False} | chat.rights


def _kicked(user: Json) -> Json:
    return {"status": "kicked", "user": user, "until_date": 0}


def person_member(world: World, chat: Chat, person_id: int) -> Json:
    user = world.people[person_id].wire()
    if person_id not in chat.people:
        return {"status": "left", "user": user}
    if chat.kind != "private" and chat.people[0] == person_id:
        return {"status": "creator", "user": user, "is_anonymous": False}
    return {"status": "member", "user": user}


def tell_bot_of_itself(world: World, chat: Chat, by_person: int, before: Json) -> None:
    """`my_chat_member`: somebody changed what the bot is in the chat."""
    change = {
        "chat": world.chat_wire(chat),
        "from": world.people[by_person].wire(),
        "date": world.unix_now,
        "old_chat_member": before,
        "new_chat_member": bot_member(world, chat),
    }
    world.queue.put("my_chat_member", chat.id, change)


def business_wire(world: World, business: Business) -> Json:
    rights: Json = {"can_manage_stories": True} if business.can_manage_stories else {}
    return {
        "id": business.id,
        "user": world.people[business.person_id].wire(),
        "user_chat_id": business.person_id,
        "date": int(business.since.timestamp()),
        "is_enabled": business.is_enabled,
        "rights": rights,
    }
