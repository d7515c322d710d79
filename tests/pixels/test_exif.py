import struct
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from bot.pixels.exif import NO_FACTS, ExifFacts, orientation_alone, read_facts, read_orientation


def block(taken: str | None = None, offset: str | None = None, **gps: Any) -> bytes:
    exif = Image.Exif()
    if taken:
        exif.get_ifd(0x8769)[0x9003] = taken
        exif.get_ifd(0x8769)[0x9291] = "123"
    if offset:
        exif.get_ifd(0x8769)[0x9011] = offset
    if gps:
        place = exif.get_ifd(0x8825)
        place[1], place[2] = gps.get("north", "N"), gps["latitude"]
        place[3], place[4] = gps.get("east", "E"), gps["longitude"]
    return exif.tobytes()


def test_a_camera_tells_when_and_where() -> None:
    facts = read_facts(
        block(
            "2023:07:14 21:05:09", "+02:00",
            latitude=(45.0, 45.0, 36.0), longitude=(4.0, 50.0, 6.0),
        )
    )  # fmt: skip
    assert facts.taken_local == datetime(2023, 7, 14, 21, 5, 9)  # noqa: DTZ001 - wall time
    assert facts.offset == timedelta(hours=2)
    assert facts.latitude == pytest.approx(45.76)
    assert facts.longitude == pytest.approx(4.835)


def test_south_and_west_are_negative() -> None:
    facts = read_facts(
        block(north="S", east="W", latitude=(33.0, 30.0, 0.0), longitude=(70.0, 0.0, 0.0))
    )
    assert (facts.latitude, facts.longitude) == (-33.5, -70.0)


@pytest.mark.parametrize(
    "said",
    [
        "0000:00:00 00:00:00", "1601:01:01 00:00:00", "2107:12:31 23:59:58",
        "1970:01:01 00:00:00", "1980:01:01 00:00:00", "2023:13:01 00:00:00",
        "2023:02:30 10:00:00", "2023:02:03 24:00:00", "    :  :     :  :  ", "yesterday",
    ],
)  # fmt: skip
def test_a_clock_that_was_never_set_says_nothing(said: str) -> None:
    assert read_facts(block(said, "+01:00")) == NO_FACTS


@pytest.mark.parametrize("said", ["+99:00", "+15:00", "0200", "", "Z"])
def test_an_odd_offset_does_not_lose_the_date(said: str) -> None:
    facts = read_facts(block("2023:07:14 21:05:09", said))
    assert facts.taken_local is not None
    assert facts.offset is None


NOWHERE = IFDRational(0, 0)


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [
        ((NOWHERE, NOWHERE, NOWHERE), (4.0, 0.0, 0.0)),
        ((45.0, NOWHERE, 0.0), (4.0, 0.0, 0.0)),
        ((91.0, 0.0, 0.0), (4.0, 0.0, 0.0)),
        ((45.0, 0.0, 0.0), (181.0, 0.0, 0.0)),
        ((0.0, 0.0, 0.0), (0.0, 0.0, 0.0)),
    ],
)
def test_a_place_that_cannot_be_is_no_place_and_the_date_stays(
    latitude: tuple[Any, ...], longitude: tuple[Any, ...]
) -> None:
    facts = read_facts(block("2023:07:14 21:05:09", latitude=latitude, longitude=longitude))
    assert (facts.latitude, facts.longitude) == (None, None)
    assert facts.taken_local is not None


@given(st.binary(max_size=400))
def test_no_bytes_whatever_break_the_reader(junk: bytes) -> None:
    for exif in (junk, b"II*\0\x08\0\0\0" + junk, b"Exif\0\0MM\0*\0\0\0\x08" + junk):
        assert read_orientation(exif) in range(1, 9)
        assert isinstance(read_facts(exif), ExifFacts)


@given(st.data())
def test_a_real_block_with_flipped_bytes_gives_facts_in_range_or_none(data: st.DataObject) -> None:
    good = bytearray(
        block("2023:07:14 21:05:09", "+02:00", latitude=(45.0, 1.0, 2.0), longitude=(4.0, 5.0, 6))
    )
    for _ in range(data.draw(st.integers(1, 6))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    facts = read_facts(bytes(good))
    assert facts.latitude is None or -90 <= facts.latitude <= 90
    assert facts.longitude is None or -180 <= facts.longitude <= 180


def test_a_directory_that_holds_itself_ends() -> None:
    loop = b"MM\0*\0\0\0\x08" + struct.pack(">HHHII", 1, 0x8769, 4, 1, 8)
    assert read_facts(loop) == NO_FACTS


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_smallest_block_says_which_way_up(orientation: int) -> None:
    assert read_orientation(orientation_alone(orientation)) == orientation
    exif = Image.Exif()
    exif.load(orientation_alone(orientation))
    assert dict(exif) == {0x0112: orientation}


def of_tags(camera: dict[int, str], first: dict[int, str]) -> bytes:
    exif = Image.Exif()
    for tag, said in first.items():
        exif[tag] = said
    for tag, said in camera.items():
        exif.get_ifd(0x8769)[tag] = said
    return exif.tobytes()


ORIGINAL, DIGITIZED, CHANGED = "2019:01:01 10:00:00", "2020:01:01 10:00:00", "2021:01:01 10:00:00"


@pytest.mark.parametrize(
    ("camera", "first", "year", "is_original"),
    [
        ({0x9003: ORIGINAL, 0x9004: DIGITIZED}, {0x0132: CHANGED}, 2019, True),
        ({0x9004: DIGITIZED}, {0x0132: CHANGED}, 2020, False),
        ({}, {0x0132: CHANGED}, 2021, False),
        ({0x9003: "0000:00:00 00:00:00", 0x9004: DIGITIZED}, {}, 2020, False),
    ],
)
def test_when_it_was_pressed_counts_before_when_it_was_made_digital_or_changed(
    camera: dict[int, str], first: dict[int, str], year: int, *, is_original: bool
) -> None:
    facts = read_facts(of_tags(camera, first))
    assert facts.taken_local
    assert (facts.taken_local.year, facts.is_original) == (year, is_original)


def test_each_moment_has_its_own_offset() -> None:
    facts = read_facts(of_tags({0x9004: DIGITIZED, 0x9011: "+05:00", 0x9012: "+01:00"}, {}))
    assert facts.offset == timedelta(hours=1)


def test_the_machine_is_named_and_a_long_name_is_not_read() -> None:
    facts = read_facts(
        of_tags({}, {0x010F: "EPSON", 0x0110: "Perfection V600", 0x0131: "x" * 200})
    )
    assert (facts.make, facts.model, facts.software) == ("EPSON", "Perfection V600", "")


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [
        ((0.0, 0.0, 0.0), (0.0, 0.0, 0.0)),
        ((91.0, 0.0, 0.0), (4.0, 0.0, 0.0)),
        ((45.0, 0.0, 0.0), (181.0, 0.0, 0.0)),
    ],
)
def test_nowhere_is_no_place(latitude: Any, longitude: Any) -> None:
    assert read_facts(block(latitude=latitude, longitude=longitude)).latitude is None
