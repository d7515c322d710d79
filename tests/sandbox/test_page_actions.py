"""Every deed of the page's door does what the scripted person's does."""

import aiohttp
from aiogram import Bot
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    KeyboardButtonRequestChat,
    KeyboardButtonRequestUsers,
    ReplyKeyboardMarkup,
)

from bot.sandbox.faults import Fault
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from tests.sandbox.page_client import post, state
from tests.sandbox.pictures import jpeg
from tests.sandbox.raw import Json


async def chat_of(page: aiohttp.ClientSession, kind: str) -> Json:
    chats: list[Json] = (await state(page))["chats"]
    return next(chat for chat in chats if chat["kind"] == kind)


async def test_language_country_and_premium_can_be_switched(
    page: aiohttp.ClientSession, lou: Person
) -> None:
    answer = await post(page, "person", language="en", country="FR", premium=True)
    assert answer["person"]["country"] == "FR"
    assert lou.state.wire()["language_code"] == "en"
    assert lou.state.wire()["is_premium"] is True


async def test_the_menu_of_commands_follows_the_language(
    page: aiohttp.ClientSession, bot: Bot, lou: Person
) -> None:
    for code, words in [(None, "my photos"), ("fr", "mes photos")]:
        command = BotCommand(command="gallery", description=words)
        await bot.set_my_commands([command], language_code=code)
    await state(page)  # from then on somebody watches

    for code, words in [("en", "my photos"), ("fr", "mes photos")]:
        await post(page, "person", language=code)
        told = lou.world.feed.since(0)[-1]
        assert told["profile"]["commands"][0]["description"] == words


async def test_blocking_and_business_are_switches(
    page: aiohttp.ClientSession, lou: Person
) -> None:
    await post(page, "block")
    assert lou.state.has_blocked
    await post(page, "unblock")
    await post(page, "business", connected=True, can_manage_stories=True)
    assert (await state(page))["people"][0]["business"] == {"can_manage_stories": True}
    await post(page, "business", connected=False)
    assert lou.state.business is None


async def test_faults_are_planned_seen_and_cleared(
    page: aiohttp.ClientSession, sandbox: Sandbox
) -> None:
    planned = await post(page, "fault", method="sendPhoto", kind="429", times=2, retry_after=3)
    assert planned["faults"][0]["left"] == 2
    await post(page, "flood", on=True)
    seen = await state(page)
    assert (seen["flood"], seen["faults"][0]["method"]) == (True, "sendPhoto")
    await post(page, "random_faults", share=0.5, seed=1)
    assert (await post(page, "faults_clear"))["faults"] == []
    assert sandbox.faults.take("getMe") is None


async def test_keys_that_ask_for_a_chat_or_people_are_answered(
    page: aiohttp.ClientSession, bot: Bot, lou: Person
) -> None:
    channel = await chat_of(page, "channel")
    asks = KeyboardButtonRequestChat(request_id=1, chat_is_channel=True, request_title=True)
    who = KeyboardButtonRequestUsers(request_id=2)
    keys = [
        KeyboardButton(text="C", request_chat=asks),
        KeyboardButton(text="W", request_users=who),
    ]
    markup = ReplyKeyboardMarkup(keyboard=[keys], input_field_placeholder="choose")
    await bot.send_message(lou.id, "which?", reply_markup=markup)
    keyboard = (await chat_of(page, "bot"))["keyboard"]
    assert keyboard["rows"][0][0]["wants"] == "channel"
    assert keyboard["placeholder"] == "choose"

    await post(page, "share_chat", request_id=1, target_chat_id=channel["id"])
    friend = (await state(page))["people"][1]["id"]
    await post(page, "share_users", request_id=2, user_ids=[friend])
    shown = (await chat_of(page, "bot"))["messages"]
    assert [message["service"] for message in shown[-2:]] == ["chat_shared", "users_shared"]
    assert shown[-2]["service_text"] == channel["title"]
    await bot.send_message(lou.id, "thanks", reply_markup=ForceReply())
    assert (await chat_of(page, "bot"))["keyboard"] is None


async def test_the_channel_gives_and_takes_the_right_to_post(
    page: aiohttp.ClientSession, bot: Bot
) -> None:
    channel = (await chat_of(page, "channel"))["id"]
    await post(page, "rights", chat_id=channel, admin=True)
    await bot.send_message(channel, "first post")
    shown = await chat_of(page, "channel")
    assert shown["bot_is_admin"] is True
    assert shown["messages"][0]["sender"]["is_bot"] is True
    await post(page, "rights", chat_id=channel, admin=False)
    assert (await chat_of(page, "channel"))["bot_is_admin"] is False


async def test_messages_are_reacted_to_forwarded_and_removed(
    page: aiohttp.ClientSession, bot: Bot, lou: Person
) -> None:
    sent = await bot.send_message(lou.id, "look")
    friend = (await chat_of(page, "friend"))["id"]
    await post(page, "react", message_id=sent.message_id, emoji="❤")
    await post(page, "forward", message_id=sent.message_id, target_chat_id=friend)
    forwarded = (await chat_of(page, "friend"))["messages"][0]
    assert forwarded["forwarded_from"] == "Pépite"
    assert lou.last_message.reactions == ["❤"]
    await post(page, "delete", message_id=sent.message_id)
    assert lou.from_bot == []


async def test_buttons_of_each_kind_are_named(
    page: aiohttp.ClientSession, bot: Bot, lou: Person
) -> None:
    rows = [
        [InlineKeyboardButton(text="a", url="https://example.org/a")],
        [InlineKeyboardButton(text="b", copy_text=CopyTextButton(text="copied"))],
        [InlineKeyboardButton(text="c", switch_inline_query_current_chat="here")],
    ]
    markup = InlineKeyboardMarkup(inline_keyboard=rows)
    await bot.send_message(lou.id, "x", reply_markup=markup)
    shown = (await chat_of(page, "bot"))["messages"][-1]["buttons"]
    assert [(row[0]["kind"], row[0]["value"]) for row in shown] == [
        ("url", "https://example.org/a"),
        ("copy", "copied"),
        ("switch_inline_here", "here"),
    ]


async def test_a_draft_streams_and_is_stopped_from_the_page(
    page: aiohttp.ClientSession, bot: Bot, lou: Person
) -> None:
    await bot.send_message_draft(lou.id, 9, text="<i>Once</i>", parse_mode="HTML", can_stop=True)
    draft = (await chat_of(page, "bot"))["draft"]
    assert (draft["html"], draft["can_stop"]) == ("<i>Once</i>", True)
    await post(page, "stop", draft_id=9)
    assert (await chat_of(page, "bot"))["draft"] is None


async def test_files_are_served_whole_or_in_parts(
    page: aiohttp.ClientSession, bot: Bot, lou: Person
) -> None:
    film = BufferedInputFile(b"0123456789", "a.mp4")
    await bot.send_video(lou.id, film, duration=1, width=2, height=3)
    url = (await chat_of(page, "bot"))["messages"][-1]["media"]["url"]
    async with page.get(url, headers={"Range": "bytes=2-4"}) as response:
        assert (response.status, await response.read()) == (206, b"234")
        assert response.headers["Content-Range"] == "bytes 2-4/10"
    await bot.send_document(lou.id, BufferedInputFile(b"<script>", "a.html"))
    url = (await chat_of(page, "bot"))["messages"][-1]["media"]["url"]
    async with page.get(url) as response:
        assert response.headers["Content-Disposition"] == "attachment"
        assert response.content_type == "application/octet-stream"
    async with page.get("api/file/nothing") as response:
        assert response.status == 404


async def test_the_log_of_calls_can_be_read(
    page: aiohttp.ClientSession, bot: Bot, lou: Person, sandbox: Sandbox
) -> None:
    sandbox.faults.add(Fault("getMe", "delay", seconds=0))
    await bot.get_me()
    await bot.send_photo(lou.id, BufferedInputFile(jpeg(10, 10), "a.jpg"))
    async with page.get("api/calls") as response:
        calls = (await response.json())["calls"]
    assert [call["method"] for call in calls] == ["getMe", "sendPhoto"]


async def test_the_page_itself_is_served(page: aiohttp.ClientSession) -> None:
    async with page.get("") as response:
        assert response.content_type == "text/html"
    async with page.post("api/nothing", json={}) as response:
        assert response.status == 404
    async with page.post("api/say", data="text=x") as response:
        assert response.status == 400
