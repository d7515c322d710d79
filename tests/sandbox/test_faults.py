import random
import time

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from bot.sandbox.faults import Fault, Kind
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from tests.sandbox.raw import RawApi


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("429", TelegramRetryAfter),
        ("500", TelegramServerError),
        ("502", TelegramServerError),
        ("502html", ClientDecodeError),
        ("drop_before", TelegramNetworkError),
        ("drop_after", TelegramNetworkError),
        ("corrupt", ClientDecodeError),
    ],
)
async def test_a_fault_looks_to_aiogram_as_it_would_in_the_wild(
    sandbox: Sandbox, bot: Bot, lou: Person, kind: Kind, error: type[Exception]
) -> None:
    sandbox.faults.add(Fault("sendMessage", kind, retry_after=7))
    with pytest.raises(error) as caught:
        await bot.send_message(lou.id, "hi")
    assert bool(lou.from_bot) is (kind in ("drop_after", "corrupt"))
    assert getattr(caught.value, "retry_after", 7) == 7
    await bot.send_message(lou.id, "hi")
    assert lou.last_message.text == "hi"


async def test_faults_strike_as_often_as_told_and_only_their_method(
    sandbox: Sandbox, api: RawApi, lou: Person
) -> None:
    sandbox.faults.add(Fault("SENDMESSAGE", "500", times=2))
    assert (await api("getMe"))["ok"]
    answers = [(await api("sendMessage", chat_id=lou.id, text="hi"))["ok"] for _ in range(3)]
    assert answers == [False, False, True]
    assert sandbox.faults.view() == []


async def test_updates_come_twice_or_in_another_order(
    sandbox: Sandbox, api: RawApi, lou: Person
) -> None:
    sandbox.faults.add(Fault("*", "duplicate"))
    await lou.say("twice")
    sandbox.faults.add(Fault("*", "reorder"))
    await lou.say("early")
    found = (await api("getUpdates"))["result"]
    texts = [update["message"]["text"] for update in found]
    assert texts == ["/start", "twice", "early", "twice"]


async def test_dice_with_one_seed_fall_the_same_way(sandbox: Sandbox, api: RawApi) -> None:
    async def play(seed: int) -> list[bool]:
        dice = random.Random(seed)
        sandbox.faults.random(dice, 0.4, kinds=("429", "500"))
        return [(await api("getMe"))["ok"] for _ in range(12)]

    first = await play(5)
    assert await play(5) == first
    assert {True, False} == set(first)


async def test_a_slow_answer_is_still_an_answer(sandbox: Sandbox, api: RawApi) -> None:
    sandbox.faults.add(Fault("getMe", "delay", seconds=0.05))
    before = time.monotonic()
    assert (await api("getMe"))["ok"]
    assert time.monotonic() >= before + 0.05


async def test_the_flood_model_lets_one_a_second_into_a_chat(
    sandbox: Sandbox, api: RawApi, lou: Person
) -> None:
    sandbox.flood.on = True
    assert (await api("sendMessage", chat_id=lou.id, text="one"))["ok"]
    refused = await api("sendMessage", chat_id=lou.id, text="two")
    assert (refused["error_code"], refused["parameters"]) == (429, {"retry_after": 1})
    assert refused["description"] == "Too Many Requests: retry after 1"


async def test_the_flood_model_lets_thirty_a_second_through(sandbox: Sandbox, api: RawApi) -> None:
    people = [sandbox.person(str(number)) for number in range(31)]
    for person in people:
        await person.start()
    sandbox.flood.on = True
    answers = [(await api("sendMessage", chat_id=person.id, text="x"))["ok"] for person in people]
    assert answers[:30] == [True] * 30


async def test_every_call_is_written_down(sandbox: Sandbox, api: RawApi, lou: Person) -> None:
    sandbox.faults.add(Fault("sendMessage", "429"))
    await api("sendmessage", chat_id=lou.id, text="x")
    await api("sendMessage", chat_id=lou.id, text="x")
    await api("sendMessage", chat_id=5, text="x")
    seen = [(call.method, call.chat_id, call.status) for call in sandbox.calls]
    assert seen == [
        ("sendMessage", lou.id, 429),
        ("sendMessage", lou.id, 200),
        ("sendMessage", 5, 400),
    ]
    assert sandbox.calls[0].at <= sandbox.calls[1].at


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("500", aiohttp.ClientResponseError),
        ("drop_after", aiohttp.ClientPayloadError),
    ],
)
async def test_a_download_can_fail_too(
    sandbox: Sandbox, lou: Person, bot: Bot, kind: Kind, error: type[Exception]
) -> None:
    sent = await lou.send_file("a.txt", b"abc")
    assert sent.document
    sandbox.faults.add(Fault("download", kind))
    file = await bot.get_file(sent.document["file_id"])
    assert file.file_path
    with pytest.raises(error):
        await bot.download_file(file.file_path)
    content = await bot.download_file(file.file_path)
    assert content
    assert content.read() == b"abc"
