"""Zips from outside: nothing is written, nothing is read that is larger than it says it is."""

import io
import stat
import struct
import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import FriendlyError
from bot.gallery.archive import ArchiveBomb, ArchiveDamaged, ArchiveTooLong
from bot.gallery.entries import MOST_BYTES, MOST_ENTRIES, Entry, Form, Survey, survey, survey_from
from bot.gallery.unpacking import Given, Terms, Unpacked, look_through, unpack
from tests.conversations.given import picture

TERMS = Terms("Europe/Paris", date(2026, 1, 1), with_place=True)
ENDS = 22  # bytes of the record that ends a zip
# What a zip's name may hold: every alphabet, separators, dots; no NUL, which zipfile cuts at.
NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)
EVIL = (
    "../../etc/passwd.jpg", "/etc/cron.d/a.jpg", "C:\\Windows\\a.jpg", "..\\..\\a.jpg",
    "a/../../b.jpg", "//host/share/a.jpg", "con.jpg", "a\0.exe.jpg", "~/.ssh/a.jpg",
)  # fmt: skip
ALPHABETS = ("été", "Größe", "фото", "照片", "写真", "사진", "صورة", "תמונה", "φωτό", "ภาพ", "🏖️")


def zipped(
    files: Iterable[tuple[str | zipfile.ZipInfo, bytes]], method: int = zipfile.ZIP_STORED
) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", method) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return whole.getvalue()


def found_in(given: Given) -> Survey:
    return survey_from(look_through(given))


def all_of(given: Given) -> list[Unpacked]:
    return unpack(given, found_in(given).items, TERMS)


@given(NAMES)
def test_whatever_an_entry_is_called_it_is_media_by_its_ending_and_found_by_its_number(
    name: str,
) -> None:
    found = survey([Entry(7, f"{name}.jpg", 10)])
    hidden = any(part.startswith(".") for part in f"{name}.jpg".replace("\\", "/").split("/"))

    assert [item.ref for item in found.items] in ([7], [])
    assert found.items or hidden or not found.others


@pytest.mark.parametrize("name", EVIL)
def test_a_name_that_climbs_out_is_only_a_name(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")

    read = [one.content for one in all_of(zipped([(name, picture())]))]

    assert read in ([picture()], [])
    assert [path.name for path in tmp_path.rglob("*")] == ["in"]


@pytest.mark.parametrize("word", ALPHABETS)
def test_names_of_every_alphabet_are_read_as_their_owner_wrote_them(word: str) -> None:
    assert found_in(zipped([(f"{word}/{word}.jpg", b"x")])).items[0].name == f"{word}/{word}.jpg"


def test_utf_8_that_does_not_say_so_is_read_as_what_it_is() -> None:
    said = zipped([("été.jpg", b"x")])
    silent = said.replace(struct.pack("<H", 0x800), struct.pack("<H", 0))

    assert found_in(silent).items[0].name == "été.jpg"


def test_a_name_of_an_old_archiver_is_no_reason_to_refuse_the_rest() -> None:
    latin = zipped([("XXX.jpg", b"x"), ("b.jpg", b"y")]).replace(b"XXX", b"\x82t\x82")

    assert [one.content for one in all_of(latin)] == [b"y", b"x"]


def test_links_folders_and_what_systems_leave_are_passed_over() -> None:
    link = zipfile.ZipInfo("link.jpg")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    names = (link, "folder.jpg/", "__MACOSX/._a.jpg", ".hidden/a.jpg", "Thumbs.db", "@eaDir/a.jpg")

    assert found_in(zipped([(name, b"/etc/passwd") for name in names])) == Survey()


def test_a_locked_entry_says_so_and_the_others_are_read() -> None:
    data = bytearray(zipped([("a.jpg", b"x"), ("b.jpg", b"y")]))
    data[data.index(b"PK\x01\x02") + 8] |= 1

    found = found_in(bytes(data))

    assert found.refused == {"error-archive-locked": ("a.jpg",)}
    assert [one.content for one in unpack(bytes(data), found.items, TERMS)] == [b"y"]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_is_packed_in_another_way_is_left_packed(method: int) -> None:
    packed = zipped([("a.jpg", picture())], method)

    assert found_in(packed).refused == {"error-archive-method": ("a.jpg",)}


def test_an_entry_that_swells_is_not_unpacked() -> None:
    bomb = zipped([("a.jpg", bytes(10_000_000)), ("b.jpg", picture())], zipfile.ZIP_DEFLATED)

    assert found_in(bomb).refused == {"error-archive-bomb": ("a.jpg",)}
    assert [one.content for one in all_of(bomb)] == [picture()]


def test_many_names_of_the_same_bytes_are_a_bomb() -> None:
    """Entries that overlap: a directory lists one kernel five hundred times."""
    kernel = zipped([("a.jpg", bytes(1_000_000))])
    start = kernel.index(b"PK\x01\x02")
    one = kernel[start:-ENDS]
    size, end = len(one) * 500, kernel[-ENDS:]
    ended = end[:8] + struct.pack("<HHL", 500, 500, size) + end[16:]

    with pytest.raises(ArchiveBomb):
        look_through(kernel[:start] + one * 500 + ended)


def test_an_entry_that_lies_about_its_size_is_refused_alone() -> None:
    data = zipped([("a.jpg", b"12345"), ("b.jpg", b"y")])
    at = data.index(b"PK\x01\x02") + 24
    lying = data[:at] + struct.pack("<L", 3) + data[at + 4 :]

    assert [one.refusal for one in all_of(lying)] == ["error-archive-damaged", None]


def test_a_media_that_would_not_lie_in_memory_is_refused_unread() -> None:
    found = survey([Entry(0, "film.mp4", MOST_BYTES + 1)])
    assert found.refused == {"error-media-too-big": ("film.mp4",)}


def test_an_archive_in_an_archive_is_named_and_not_opened() -> None:
    nested = zipped([("takeout-002.zip", zipped([("a.jpg", b"x")])), ("a.tgz", b"")])
    assert found_in(nested).refused == {"error-archive-nested": ("a.tgz", "takeout-002.zip")}


def test_a_hundred_thousand_entries_are_refused_before_they_are_read() -> None:
    whole = zipped([("a.jpg", b"x")])
    count = struct.pack("<HH", 0xFFFF, 0xFFFF)
    with pytest.raises(ArchiveTooLong):
        look_through(whole[: -ENDS + 8] + count + whole[-ENDS + 12 :])
    assert MOST_ENTRIES < 100_000


def test_zip64_is_read_and_its_count_believed() -> None:
    large = io.BytesIO()
    with (
        zipfile.ZipFile(large, "w") as archive,
        archive.open("a.jpg", "w", force_zip64=True) as file,
    ):
        file.write(picture())
    assert [one.content for one in all_of(large.getvalue())] == [picture()]
    whole = zipped([("a.jpg", b"x")])
    many = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 10**5, 10**5, 100, 0)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(whole) - ENDS, 1)
    with pytest.raises(ArchiveTooLong):
        look_through(whole[:-ENDS] + many + locator + whole[-ENDS:])


@given(st.data())
def test_no_damage_is_more_than_a_sentence(data: st.DataObject) -> None:
    """Cut or flipped anywhere, a zip is read, or refused as a whole or in part."""
    good = bytearray(zipped([("a.jpg", b"x" * 40), ("b/c.json", b"{}"), ("d.png", b"y" * 9)]))
    for _ in range(data.draw(st.integers(0, 3))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    bad = bytes(good[: data.draw(st.integers(0, len(good)))])

    try:
        read = len(all_of(bad))
    except FriendlyError as refusal:
        read = 0 if refusal.text_id.startswith("error-archive-") else 4
    assert read <= 3


@given(st.binary(max_size=200))
def test_bytes_that_are_no_zip_are_damaged(data: bytes) -> None:
    with pytest.raises(ArchiveDamaged):
        look_through(data)


def test_the_same_name_twice_is_two_media() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = zipped([("a.jpg", b"x"), ("a.jpg", b"y")])
    assert sorted(one.content or b"" for one in all_of(twice)) == [b"x", b"y"]


def test_an_empty_zip_holds_nothing() -> None:
    assert found_in(zipped([])) == Survey()


def test_bytes_say_what_is_a_film_whatever_the_name_says() -> None:
    film = b"\0\0\0\x18ftypmp42" + bytes(20)
    mixed = zipped([("a.jpg", film), ("b.mp4", picture())])
    assert [one.kind for one in all_of(mixed)] == [Form.VIDEO, Form.PHOTO]


def test_a_live_photo_is_one_media() -> None:
    live = zipped([("d/IMG_1.HEIC", b"still"), ("d/IMG_1.MOV", b"moves"), ("e/IMG_1.MOV", b"x")])
    still, film = all_of(live)
    assert (still.content, still.live) == (b"still", b"moves")
    assert (film.content, film.live) == (b"x", None)


def test_no_link_in_a_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"x")
    (tmp_path / "link.jpg").symlink_to("/etc/passwd")
    (tmp_path / "loop").symlink_to(tmp_path)

    assert [item.name for item in found_in(tmp_path).items] == ["a.jpg"]


def test_a_file_that_grew_since_it_was_listed_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"x")
    items = found_in(tmp_path).items
    (tmp_path / "a.jpg").write_bytes(b"longer")

    assert unpack(tmp_path, items, TERMS)[0].refusal == "error-archive-gone"
