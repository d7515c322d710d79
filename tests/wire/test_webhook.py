import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from aiogram.types import Message
from aiohttp import ClientSession
from sqlalchemy import text

from bot.clock import MovableClock
from bot.errors import OperatorError
from bot.sandbox.server import Sandbox
from bot.telegram.inbox import Inbox
from bot.telegram.updates import RawUpdate
from bot.web.webhook import HEADER, MAX_BYTES, PATH, Webhook
from tests.wire.conftest import BOUNDS, SECRET, Wire, until

UPDATE = {"update_id": 7, "message": {"chat": {"id": 1}}}


@pytest.fixture
async def web(tmp_path: Path) -> AsyncIterator[Wire]:
    """The server and the inbox behind it, which keeps and does not work."""
    sandbox = Sandbox(MovableClock())
    async with sandbox.serve():
        wire = Wire(sandbox, tmp_path, by_webhook=True)
        async with wire.opened(), wire.fed():
            yield wire


async def post(wire: Wire, body: bytes, secret: str | None = SECRET) -> int:
    headers = {} if secret is None else {HEADER: secret}
    url = f"http://127.0.0.1:{wire.web_port}{PATH}"
    async with (
        ClientSession() as client,
        client.post(url, data=BytesIO(body), headers=headers) as response,
    ):
        return response.status


async def test_an_update_is_on_the_disk_before_it_is_confirmed(web: Wire) -> None:
    assert await post(web, json.dumps(UPDATE).encode()) == 200
    assert [row.update_id for row in await web.inbox_rows()] == [7]


@pytest.mark.parametrize("secret", [None, "", "guess", SECRET + "x", "é", "\udcff\udc80"])
async def test_12_who_does_not_know_the_secret_is_turned_away(
    web: Wire, secret: str | None
) -> None:
    assert await post(web, json.dumps(UPDATE).encode(), secret) == 401
    assert await web.inbox_rows() == []


@pytest.mark.parametrize("body", [b"", b"\xff\xfe", b"{", b"[]", b"7", b'{"update_id": "7"}'])
async def test_12_what_is_no_update_is_refused(web: Wire, body: bytes) -> None:
    assert await post(web, body) == 400


async def test_12_a_body_above_a_megabyte_is_refused(web: Wire) -> None:
    assert await post(web, b" " * (MAX_BYTES + 1)) == 413


async def test_what_cannot_be_kept_is_asked_for_again(web: Wire) -> None:
    async with web.storage.begin() as tx:
        await tx.execute(text("DROP TABLE inbox"))
    assert await post(web, json.dumps(UPDATE).encode()) == 503


async def test_an_update_that_comes_out_of_order_while_the_past_is_read_is_handled(
    tmp_path: Path,
) -> None:
    """After an absence Telegram brings many at once, and an earlier number may come later."""
    sandbox = Sandbox(MovableClock())
    heard: list[str | None] = []
    gate = asyncio.Event()
    async with sandbox.serve():
        wire = Wire(sandbox, tmp_path, by_webhook=True)

        @wire.dispatcher.message()
        async def hear(message: Message) -> None:
            heard.append(message.text)
            await gate.wait()

        async with wire.opened():
            one_at_a_time = replace(BOUNDS, waiting=1)
            inbox = Inbox(wire.dispatcher, wire.bot, wire.storage, wire.clock, one_at_a_time)
            await inbox.receive([_said(8), _said(9)])
            working = asyncio.get_running_loop().create_task(inbox.run())
            await until(lambda: heard == ["8"])
            await inbox.receive([_said(7)])
            gate.set()
            await until(lambda: len(heard) == 3)
            inbox.stop()
            await working
    assert heard == ["8", "9", "7"]


def _said(number: int) -> RawUpdate:
    chat = {"id": 1, "type": "private"}
    message = {"message_id": number, "date": 0, "chat": chat, "text": str(number)}
    return {"update_id": number, "message": message}


async def test_12_there_is_no_webhook_without_a_secret(web: Wire) -> None:
    with pytest.raises(OperatorError, match="PEPITE_WEBHOOK_SECRET"):
        Webhook(web.inbox, "")


async def test_health_tells_numbers_about_work_and_whether_the_database_is_there(
    web: Wire,
) -> None:
    url = f"http://127.0.0.1:{web.web_port}/health"
    async with ClientSession() as client:
        async with client.get(url) as response:
            assert await response.json() == {"database": "here", "unknown_sends": 0}
        async with web.storage.begin() as tx:
            await tx.execute(text("DROP TABLE outbox"))
        async with client.get(url) as response:
            assert response.status == 503
