"""The way out: the name is resolved and judged here, and only what was judged is connected to."""

import asyncio
import socket
from collections.abc import Sequence
from ipaddress import ip_address

import httpx2

from bot.remote.address import IPAddress, is_forbidden, is_home, literal

LOOPBACK = ip_address("127.0.0.1")


class JudgedTransport(httpx2.AsyncHTTPTransport):
    """TLS is verified against the name, the connection goes to the judged address.

    Who answers differently at the second look-up (DNS rebinding) is never looked up twice.
    """

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        host = request.url.host
        addresses = await _judged(host, is_plain=request.url.scheme == "http")
        for address in addresses[:-1]:
            try:
                return await super().handle_async_request(_towards(request, address, host))
            except httpx2.ConnectError:
                continue
        return await super().handle_async_request(_towards(request, addresses[-1], host))


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
