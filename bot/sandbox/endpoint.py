"""A stand-in for an OpenAI-compatible server, on loopback: its answers, and its troubles.

It is no model and says so. It serves the demo and the tests: deterministic, quick, and it keeps
what it was sent, so that a test can look at the very bytes.
"""

import asyncio
import base64
import contextlib
import gzip
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from aiohttp import web

from bot.sandbox.endpoint_answers import answer
from bot.sandbox.endpoint_picture import main_colour, painted

# RFC 6761: every name under `localhost` is this machine. It is the name that people agree to.
STAND_IN_HOST: Final = "stand-in.localhost"
TEXT_MODEL: Final = "stand-in"
IMAGE_MODEL: Final = "stand-in-painter"
BODY_BYTES: Final = 8 * 2**20
FOREVER_S: Final = 3600.0
MOST_SEEN: Final = 500  # a demo runs for days
SSE: Final = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
DATA_URL: Final = "data:image/jpeg;base64,"


class Trouble(StrEnum):
    """What can go wrong out there."""

    SLOW = "slow"  # never a byte
    STALLS = "stalls"  # a few words, then never more
    TOO_MANY = "too-many"  # 429
    BROKEN = "broken"  # 500
    REFUSES = "refuses"  # 400, its content policy
    FILTERS = "filters"  # an answer that its content filter ends
    JUNK = "junk"  # a page in HTML, with 200
    EMPTY = "empty"  # well-formed, and without an answer
    HALF = "half"  # ends in the middle as if that were all
    RAMBLES = "rambles"  # far more words than it was asked for
    FLOODS = "floods"  # an answer that never ends
    PACKED = "packed"  # although it was asked for plain
    DIES_MIDWAY = "dies-midway"  # the connection breaks in the middle
    REDIRECTS = "redirects"  # to another host


_AT_ONCE: Final[Mapping[Trouble, tuple[int, str]]] = {
    Trouble.TOO_MANY: (429, '{"error": {"message": "slow down", "type": "rate_limit"}}'),
    Trouble.BROKEN: (500, '{"error": {"message": "oh no", "type": "server_error"}}'),
    Trouble.REFUSES: (400, '{"error": {"message": "no", "code": "content_policy_violation"}}'),
    Trouble.JUNK: (200, "<!doctype html><title>Welcome</title><p>Please log in.</p>"),
    Trouble.EMPTY: (200, '{"id": "x", "object": "chat.completion", "choices": []}'),
}
_TOO_MUCH: Final = "and-so-on-and-so-on-and-so-on " * 700
_MIDWAY: Final = frozenset({Trouble.STALLS, Trouble.HALF, Trouble.DIES_MIDWAY})


@dataclass(frozen=True, slots=True)
class Seen:
    """One request as it arrived. pictures: the bytes of those in it, in order."""

    path: str
    headers: Mapping[str, str]
    body: Mapping[str, Any]
    pictures: Sequence[bytes] = ()

    @property
    def words(self) -> str:
        """Every text in it, for a test that looks for what must not be there."""
        return json.dumps(self.body, ensure_ascii=False)


class StandIn:
    """trouble: what is wrong from now on. troubles_left: how many times; None is always.

    pace_s: between two words of a stream.
    """

    def __init__(self, *, pace_s: float = 0.0) -> None:
        self.trouble: Trouble | None = None
        self.troubles_left: int | None = None
        self.seen: list[Seen] = []
        self._pace_s = pace_s

    @contextlib.asynccontextmanager
    async def serve(self, port: int = 0) -> AsyncIterator[str]:
        """Listen on 127.0.0.1 (0: any free port) and yield the address up to /v1."""
        app = web.Application(client_max_size=BODY_BYTES)
        app.router.add_post("/v1/chat/completions", self._chat)
        app.router.add_post("/v1/images/generations", self._image)
        app.router.add_get("/v1/models", self._models)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", port).start()
            yield f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
        finally:
            await runner.cleanup()

    async def _chat(self, request: web.Request) -> web.StreamResponse:
        seen = await self._note(request)
        trouble = self._due()
        if trouble in {Trouble.FLOODS, Trouble.PACKED}:
            return await (_flood(request) if trouble is Trouble.FLOODS else _packed())
        if trouble is not None and trouble not in _MIDWAY | {Trouble.FILTERS, Trouble.RAMBLES}:
            return await _refuse(trouble)
        said = (
            _TOO_MUCH
            if trouble is Trouble.RAMBLES
            else answer(seen.body, [main_colour(picture) for picture in seen.pictures])
        )
        ends = "content_filter" if trouble is Trouble.FILTERS else "stop"
        if seen.body.get("stream"):
            return await self._stream(request, said, ends, trouble)
        if trouble is Trouble.STALLS:
            await asyncio.sleep(FOREVER_S)
        whole = json.dumps(_completion(said, ends))
        if trouble is None or trouble not in _MIDWAY:
            return web.json_response(text=whole)
        return await _half(request, whole, trouble)

    async def _stream(
        self, request: web.Request, said: str, ends: str, trouble: Trouble | None
    ) -> web.StreamResponse:
        stream = web.StreamResponse(headers=SSE)
        await stream.prepare(request)
        with contextlib.suppress(ConnectionResetError):  # whoever listened has heard enough
            await self._speak(stream, request, said, ends, trouble)
        return stream

    async def _speak(
        self,
        stream: web.StreamResponse,
        request: web.Request,
        said: str,
        ends: str,
        trouble: Trouble | None,
    ) -> None:
        words = said.split(" ")
        middle = len(words) // 2 + 1 if trouble in _MIDWAY else len(words)
        for place, word in enumerate(words[:middle]):
            await stream.write(_chunk(word if place == 0 else f" {word}"))
            await asyncio.sleep(self._pace_s)
        if trouble is Trouble.STALLS:
            await asyncio.sleep(FOREVER_S)
        elif trouble is Trouble.DIES_MIDWAY:
            _cut(request)
        elif trouble is not Trouble.HALF:
            await stream.write(_chunk("", ends) + b"data: [DONE]\n\n")

    async def _image(self, request: web.Request) -> web.StreamResponse:
        seen = await self._note(request)
        trouble = self._due()
        if trouble is not None:
            return await _refuse(trouble)
        width, height = (int(side) for side in str(seen.body["size"]).split("x"))
        drawn = await asyncio.get_running_loop().run_in_executor(
            None, painted, str(seen.body["prompt"]), width, height
        )
        encoded = base64.b64encode(drawn).decode()
        return web.json_response({"created": 0, "data": [{"b64_json": encoded}]})

    async def _models(self, _request: web.Request) -> web.StreamResponse:
        if (trouble := self._due()) is not None:
            return await _refuse(trouble)
        there = [
            {"id": name, "object": "model", "created": 0, "owned_by": "nobody"}
            for name in (TEXT_MODEL, IMAGE_MODEL)
        ]
        return web.json_response({"object": "list", "data": there})

    async def _note(self, request: web.Request) -> Seen:
        body = await request.json()
        seen = Seen(request.path, dict(request.headers), body, tuple(_pictures(body)))
        self.seen.append(seen)
        del self.seen[:-MOST_SEEN]
        return seen

    def _due(self) -> Trouble | None:
        if self.troubles_left == 0:
            return None
        if self.troubles_left is not None:
            self.troubles_left -= 1
        return self.trouble


async def _refuse(trouble: Trouble) -> web.StreamResponse:
    if trouble is Trouble.REDIRECTS:
        raise web.HTTPTemporaryRedirect("http://127.0.0.1:9/elsewhere")
    if trouble in {Trouble.SLOW, *_MIDWAY}:
        await asyncio.sleep(FOREVER_S)
    status, text = _AT_ONCE.get(trouble, _AT_ONCE[Trouble.EMPTY])
    kind = "text/html" if trouble is Trouble.JUNK else "application/json"
    return web.Response(status=status, text=text, content_type=kind)


async def _half(request: web.Request, whole: str, trouble: Trouble) -> web.StreamResponse:
    """The first half of an answer in one piece; then its end, or the connection's."""
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    await response.prepare(request)
    await response.write(whole[: len(whole) // 2].encode())
    if trouble is Trouble.DIES_MIDWAY:
        _cut(request)
    return response


async def _flood(request: web.Request) -> web.StreamResponse:
    """Spaces, which JSON allows before a value, for as long as anybody listens."""
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    await response.prepare(request)
    with contextlib.suppress(ConnectionResetError):
        while True:
            await response.write(b" " * 2**16)
    return response


async def _packed() -> web.StreamResponse:
    whole = gzip.compress(json.dumps(_completion("packed", "stop")).encode())
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    return web.Response(body=whole, headers=headers)


def _cut(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()


def _completion(said: str, ends: str) -> dict[str, object]:
    message = {"role": "assistant", "content": said}
    choice = {"index": 0, "message": message, "finish_reason": ends}
    return _envelope("chat.completion", choice)


def _chunk(said: str, ends: str | None = None) -> bytes:
    choice = {"index": 0, "delta": {"content": said}, "finish_reason": ends}
    told = json.dumps(_envelope("chat.completion.chunk", choice))
    return f"data: {told}\n\n".encode()


def _envelope(kind: str, choice: Mapping[str, object]) -> dict[str, object]:
    known = {"id": "stand-in-1", "object": kind, "created": 0, "model": TEXT_MODEL}
    return {**known, "choices": [choice]}


def _pictures(body: Mapping[str, Any]) -> list[bytes]:
    urls = [
        part["image_url"]["url"]
        for message in body.get("messages", ())
        if isinstance(message["content"], list)
        for part in message["content"]
        if part["type"] == "image_url"
    ]
    return [base64.b64decode(url.removeprefix(DATA_URL)) for url in urls]
