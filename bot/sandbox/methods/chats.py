"""getMe, getChat, getChatMember, getFile, getBusinessConnection."""

from aiogram.methods import GetBusinessConnection, GetChat, GetChatMember, GetFile, GetMe

from bot.sandbox.errors import bad
from bot.sandbox.members import bot_member, business_wire, person_member
from bot.sandbox.state import Json
from bot.sandbox.world import World


def get_me(world: World, _call: GetMe) -> Json:
    return world.bot_user() | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "can_connect_to_business": True,
        "has_main_web_app": False,
    }


def get_chat(world: World, call: GetChat) -> Json:
    chat = world.chat_for_bot(call.chat_id)
    wire = world.chat_wire(chat) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    pinned = [message for message in chat.messages.values() if message.is_pinned]
    if pinned:
        wire["pinned_message"] = pinned[-1].wire
    return wire


def get_chat_member(world: World, call: GetChatMember) -> Json:
    chat = world.chat_for_bot(call.chat_id)
    if call.user_id == world.bot_id:
        return bot_member(world, chat)
    if call.user_id not in world.people:
        raise bad("PARTICIPANT_ID_INVALID")
    return person_member(world, chat, call.user_id)


def get_file(world: World, call: GetFile) -> Json:
    return world.files.to_download(call.file_id)


def get_business_connection(world: World, call: GetBusinessConnection) -> Json:
    business = world.businesses.get(call.business_connection_id)
    if business is None:
        raise bad("business connection not found")
    return business_wire(world, business)
