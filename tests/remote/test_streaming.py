"""Words appear while they are written, can be stopped, and never get in the way of the answer."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.sandbox.faults import Fault
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.state import Draft
from bot.telegram import streaming
from bot.telegram.streaming import Stops, live_text


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second is long in a test."""
    monkeypatch.setattr(streaming, "EVERY_S", 0.05)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    telegram = Sandbox()
    async with telegram.serve():
        yield telegram


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    api = TelegramAPIServer.from_base(sandbox.url)
    opened = Bot(sandbox.bot_token, session=AiohttpSession(api=api))
    yield opened
    await opened.session.close()


@pytest.fixture
async def lou(sandbox: Sandbox) -> Person:
    person = sandbox.person("Lou")
    await person.say("/start")  # a bot may only write to who wrote first
    return person


def preview(sandbox: Sandbox, person: Person) -> Draft | None:
    """What the person sees being written."""
    return sandbox.world.chats[person.id].draft


def previews_sent(sandbox: Sandbox) -> int:
    return sum(call.method == "sendMessageDraft" for call in sandbox.calls)


async def seen(sandbox: Sandbox, person: Person, text: str) -> Draft:
    async with asyncio.timeout(60):
        while (draft := preview(sandbox, person)) is None or draft.text != text:
            await sandbox.world.chats[person.id].changed.wait()
    return draft


async def test_first_it_thinks_then_the_words_come(
    sandbox: Sandbox, bot: Bot, lou: Person
) -> None:
    async with live_text(bot, lou.id, Stops()) as live:
        await seen(sandbox, lou, "")
        for words in ("A", "A cat", "A cat sleeps."):
            await live.show(words)
        await seen(sandbox, lou, "A cat sleeps.")
    assert previews_sent(sandbox) == 2  # those that come too fast are skipped


async def test_half_a_tag_is_shown_as_it_is(sandbox: Sandbox, bot: Bot, lou: Person) -> None:
    async with live_text(bot, lou.id, Stops()) as live:
        await live.show("1 < 2 and <b")
        await seen(sandbox, lou, "1 < 2 and <b")


async def test_a_stop_reaches_who_writes_and_no_other_chat(
    sandbox: Sandbox, bot: Bot, lou: Person
) -> None:
    stops = Stops()
    sam = sandbox.person("Sam")
    await sam.say("/start")
    async with live_text(bot, lou.id, stops) as live, live_text(bot, sam.id, stops) as other:
        await live.show("A cat")
        number = (await seen(sandbox, lou, "A cat")).draft_id
        assert not stops.stop(sam.id, number)
        assert stops.stop(lou.id, number)
        assert live.stop.is_set()
        assert not other.stop.is_set()
    assert not stops.stop(lou.id, number)


async def test_a_server_that_knows_no_previews_is_asked_once(
    sandbox: Sandbox, bot: Bot, lou: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streaming, "MOST_CHARACTERS", 5000)  # refused: 4,096 is the limit
    async with live_text(bot, lou.id, Stops()) as live:
        await live.show("x" * 5000)
        await asyncio.sleep(0.2)
        await live.show("y")
        await asyncio.sleep(0.2)
    assert previews_sent(sandbox) == 1


async def test_one_lost_preview_is_followed_by_the_next(
    sandbox: Sandbox, bot: Bot, lou: Person
) -> None:
    sandbox.faults.add(Fault("sendMessageDraft", "500"))
    async with live_text(bot, lou.id, Stops()) as live:
        await asyncio.sleep(0.1)
        await live.show("still here")
        await seen(sandbox, lou, "still here")


async def test_no_preview_follows_the_message_that_it_announced(
    sandbox: Sandbox, bot: Bot, lou: Person
) -> None:
    sandbox.faults.add(Fault("sendMessageDraft", "delay", seconds=0.2))
    async with live_text(bot, lou.id, Stops()) as live:
        await live.show("A cat")
        await asyncio.sleep(0.05)
    await bot.send_message(lou.id, "A cat sleeps.")
    await asyncio.sleep(0.3)
    methods = [call.method for call in sandbox.calls if call.method.startswith("sendMessage")]
    assert methods[-1] == "sendMessage"


async def test_the_callers_own_error_comes_through_as_it_is(bot: Bot, lou: Person) -> None:
    with pytest.raises(ZeroDivisionError):
        async with live_text(bot, lou.id, Stops()):
            raise ZeroDivisionError
