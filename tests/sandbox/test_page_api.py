import asyncio
import json
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiogram import Bot
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, InlineQueryResultCachedPhoto

from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from tests.sandbox.page_client import post, state
from tests.sandbox.pictures import jpeg
from tests.sandbox.raw import message_of


async def test_a_newcomer_finds_a_person_a_friend_and_a_channel(
    page: aiohttp.ClientSession,
) -> None:
    seen = await state(page)

    assert [chat["kind"] for chat in seen["chats"]] == ["bot", "friend", "channel"]
    assert len(seen["people"]) == 2


@pytest.mark.usefixtures("lou")
async def test_what_is_said_and_sent_on_the_page_reaches_the_bot(
    page: aiohttp.ClientSession, bot: Bot
) -> None:
    await bot.get_updates(offset=-1)
    await post(page, "say", text="salut")
    form = aiohttp.FormData({"as": "photo", "caption": "two"})
    for name in ("a.jpg", "b.jpg"):
        form.add_field("files", jpeg(64, 48), filename=name, content_type="image/jpeg")
    async with page.post("api/send", data=form) as response:
        assert len((await response.json())["message_ids"]) == 2

    _, said, first, second = map(message_of, await bot.get_updates())
    assert (said.text, first.caption) == ("salut", "two")
    assert first.media_group_id == second.media_group_id
    assert first.photo
    assert first.photo[-1].width == 64


async def test_the_page_presses_and_hears_the_answer_in_its_stream(
    page: aiohttp.ClientSession, bot: Bot, lou: Person
) -> None:
    seq = (await state(page))["seq"]
    keyboard = [[InlineKeyboardButton(text="Yes", callback_data="yes", style="success")]]
    markup = InlineKeyboardMarkup(inline_keyboard=keyboard)
    sent = await bot.send_message(lou.id, "<b>ok</b>?", parse_mode="HTML", reply_markup=markup)
    await post(page, "press", message_id=sent.message_id, row=0, column=0)
    pressed = (await bot.get_updates())[-1].callback_query
    assert pressed
    await bot.answer_callback_query(pressed.id, "noted", show_alert=True)

    async with page.get("api/events", params={"after": seq}) as stream:
        events = [json.loads(line[6:]) async for line in _two_data_lines(stream)]
    assert events[0]["message"]["html"] == "<b>ok</b>?"
    assert events[0]["message"]["buttons"][0][0]["value"] is None
    assert (events[1]["kind"], events[1]["text"], events[1]["alert"]) == ("answer", "noted", True)


async def _two_data_lines(stream: aiohttp.ClientResponse) -> AsyncIterator[bytes]:
    found = 0
    async for line in stream.content:
        if line.startswith(b"data: "):
            yield line
            found += 1
        if found == 2:
            return


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 421),
        ({"Host": "localhost:1"}, 421),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
async def test_strange_hosts_and_origins_are_refused(
    page: aiohttp.ClientSession, headers: dict[str, str], status: int
) -> None:
    async with page.get("api/state", headers=headers) as response:
        assert response.status == status
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]


async def test_without_the_token_there_is_no_page(sandbox: Sandbox) -> None:
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{sandbox.url}/wrong/api/state") as response:
            assert response.status == 404
        async with session.get(f"{sandbox.page_url}static/..%2Fserver.py") as response:
            assert response.status == 404


async def test_moving_the_clock_wakes_whoever_asked_for_it(
    page: aiohttp.ClientSession, sandbox: Sandbox
) -> None:
    woken = asyncio.Event()

    async def tick() -> None:
        woken.set()

    sandbox.on_move(tick)
    before = sandbox.clock.now()
    assert (await post(page, "clock", seconds=86_400))["ok"]
    assert woken.is_set()
    assert (sandbox.clock.now() - before).days == 1


@pytest.mark.parametrize(
    ("accepted", "language"),
    [("fr-FR,fr;q=0.9,en;q=0.8", "fr"), ("en-GB,en;q=0.9,fr;q=0.8", "en"), ("de", "en")],
)
async def test_a_newcomer_speaks_as_their_browser_until_they_choose(
    sandbox: Sandbox, page: aiohttp.ClientSession, accepted: str, language: str
) -> None:
    sandbox.furnish()
    opened = {"Accept-Language": accepted}
    await page.get("api/state", headers=opened)
    me = sandbox.people()[0].state
    assert me.language_code == language

    chosen = "en" if language == "fr" else "fr"
    await post(page, "person", language=chosen)
    await page.get("api/state", headers=opened)

    assert me.language_code == chosen


async def test_a_wrong_action_is_a_clear_refusal(page: aiohttp.ClientSession) -> None:
    assert (await post(page, "say"))["ok"] is False
    assert (await post(page, "say", text="x", chat_id=5))["ok"] is False
    assert (await post(page, "fault", method="*", kind="fire"))["ok"] is False


async def test_another_program_makes_a_person_speaks_and_waits(
    page: aiohttp.ClientSession, bot: Bot
) -> None:
    made = (await post(page, "new_person", first_name="Ana", language="fr"))["person"]
    await post(page, "say", person=made["id"], text="salut")
    assert (await post(page, "last_message", person=made["id"]))["message"] is None
    await bot.send_message(made["id"], "bonjour Ana")
    heard = await post(page, "wait", person=made["id"], contains="Ana")
    assert heard["message"]["text"] == "bonjour Ana"
    assert (await post(page, "wait", person=made["id"], contains="no", seconds=0.05))[
        "ok"
    ] is False


async def test_the_page_offers_and_chooses_inline(
    page: aiohttp.ClientSession, bot: Bot, lou: Person
) -> None:
    friend = next(chat for chat in (await state(page))["chats"] if chat["kind"] == "friend")
    photo = (await lou.send_photo(jpeg(60, 40))).photo
    assert photo
    async with asyncio.TaskGroup() as tasks:
        asking = tasks.create_task(post(page, "inline", query="gem", chat_id=friend["id"]))
        query = None
        while query is None:
            updates = await bot.get_updates(offset=-1)
            query = updates[-1].inline_query
        result = InlineQueryResultCachedPhoto(id="1", photo_file_id=photo["file_id"])
        await bot.answer_inline_query(query.id, [result], is_personal=True)
    offer = asking.result()
    assert offer["results"][0]["url"].startswith("api/file/")
    await post(page, "choose", query_id=offer["query_id"], result_id="1", chat_id=friend["id"])
    chat = next(chat for chat in (await state(page))["chats"] if chat["id"] == friend["id"])
    assert chat["messages"][-1]["via_bot"] == "pepite_bot"
    async with page.get(chat["messages"][-1]["media"]["url"]) as response:
        assert response.content_type == "image/jpeg"
