"""A Takeout in parts: a JSON tells of a picture in another part, never of another export's."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gallery import archive, folder
from bot.gallery.archive import ArchiveTooLong, of_file
from bot.gallery.entries import Survey, survey_from
from bot.gallery.parts import export_of, told_by
from bot.gallery.unpacking import Terms, look_through, unpack
from tests.gallery.test_archive import zipped

FOLDER = "Takeout/Google Photos/Photos from 2019"
FIRST, SECOND = "takeout-20240131T101010Z-001.zip", "takeout-20240131T101010Z-002.zip"
ANOTHER = "takeout-20240229T101010Z-001.zip"
TERMS = Terms("Europe/Paris", date(2026, 1, 1), with_place=True)
TELLS = json.dumps({"photoTakenTime": {"timestamp": "1565645400"}}).encode()

PARTS = st.sampled_from(["", "Takeout/", f"{FIRST}/", f"{SECOND}/", f"{ANOTHER}/", "holidays/"])
NAMES = st.builds("{}{}".format, PARTS, st.sampled_from(["a.jpg", "b.jpg", "c.jpg"]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{FIRST}/{FOLDER}", f"{SECOND}/{FOLDER}"),
        ("takeout-20240131T101010Z-1-001.zip", "takeout-20240131T101010Z-2-001.zip"),
        ("takeout-20240131T101010Z-001/Takeout", "takeout-20240131T101010Z-002/Takeout"),
        ("Takeout/Photos from 2019", "Takeout 2/Photos from 2019"),
        ("takeout-001.zip", "Takeout(1).zip"),
    ],
)
def test_the_parts_of_one_export_are_one(one: str, other: str) -> None:
    assert export_of(one) == export_of(other)
    assert told_by([f"{one}/a.jpg"], [f"{other}/a.jpg.json"]) == {
        f"{one}/a.jpg": f"{other}/a.jpg.json"
    }


@pytest.mark.parametrize(
    "other",
    [
        f"{ANOTHER}/{FOLDER}",
        f"{SECOND}/Takeout/Google Photos/Photos from 2020",
        f"holidays.zip/{FOLDER}",
        "my takeout.zip",
    ],
)
def test_what_is_no_part_of_it_tells_nothing(other: str) -> None:
    assert told_by([f"{FIRST}/{FOLDER}/a.jpg"], [f"{other}/a.jpg.json"]) == {}


def test_a_json_that_tells_of_what_is_beside_it_or_is_one_of_two_is_lent_to_nobody() -> None:
    beside = {"Takeout 2/a.jpg": "Takeout 2/a.jpg.json"}
    assert told_by(["Takeout/a.jpg", *beside], list(beside.values())) == beside
    assert told_by(["Takeout/a.jpg"], ["Takeout 2/a.jpg.json", "Takeout 3/a.jpg.json"]) == {}


@given(st.sets(NAMES), st.sets(NAMES))
def test_a_json_tells_only_of_its_name_in_its_export_and_beside_itself_first(
    media: set[str], tellers: set[str]
) -> None:
    jsons = {f"{name}.json" for name in tellers}
    told = told_by(media, jsons)

    for name, json_name in told.items():
        assert name in media
        assert json_name in jsons
        assert export_of(name) + ".json" == export_of(json_name)
    assert all(told[name] == f"{name}.json" for name in media & tellers)
    assert len(set(told.values())) == len(told)


@pytest.fixture
def takeout(tmp_path: Path) -> Path:
    """Two parts and a broken one: a's JSON is in the other part, b's beside it, c has none."""
    first = {"a.jpg": b"a", "b.jpg": b"b", "b.jpg.json": TELLS, "c.jpg": b"c"}
    second = {"a.jpg.supplemental-metadata.json": TELLS, "d.jpg": b"d"}
    for name, files in ((FIRST, first), (SECOND, second)):
        inside = [(f"{FOLDER}/{file}", content) for file, content in files.items()]
        (tmp_path / name).write_bytes(zipped(inside))
    (tmp_path / "takeout-20240131T101010Z-003.zip").write_bytes(b"cut short")
    (tmp_path / "alone.jpg").write_bytes(b"x")
    (tmp_path / "link.zip").symlink_to(tmp_path / FIRST)
    return tmp_path


def found_in(place: Path) -> Survey:
    return survey_from(look_through(place))


def test_a_folder_of_parts_is_read_as_one(takeout: Path) -> None:
    found = found_in(takeout)

    read = unpack(takeout, found.items, TERMS)
    assert [one.content for one in read] == [b"x", b"a", b"b", b"c", b"d"]
    dated = [one.content for one in read if one.facts.taken]
    assert dated == [b"a", b"b"]
    assert found.untold == 2
    assert found.refused == {"error-archive-damaged": ("takeout-20240131T101010Z-003.zip",)}


def test_a_part_that_changed_since_is_told_and_the_rest_is_read(takeout: Path) -> None:
    items = found_in(takeout).items
    (takeout / SECOND).unlink()

    read = unpack(takeout, items, TERMS)
    assert [one.refusal for one in read] == [None, None, None, None, "error-archive-gone"]
    assert read[1].facts.taken is None  # what told of it is gone as well


def test_a_part_that_is_a_bomb_is_refused_alone(takeout: Path) -> None:
    kernel = zipped([("a.jpg", bytes(1_000_000))])
    start = kernel.index(b"PK\x01\x02")
    one, count = kernel[start:-22], (500).to_bytes(2, "little")
    size = (len(one) * 500).to_bytes(4, "little")
    ends = kernel[-22:-14] + count + count + size + kernel[-6:]
    (takeout / "bomb.zip").write_bytes(kernel[:start] + one * 500 + ends)

    found = found_in(takeout)
    assert found.refused["error-archive-bomb"] == ("bomb.zip",)
    assert len(found.items) == 5


def test_parts_together_hold_and_list_no_more_than_one_archive_may(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_OPEN", 2)
    monkeypatch.setattr(folder, "MOST_ENTRIES", 5)
    for part in range(3):
        (tmp_path / f"{part}.zip").write_bytes(zipped([("a.jpg", b"x"), ("b.jpg", b"y")]))
        assert len(of_file(tmp_path / f"{part}.zip").entries()) == 2

    assert [path.name for path, *_ in archive._OPEN] == ["1.zip", "2.zip"]
    with pytest.raises(ArchiveTooLong):
        look_through(tmp_path)


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """What a child closes by its end."""
    yield
    while archive._OPEN:
        archive._OPEN.popitem()[1].close()
