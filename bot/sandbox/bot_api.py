"""The Bot API's own addresses over HTTP, with the faults that strike on the way."""

import asyncio
import hmac

from aiohttp import web

from bot.sandbox.decode import Raw, read
from bot.sandbox.dispatch import Answer, Dispatch, refused
from bot.sandbox.errors import ApiError, too_many
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.world import World

BAD_GATEWAY = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n</html>\r\n"
BEFORE = ("429", "500", "502", "502html", "drop_before")


class BotApi:
    """Answers `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    def __init__(self, world: World, dispatch: Dispatch, faults: Faults) -> None:
        self._world = world
        self._dispatch = dispatch
        self._faults = faults

    def routes(self) -> list[web.RouteDef]:
        address = "/bot{token:[^/]+}/{method:[^/]*}"
        return [
            web.post(address, self.call),
            web.get(address, self.call),
            web.get("/file/bot{token:[^/]+}/{path:.+}", self.download),
        ]

    async def call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        try:
            self._check_token(request)
            raw = await read(request)
        except ApiError as error:
            return _json(refused(error))
        except web.HTTPRequestEntityTooLarge:
            return _json(refused(ApiError(413, "Request Entity Too Large")))
        fault = self._faults.take(method)
        if fault is None:
            return _json(await self._dispatch.answer(method, raw))
        return await self._call_with(fault, request, method, raw)

    async def _call_with(
        self, fault: Fault, request: web.Request, method: str, raw: Raw
    ) -> web.StreamResponse:
        if fault.kind in BEFORE:
            response = _struck(fault, request)
            self._dispatch.note(method, raw, response.status)
            return response
        if fault.kind == "delay":
            await asyncio.sleep(fault.seconds)
        answer = await self._dispatch.answer(method, raw)
        if fault.kind == "drop_after":
            return _dropped(request)
        if fault.kind == "corrupt":
            answer = Answer(answer.status, answer.body[: len(answer.body) // 2])
        return _json(answer)

    async def download(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request)
        except ApiError as error:
            return _json(refused(error))
        stored = self._world.files.by_path(request.match_info["path"])
        if stored is None:
            return _json(refused(ApiError(404, "Not Found")))
        fault = self._faults.take("download")
        if fault is not None and fault.kind != "delay":
            struck = fault.kind in BEFORE
            return _struck(fault, request) if struck else await _halved(request, stored.data)
        if fault is not None:
            await asyncio.sleep(fault.seconds)
        return web.Response(body=stored.data, content_type="application/octet-stream")

    def _check_token(self, request: web.Request) -> None:
        given = request.match_info["token"].encode()
        if not hmac.compare_digest(given, self._world.bot_token.encode()):
            raise ApiError(401, "Unauthorized")
        if self._world.is_logged_out:
            raise ApiError(400, "Logged out")


def _json(answer: Answer) -> web.Response:
    return web.Response(text=answer.body, status=answer.status, content_type="application/json")


def _struck(fault: Fault, request: web.Request) -> web.Response:
    if fault.kind == "drop_before":
        return _dropped(request)
    if fault.kind == "502html":
        return web.Response(text=BAD_GATEWAY, status=502, content_type="text/html")
    if fault.kind == "429":
        return _json(refused(too_many(fault.retry_after)))
    reason = "Bad Gateway" if fault.kind == "502" else "Internal Server Error"
    return _json(refused(ApiError(int(fault.kind), reason)))


async def _halved(request: web.Request, data: bytes) -> web.StreamResponse:
    """A download that breaks off in the middle."""
    response = web.StreamResponse(headers={"Content-Length": str(len(data))})
    await response.prepare(request)
    await response.write(data[: len(data) // 2])
    _dropped(request)
    return response


def _dropped(request: web.Request) -> web.Response:
    """The client sees its connection close without a word."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=499)
