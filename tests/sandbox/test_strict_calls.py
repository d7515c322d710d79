import pytest
from aiogram import Bot
from aiogram.methods import SendMessage

from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from tests.sandbox.pictures import jpeg
from tests.sandbox.raw import RawApi


async def test_one_call_means_the_same_in_every_encoding(api: RawApi, lou: Person) -> None:
    markup = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    call = {"chat_id": lou.id, "text": "hi", "disable_notification": True, "reply_markup": markup}

    answers = [
        await api("sendMessage", **call),
        await api.urlencoded("SENDMESSAGE", **call),
        await api.query("sendmessage", **call),
        await api.multipart("sendMessage", {}, **call),
    ]

    assert all(answer["result"]["reply_markup"] == markup for answer in answers)
    assert [message.is_silent for message in lou.from_bot] == [True] * 4


async def test_an_unknown_method_is_not_found(api: RawApi) -> None:
    assert await api.refusal("sendMesage") == "404 Not Found: method not found"


async def test_a_method_without_an_answer_here_says_so(api: RawApi) -> None:
    assert (await api.refusal("getStarTransactions")).startswith("501 Not Implemented")
    assert (await api("setChatTitle", chat_id=1, title="x"))["result"] is True


async def test_another_token_is_unauthorized(sandbox: Sandbox, api: RawApi) -> None:
    stranger = RawApi(api._session, f"{sandbox.url}/bot1:wrong")  # the same connection
    assert await stranger.refusal("getMe") == "401 Unauthorized"


@pytest.mark.parametrize(
    "extra",
    [
        {"txet": "typo"},
        {"link_preview_options": {"disabled": True}},
        {"reply_markup": {"inline_keyboard": [[{"text": "x", "callback_dat": "1"}]]}},
        {"entities": [{"type": "bold", "offset": 0, "length": 1, "lenght": 1}]},
    ],
)
async def test_a_field_that_the_api_does_not_know_is_refused(
    api: RawApi, lou: Person, extra: dict[str, object]
) -> None:
    assert "unknown" in await api.refusal("sendMessage", chat_id=lou.id, text="hi", **extra)


async def test_a_typo_in_an_aiogram_call_is_refused_too(bot: Bot, lou: Person) -> None:
    with pytest.raises(Exception, match="unknown parameter"):
        await bot(SendMessage(chat_id=lou.id, text="hi", disable_notifications=True))


@pytest.mark.parametrize(
    ("method", "fields", "words"),
    [
        ("sendMessage", {"text": "hi"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": 1001}, "message text is empty"),
        ("sendMessage", {"chat_id": 1001, "text": " \n "}, "message text is empty"),
        ("sendMessage", {"chat_id": 5, "text": "hi"}, "chat not found"),
        ("sendMessage", {"chat_id": "@nobody", "text": "hi"}, "chat not found"),
        ("sendPhoto", {"chat_id": 1001}, "there is no photo in the request"),
        ("sendDocument", {"chat_id": 1001}, "there is no document in the request"),
        ("sendChatAction", {"chat_id": 1001, "action": "x"}, "wrong parameter action in request"),
        (
            "sendMessage",
            {"chat_id": 1001, "text": "hi", "reply_markup": "x"},
            "can't parse reply markup JSON object",
        ),
        (
            "sendMessage",
            {"chat_id": 1001, "text": "hi", "parse_mode": "Markup"},
            "unsupported parse_mode",
        ),
    ],
)
@pytest.mark.usefixtures("lou")
async def test_what_is_missing_or_wrong_is_named_in_the_real_words(
    api: RawApi, method: str, fields: dict[str, object], words: str
) -> None:
    answer = await api.urlencoded(method, **fields)
    assert (answer["error_code"], answer["description"]) == (400, f"Bad Request: {words}")


async def test_attached_files_and_references_must_meet(api: RawApi, lou: Person) -> None:
    photo = jpeg(40, 30)
    named = await api.multipart("sendPhoto", {"photo": photo}, chat_id=lou.id)
    referred = await api.multipart(
        "sendPhoto", {"part": photo}, chat_id=lou.id, photo="attach://part"
    )
    dangling = await api.multipart(
        "sendPhoto", {"part": photo}, chat_id=lou.id, photo="attach://other"
    )
    unused = await api.multipart(
        "sendPhoto", {"part": photo, "more": photo}, chat_id=lou.id, photo="attach://part"
    )

    assert named["ok"]
    assert referred["ok"]
    assert dangling["description"].startswith("Bad Request: ")
    assert "more" in unused["description"]


async def test_a_bot_may_not_write_first(sandbox: Sandbox, api: RawApi) -> None:
    shy = sandbox.person("Shy")
    assert (
        await api.refusal("sendMessage", chat_id=shy.id, text="hi")
        == "400 Bad Request: chat not found"
    )


async def test_a_blocked_bot_is_told_so(api: RawApi, lou: Person) -> None:
    await lou.block()
    for method, fields in (
        ("sendMessage", {"text": "hi"}),
        ("sendChatAction", {"action": "typing"}),
    ):
        words = await api.refusal(method, chat_id=lou.id, **fields)
        assert words == "403 Forbidden: bot was blocked by the user"
    await lou.unblock()
    assert (await api("sendMessage", chat_id=lou.id, text="hi"))["ok"]


async def test_what_has_no_effect_here_is_not_pretended(api: RawApi, lou: Person) -> None:
    refusal = await api.refusal("sendMessage", chat_id=lou.id, text="x", message_thread_id=3)
    assert refusal.startswith("501 Not Implemented: message_thread_id")
