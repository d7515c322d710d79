"""sendMessage, sendMessageDraft and sendChatAction."""

from datetime import timedelta

from aiogram.methods import SendChatAction, SendMessage, SendMessageDraft

from bot.sandbox.errors import bad
from bot.sandbox.page_view import draft_view
from bot.sandbox.posting import manner, post_as_bot
from bot.sandbox.state import Chat, Draft, Json
from bot.sandbox.texts import TEXT_LIMIT, formatted, message_text
from bot.sandbox.utf16 import utf16_length
from bot.sandbox.world import World

DRAFT_LIFETIME = timedelta(seconds=30)
ACTION_LIFETIME = timedelta(seconds=5)
ACTIONS = frozenset(
    (
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    )
)


def send_message(world: World, call: SendMessage) -> Json:
    text, entities = message_text(call.text, call.parse_mode, call.entities)
    chat = world.chat_to_write(call.chat_id)
    content: Json = {"text": text, "entities": entities}
    if call.link_preview_options is not None:
        options = call.model_dump(include={"link_preview_options"}, exclude_unset=True)
        content |= options
    return post_as_bot(world, chat, content, manner(world, chat, call)).wire


def send_message_draft(world: World, call: SendMessageDraft) -> bool:
    if not call.draft_id:
        raise bad("draft identifier must be non-zero")
    text, entities = formatted(call.text or "", call.parse_mode, call.entities)
    if utf16_length(text) > TEXT_LIMIT:
        raise bad("message is too long")
    chat = world.chat_to_write(call.chat_id)
    if chat.kind != "private":
        raise bad("chat type isn't supported")
    chat.draft = Draft(
        draft_id=call.draft_id,
        text=text,
        entities=entities,
        can_stop=bool(call.can_stop),
        keep_on_stop=bool(call.keep_on_stop),
        expires_at=world.now + DRAFT_LIFETIME,
    )
    world.fleeting.add(chat.id)
    tell_draft(world, chat)
    return True


def tell_draft(world: World, chat: Chat) -> None:
    chat.changed.ring()
    world.feed.tell("draft", lambda: {"chat_id": chat.id, "draft": draft_view(chat)})


def send_chat_action(world: World, call: SendChatAction) -> bool:
    if call.action not in ACTIONS:
        raise bad("wrong parameter action in request")
    chat = world.chat_to_write(call.chat_id)
    chat.action = call.action
    chat.action_until = world.now + ACTION_LIFETIME
    world.fleeting.add(chat.id)
    world.feed.tell("action", lambda: {"chat_id": chat.id, "action": call.action})
    return True
