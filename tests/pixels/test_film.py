"""Films: their pictures, and what their containers say of when and where."""

import io
import struct
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import av
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.gallery.facts import Source, TakenAt
from bot.gallery.film_dates import filmed_on, on_their_day
from bot.gallery.intake import take_closed_film, take_film, take_picture
from bot.pixels.film import (
    GLIMPSES,
    FilmUnsupported,
    film_suffix,
    glimpses,
    glimpses_of_stills,
    moves,
)
from bot.pixels.film_facts import NO_FACTS, FilmFacts, film_facts
from bot.pixels.film_place import XMP, without_place
from bot.pixels.geometry import Size
from bot.pixels.header import probe
from bot.pixels.small import small
from tests.pixels.films import apple, box, clip, colours, header, moving_gif, track, with_told

MIDNIGHT = datetime(2023, 12, 31, 23, 30, tzinfo=UTC)


def test_a_long_film_is_looked_at_from_its_beginning_to_its_end() -> None:
    """Four colours in turn: each is seen once, in its order."""
    seen = [small(one, 64).mean((0, 1)) for one in glimpses(colours())]
    assert len(seen) == GLIMPSES
    assert [int(one.argmax()) for one in seen] == [0, 1, 2, 0]


def test_a_picture_that_moves_is_a_film_and_one_that_does_not_is_a_picture() -> None:
    still, moving = moving_gif(1), moving_gif(5)
    assert not moves(still)
    assert not take_picture(still, False).is_film  # noqa: FBT003
    assert moves(moving)
    taken = take_picture(moving, False)  # noqa: FBT003
    assert taken.is_film
    assert len(taken.glimpses) == 2
    assert probe(taken.glimpses[0]).size == probe(moving).size


def test_a_film_is_called_after_what_it_is() -> None:
    assert film_suffix(clip()) == "mp4"
    assert film_suffix(apple("", "")) == "mov"
    assert film_suffix(moving_gif(3)) is None


def test_a_gif_cut_in_the_middle_is_shown_as_far_as_it_goes() -> None:
    whole = moving_gif(5)
    assert glimpses_of_stills(whole[: len(whole) * 2 // 3])


@pytest.mark.parametrize(("share", "is_film"), [(0.7, True), (0.3, False)])
def test_what_is_left_of_a_cut_animation_is_a_film_only_while_it_moves(
    *, share: float, is_film: bool
) -> None:
    for whole in (moving_gif(5), moving_gif(5, "WEBP")):
        taken = take_picture(whole[: int(len(whole) * share)], False)  # noqa: FBT003
        assert (taken.is_film, len(taken.glimpses)) == (is_film, 2 if is_film else 0)


def test_an_android_film_says_its_place_and_its_time_in_utc() -> None:
    said = film_facts(clip())
    assert said.filmed_at == datetime(2024, 10, 12, 13, 30, tzinfo=UTC)
    assert said.filmed_local is None
    assert (said.latitude, said.longitude) == (45.764, 4.8357)
    assert said.duration == timedelta(seconds=3)


def test_an_iphone_says_the_hour_of_the_place() -> None:
    film = apple("2019-08-12T21:04:05+0200", "+48.8577+002.2950+035.000/")
    said = film_facts(film)
    assert said.filmed_local == datetime(2019, 8, 12, 21, 4, 5)  # noqa: DTZ001 - a wall time
    assert (said.latitude, said.longitude) == (48.8577, 2.295)


@pytest.mark.parametrize(("matrix", "size"), [((1, 0), (640, 360)), ((0, 1), (360, 640))])
def test_a_film_held_upright_is_upright(matrix: tuple[int, int], size: tuple[int, int]) -> None:
    assert film_facts(box(b"moov", track(640, 360, *matrix))).size == Size(*size)


@pytest.mark.parametrize(
    "head",
    [header(0), header(2082844800), header(10**8), header(2**63, wide=True), b"\0" * 3, b""],
)
def test_a_clock_that_was_never_set_says_no_day(head: bytes) -> None:
    assert film_facts(box(b"moov", box(b"mvhd", head))).filmed_at is None


@pytest.mark.parametrize("place", ["+00.0000+000.0000/", "+91.0000+002.0000/", "nan", "+45", ""])
def test_no_place_is_made_of_nonsense(place: str) -> None:
    said = film_facts(apple("2019-08-12T21:04:05+0200", place))
    assert said.latitude is None
    assert said.filmed_local is not None


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_whatever_the_boxes_say_nothing_breaks(data: st.DataObject) -> None:
    film = bytearray(clip()[:400] + apple("2019-08-12T21:04:05Z", "+48.8-002.2/"))
    for _ in range(data.draw(st.integers(0, 12))):
        film[data.draw(st.integers(0, len(film) - 1))] = data.draw(st.integers(0, 255))
    said = film_facts(bytes(film[: data.draw(st.integers(0, len(film)))]))
    assert (said.latitude is None) == (said.longitude is None)


def test_boxes_within_boxes_without_end_are_left() -> None:
    nested = b""
    for _ in range(500):
        nested = box(b"moov", nested)
    assert film_facts(nested) == NO_FACTS
    assert film_facts(struct.pack(">I4s", 8, b"free") * 50_000) == NO_FACTS


def test_coordinates_stay_in_the_child_and_no_town_is_named_unasked() -> None:
    without, named = take_film(clip(), False), take_film(clip(), True)  # noqa: FBT003
    assert without.place is None
    assert without.taken is None  # whose clock it was cannot be known without the place
    assert named.place is not None
    assert named.place.name == "Lyon"
    assert named.taken is not None
    assert named.taken.local == datetime(2024, 10, 12, 15, 30)  # noqa: DTZ001 - a wall time
    assert "45.76" not in repr(named)
    assert film_facts(named.clean).latitude is None
    assert len(glimpses(named.clean)) == len(named.glimpses) > 0


def test_an_iphones_coordinates_are_blanked_and_its_day_stays() -> None:
    clean = without_place(apple("2019-08-12T21:04:05+0200", "+48.8577+002.2950+035.000/"))
    said = film_facts(clean)
    assert said.latitude is None
    assert said.filmed_local is not None
    assert b"48.8" not in clean


@pytest.mark.parametrize("sizes", [True, False])
@pytest.mark.parametrize("handler", [b"meta", b"camm", b"text"])
def test_what_a_camera_tells_in_a_track_of_its_own_goes_and_the_pictures_stay(
    handler: bytes, *, sizes: bool
) -> None:
    told = b"GPS5 45.764 4.8357 "
    film = with_told(clip(), handler, told, sizes=sizes)
    assert streams(film)[0] == "video"
    assert len(streams(film)) == 2

    clean = take_closed_film(film, False).clean  # noqa: FBT003

    assert len(clean) == len(film)
    assert b"GPS5" not in clean
    assert b"45.764" not in clean
    assert streams(clean) == ["video"]
    assert glimpses(clean) == glimpses(film)


def test_what_a_camera_writes_of_itself_goes_and_the_keys_stay() -> None:
    place, xmp = b"+48.8577+002.2950/", XMP + b"exif:GPSLatitude=48.8577"
    listed = box(b"\xa9xyz", box(b"data", bytes(8) + place))
    user = box(b"udta", box(b"\xa9xyz", place) + box(b"meta", box(b"ilst", listed)))
    car = box(b"gps ", struct.pack(">IIII", 0, 1, 8, len(place)))
    parts = [place, box(b"xml ", place), box(b"trak", user), user, box(b"uuid", xmp), car]
    keys = apple("2019-08-12T21:04:05+0200", place.decode())
    film = box(b"free", parts[0]) + box(b"moov", box(b"meta", parts[1]) + b"".join(parts[2:]))

    clean = without_place(film + box(b"uuid", xmp) + keys)

    assert b"48.8" not in clean
    assert len(clean) == len(film + box(b"uuid", xmp) + keys)
    assert b"2019-08-12" in clean


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_whatever_the_tables_say_a_film_stays_as_long(data: st.DataObject) -> None:
    film = bytearray(with_told(clip(), b"meta", b"GPS5", sizes=True)[-900:])
    for _ in range(data.draw(st.integers(0, 12))):
        film[data.draw(st.integers(0, len(film) - 1))] = data.draw(st.integers(0, 255))
    assert len(without_place(bytes(film))) == len(film)


def streams(film: bytes) -> list[str]:
    with av.open(io.BytesIO(film), "r", format="mp4") as opened:
        return [stream.type for stream in opened.streams]


def test_without_pyav_a_film_keeps_its_day() -> None:
    assert take_closed_film(clip(), False).filmed_at is not None  # noqa: FBT003
    with pytest.raises(FilmUnsupported):
        take_closed_film(b"#EXTM3U\nhttp://169.254.169.254/\n", False)  # noqa: FBT003


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Europe/Paris", 1), ("America/New_York", 31), (None, 31), ("Pacific/Auckland", 1)],
)
def test_the_day_of_a_film_in_utc_is_its_owners_and_a_guess(zone: str | None, day: int) -> None:
    taken = on_their_day(MIDNIGHT, zone, named=None)
    assert taken is not None
    assert taken.first.day == day
    assert taken.is_guess
    assert taken.time is None


@pytest.mark.parametrize("is_guess", [False, True])
def test_a_name_that_says_the_day_knows_better_than_utc(*, is_guess: bool) -> None:
    named = TakenAt(date(2023, 12, 31), source=Source.FILE_NAME, is_guess=is_guess)
    assert (on_their_day(MIDNIGHT, "Europe/Paris", named=named) is None) is not is_guess


@given(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)))  # noqa: DTZ001 - a zone comes
def test_with_the_zone_of_its_place_a_film_has_its_hour(moment: datetime) -> None:
    filmed = moment.replace(tzinfo=UTC, microsecond=0)
    taken = filmed_on(FilmFacts(filmed_at=filmed), "Asia/Kathmandu")
    assert taken is not None
    assert not taken.is_guess
    assert taken.local == filmed.astimezone(ZoneInfo("Asia/Kathmandu")).replace(tzinfo=None)
