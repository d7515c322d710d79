import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pixels.geometry import Box, Size
from bot.vision.sight import Likeness, PictureKind, Quality, Seen, Sight
from bot.vision.sight_bytes import HEAD, sight_bytes, sight_from
from tests.vision.photos import NAMES, sight

shares = st.floats(0, 1)
boxes = st.lists(st.builds(Box, shares, shares, shares, shares), max_size=4).map(tuple)


def row(length: int) -> st.SearchStrategy[tuple[float, ...]]:
    return st.tuples(*[shares] * length)


sights = st.builds(
    Sight,
    size=st.builds(Size, st.integers(1, 16_000), st.integers(1, 16_000)),
    faces=boxes,
    people=boxes,
    seen=st.lists(st.builds(Seen, st.text(max_size=12), shares), max_size=4).map(tuple),
    quality=st.builds(Quality, shares, shares, shares),
    saliency_x=row(64),
    saliency_y=row(64),
    likeness=st.builds(
        Likeness,
        vector=st.sampled_from([b"", bytes(range(256)) * 10]),
        luminance=st.binary(min_size=1024, max_size=1024),
        colours=st.binary(min_size=48, max_size=48),
    ),
    hues=row(24),
    kind=st.sampled_from(PictureKind),
    sensitive=st.none() | shares,
)


@given(sights)
def test_a_sight_comes_back_exactly(seen: Sight) -> None:
    assert sight_from(sight_bytes(seen)) == seen


@pytest.mark.parametrize("name", NAMES)
def test_a_real_sight_is_small(name: str) -> None:
    assert len(sight_bytes(sight(name))) < 6000


@given(st.binary(max_size=60), st.integers(0, 5000), st.integers(0, 255))
def test_other_bytes_are_refused_plainly(junk: bytes, at: int, value: int) -> None:
    changed = bytearray(sight_bytes(sight("cat")))
    changed[at % len(changed)] = value
    for data in (junk, bytes(changed), bytes(changed[: at % len(changed)])):
        try:
            assert isinstance(sight_from(data), Sight)
        except ValueError:
            continue


def test_another_version_is_refused() -> None:
    data = sight_bytes(dataclasses.replace(sight("cat"), faces=()))
    with pytest.raises(ValueError, match="version"):
        sight_from(b"\x03" + data[1:])


@pytest.mark.parametrize(
    ("drawn", "kind"), [("true", PictureKind.SCREENSHOT), ("false", PictureKind.PHOTO)]
)
def test_what_the_first_version_wrote_is_still_read(drawn: str, kind: PictureKind) -> None:
    numbers = (
        '{"size":[4,3],"faces":[],"people":[],"seen":[["cat",0.9]],"quality":[0.5,0.5,0.5],'
        f'"x":[],"y":[],"hues":[],"screenshot":{drawn}}}'
    ).encode()
    old = HEAD.pack(1, len(numbers), 0, 3, 2) + numbers + b"lum" + b"co"

    seen = sight_from(old)

    assert seen.kind is kind
    assert seen.sensitive is None
    assert seen.likeness == Likeness(b"", b"lum", b"co")
