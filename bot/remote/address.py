"""Which addresses may be an endpoint: https anywhere, http at home, never a cloud's metadata.

Only the operator sets the address. It is read once, strictly; what its name resolves to is
checked again at each connection (`bot.remote.transport`), so that DNS cannot move it later.
"""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final, TypeAlias
from urllib.parse import SplitResult, urlsplit

from bot.errors import OperatorError

IPAddress: TypeAlias = IPv4Address | IPv6Address
HOME_NAMES: Final = ("localhost", "local", "lan", "home", "internal", "home.arpa")
# What clouds answer with a machine's own credentials, beyond the link-local ones.
METADATA: Final = frozenset(
    ip_address(told) for told in ("fd00:ec2::254", "100.100.100.200", "168.63.129.16")
)
# 2130706433, 0x7f.1 and 0177.0.0.1 are 127.0.0.1 to a resolver: only the plain spelling is read.
_LOOKS_LIKE_A_NUMBER: Final = re.compile(r"(?:.*\.)?(?:0x[0-9a-f]*|\d+)\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """url: without a slash at its end. host: what consent names. is_plain: http, at home only."""

    url: str
    host: str
    is_plain: bool


def read_endpoint(url: str) -> Endpoint:
    """Raises OperatorError with one sentence; a key that stands in the address is not repeated."""
    try:
        parts = urlsplit(url.strip())
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise OperatorError("PEPITE_AI_URL is not an address.") from None
    if parts.scheme not in {"http", "https"} or not host:
        raise OperatorError("PEPITE_AI_URL must look like https://host/v1 (http:// at home only).")
    _refuse_extras(parts)
    endpoint = Endpoint(url.strip().rstrip("/"), host.rstrip("."), parts.scheme == "http")
    _refuse_places(endpoint)
    return endpoint


def _refuse_extras(parts: SplitResult) -> None:
    if parts.username is not None or parts.password is not None:
        raise OperatorError("PEPITE_AI_URL may not carry a name or password: see PEPITE_AI_KEY.")
    if parts.query or parts.fragment:
        raise OperatorError("PEPITE_AI_URL may not carry ? or #.")


def _refuse_places(endpoint: Endpoint) -> None:
    address = literal(endpoint.host)
    if address is None and _LOOKS_LIKE_A_NUMBER.fullmatch(endpoint.host):
        raise OperatorError("PEPITE_AI_URL writes an IP address in an odd way: use 127.0.0.1.")
    if address is not None and is_forbidden(address):
        raise OperatorError(f"PEPITE_AI_URL may not lead to {endpoint.host}.")
    if endpoint.is_plain and not (is_home(address) if address else _is_home_name(endpoint.host)):
        raise OperatorError(
            "PEPITE_AI_URL must be https:// outside your own network: people's words go there."
        )


def literal(host: str) -> IPAddress | None:
    """The address that a host spells out; None for a name. Raises nothing."""
    try:
        return _unwrapped(ip_address(host))
    except ValueError:
        return None


def is_home(address: IPAddress) -> bool:
    """This machine or a private network, where plain http may be spoken."""
    return not address.is_global and not is_forbidden(address)


def is_forbidden(address: IPAddress) -> bool:
    """Nothing there is ever an endpoint: link-local (cloud metadata), multicast, nowhere."""
    address = _unwrapped(address)
    return (
        address.is_link_local
        or address.is_multicast
        or address.is_unspecified
        or (address.is_reserved and not address.is_loopback)
        or address in METADATA
    )


def _unwrapped(address: IPAddress) -> IPAddress:
    """::ffff:169.254.169.254 is 169.254.169.254."""
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def _is_home_name(host: str) -> bool:
    return "." not in host or host.lower().endswith(tuple(f".{name}" for name in HOME_NAMES))
