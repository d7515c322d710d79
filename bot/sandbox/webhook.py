"""Webhook delivery: in order within a chat, side by side across chats, again after a failure."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable

import aiohttp

from bot.sandbox.decode import Raw, Upload
from bot.sandbox.pulse import Pulse
from bot.sandbox.state import WebhookTarget
from bot.sandbox.updates import Update
from bot.sandbox.world import World

HEADER = "X-Telegram-Bot-Api-Secret-Token"
FIRST_RETRY_SECONDS = 1.0
LONGEST_RETRY_SECONDS = 64.0
ANSWER_SECONDS = 60.0
SUCCESS = range(200, 300)
NEVER_AS_ANSWER = ("deletewebhook", "setwebhook", "close", "logout")


class WebhookDelivery:
    """Posts what waits in the queue to the address that setWebhook named."""

    def __init__(
        self,
        world: World,
        call: Callable[[str, Raw], Awaitable[object]],
        first_retry_seconds: float = FIRST_RETRY_SECONDS,
    ) -> None:
        self._world = world
        self._call = call
        self._first_retry_seconds = first_retry_seconds
        self._busy: set[int] = set()
        self.arrived = Pulse()

    async def run(self) -> None:
        """Until cancelled."""
        async with aiohttp.ClientSession() as session, asyncio.TaskGroup() as workers:
            while True:
                for chat_id in self._chats_to_serve():
                    self._busy.add(chat_id)
                    workers.create_task(self._serve(session, chat_id))
                await self.arrived.wait()

    def _chats_to_serve(self) -> list[int]:
        target = self._world.webhook
        if target is None:
            return []
        free = target.max_connections - len(self._busy)
        chats = dict.fromkeys(update.chat_id for update in self._world.queue.pending())
        return [chat_id for chat_id in chats if chat_id not in self._busy][: max(free, 0)]

    async def _serve(self, session: aiohttp.ClientSession, chat_id: int) -> None:
        """One chat's updates, one after the other, until none is left."""
        pause_seconds = self._first_retry_seconds
        try:
            while (target := self._world.webhook) and (update := self._oldest(chat_id)):
                if await self._post(session, target, update):
                    self._world.queue.confirm(update)
                    pause_seconds = self._first_retry_seconds
                else:
                    await asyncio.sleep(pause_seconds)
                    pause_seconds = min(pause_seconds * 2, LONGEST_RETRY_SECONDS)
        finally:
            self._busy.discard(chat_id)
            self.arrived.ring()

    def _oldest(self, chat_id: int) -> Update | None:
        pending = self._world.queue.pending()
        return next((update for update in pending if update.chat_id == chat_id), None)

    async def _post(
        self, session: aiohttp.ClientSession, target: WebhookTarget, update: Update
    ) -> bool:
        headers = {"Content-Type": "application/json"}
        if target.secret:
            headers[HEADER] = target.secret
        try:
            async with session.post(
                target.url,
                data=update.text.encode(),
                headers=headers,
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(total=ANSWER_SECONDS),
            ) as response:
                return await self._heard(target, response)
        except (aiohttp.ClientError, TimeoutError) as error:
            _failed(target, f"Connection failed: {type(error).__name__}")
            return False

    async def _heard(self, target: WebhookTarget, response: aiohttp.ClientResponse) -> bool:
        if response.status not in SUCCESS:
            _failed(
                target, f"Wrong response from the webhook: {response.status} {response.reason}"
            )
            return False
        raw = await _answered(response)
        method = str(raw.fields.pop("method", "")).lower()
        if method and method not in NEVER_AS_ANSWER and not method.startswith("get"):
            await self._call(method, raw)
        return True


def _failed(target: WebhookTarget, reason: str) -> None:
    target.last_error, target.last_error_at = reason, time.time()


async def _answered(response: aiohttp.ClientResponse) -> Raw:
    """A method call that came instead of an empty answer, as JSON or with files."""
    if response.content_type.startswith("multipart/"):
        return await _multipart(response)
    body = await response.read()
    try:
        fields = json.loads(body) if body else {}
    except ValueError:
        fields = {}
    return Raw(fields=fields if isinstance(fields, dict) else {})


async def _multipart(response: aiohttp.ClientResponse) -> Raw:
    raw = Raw()
    async for part in aiohttp.MultipartReader.from_response(response):
        if not isinstance(part, aiohttp.BodyPartReader) or part.name is None:
            continue
        data = bytes(await part.read(decode=True))
        if part.filename:
            mime = part.headers.get("Content-Type", "application/octet-stream")
            raw.uploads[part.name] = Upload(part.filename, mime, data)
        else:
            raw.fields[part.name] = data.decode()
    return raw
