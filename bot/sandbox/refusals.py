"""What a call that does not fit its model is answered, as near to the real words as can be."""

from collections.abc import Mapping, Sequence
from typing import Any

from aiogram.methods.base import TelegramMethod
from pydantic import ValidationError

from bot.sandbox.errors import ApiError, bad

MISSING: Mapping[str, str] = {
    "chat_id": "chat_id is empty",
    "from_chat_id": "chat_id is empty",
    "text": "message text is empty",
    "photo": "there is no photo in the request",
    "video": "there is no video in the request",
    "animation": "there is no animation in the request",
    "document": "there is no document in the request",
    "media": "media not found",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "file_id": "file_id not specified",
    "action": "wrong parameter action in request",
    "business_connection_id": "business connection not found",
    "content": "story content isn't specified",
    "callback_query_id": ("query is too old and response timeout expired or query ID is invalid"),
    "inline_query_id": "query is too old and response timeout expired or query ID is invalid",
}
WRONG: Mapping[str, str] = {
    "chat_id": "chat not found",
    "reply_markup": "object expected as reply markup",
    "message_id": "message identifier is not specified",
    "link_preview_options": "object expected as link preview options",
    "reply_parameters": "object expected as reply parameters",
    "media": "can't parse InputMedia: media not found",
    "commands": "can't parse BotCommand",
    "scope": "can't parse BotCommandScope",
    "entities": "can't parse MessageEntity",
    "caption_entities": "can't parse MessageEntity",
    "content": "invalid story content type specified",
    "rights": "can't parse ChatAdministratorRights",
}


def refusal(model: type[TelegramMethod[Any]], error: ValidationError) -> ApiError:
    """The first thing wrong, named by its place in the call."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = _place(first["loc"])
    known = MISSING if first["type"] == "missing" and "." not in place else WRONG
    top = place.partition(".")[0]
    if top in known:
        return bad(_with_place(known[top], place, top))
    if first["type"] == "missing":
        return bad(f'parameter "{place}" is required')
    return bad(f'wrong parameter "{place}" in {model.__api_method__}: {first["msg"].lower()}')


def _with_place(words: str, place: str, top: str) -> str:
    """The real server says which button or field only sometimes; here it always helps."""
    return words if place == top else f"{words} ({place})"


def _place(location: Sequence[int | str]) -> str:
    return ".".join(str(step) for step in location if not _is_model_name(step))


def _is_model_name(step: int | str) -> bool:
    return isinstance(step, str) and step[:1].isupper()
