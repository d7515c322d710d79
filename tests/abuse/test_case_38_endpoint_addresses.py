"""Abuse case 38: an address in the settings, or a name behind it, cannot point inwards."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from bot.clock import MovableClock
from bot.errors import OperatorError
from bot.remote.address import read_endpoint
from bot.remote.errors import Reason, RemoteUnavailable
from bot.remote.listening import ask_twice
from bot.remote.turns import Call, Turn
from bot.remote.wire import Wire
from bot.sandbox.endpoint import StandIn, Trouble

CALL = Call([Turn("user", "hello")], 10)
INWARDS = [
    "http://169.254.169.254/latest/meta-data",
    "https://169.254.169.254/v1",
    "http://[fe80::1]/v1",
    "http://[::ffff:169.254.169.254]/v1",
    "http://[fd00:ec2::254]/v1",
    "https://100.100.100.200/v1",
    "http://0.0.0.0/v1",
    "http://[::]/v1",
    "http://224.0.0.1/v1",
]
ODD = [
    "http://2130706433/v1",
    "http://0x7f000001/v1",
    "http://0177.0.0.1/v1",
    "http://127.1/v1",
    "https://2852039166/v1",
]
NOT_WEB = ["file:///etc/passwd", "gopher://localhost/1", "ftp://host/v1", "localhost:8080"]
PLAIN_OUTSIDE = ["http://api.openai.com/v1", "http://8.8.8.8/v1", "http://[2606:4700::1111]/v1"]


@pytest.mark.parametrize("url", [*INWARDS, *ODD, *NOT_WEB, *PLAIN_OUTSIDE, "http://[broken/v1"])
def test_an_address_that_may_not_be_one_stops_the_start(url: str) -> None:
    with pytest.raises(OperatorError, match=r"^PEPITE_AI_URL [^\n]+\.$"):
        read_endpoint(url)


@pytest.mark.parametrize(
    "url", ["https://lou:a-secret@host.example/v1", "https://host.example/v1?key=a-secret"]
)
def test_a_key_in_the_address_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(OperatorError) as refused:
        read_endpoint(url)
    assert "a-secret" not in str(refused.value)


@asynccontextmanager
async def towards(url: str) -> AsyncIterator[Callable[[], Awaitable[Reason]]]:
    """A wire to an address, and the reason that it gives."""
    wire = Wire(read_endpoint(url), None, "any", None)

    async def reason() -> Reason:
        with pytest.raises(RemoteUnavailable) as refused:
            await ask_twice(wire, CALL, None, None)
        return refused.value.reason

    try:
        yield reason
    finally:
        await wire.close()


@pytest.mark.parametrize("address", ["169.254.169.254", "8.8.8.8", "::ffff:169.254.169.254"])
async def test_a_name_that_leads_inwards_or_out_of_the_house_is_not_connected_to(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    """DNS rebinding: http at home, and the name now says something else."""
    resolved: list[object] = []

    async def told(host: object, port: object, **_: object) -> list[tuple[Any, ...]]:
        resolved.append((host, port))
        return [(0, 0, 0, "", (address, 0))]

    async with towards("http://nas.lan/v1") as reason:
        monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", told)
        assert await reason() is Reason.BROKEN
    assert resolved == [("nas.lan", None)] * 2  # the judged address is what is connected to


async def test_one_bad_address_among_good_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    async def told(*_: object, **__: object) -> list[tuple[Any, ...]]:
        return [(0, 0, 0, "", ("127.0.0.1", 0)), (0, 0, 0, "", ("169.254.169.254", 0))]

    stand_in = StandIn()
    async with stand_in.serve() as url, towards(url.replace("127.0.0.1", "nas.lan")) as reason:
        monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", told)
        assert await reason() is Reason.BROKEN
    assert not stand_in.seen


async def test_a_redirect_is_not_followed() -> None:
    stand_in, inside = StandIn(), StandIn()
    stand_in.trouble = Trouble.REDIRECTS
    async with inside.serve(), stand_in.serve() as url, towards(url) as reason:
        assert await reason() is Reason.BROKEN
    assert not inside.seen
    assert len(stand_in.seen) == 1


async def test_no_proxy_and_no_other_programs_variables_are_followed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    elsewhere, stand_in = StandIn(), StandIn()
    async with elsewhere.serve() as away, stand_in.serve() as url:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "OPENAI_BASE_URL"):
            monkeypatch.setenv(name, away)
        monkeypatch.setenv("OPENAI_API_KEY", "another-programs-key")
        monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Secret: another-programs")
        monkeypatch.setenv("OPENAI_ORG_ID", "another-programs")
        wire = Wire(read_endpoint(url), None, "any", None)
        assert (await ask_twice(wire, CALL, None, None)).text
        await wire.close()
    assert not elsewhere.seen
    [seen] = stand_in.seen
    assert "another-programs" not in str(dict(seen.headers))
    assert "Authorization" not in seen.headers


async def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_own_certificate(tmp_path))
    answered: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        answered.append(await reader.read(10))
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
    port = server.sockets[0].getsockname()[1]
    async with server, towards(f"https://localhost:{port}/v1") as reason:
        assert await reason() is Reason.BROKEN
    assert not any(answered)


def _own_certificate(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = MovableClock().now()
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / "own.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    file.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return file
