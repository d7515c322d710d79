"""Who may look at the page: this machine, with the token, from the page itself."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
    "media-src 'self' blob:; connect-src 'self'; font-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
NAMES = ("127.0.0.1", "localhost")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def only_from_here(handler: Handler) -> Handler:
    """Refuse other Hosts (rebinding) and other Origins (a strange page's posts).

    No middleware: aiohttp keeps every handler that one was ever built for, and with it the whole
    world that it belongs to.
    """

    async def guarded(request: web.Request) -> web.StreamResponse:
        if not _is_here(request.host, request):
            raise web.HTTPMisdirectedRequest(text="this page lives on 127.0.0.1")
        origin = request.headers.get("Origin")
        if origin is not None and not _same_origin(origin, request):
            raise web.HTTPForbidden(text="another page may not do that")
        return await handler(request)

    return guarded


def _is_here(host: str, request: web.Request) -> bool:
    """`localhost:8080` as the browser wrote it; the port must be the one that answers."""
    address = urlsplit(f"//{host}")
    try:
        port = address.port
    except ValueError:
        return False
    return address.hostname in NAMES and port == _own_port(request)


def _own_port(request: web.Request) -> int | None:
    here = request.transport.get_extra_info("sockname") if request.transport else None
    port: int | None = here[1] if here else None
    return port


def _same_origin(origin: str, request: web.Request) -> bool:
    address = urlsplit(origin)
    return address.scheme == "http" and address.netloc == request.host


async def add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(HEADERS)
