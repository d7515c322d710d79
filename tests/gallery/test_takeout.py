"""Google Takeout: every way it has named a JSON finds its picture; nonsense in one is none."""

import io
import json
import zipfile
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gallery.entries import survey_from
from bot.gallery.facts import Facts, Source, TakenAt
from bot.gallery.takeout import LONGEST_STEM, SUPPLEMENT, Told, read_told, teller_of, tellers
from bot.gallery.unpacking import Terms, look_through, unpack
from bot.gallery.zones import zone_at, zone_of

TODAY = date(2026, 1, 1)
LONG = "Screenshot_20210601-120000_An application with quite a name.jpg"
PAIRS = (
    ("IMG_1.jpg", "IMG_1.jpg.json"),
    ("IMG_1.jpg", "IMG_1.json"),
    ("IMG_20190812_143000.jpg", "IMG_20190812_143000.jpg.supplemental-metadata.json"),
    ("IMG_20190812_143000.jpg", "IMG_20190812_143000.supplemental-metadata.json"),
    ("IMG_20190812_143000.jpg", "IMG_20190812_143000.jpg.supplemental-me.json"),
    ("IMG_1.jpg", "IMG_1.jpg..json"),
    ("IMG_1(1).jpg", "IMG_1.jpg(1).json"),
    ("IMG_1(1).jpg", "IMG_1.jpg.supplemental-metadata(1).json"),
    ("IMG_1-edited.jpg", "IMG_1.jpg.json"),
    ("IMG_1-modifié.jpg", "IMG_1.jpg.supplemental-metadata.json"),
    ("IMG_1-edited(2).jpg", "IMG_1.jpg(2).json"),
    ("IMG_1.MP4", "IMG_1.HEIC.supplemental-metadata.json"),
    ("Img_1.JPG", "IMG_1.jpg.json"),
    (LONG, f"{LONG[:46]}.json"),
    (f"{LONG[:47]}.jpg", f"{LONG[:46]}.json"),
)


@pytest.mark.parametrize(("name", "teller"), PAIRS)
def test_a_picture_finds_what_tells_of_it(name: str, teller: str) -> None:
    others = ["IMG_10.jpg.json", "metadata.json", "IMG_1.jpg(7).json"]
    assert teller_of(name, tellers([*others, teller])) == teller


@pytest.mark.parametrize("name", ["IMG_1(1).jpg", "IMG_11.jpg", "IMG.jpg"])
def test_a_picture_is_not_told_of_by_anothers(name: str) -> None:
    assert teller_of(name, tellers(["IMG_1.jpg.json", "album.json"])) is None


@given(st.from_regex(r"[A-Za-z0-9_ -]{1,60}", fullmatch=True), st.integers(0, 99))
def test_however_long_a_name_is_its_cut_json_is_found(stem: str, count: int) -> None:
    """As Takeout writes it since 2024, with the counter at the end."""
    number = f"({count})" if count else ""
    told = f"{stem}.jpg.{SUPPLEMENT}"[: LONGEST_STEM - len(number)]
    assert teller_of(f"{stem}{number}.jpg", tellers([f"{told}{number}.json"])) is not None


@given(st.binary(max_size=80) | st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5) | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["photoTakenTime", "timestamp", "geoData", "latitude", "description"]),
        inner, max_size=4,
    ), max_leaves=12,
).map(lambda value: json.dumps(value).encode()))  # fmt: skip
def test_nonsense_in_a_json_is_never_more_than_nothing(data: bytes) -> None:
    told = read_told(data, TODAY)
    assert told is None or told.taken_at is None or told.taken_at.year >= 1826


@pytest.mark.parametrize("seconds", ["0", "-11644473600", "4323715200", "1e5", "", None])
def test_dates_that_cannot_be_are_left_out(seconds: str | None) -> None:
    """1970 to the second, 1601, 2107."""
    record = {"photoTakenTime": {"timestamp": seconds}}
    assert read_told(json.dumps(record).encode(), TODAY) == Told()


@pytest.mark.parametrize("spot", [(0.0, 0.0), (91.0, 0.0), (float("nan"), 1.0), ("48", "2")])
def test_a_place_that_is_none_is_none(spot: tuple[object, object]) -> None:
    record = {
        "photoTakenTime": {"timestamp": "1"},
        "geoData": {"latitude": spot[0], "longitude": spot[1]},
    }
    told = read_told(json.dumps(record).encode(), TODAY)
    assert told is not None
    assert told.latitude is None


def test_the_day_is_that_of_the_place_where_it_is_known_else_of_the_person() -> None:
    """Half past ten at night in London is the next day in Tokyo."""
    tokyo = facts_of({"geoData": {"latitude": 35.68, "longitude": 139.76}})
    nowhere = facts_of({"geoData": {"latitude": 0.0, "longitude": 0.0}})
    hushed = facts_of({"geoData": {"latitude": 35.68, "longitude": 139.76}}, with_place=False)

    assert tokyo.taken == TakenAt(date(2019, 8, 13), source=Source.TAKEOUT, time=time(6, 30))
    assert tokyo.place is not None
    assert tokyo.place.country == "JP"
    assert nowhere.taken == TakenAt(date(2019, 8, 12), source=Source.TAKEOUT, time=time(22, 30))
    assert (hushed.taken, hushed.place) == (nowhere.taken, None)


def test_what_was_written_under_a_picture_is_its_note() -> None:
    assert facts_of({"description": "  Chez Mamie  "}).note == "Chez Mamie"
    assert facts_of({"description": ""}).note is None


def test_a_border_within_a_country_has_two_clocks() -> None:
    assert zone_at(37.77, -122.42, "US") == "America/Los_Angeles"
    assert zone_at(40.71, -74.0, "US") == "America/New_York"
    assert zone_at(1.0, 1.0, "XX") is None
    assert zone_of("FR") == "Europe/Paris"
    assert zone_of(None) is None


def facts_of(record: dict[str, object], *, with_place: bool = True) -> Facts:
    """Of a picture whose JSON says that, for a person in London."""
    taken = {"photoTakenTime": {"timestamp": "1565645400"}}
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("a.jpg", b"x")
        archive.writestr("a.jpg.json", json.dumps(taken | record))
    items = survey_from(look_through(whole.getvalue())).items
    terms = Terms("Europe/London", TODAY, with_place)
    return unpack(whole.getvalue(), items, terms)[0].facts
