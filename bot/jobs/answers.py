"""What a child may answer: plain data and our own frozen values, put together by hand.

Pickle would let a child that a stranger's picture has taken over run code in its parent, or fill
its memory with a few bytes. Here no code of a value is run: JSON tells how it is built, its bytes
follow, and a class must be one of ours that the parent has loaded already.
"""

import dataclasses
import datetime as dt
import json
import struct
import sys
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, Final
from uuid import UUID

from bot.errors import PepiteError

LENGTH: Final = struct.Struct("!Q")
MOST_TOLD: Final = 4 * 1024 * 1024  # bytes of JSON; a page's plan has some thousand
OURS: Final = frozenset({"bot", "storage"})
BREAKS: Final = (
    ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
    struct.error,
)  # fmt: skip

Told = None | bool | int | float | str | list[Any]


class Malformed(PepiteError):
    """Not an answer that a child of ours gives."""


def pack(value: object) -> list[bytes]:
    """The parts to send, one after the other. Raises TypeError for what may not travel."""
    blobs: list[bytes] = []
    told = json.dumps(_told(value, blobs), separators=(",", ":")).encode()
    return [LENGTH.pack(len(told)), told, *blobs]


def unpack(answer: bytes) -> object:
    """The value that `pack` was given. Raises Malformed, whatever the bytes are."""
    try:
        (length,) = LENGTH.unpack_from(answer)
        if length > MOST_TOLD:
            raise Malformed("it tells too much")
        end = LENGTH.size + length
        blobs = _Blobs(memoryview(answer)[end:])
        return _made(json.loads(answer[LENGTH.size : end]), blobs)
    except BREAKS:
        raise Malformed("it does not read as an answer") from None


def name_of(kind: type) -> str:
    return f"{kind.__module__}:{kind.__qualname__}"


def loaded(name: str) -> type:
    """The class of that name, if somebody imported it. Raises LookupError or TypeError."""
    module, _, path = name.partition(":")
    found: object = sys.modules[module]
    for part in path.split("."):
        found = vars(found)[part]
    if not isinstance(found, type):
        raise TypeError(name)
    return found


class _Blobs:
    """The bytes behind the JSON, handed out in their order."""

    def __init__(self, data: memoryview) -> None:
        self._data = data
        self._at = 0

    def next(self, length: int) -> bytes:
        if not 0 <= length <= len(self._data) - self._at:
            raise ValueError("there are not as many")
        self._at += length
        return bytes(self._data[self._at - length : self._at])


SIMPLE: Final[Mapping[type, Callable[[Any], list[Any]]]] = {
    dt.datetime: lambda value: ["datetime", value.isoformat()],
    dt.date: lambda value: ["date", value.isoformat()],
    dt.time: lambda value: ["time", value.isoformat()],
    dt.timedelta: lambda value: ["span", value.days, value.seconds, value.microseconds],
    UUID: lambda value: ["uuid", value.hex],
}
GATHERED: Final[Mapping[type, str]] = {
    list: "list", tuple: "tuple", set: "set", frozenset: "frozenset",
}  # fmt: skip


def _told(value: Any, blobs: list[bytes]) -> Told:
    """A scalar as itself, everything else as a list that begins with its kind."""
    kind = type(value)
    if isinstance(value, Enum):
        return ["enum", name_of(kind), value.name]
    if kind in SIMPLE:
        return SIMPLE[kind](value)
    if isinstance(value, bytes):
        blobs.append(value)
        return ["bytes", len(value)]
    head, parts = _taken_apart(value)
    return [*head, *(_told(part, blobs) for part in parts)] if head else _scalar(value)


def _taken_apart(value: Any) -> tuple[list[Told], list[Any]]:
    """How a value of several parts begins, and its parts; nothing for any other."""
    kind = type(value)
    if kind in GATHERED:
        return [GATHERED[kind]], list(value)
    if isinstance(value, Mapping):
        return ["dict"], [part for pair in value.items() for part in pair]
    if dataclasses.is_dataclass(kind):
        names = [field.name for field in dataclasses.fields(kind)]
        return ["value", name_of(kind)], [getattr(value, name) for name in names]
    return [], []


def _scalar(value: object) -> Told:
    """Numbers of numpy are floats of Python, and become them."""
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, int | float):
        return int(value) if isinstance(value, int) else float(value)
    raise TypeError(f"a {type(value).__name__} may not travel")


def _made(told: Any, blobs: _Blobs) -> Any:
    if not isinstance(told, list):
        return _scalar(told)
    kind, *parts = told
    return MAKERS[kind](parts, blobs)


def _all(parts: list[Any], blobs: _Blobs) -> list[Any]:
    return [_made(part, blobs) for part in parts]


def _enum(parts: list[Any], _blobs: _Blobs) -> Enum:
    name, member = parts
    kind = _ours(name)
    if not issubclass(kind, Enum):
        raise TypeError(name)
    return kind[member]


def _value(parts: list[Any], blobs: _Blobs) -> object:
    """Filled field by field: neither `__init__` nor `__post_init__` runs."""
    name, *told = parts
    kind = _ours(name)
    if not dataclasses.is_dataclass(kind) or not kind.__dataclass_params__.frozen:  # type: ignore[attr-defined]  # in no stub
        raise LookupError(name)
    value = object.__new__(kind)
    for field, part in zip(dataclasses.fields(kind), told, strict=True):
        object.__setattr__(value, field.name, _made(part, blobs))
    return value


def _ours(name: str) -> type:
    if name.partition(".")[0] not in OURS:
        raise LookupError(name)
    return loaded(name)


def _dict(parts: list[Any], blobs: _Blobs) -> dict[Any, Any]:
    made = _all(parts, blobs)
    return dict(zip(made[::2], made[1::2], strict=True))


MAKERS: Final[Mapping[str, Callable[[list[Any], _Blobs], Any]]] = {
    "list": _all,
    "tuple": lambda parts, blobs: tuple(_all(parts, blobs)),
    "set": lambda parts, blobs: set(_all(parts, blobs)),
    "frozenset": lambda parts, blobs: frozenset(_all(parts, blobs)),
    "dict": _dict,
    "bytes": lambda parts, blobs: blobs.next(*parts),
    "datetime": lambda parts, _blobs: dt.datetime.fromisoformat(*parts),
    "date": lambda parts, _blobs: dt.date.fromisoformat(*parts),
    "time": lambda parts, _blobs: dt.time.fromisoformat(*parts),
    "span": lambda parts, _blobs: dt.timedelta(*parts),
    "uuid": lambda parts, _blobs: UUID(*parts),
    "enum": _enum,
    "value": _value,
}
