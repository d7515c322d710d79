from datetime import timedelta

from aiogram import Bot

from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox


async def test_a_draft_lives_half_a_minute_and_an_action_five_seconds(
    sandbox: Sandbox, bot: Bot, lou: Person
) -> None:
    await bot.send_chat_action(lou.id, "typing")
    await bot.send_message_draft(lou.id, 1, text="Once")
    await sandbox.move_clock(timedelta(seconds=6))
    chat = sandbox.chat(lou.id)
    assert (chat.action, chat.draft is None) == (None, False)
    await sandbox.move_clock(timedelta(seconds=25))
    assert sandbox.chat(lou.id).draft is None


async def test_a_message_ends_draft_and_action(sandbox: Sandbox, bot: Bot, lou: Person) -> None:
    await bot.send_chat_action(lou.id, "upload_photo")
    await bot.send_message_draft(lou.id, 1, text="Once")
    await bot.send_message(lou.id, "Once upon a time")
    chat = sandbox.chat(lou.id)
    assert (chat.action, chat.draft) == (None, None)


async def test_people_who_watch_are_told_what_vanished(
    sandbox: Sandbox, bot: Bot, lou: Person
) -> None:
    feed = sandbox.world.feed
    feed.is_watched = True
    await bot.send_chat_action(lou.id, "typing")
    await sandbox.move_clock(timedelta(minutes=1))
    assert [event["kind"] for event in feed.since(0)] == ["action", "clock", "action"]
    assert feed.since(0)[-1]["action"] is None


async def test_who_is_too_far_behind_starts_anew(sandbox: Sandbox) -> None:
    feed = sandbox.world.feed
    feed.is_watched = True
    for _ in range(5_002):
        feed.tell("clock", dict)
    assert [event["kind"] for event in feed.since(1)] == ["reset"]
    assert len(feed.since(5_000)) == 2
