import asyncio
from datetime import timedelta

import pytest

from bot.sandbox.acts import press
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.updates import OTHER_POLL
from tests.sandbox.raw import Json, RawApi

KEYBOARD = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}


async def updates(api: RawApi, **fields: object) -> list[Json]:
    found: list[Json] = (await api("getUpdates", **fields))["result"]
    return found


async def test_an_offset_confirms_what_came_before(api: RawApi, lou: Person) -> None:
    await lou.say("two")
    first, second = await updates(api)
    assert [first["message"]["text"], second["message"]["text"]] == ["/start", "two"]
    assert await updates(api, offset=second["update_id"]) == [second]
    assert await updates(api, offset=second["update_id"] + 1) == []


async def test_a_negative_offset_keeps_the_last(api: RawApi, lou: Person) -> None:
    await lou.say("two")
    assert [update["message"]["text"] for update in await updates(api, offset=-1)] == ["two"]


async def test_the_same_offset_asked_again_at_once_gets_one(api: RawApi, lou: Person) -> None:
    await lou.say("two")
    assert len(await updates(api)) == 2
    assert len(await updates(api)) == 1


async def test_no_more_than_asked_and_never_more_than_a_hundred(api: RawApi, lou: Person) -> None:
    for number in range(101):
        await lou.say(str(number))
    assert len(await updates(api, limit=3)) == 3
    assert len(await updates(api, offset=1, limit=500)) == 100


async def test_a_long_poll_waits_for_news(api: RawApi, lou: Person) -> None:
    last = (await updates(api))[-1]["update_id"]
    async with asyncio.TaskGroup() as tasks:
        poll = tasks.create_task(updates(api, offset=last + 1, timeout=5))
        await asyncio.sleep(0.05)
        await lou.say("news")
    assert [update["message"]["text"] for update in poll.result()] == ["news"]


async def test_a_second_poll_ends_the_first_with_a_conflict(sandbox: Sandbox, api: RawApi) -> None:
    async with asyncio.TaskGroup() as tasks:
        first = tasks.create_task(api("getUpdates", timeout=5))
        await asyncio.sleep(0.05)
        second = tasks.create_task(api("getUpdates", timeout=5))
        await asyncio.sleep(0.05)
        await sandbox.person().say("hi")
    refused = first.result()
    assert (refused["error_code"], refused["description"]) == (409, OTHER_POLL)
    assert len(second.result()["result"]) == 1


async def test_only_the_kinds_that_were_asked_for_arrive(api: RawApi, lou: Person) -> None:
    await updates(api, allowed_updates=["callback_query"], offset=-1)
    await lou.say("unheard")
    sent = await api("sendMessage", chat_id=lou.id, text="x", reply_markup=KEYBOARD)
    press(lou.world, lou.id, lou.chat, lou.last_message, lou.last_message.rows[0][0])
    found = await updates(api, offset=-1)
    assert found[0]["callback_query"]["message"]["message_id"] == sent["result"]["message_id"]


async def test_reactions_come_only_when_asked_for_by_name(api: RawApi, lou: Person) -> None:
    await lou.react(lou.messages[0], "❤")
    assert "message_reaction" not in (await updates(api))[-1]
    await updates(api, allowed_updates=["message_reaction"])
    await lou.react(lou.messages[0], "👍")
    change = (await updates(api, offset=-1))[0]["message_reaction"]
    assert change["new_reaction"] == [{"type": "emoji", "emoji": "👍"}]


@pytest.mark.parametrize(
    ("kind", "lives_seconds"),
    [("message", 86_400), ("callback_query", 150), ("inline_query", 30)],
)
async def test_updates_grow_old_by_kind(
    api: RawApi, sandbox: Sandbox, lou: Person, kind: str, lives_seconds: int
) -> None:
    sandbox.world.queue.clear()
    sandbox.world.queue.put(kind, lou.id, {"id": "1"})
    await sandbox.move_clock(timedelta(seconds=lives_seconds - 1))
    assert len(await updates(api)) == 1
    await sandbox.move_clock(timedelta(seconds=2))
    assert await updates(api) == []


async def test_a_batch_stops_at_four_mebibytes(api: RawApi, sandbox: Sandbox, lou: Person) -> None:
    for _ in range(3):
        sandbox.world.queue.put("message", lou.id, {"text": "x" * 2_000_000})
    assert len(await updates(api)) == 3  # /start and two


async def test_in_a_group_the_bot_hears_only_what_is_meant_for_it(
    api: RawApi, sandbox: Sandbox, lou: Person
) -> None:
    group = sandbox.chat(sandbox.group("Family", [lou, sandbox.person("Sam")]))
    group.rights = {}
    for text in ("just us", "/help"):
        await lou.say_in(group.id, text)
    assert [update["message"]["text"] for update in await updates(api)] == ["/start", "/help"]
