from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.faults import Fault
from bot.sandbox.person import Person
from bot.telegram.origins import origin
from bot.telegram.status import StatusMessage
from tests.wire.conftest import Wire, polling


@pytest.fixture
async def wire(tmp_path: Path) -> AsyncIterator[Wire]:
    async with polling(tmp_path) as wire:
        yield wire


async def test_states_that_come_too_fast_are_skipped_and_the_last_is_shown(
    wire: Wire, lou: Person
) -> None:
    status = await StatusMessage.begin(wire.bot, lou.id, "0 of 9")
    for number in range(1, 10):
        await status.show(f"{number} of 9")
    await status.end("all nine")
    assert [message.text for message in lou.from_bot] == ["all nine"]
    assert wire.methods().count("editMessageText") == 2


async def test_deleted_by_the_person_it_ends_as_a_new_message(wire: Wire, lou: Person) -> None:
    status = await StatusMessage.begin(wire.bot, lou.id, "painting")
    await wire.bot.delete_message(lou.id, status.message_id or 0)
    await status.show("still painting")
    await status.end("done")
    assert status.message_id == lou.last_message.id
    assert [message.text for message in lou.from_bot] == ["done"]


async def test_when_nobody_knows_whether_it_arrived_the_end_is_sent(
    wire: Wire, lou: Person
) -> None:
    wire.sandbox.faults.add(Fault("sendMessage", "drop_before"))
    with origin("job:7"):
        status = await StatusMessage.begin(wire.bot, lou.id, "painting")
        await status.show("still painting")
        await status.end("done")
    assert [message.text for message in lou.from_bot] == ["done"]


async def test_a_state_that_cannot_be_shown_is_no_error(wire: Wire, lou: Person) -> None:
    status = await StatusMessage.begin(wire.bot, lou.id, "0 of 2")
    wire.sandbox.faults.add(Fault("editMessageText", "500", times=4))
    await status.show("1 of 2")
    await status.end("2 of 2")
    assert lou.last_message.text == "2 of 2"
