"""What a child may say: our values arrive as they left, anything else does nothing at all."""

import json
import os
import pickle
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gallery.facts import Place, TakenAt
from bot.gallery.intake import Intake
from bot.jobs.answers import LENGTH, Malformed, pack, unpack
from bot.jobs.pool import Bounds, Crashed, Kind, Pool
from bot.pixels.geometry import Size
from bot.pixels.header import Format
from tests.jobs.taken_over import say

SOON = timedelta(seconds=20)
NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
INTAKE = Intake(
    clean=b"\xff\xd8picture",
    size=Size(4, 3),
    taken=TakenAt(date(2024, 10, 12), time=NOW.time()),
    place=Place("Lyon", "FR", "u05kq"),
    poster=b"",
)

keys = st.text(max_size=4) | st.integers() | st.sampled_from(Format)
scalars = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
    | st.binary(max_size=8) | st.dates() | st.datetimes() | st.times() | st.timedeltas()
    | st.uuids() | st.sampled_from(Format) | st.just(INTAKE)
)  # fmt: skip
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4) | st.lists(inner, max_size=4).map(tuple)
        | st.frozensets(keys, max_size=4) | st.sets(keys, max_size=4)
        | st.dictionaries(keys, inner, max_size=4)
    ),
)  # fmt: skip


def sent(value: object) -> bytes:
    return b"".join(pack(value))


def told(text: object, blobs: bytes = b"") -> bytes:
    """An answer by somebody who knows the format and means harm."""
    head = json.dumps(text).encode()
    return LENGTH.pack(len(head)) + head + blobs


@given(values)
def test_every_value_of_ours_arrives_as_it_left(value: object) -> None:
    arrived = unpack(sent(value))
    assert arrived == value
    assert type(arrived) is type(value)


@given(st.binary(max_size=200), st.text(max_size=60))
def test_whatever_else_arrives_is_malformed_and_nothing_worse(data: bytes, text: str) -> None:
    for hostile in (data, told(text)[:-1], LENGTH.pack(len(text.encode())) + text.encode()):
        try:
            unpack(hostile)
        except Malformed:
            continue


@pytest.mark.parametrize(
    "text",
    [
        ["value", "subprocess:Popen", ["list", "true"]],
        ["value", "bot.settings:Settings"],
        ["value", "bot.gallery.intake:take_picture"],
        ["value", "bot.nowhere:Nobody"],
        ["value", "bot.pixels.geometry:Size", 1],
        ["value", "bot.jobs.pool:sys.modules"],
        ["enum", "bot.pixels.header:Format", "SVG"],
        ["enum", "bot.pixels.geometry:Size", "width"],
        ["bytes", 1 << 60],
        ["bytes", -1],
        ["dict", 1],
        ["set", ["list"]],
        ["uuid", 7],
        ["span", 1e300],
        ["reduce", "os:system", "true"],
        {"value": 1},
        [],
        [[[[]]]],
    ],
)
def test_a_class_that_is_not_ours_or_a_part_too_few_is_malformed(text: object) -> None:
    with pytest.raises(Malformed):
        unpack(told(text))


def test_neither_depth_nor_length_fills_the_parent() -> None:
    for hostile in (told(0) + b"x" * 9, LENGTH.pack(1 << 40), b"[" * 100_000):
        try:
            unpack(hostile)
        except Malformed:
            continue
    deep = b'["list",' * 50_000
    with pytest.raises(Malformed):
        unpack(LENGTH.pack(len(deep)) + deep)


def test_what_has_no_place_in_the_format_does_not_travel() -> None:
    for value in (object(), {"path": Path()}, [lambda: None], UUID):
        with pytest.raises(TypeError):
            pack(value)


class Touch:
    """Unpickled, it leaves a file: what a child that was taken over would try."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        return exec, (f"open({self.path!r}, 'w').close()", "")


def framed(answer: bytes) -> bytes:
    return LENGTH.pack(len(answer)) + answer


async def test_a_child_that_was_taken_over_runs_nothing_here_and_is_replaced(
    tmp_path: Path,
) -> None:
    file = tmp_path / "touched"
    answers = [
        framed(pickle.dumps(("done", Touch(str(file))))),
        framed(told(["tuple", "friendly", "subprocess:Popen", ["dict", "args", "true"]])),
        framed(told(["tuple", "friendly", "bot.errors:FriendlyError", ["dict", "x", ["list"]]])),
        framed(told(["tuple", "error", "SystemExit"])),
        framed(told("done")),
        LENGTH.pack(1 << 62),
    ]
    async with Pool({Kind.OPEN: Bounds()}) as pool:
        for answer in answers:
            with pytest.raises(Crashed):
                await pool.run(say, answer, kind=Kind.OPEN, limit=SOON)
        assert await pool.run(abs, -1, kind=Kind.OPEN, limit=SOON) == 1
    assert not file.exists()


async def test_a_child_knows_none_of_the_bots_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEPITE_BOT_TOKEN", "1:secret")
    async with Pool({Kind.OPEN: Bounds()}) as pool:
        there = await pool.run(os.getenv, "PEPITE_BOT_TOKEN", kind=Kind.OPEN, limit=SOON)
    assert there is None
