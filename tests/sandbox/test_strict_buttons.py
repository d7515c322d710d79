from typing import Any

import pytest

from bot.sandbox.person import Person
from tests.sandbox.raw import RawApi

UNPARSED = "can't parse inline keyboard button: "


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Go"} | button]]}


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"callback_data": "x" * 65}, "BUTTON_DATA_INVALID"),
        ({"callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
        ({}, UNPARSED + "Text buttons are unallowed in the inline keyboard"),
        (
            {"callback_data": "a", "url": "https://example.org"},
            UNPARSED + "exactly one action is allowed in a button, found url, callback_data",
        ),
        ({"callback_data": "a", "style": "loud"}, UNPARSED + "invalid button style specified"),
        ({"copy_text": {"text": "x" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        (
            {"url": "http://localhost/x"},
            "inline keyboard button URL 'http://localhost/x' is invalid: Wrong HTTP URL",
        ),
        ({"text": " ", "callback_data": "a"}, "inline keyboard button text must be non-empty"),
    ],
)
async def test_a_wrong_button_is_refused(
    api: RawApi, lou: Person, button: dict[str, Any], words: str
) -> None:
    refusal = await api.refusal(
        "sendMessage", chat_id=lou.id, text="hi", reply_markup=keyboard(**button)
    )
    assert refusal == f"400 Bad Request: {words}"


@pytest.mark.parametrize(
    "button",
    [
        {"callback_data": "x" * 64, "style": "primary"},
        {"url": "https://example.org/a"},
        {"url": "tg://user?id=1"},
        {"copy_text": {"text": "x" * 256}},
        {"switch_inline_query": ""},
        {"switch_inline_query_chosen_chat": {"query": "share 1", "allow_user_chats": True}},
        {"web_app": {"url": "https://example.org/app"}},
    ],
)
async def test_a_right_button_arrives_as_it_was_sent(
    api: RawApi, lou: Person, button: dict[str, Any]
) -> None:
    sent = await api("sendMessage", chat_id=lou.id, text="hi", reply_markup=keyboard(**button))
    assert sent["result"]["reply_markup"] == keyboard(**button)


async def test_more_than_a_hundred_buttons_are_too_many(api: RawApi, lou: Person) -> None:
    rows = [[{"text": "x", "callback_data": "x"}]] * 101
    refusal = await api.refusal(
        "sendMessage", chat_id=lou.id, text="hi", reply_markup={"inline_keyboard": rows}
    )
    assert refusal == "400 Bad Request: reply markup is too long"


async def test_keys_under_the_text_field_come_and_go(api: RawApi, lou: Person) -> None:
    keys = {"keyboard": [[{"text": "Hello"}]], "resize_keyboard": True}
    await api("sendMessage", chat_id=lou.id, text="hi", reply_markup=keys)
    await lou.press("Hello")
    assert lou.messages[-1].text == "Hello"

    await api("sendMessage", chat_id=lou.id, text="hi", reply_markup={"remove_keyboard": True})
    with pytest.raises(LookupError):
        await lou.press("Hello")
