"""The way out: the name is resolved and judged here, and only what was judged is connected to."""

import asyncio
import socket
from collections.abc import AsyncIterator, Sequence
from ipaddress import ip_address
from typing import Final

import httpx2

from bot.remote.address import IPAddress, is_forbidden, is_home, literal

LOOPBACK = ip_address("127.0.0.1")
MOST_WORDS: Final = 4 * 2**20  # bytes; a long list of models, a hundred of our longest answers
MOST_PICTURE: Final = 24 * 2**20  # bytes; 16 MiB in base64
PICTURES: Final = "/images/generations"


class JudgedTransport(httpx2.AsyncHTTPTransport):
    """TLS is verified against the name, the connection goes to the judged address.

    Who answers differently at the second look-up (DNS rebinding) is never looked up twice.
    Nobody sends more than they were asked for: a body is measured while it comes, and must come
    plain, since a packed one has no measure.
    """

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        host = request.url.host
        addresses = await _judged(host, is_plain=request.url.scheme == "http")
        for address in addresses[:-1]:
            try:
                answer = await super().handle_async_request(_towards(request, address, host))
            except httpx2.ConnectError:
                continue
            return await _measured(answer, request)
        answer = await super().handle_async_request(_towards(request, addresses[-1], host))
        return await _measured(answer, request)


class _Measured(httpx2.AsyncByteStream):
    """A body that breaks off after so many bytes."""

    def __init__(self, body: httpx2.AsyncByteStream, most_bytes: int) -> None:
        self._body = body
        self._most_bytes = most_bytes

    async def __aiter__(self) -> AsyncIterator[bytes]:
        left = self._most_bytes
        async for piece in self._body:
            left -= len(piece)
            if left < 0:
                raise httpx2.ReadError("more than was asked for")
            yield piece

    async def aclose(self) -> None:
        await self._body.aclose()


async def _measured(answer: httpx2.Response, request: httpx2.Request) -> httpx2.Response:
    body = answer.stream
    if not isinstance(body, httpx2.AsyncByteStream):
        raise TypeError("an answer without a body to listen to")
    if answer.headers.get("content-encoding", "identity").lower() != "identity":
        await body.aclose()
        raise httpx2.RemoteProtocolError("packed although it was asked for plain")
    most_bytes = MOST_PICTURE if request.url.path.endswith(PICTURES) else MOST_WORDS
    answer.stream = _Measured(body, most_bytes)
    return answer


def _towards(request: httpx2.Request, address: IPAddress, host: str) -> httpx2.Request:
    return httpx2.Request(
        request.method,
        request.url.copy_with(host=str(address)),
        headers=request.headers,  # `Host` is the name
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": host},
    )


async def _judged(host: str, *, is_plain: bool) -> Sequence[IPAddress]:
    """Every address of a host, if all of them may be an endpoint; raises ConnectError."""
    found = await _resolved(host)
    if any(is_forbidden(one) or (is_plain and not is_home(one)) for one in found):
        raise httpx2.ConnectError("the name leads to an address where no endpoint may be")
    return found


async def _resolved(host: str) -> Sequence[IPAddress]:
    address = literal(host)
    if address is not None:
        return [address]
    if host == "localhost" or host.endswith(".localhost"):
        return [LOOPBACK]  # RFC 6761: never asked of a name server
    try:
        told = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except OSError as error:
        raise httpx2.ConnectError("the name is not known") from error
    return [ip_address(entry[4][0]) for entry in told]
