"""Nothing lost and nothing said twice, by polling and by webhook alike."""

import asyncio
from datetime import timedelta

import pytest
from aiogram import F
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.sandbox.faults import Fault, Kind
from storage.telegram import SendState
from tests.wire.conftest import Wire, until

BUTTON = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Go", callback_data="go")]]
)


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


async def test_12_an_update_that_comes_twice_is_answered_once(wire: Wire) -> None:
    echo(wire)
    lou = wire.sandbox.person()
    wire.sandbox.faults.add(Fault("getUpdates", "duplicate", times=3))
    async with wire.running():
        for number in range(3):
            await lou.say(str(number))
        await wire.all_done()
    assert [message.text for message in lou.from_bot] == [f"heard {n}" for n in range(3)]


async def test_what_was_done_is_emptied_and_only_its_number_stays(wire: Wire) -> None:
    echo(wire)
    lou = wire.sandbox.person()
    async with wire.running():
        await lou.say("a secret")
        await wire.all_done()
        rows = await wire.inbox_rows()
        assert [(row.payload, row.chat_id) for row in rows] == [(None, None)]
        wire.clock.move(timedelta(days=8))
        await wire.inbox.prune()
        assert await wire.inbox_rows() == []
        assert await wire.sends() == []


async def test_too_many_requests_are_waited_for(wire: Wire) -> None:
    echo(wire)
    lou = wire.sandbox.person()
    wire.sandbox.faults.add(Fault("sendMessage", "429", retry_after=1))
    async with wire.running():
        await lou.say("hello")
        await wire.all_done()
        assert await wire.sends() == [SendState.SENT]
    assert [message.text for message in lou.from_bot] == ["heard hello"]


@pytest.mark.parametrize(
    ("fault", "arrived"),
    [("502html", 0), ("500", 0), ("drop_before", 0), ("drop_after", 1), ("corrupt", 1)],
)
async def test_a_send_of_unknown_outcome_is_counted_and_never_repeated(
    wire: Wire, fault: Kind, arrived: int
) -> None:
    echo(wire)
    lou = wire.sandbox.person()
    wire.sandbox.faults.add(Fault("sendMessage", fault))
    async with wire.running():
        await lou.say("one")
        await lou.say("two")
        await wire.all_done()
        assert await wire.sends() == [SendState.UNKNOWN, SendState.SENT]
        async with wire.storage.read() as tx:
            assert await tx.telegram.count_unknown() == 1
    assert len(lou.from_bot) == arrived + 1


@pytest.mark.parametrize(
    "fault", ["429", "502html", "500", "drop_before", "drop_after", "corrupt"]
)
async def test_an_edit_is_repeated_until_it_arrived(wire: Wire, fault: Kind) -> None:
    @wire.dispatcher.message()
    async def count(message: Message) -> None:
        sent = await message.answer("counting")
        await sent.edit_text("counted")

    lou = wire.sandbox.person()
    wire.sandbox.faults.add(Fault("editMessageText", fault, times=2, retry_after=1))
    async with wire.running():
        await lou.say("go")
        await wire.all_done()
    assert [message.text for message in lou.from_bot] == ["counted"]


async def test_what_is_so_already_is_no_error(wire: Wire) -> None:
    ended = asyncio.Event()

    @wire.dispatcher.message()
    async def twice(message: Message) -> None:
        sent = await message.answer("same")
        await sent.edit_text("same")
        await wire.bot.delete_message(message.chat.id, 999_999)
        await wire.bot.answer_callback_query("12345")
        ended.set()

    lou = wire.sandbox.person()
    async with wire.running():
        await lou.say("go")
        await wire.all_done()
    assert ended.is_set()


async def test_somebody_who_blocked_the_bot_is_written_down_and_left_alone(wire: Wire) -> None:
    gate = asyncio.Event()

    @wire.dispatcher.message()
    async def late(message: Message) -> None:
        await gate.wait()
        await message.answer("too late")

    lou = wire.sandbox.person()
    async with wire.running():
        await lou.say("bye")
        await until(lambda: "sendMessage" not in wire.methods())
        await lou.block()
        gate.set()
        await wire.all_done()
        assert await wire.sends() == []
    assert wire.blocked == [lou.id]
    assert wire.methods().count("sendMessage") == 1


async def test_two_quick_taps_never_run_together_but_two_chats_do(wire: Wire) -> None:
    here: dict[int, int] = {}
    most_of_one, most_of_all = 0, 0

    @wire.dispatcher.message()
    async def busy(message: Message) -> None:
        nonlocal most_of_one, most_of_all
        here[message.chat.id] = here.get(message.chat.id, 0) + 1
        most_of_one = max(most_of_one, here[message.chat.id])
        most_of_all = max(most_of_all, sum(here.values()))
        await asyncio.sleep(0.05)
        here[message.chat.id] -= 1

    people = [wire.sandbox.person(), wire.sandbox.person("Max")]
    async with wire.running():
        for _ in range(4):
            for person in people:
                await person.say("tap")
        await wire.all_done()
    assert (most_of_one, most_of_all) == (1, 2)


async def test_a_handler_that_fails_is_tried_again_and_says_nothing_twice(wire: Wire) -> None:
    attempts: list[bool] = []

    @wire.dispatcher.message()
    async def shaky(message: Message, *, is_last_attempt: bool) -> None:
        attempts.append(is_last_attempt)
        await message.answer("one moment")
        if len(attempts) < 3:
            raise ValueError("as planned")
        await message.answer("here it is")

    lou = wire.sandbox.person()
    async with wire.running():
        await lou.say("go")
        await wire.all_done()
    assert [message.text for message in lou.from_bot] == ["one moment", "here it is"]
    assert attempts == [False, False, False]


async def test_a_poisoned_update_is_given_up_and_the_next_ones_are_served(wire: Wire) -> None:
    attempts: list[bool] = []

    @wire.dispatcher.message(F.text == "poison")
    async def poisoned(_message: Message, *, is_last_attempt: bool) -> None:
        attempts.append(is_last_attempt)
        raise ValueError("as planned")

    echo(wire)
    lou = wire.sandbox.person()
    async with wire.running():
        await lou.say("poison")
        await lou.say("water")
        await wire.all_done()
    assert attempts == [False] * 4 + [True]
    assert [message.text for message in lou.from_bot] == ["heard water"]


async def test_a_stop_waits_for_what_has_begun_and_a_start_takes_up_the_rest(wire: Wire) -> None:
    begun = asyncio.Event()

    @wire.dispatcher.message()
    async def slow(message: Message) -> None:
        begun.set()
        await asyncio.sleep(0.2)
        await message.answer(f"heard {message.text}")

    lou = wire.sandbox.person()
    async with wire.running():
        for number in range(3):
            await lou.say(str(number))
        await begun.wait()
    assert 1 <= len(lou.from_bot) < 3
    async with wire.running():
        await wire.all_done()
    assert [message.text for message in lou.from_bot] == [f"heard {n}" for n in range(3)]


async def test_an_update_cut_short_is_replayed_without_repeating_what_was_sent(
    wire: Wire,
) -> None:
    cut = True

    @wire.dispatcher.message()
    async def in_two_steps(message: Message) -> None:
        first = await message.answer("first")
        second = await message.answer("second")
        if cut:
            await asyncio.Event().wait()
        await message.answer(f"after {first.message_id}, {second.message_id} or so")

    lou = wire.sandbox.person()
    async with wire.killed():
        await lou.say("go")
        await until(lambda: len(lou.from_bot) == 2)
    cut = False
    async with wire.running():
        await wire.all_done()
        states = await wire.sends()
    # The second was confirmed by nobody: its outcome is unknown, and the third is not begun.
    assert [message.text for message in lou.from_bot] == ["first", "second"]
    assert states == [SendState.SENT, SendState.UNKNOWN]


async def test_an_old_tap_is_not_answered_after_a_restart(wire: Wire) -> None:
    pressed: list[str | None] = []

    @wire.dispatcher.message()
    async def offer(message: Message) -> None:
        await message.answer("press", reply_markup=BUTTON)

    @wire.dispatcher.callback_query()
    async def press(query: CallbackQuery) -> None:
        pressed.append(query.data)
        if len(pressed) == 1:
            await asyncio.Event().wait()
        await query.answer()

    lou = wire.sandbox.person()
    async with wire.killed():
        await lou.say("go")
        await until(lambda: bool(lou.from_bot))
        async with asyncio.TaskGroup() as group:
            group.create_task(wire.give_up_on(lou.press("Go", seconds=1)))
            await until(lambda: bool(pressed))
    wire.clock.move(timedelta(seconds=151))
    async with wire.running():
        await wire.all_done()
    assert len(pressed) == 1


async def test_what_comes_while_the_past_is_read_waits_behind_it(wire: Wire) -> None:
    echo(wire)
    lou = wire.sandbox.person()
    async with wire.opened(), wire.fed():  # nobody works yet
        for number in range(4):
            await lou.say(str(number))
        await until(lambda: not len(wire.sandbox.world.queue) or wire.by_webhook)
        working = asyncio.get_running_loop().create_task(wire.inbox.run())
        for number in range(4, 8):
            await lou.say(str(number))
        await wire.all_done()
        wire.inbox.stop()
        await working
    assert [message.text for message in lou.from_bot] == [f"heard {n}" for n in range(8)]
