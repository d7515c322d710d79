"""The page's addresses: the page itself, what it shows, and the stream of changes."""

import asyncio
import json
from pathlib import Path

from aiohttp import web

from bot.sandbox.control import Control
from bot.sandbox.page_door import add_headers, only_from_here
from bot.sandbox.page_view import state_view
from bot.sandbox.stage import Stage
from bot.sandbox.state import Json
from bot.texts import language_asked

PAGE = Path(__file__).parent / "page"
HEARTBEAT_SECONDS = 15.0
NEWEST_CALLS = 500
INLINE_KINDS = ("image/jpeg", "image/png", "image/webp", "image/gif", "video/mp4", "video/webm")


def page_app(stage: Stage) -> web.Application:
    """To be hung under `/{page_token}/`."""
    server = PageServer(stage)
    app = web.Application()
    app.on_response_prepare.append(add_headers)
    app.add_routes(
        [
            web.get("/", only_from_here(server.index)),
            web.get("/static/{name}", only_from_here(server.static)),
            web.get("/api/state", only_from_here(server.state)),
            web.get("/api/events", only_from_here(server.events)),
            web.get("/api/calls", only_from_here(server.calls)),
            web.get("/api/file/{unique_id}", only_from_here(server.file)),
            web.post("/api/{action}", only_from_here(Control(stage).act)),
        ]
    )
    return app


class PageServer:
    """Everything the page reads."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._world = stage.world

    async def index(self, _request: web.Request) -> web.FileResponse:
        return web.FileResponse(PAGE / "index.html")

    async def static(self, request: web.Request) -> web.FileResponse:
        path = PAGE / request.match_info["name"]
        if path.parent != PAGE or not path.is_file():
            raise web.HTTPNotFound
        return web.FileResponse(path)

    async def state(self, request: web.Request) -> web.Response:
        self._stage.furnish()
        self._follow(request.headers.get("Accept-Language"))
        self._world.feed.is_watched = True
        view = state_view(self._world, self._stage.page_person)
        view |= {"faults": self._stage.faults.view(), "flood": self._stage.flood.on}
        return web.json_response(view)

    def _follow(self, preferred: str | None) -> None:
        """The page's person speaks what their browser prefers, once, if nobody chose."""
        person = self._world.people[self._stage.page_person]
        if preferred and person.follows_browser:
            person.language_code = language_asked(preferred)
            person.follows_browser = False

    async def calls(self, request: web.Request) -> web.Response:
        calls = self._stage.calls
        first = max(_number(request.query.get("after")), len(calls) - NEWEST_CALLS)
        found: list[Json] = [
            {
                "n": first + number,
                "method": call.method,
                "chat_id": call.chat_id,
                "status": call.status,
                "now": call.now.isoformat(),
            }
            for number, call in enumerate(calls[first:], start=1)
        ]
        return web.json_response({"calls": found})

    async def file(self, request: web.Request) -> web.Response:
        stored = self._world.files.by_unique(request.match_info["unique_id"])
        if stored is None:
            raise web.HTTPNotFound
        if stored.mime not in INLINE_KINDS:
            headers = {"Content-Disposition": "attachment"}
            kind = "application/octet-stream"
            return web.Response(body=stored.data, content_type=kind, headers=headers)
        return _ranged(request, stored.data, stored.mime)

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events from `after` (or Last-Event-ID) on, until the page goes away."""
        self._world.feed.is_watched = True
        seq = _number(request.headers.get("Last-Event-ID") or request.query.get("after"))
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        feed = self._world.feed
        try:
            while not feed.is_closed:
                for event in feed.since(seq):
                    seq = event["seq"]
                    await response.write(f"id: {seq}\ndata: {json.dumps(event)}\n\n".encode())
                await self._next(response, seq)
        except ConnectionError:
            pass
        return response

    async def _next(self, response: web.StreamResponse, seq: int) -> None:
        feed = self._world.feed
        if feed.seq > seq:
            return
        try:
            async with asyncio.timeout(HEARTBEAT_SECONDS):
                await feed.arrived.wait()
        except TimeoutError:
            await response.write(b": still here\n\n")


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


def _ranged(request: web.Request, data: bytes, mime: str) -> web.Response:
    """Films need parts of themselves; browsers ask for one range at a time."""
    wanted = request.http_range
    headers = {"Accept-Ranges": "bytes"}
    if wanted.start is None and wanted.stop is None:
        return web.Response(body=data, content_type=mime, headers=headers)
    start, stop, _ = wanted.indices(len(data))
    headers["Content-Range"] = f"bytes {start}-{stop - 1}/{len(data)}"
    return web.Response(status=206, body=data[start:stop], content_type=mime, headers=headers)
