from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from tests.sandbox.raw import RawApi


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(first_retry_seconds=0.02)
    async with sandbox.serve():
        yield sandbox


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    bot = Bot(sandbox.bot_token, session=session)
    yield bot
    await session.close()


@pytest.fixture
async def api(sandbox: Sandbox) -> AsyncIterator[RawApi]:
    async with aiohttp.ClientSession() as session:
        yield RawApi(session, f"{sandbox.url}/bot{sandbox.bot_token}")


@pytest.fixture
async def page(sandbox: Sandbox) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(base_url=sandbox.page_url) as session:
        yield session


@pytest.fixture
async def lou(sandbox: Sandbox) -> Person:
    lou = sandbox.person("Lou", language_code="fr")
    await lou.start()
    return lou
