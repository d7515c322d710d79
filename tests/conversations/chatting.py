"""The bot with an endpoint, and how somebody comes to chat with it."""

import asyncio
import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.app import App, open_app
from bot.jobs.pool import Pool
from bot.sandbox.endpoint import TEXT_MODEL, StandIn
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.settings import read_settings
from bot.telegram.pace import Pacer
from bot.texts import Texts
from storage.personal_data import Purpose
from tests.conversations.conftest import SWIFT
from tests.furnished import furnished


@pytest.fixture
def stand_in() -> StandIn:
    return StandIn()


@pytest_asyncio.fixture(loop_scope="session")
async def app(
    sandbox: Sandbox, pool: Pool, tmp_path: Path, stand_in: StandIn
) -> AsyncIterator[App]:
    """The bot with an endpoint."""
    async with stand_in.serve() as url:
        settings = read_settings(
            bot_token=sandbox.bot_token,
            telegram_api=sandbox.url,
            home=tmp_path / "data",
            key_file=tmp_path / "key",
            operator="somebody",
            ai_url=url,
            ai_model=TEXT_MODEL,
        )
        furnished(settings.home, settings.key_file)
        dice, pacer = random.Random(7), Pacer(SWIFT, SWIFT)
        async with open_app(settings, sandbox.clock, dice=dice, pool=pool, pacer=pacer) as opened:
            sandbox.on_move(opened.clock_moved, opened.next_due)
            sandbox.on_settle(opened.at_rest)
            until = asyncio.Event()
            async with asyncio.TaskGroup() as group:
                running = group.create_task(opened.run(until))
                yield opened
                until.set()
                await running


async def agrees(lou: Person, t: Texts, app: App) -> None:
    """To the endpoint, from the chat's own offer."""
    await lou.say("quelle étrange planète")
    await lou.wait_for(lambda m: t("assistant-button-chat") in m.buttons)
    await lou.press(t("assistant-button-chat"))
    notices = app.roles.registrar.notices
    label = notices.show(Purpose.SUGGEST_EXTERNAL_AI, t.language, most=1, quiet="").yes
    await lou.wait_for(lambda m: label in m.buttons)
    await lou.press(label)
    await lou.wait_for(lambda m: m.words.startswith(t("consent-given")))


async def opens(lou: Person, t: Texts, app: App) -> None:
    """The gesture without which nothing leaves."""
    label = t("assistant-button-ask", host=app.roles.remote.host)
    await lou.wait_for(lambda m: label in m.buttons)
    await lou.press(label)
