from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.types import BufferedInputFile, InputMediaPhoto

from bot.clock import MovableClock
from bot.sandbox.faults import Fault
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.telegram.origins import origin
from bot.telegram.status import StatusMessage
from tests.wire.conftest import Wire

PHOTO = Path("bot/sandbox/photos/coffee.jpg")


@pytest.fixture
async def wire(tmp_path: Path) -> AsyncIterator[Wire]:
    sandbox = Sandbox(MovableClock())
    async with sandbox.serve():
        wire = Wire(sandbox, tmp_path, by_webhook=False)
        async with wire.opened():
            yield wire


@pytest.fixture
async def lou(wire: Wire) -> Person:
    lou = wire.sandbox.person()
    await lou.say("hello")
    return lou


def picture() -> InputMediaPhoto:
    return InputMediaPhoto(
        media=BufferedInputFile(PHOTO.read_bytes(), "photo.jpg"), caption="Coffee"
    )


async def test_states_that_come_too_fast_are_skipped_and_the_last_is_shown(
    wire: Wire, lou: Person
) -> None:
    status = await StatusMessage.begin(wire.bot, lou.id, "0 of 9")
    for number in range(1, 10):
        await status.show(f"{number} of 9")
    await status.end("all nine")
    assert [message.text for message in lou.from_bot] == ["all nine"]
    assert wire.methods().count("editMessageText") == 2


async def test_it_may_end_as_a_picture(wire: Wire, lou: Person) -> None:
    status = await StatusMessage.begin(wire.bot, lou.id, "painting")
    await status.end_as_photo(picture())
    assert [(message.caption, bool(message.photo)) for message in lou.from_bot] == [
        ("Coffee", True)
    ]


async def test_deleted_by_the_person_it_ends_as_a_new_message(wire: Wire, lou: Person) -> None:
    status = await StatusMessage.begin(wire.bot, lou.id, "painting")
    await wire.bot.delete_message(lou.id, status.message_id or 0)
    await status.show("still painting")
    assert await status.end_as_photo(picture()) == lou.last_message.id
    assert [message.caption for message in lou.from_bot] == ["Coffee"]


@pytest.mark.parametrize("as_photo", [False, True])
async def test_when_nobody_knows_whether_it_arrived_the_end_is_sent(
    wire: Wire, lou: Person, *, as_photo: bool
) -> None:
    wire.sandbox.faults.add(Fault("sendMessage", "drop_before"))
    with origin("job:7"):
        status = await StatusMessage.begin(wire.bot, lou.id, "painting")
        await status.show("still painting")
        await (status.end_as_photo(picture()) if as_photo else status.end("done"))
    assert [message.caption or message.text for message in lou.from_bot] == [
        "Coffee" if as_photo else "done"
    ]


async def test_a_state_that_cannot_be_shown_is_no_error(wire: Wire, lou: Person) -> None:
    status = await StatusMessage.begin(wire.bot, lou.id, "0 of 2")
    wire.sandbox.faults.add(Fault("editMessageText", "500", times=4))
    await status.show("1 of 2")
    await status.end("2 of 2")
    assert lou.last_message.text == "2 of 2"
