"""A download that never ends, by drops or by a flood: it ends all the same."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.telegram.download import FileTooBig, downloader

TOKEN = "1:a-token-of-this-test-alone"  # noqa: S105
FLOOD = bytes(1024 * 1024)


async def describe(_request: web.Request) -> web.Response:
    file = {"file_id": "a", "file_unique_id": "a", "file_path": "photos/a.jpg", "file_size": 9}
    return web.json_response({"ok": True, "result": file})


@asynccontextmanager
async def endless(piece: bytes, pause_s: float) -> AsyncIterator[Bot]:
    """A server that says nine bytes and sends `piece` for ever."""

    async def send(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        while True:
            await answer.write(piece)
            await asyncio.sleep(pause_s)

    telegram = web.Application()
    telegram.router.add_post(f"/bot{TOKEN}/getFile", describe)
    telegram.router.add_get(f"/file/bot{TOKEN}/photos/a.jpg", send)
    async with TestServer(telegram) as server:
        api = TelegramAPIServer.from_base(str(server.make_url("/")))
        async with Bot(TOKEN, session=AiohttpSession(api=api)) as bot:
            yield bot


async def test_a_download_by_drops_ends_with_its_time() -> None:
    async with endless(b"x", 0.05) as bot:
        with pytest.raises(TimeoutError):
            await downloader(bot, is_local=False, timeout_s=1)("a")


async def test_a_download_by_floods_ends_with_its_size() -> None:
    async with endless(FLOOD, 0.0) as bot:
        with pytest.raises(FileTooBig) as refusal:
            await downloader(bot, is_local=False)("a")
    assert refusal.value.facts == {"megabytes": 20}
