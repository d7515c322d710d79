"""Which two files are one live photo, and what a waiting media is called."""

from hypothesis import given
from hypothesis import strategies as st

from bot.gallery.waiting import Waiting, pairs, waiting_bytes, waiting_from

SHORT = st.text(min_size=1, max_size=20)
MAYBE = st.none() | SHORT


def test_a_photo_and_a_film_of_one_name_and_folder_are_one() -> None:
    names = {1: "a/IMG_7.HEIC", 2: "a/img_7.mov", 3: "b/IMG_7.MOV", 4: "a/IMG_8.jpg"}
    assert pairs(names) == {2: 1}


def test_where_it_could_be_either_nothing_is_joined() -> None:
    assert pairs({1: "IMG_7.HEIC", 2: "IMG_7.JPG", 3: "IMG_7.MOV"}) == {}
    assert pairs({1: "IMG_7.HEIC", 2: "IMG_7.MOV", 3: "IMG_7.MP4"}) == {}
    assert pairs({1: "IMG_7.png", 2: "IMG_7.MOV"}) == {}


@given(SHORT, MAYBE, MAYBE)
def test_names_survive_the_seal(file: str, live: str | None, name: str | None) -> None:
    waiting = Waiting(file, live, name)
    assert waiting_from(waiting_bytes(waiting)) == waiting


def test_what_the_first_version_wrote_is_still_read() -> None:
    assert waiting_from(b"AgACAgQAAxkB") == Waiting("AgACAgQAAxkB")
