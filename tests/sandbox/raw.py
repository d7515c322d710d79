"""Calls of the Bot API without any library's help, so that its own words can be read."""

import io
import json
from typing import Any

import aiohttp
from aiogram.types import Message, Update

Json = dict[str, Any]


class RawApi:
    """Posts to one bot's address; answers are the decoded bodies, refusals included."""

    def __init__(self, session: aiohttp.ClientSession, base: str) -> None:
        self._session = session
        self._base = base

    async def __call__(self, method: str, **fields: Any) -> Json:
        """As JSON."""
        async with self._session.post(f"{self._base}/{method}", json=fields) as response:
            return await _body(response)

    async def urlencoded(self, method: str, **fields: Any) -> Json:
        form = {name: _text(value) for name, value in fields.items()}
        async with self._session.post(f"{self._base}/{method}", data=form) as response:
            return await _body(response)

    async def query(self, method: str, **fields: Any) -> Json:
        form = {name: _text(value) for name, value in fields.items()}
        async with self._session.get(f"{self._base}/{method}", params=form) as response:
            return await _body(response)

    async def multipart(self, method: str, files: dict[str, bytes], **fields: Any) -> Json:
        form = aiohttp.FormData(default_to_multipart=True)
        for name, value in fields.items():
            form.add_field(name, _text(value))
        for name, data in files.items():
            form.add_field(name, io.BytesIO(data), filename=f"{name}.bin")
        async with self._session.post(f"{self._base}/{method}", data=form) as response:
            return await _body(response)

    async def refusal(self, method: str, **fields: Any) -> str:
        answer = await self(method, **fields)
        assert answer["ok"] is False, answer
        return f"{answer['error_code']} {answer['description']}"


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


async def _body(response: aiohttp.ClientResponse) -> Json:
    body: Json = await response.json()
    assert body["ok"] or body["error_code"] == response.status
    return body


def message_of(update: Update) -> Message:
    assert update.message is not None
    return update.message
