import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.client.session.middlewares.base import NextRequestMiddlewareType
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import BufferedInputFile, InputMediaPhoto, MessageId

from bot.clock import MovableClock
from bot.sandbox.faults import Fault
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.telegram.errors import OutcomeUnknown, PersonBlocked
from bot.telegram.origins import origin
from storage.telegram import SendState
from tests.conversations.given import until
from tests.wire.conftest import Wire, polling

PHOTOS = Path("bot/sandbox/photos")


@pytest.fixture
async def wire(tmp_path: Path) -> AsyncIterator[Wire]:
    async with polling(tmp_path) as wire:
        yield wire


async def test_a_job_run_again_finds_its_messages_instead_of_sending_them(
    wire: Wire, lou: Person
) -> None:
    found = []
    for _ in range(2):
        with origin("job:7"):
            first = await wire.bot.send_message(lou.id, "first")
            again = await wire.bot.copy_message(lou.id, lou.id, first.message_id)
            assert isinstance(again, MessageId)
            found.append([first.message_id, again.message_id])
    assert found == [[message.id for message in lou.from_bot]] * 2


async def test_an_album_is_found_again_as_a_whole(wire: Wire, lou: Person) -> None:
    photo = BufferedInputFile((PHOTOS / "coffee.jpg").read_bytes(), "coffee.jpg")
    found = []
    for _ in range(2):
        with origin("job:7"):
            sent = await wire.bot.send_media_group(lou.id, [InputMediaPhoto(media=photo)] * 2)
            found.append([message.message_id for message in sent])
    assert found == [[message.id for message in lou.from_bot]] * 2


async def test_a_message_found_again_can_be_edited(wire: Wire, lou: Person) -> None:
    for text in ("once", "twice"):
        with origin("job:7"):
            message = await wire.bot.send_message(lou.id, "…")
            await message.edit_text(text)
    assert [message.text for message in lou.from_bot] == ["twice"]


async def test_a_send_that_was_refused_may_be_tried_again(wire: Wire, lou: Person) -> None:
    with origin("job:7"), pytest.raises(TelegramBadRequest):
        await wire.bot.send_message(lou.id, "")
    with origin("job:7"):
        await wire.bot.send_message(lou.id, "better")
    assert [message.text for message in lou.from_bot] == ["better"]


async def test_a_send_of_unknown_outcome_stays_unknown_for_whoever_tries_again(
    wire: Wire, lou: Person
) -> None:
    wire.sandbox.faults.add(Fault("sendMessage", "drop_after"))
    for _ in range(3):
        with origin("job:7"), pytest.raises(OutcomeUnknown):
            await wire.bot.send_message(lou.id, "hello")
    assert len(lou.from_bot) == 1
    assert await wire.sends() == [SendState.UNKNOWN]


async def test_a_send_cut_short_is_unknown_to_whoever_tries_again(wire: Wire, lou: Person) -> None:
    wire.sandbox.faults.add(Fault("sendMessage", "delay", seconds=0.5))
    with origin("job:7"), suppress(TimeoutError):
        async with asyncio.timeout(0.1):
            await wire.bot.send_message(lou.id, "hello")
    assert await wire.sends() == [SendState.CLAIMED]
    with origin("job:7"), pytest.raises(OutcomeUnknown):
        await wire.bot.send_message(lou.id, "hello")
    assert await wire.sends() == [SendState.UNKNOWN]


@pytest.mark.parametrize("is_away", [True, False])
async def test_a_send_cut_short_while_it_waits_leaves_the_next_time(
    wire: Wire, lou: Person, *, is_away: bool
) -> None:
    """A stop while Telegram is away, or asks for silence: what never left is not unknown."""
    if is_away:
        wire.bot.session.api = wire.away()
    else:
        wire.sandbox.faults.add(Fault("sendMessage", "429", retry_after=1))
    failed = _first_failure(wire.bot)
    with origin("job:7"):
        sending = asyncio.get_running_loop().create_task(wire.bot.send_message(lou.id, "at last"))
    await failed.wait()

    async def is_free() -> bool:
        return not await wire.sends()

    await until(is_free)
    sending.cancel()
    await asyncio.wait({sending})
    assert await wire.sends() == []
    wire.bot.session.api = wire.here()
    with origin("job:7"):
        await wire.bot.send_message(lou.id, "at last")
    assert [message.text for message in lou.from_bot] == ["at last"]


async def test_sends_are_found_by_whom_they_went_to(wire: Wire, lou: Person) -> None:
    async with wire.storage.begin() as tx:
        person = await tx.people.add(lou.id, "en")
    with origin("job:7"):
        message = await wire.bot.send_message(lou.id, "hello")
    async with wire.storage.read() as tx:
        since = tx.now - timedelta(minutes=1)
        assert await tx.telegram.sent_since(person.id, since) == [message.message_id]
        assert await tx.telegram.sent_since(person.id, tx.now + timedelta(minutes=1)) == []
        assert await tx.telegram.pictures_since(person.id, since) == []
    with origin("job:8"):
        page = await wire.bot.send_photo(
            lou.id, BufferedInputFile((PHOTOS / "cat.jpg").read_bytes(), "p.jpg")
        )
    async with wire.storage.read() as tx:
        assert await tx.telegram.pictures_since(person.id, since) == [page.message_id]


async def test_while_telegram_is_away_a_message_waits_and_then_leaves_once(
    tmp_path: Path,
) -> None:
    sandbox = Sandbox(MovableClock())
    async with sandbox.serve():
        wire = Wire(sandbox, tmp_path, by_webhook=False)
        lou = sandbox.person()
        await lou.say("hello")
        async with wire.opened(), asyncio.TaskGroup() as group:
            wire.bot.session.api = wire.away()
            sending = group.create_task(wire.bot.send_message(lou.id, "at last"))
            await asyncio.sleep(0.3)
            assert lou.from_bot == []
            wire.bot.session.api = wire.here()
            await sending
    assert [message.text for message in lou.from_bot] == ["at last"]


async def test_patience_ends(wire: Wire, lou: Person) -> None:
    wire.bot.session.api = wire.away()
    with pytest.raises(TelegramNetworkError):
        await wire.bot.send_message(lou.id, "never")


async def test_a_silence_of_hours_is_somebody_elses_to_plan(wire: Wire, lou: Person) -> None:
    wire.sandbox.faults.add(Fault("sendMessage", "429", retry_after=7000))
    with pytest.raises(TelegramRetryAfter):
        await wire.bot.send_message(lou.id, "hello")


async def test_what_cannot_be_repeated_to_success_ends_with_its_error(
    wire: Wire, lou: Person
) -> None:
    message = await wire.bot.send_message(lou.id, "hello")
    wire.sandbox.faults.add(Fault("editMessageText", "drop_before", times=100))
    with pytest.raises(TelegramNetworkError):
        await message.edit_text("good bye")
    assert wire.methods().count("editMessageText") == 4


async def test_a_person_who_left_is_told_from_a_channel_that_closed(
    wire: Wire, lou: Person
) -> None:
    channel = wire.sandbox.channel("Trips", lou)
    with pytest.raises(TelegramForbiddenError):
        await wire.bot.send_message(channel, "hello")
    await lou.block()
    with pytest.raises(PersonBlocked):
        await wire.bot.send_message(lou.id, "hello")
    assert wire.blocked == [lou.id]


def _first_failure(bot: Bot) -> asyncio.Event:
    """Set once a request of this bot has failed on its way."""
    failed = asyncio.Event()

    async def noted(
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        try:
            return await make_request(bot, method)
        except TelegramAPIError:
            failed.set()
            raise

    bot.session.middleware(noted)
    return failed
