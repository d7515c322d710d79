"""Nothing lost and nothing said twice, by polling and by webhook alike."""

import asyncio

from aiogram.types import Message

from bot.sandbox.faults import Fault
from storage.telegram import SendState
from tests.wire.conftest import Wire


def echo(wire: Wire) -> None:
    @wire.dispatcher.message()
    async def answer(message: Message) -> None:
        await message.answer(f"heard {message.text}")


async def test_every_message_is_answered_once_and_in_order(wire: Wire) -> None:
    echo(wire)
    lou = wire.sandbox.person()
    async with wire.running():
        for number in range(6):
            await lou.say(str(number))
        await wire.all_done()
    assert [message.text for message in lou.from_bot] == [f"heard {n}" for n in range(6)]


async def test_an_update_that_comes_twice_is_answered_once(wire: Wire) -> None:
    echo(wire)
    lou = wire.sandbox.person()
    wire.sandbox.faults.add(Fault("getUpdates", "duplicate", times=3))
    async with wire.running():
        for number in range(3):
            await lou.say(str(number))
        await wire.all_done()
    assert [message.text for message in lou.from_bot] == [f"heard {n}" for n in range(3)]
