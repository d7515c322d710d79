"""answerCallbackQuery and answerInlineQuery, each within its time."""

from datetime import timedelta
from typing import Any

from aiogram.methods import AnswerCallbackQuery, AnswerInlineQuery

from bot.sandbox.errors import bad
from bot.sandbox.inline_results import result_content
from bot.sandbox.state import CallbackAnswer, InlineAnswer, Json
from bot.sandbox.texts import CALLBACK_TEXT_LIMIT
from bot.sandbox.utf16 import utf16_length
from bot.sandbox.world import World

CALLBACK_LIFETIME = timedelta(seconds=150)
INLINE_LIFETIME = timedelta(seconds=30)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
RESULTS = 50
RESULT_ID_BYTES = 64


def answer_callback(world: World, call: AnswerCallbackQuery) -> bool:
    pressed = world.pressed.get(call.callback_query_id)
    if pressed is None or pressed.asked_at + CALLBACK_LIFETIME < world.now:
        raise bad(TOO_OLD)
    if utf16_length(call.text or "") > CALLBACK_TEXT_LIMIT:
        raise bad("MESSAGE_TOO_LONG")
    if call.url and not call.url.startswith(("tg://", f"https://t.me/{world.bot_username}")):
        raise bad("URL_INVALID")
    answer = CallbackAnswer(call.text or "", is_alert=bool(call.show_alert), url=call.url)
    if pressed.answer.done():
        return True
    pressed.answer.set_result(answer)
    world.feed.tell(
        "answer",
        lambda: {
            "callback_id": pressed.id,
            "chat_id": pressed.chat_id,
            "message_id": pressed.message_id,
            "text": answer.text,
            "alert": answer.is_alert,
            "url": answer.url,
        },
    )
    return True


def answer_inline(world: World, call: AnswerInlineQuery) -> bool:
    asked = world.asked.get(call.inline_query_id)
    if asked is None or asked.answer.done() or asked.asked_at + INLINE_LIFETIME < world.now:
        raise bad(TOO_OLD)
    if len(call.results) > RESULTS:
        raise bad("RESULTS_TOO_MUCH")
    button = _button(call.button)
    contents: dict[str, Json] = {}
    results = []
    for result in call.results:
        name = result.id
        if not name or len(name.encode()) > RESULT_ID_BYTES:
            raise bad("RESULT_ID_INVALID")
        if name in contents:
            raise bad("RESULT_ID_DUPLICATE")
        contents[name] = result_content(world, result)
        # aiogram's own defaults cannot be written, and nobody sent them
        dumped = result.model_dump(mode="json", warnings=False, fallback=lambda _unset: None)
        results.append({name: value for name, value in dumped.items() if value is not None})
    cached = 300 if call.cache_time is None else call.cache_time
    answer = InlineAnswer(results, contents, button, cached, bool(call.is_personal))
    asked.answer.set_result(answer)
    return True


def _button(button: Any) -> Json | None:
    if button is None:
        return None
    if bool(button.web_app) == bool(button.start_parameter):
        raise bad("InlineQueryResultsButton must have exactly one optional field")
    dumped: Json = button.model_dump(exclude_none=True, mode="json")
    return dumped
