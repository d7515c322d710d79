"""The rules of buttons: one action each, 64 bytes of data, styles, addresses."""

from typing import Any
from urllib.parse import urlsplit

from aiogram.types import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.sandbox.errors import ApiError, bad
from bot.sandbox.state import Chat, Json

DATA_BYTES = 64
COPY_LENGTH = 256
BUTTONS = 100
STYLES = ("primary", "success", "danger")
ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
    "disabled",
)


def inline_keyboard(markup: InlineKeyboardMarkup | None, *, is_private: bool) -> Json | None:
    """The keyboard as the Bot API shows it, None for none; raises ApiError."""
    if markup is None or not any(markup.inline_keyboard):
        return None
    buttons = [button for row in markup.inline_keyboard for button in row]
    if len(buttons) > BUTTONS:
        raise bad("reply markup is too long")
    for button in buttons:
        _check(button, is_private=is_private)
    dumped: Json = markup.model_dump(exclude_none=True, mode="json")
    return dumped


def _check(button: InlineKeyboardButton, *, is_private: bool) -> None:
    actions = [name for name in ACTIONS if getattr(button, name) not in (None, False)]
    if button.callback_data == "" or not actions:
        raise _unparsed("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _unparsed(f"exactly one action is allowed in a button, found {', '.join(actions)}")
    if not button.text.strip():
        raise bad("inline keyboard button text must be non-empty")
    if button.style and button.style not in STYLES:
        raise _unparsed("invalid button style specified")
    _check_action(button, is_private=is_private)


def _check_action(button: InlineKeyboardButton, *, is_private: bool) -> None:
    if button.callback_data and len(button.callback_data.encode()) > DATA_BYTES:
        raise bad("BUTTON_DATA_INVALID")
    if button.url:
        _check_url(button.url)
    if button.copy_text and not 1 <= len(button.copy_text.text) <= COPY_LENGTH:
        raise bad("BUTTON_COPY_TEXT_INVALID")
    if button.web_app:
        if not is_private:
            raise bad("BUTTON_TYPE_INVALID")
        if not button.web_app.url.startswith("https://"):
            raise bad(
                f"inline keyboard button Web App URL '{button.web_app.url}' is invalid: "
                "Only HTTPS links are allowed"
            )


def _check_url(url: str) -> None:
    address = urlsplit(url if ":" in url else f"http://{url}")
    if address.scheme == "tg":
        return
    if address.scheme not in ("http", "https"):
        reason = "Unsupported URL protocol"
    elif "." not in (address.hostname or ""):
        reason = "Wrong HTTP URL"
    else:
        return
    raise bad(f"inline keyboard button URL '{url}' is invalid: {reason}")


def _unparsed(reason: str) -> ApiError:
    return bad(f"can't parse inline keyboard button: {reason}")


def apply_markup(chat: Chat, markup: Any) -> Json | None:
    """Inline keyboards go on the message, the others under the chat's text field."""
    if markup is None:
        return None
    if isinstance(markup, InlineKeyboardMarkup):
        return inline_keyboard(markup, is_private=chat.kind == "private")
    if isinstance(markup, ReplyKeyboardRemove):
        chat.keyboard = None
    elif isinstance(markup, ReplyKeyboardMarkup):
        chat.keyboard = _reply_keyboard(chat, markup)
    elif isinstance(markup, ForceReply):
        chat.keyboard = None
    return None


def _reply_keyboard(chat: Chat, markup: ReplyKeyboardMarkup) -> Json:
    for row in markup.keyboard:
        for button in row:
            _check_reply_button(chat, button)
    dumped: Json = markup.model_dump(exclude_none=True, mode="json")
    return dumped


def _check_reply_button(chat: Chat, button: KeyboardButton) -> None:
    if not button.text.strip():
        raise bad("keyboard button text must be non-empty")
    requests = ("request_chat", "request_users", "request_contact", "request_location", "web_app")
    asked = [name for name in requests if getattr(button, name)]
    if len(asked) > 1:
        raise bad("can't parse keyboard button: exactly one optional field is allowed")
    if asked and chat.kind != "private":
        raise bad(f"{asked[0].replace('_', ' ')} is allowed in private chats only")
