from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox


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
async def lou(sandbox: Sandbox) -> Person:
    lou = sandbox.person("Lou", language_code="fr")
    await lou.start()
    return lou
