import struct

from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.film_facts import FilmFacts, film_facts
from bot.sandbox.person import Person


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content) + 8, kind) + content


def film(width: int, height: int, seconds: int) -> bytes:
    header = box(b"mvhd", bytes(12) + struct.pack(">II", 600, 600 * seconds))
    track = box(b"tkhd", bytes(76) + struct.pack(">II", width << 16, height << 16))
    return box(b"ftyp", b"isom") + box(b"moov", header + box(b"trak", track))


def test_a_film_says_its_size_and_length() -> None:
    assert film_facts(film(720, 1280, 7)) == FilmFacts(720, 1280, 7)


@given(st.binary(max_size=200), st.integers(0, 150))
def test_no_bytes_make_it_stumble(noise: bytes, cut: int) -> None:
    film_facts(noise)
    film_facts(film(10, 10, 1)[:cut] + noise)


async def test_a_film_that_a_person_sends_has_its_facts(lou: Person) -> None:
    sent = await lou.send_video(film(720, 1280, 7))
    assert sent.video
    assert (sent.video["width"], sent.video["duration"]) == (720, 7)


def test_boxes_in_boxes_without_end_say_nothing() -> None:
    nest = b""
    for _ in range(5_000):
        nest = box(b"moov", nest)
    assert film_facts(nest) == FilmFacts()
