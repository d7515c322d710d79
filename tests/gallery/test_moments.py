"""Moments: what belongs together in time, place and looks, and no guess where facts are thin."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import numpy as np
from hypothesis import given as given_
from hypothesis import strategies as st

from bot.gallery.cells import cell
from bot.gallery.facts import Place, Precision, Source, TakenAt
from bot.gallery.moment_item import MomentItem
from bot.gallery.moments import group
from bot.vision.sight import Likeness

LYON = Place("Lyon", "FR", cell(45.76, 4.84))
PEKIN = Place("Pékin", "CN", cell(39.9, 116.4))
NOON = datetime(2024, 10, 12, 12)  # noqa: DTZ001 - on the camera's own clock


def taken(local: datetime) -> TakenAt:
    return TakenAt(local.date(), source=Source.EXIF, time=local.time())


def at(
    key: str, minutes: float, place: Place | None = None, look: Likeness | None = None
) -> MomentItem[str]:
    return MomentItem(key, taken(NOON + timedelta(minutes=minutes)), place, look)


def look(axis: int) -> Likeness:
    vector = np.zeros(1280, "<f2")
    vector[axis] = 1
    return Likeness(vector.tobytes(), bytes(1024), bytes(48))


def test_an_afternoon_is_one_moment_and_the_next_day_another() -> None:
    photos = [at("a", 0), at("b", 5), at("c", 12), at("d", 24 * 60), at("e", 24 * 60 + 3)]
    assert group(photos) == [["a", "b", "c"], ["d", "e"]]


def test_a_party_does_not_end_at_midnight() -> None:
    photos = [at(str(n), 11 * 60 + 20 * n) for n in range(6)]  # 23:00 to 00:40
    assert group(photos) == [["0", "1", "2", "3", "4", "5"]]


def test_a_long_gap_counts_less_where_pictures_are_rare() -> None:
    quick = [at("a", 0), at("b", 1), at("c", 2), at("d", 92), at("e", 93)]
    slow = [at("a", 0), at("b", 20), at("c", 45), at("d", 135), at("e", 160)]
    assert group(quick) == [["a", "b", "c"], ["d", "e"]]
    assert group(slow) == [["a", "b", "c", "d", "e"]]


def test_two_towns_are_two_moments_however_close_in_time() -> None:
    assert group([at("a", 0, LYON), at("b", 10, PEKIN)]) == [["a"], ["b"]]


def test_the_same_place_and_the_same_looks_bridge_a_longer_gap() -> None:
    assert group([at("a", 0), at("b", 100)]) == [["a"], ["b"]]
    assert group([at("a", 0, LYON, look(1)), at("b", 100, LYON, look(1))]) == [["a", "b"]]
    assert group([at("a", 0, LYON, look(1)), at("b", 130, LYON, look(2))]) == [["a"], ["b"]]


def test_a_photo_that_knows_only_its_day_joins_the_only_moment_of_that_day() -> None:
    day = MomentItem("day", TakenAt(date(2024, 10, 12)))
    assert group([at("a", 0), at("b", 5), day]) == [["a", "b", "day"]]
    assert group([at("a", 0), at("b", 9 * 60), day]) == [["day"], ["a"], ["b"]]


def test_days_without_hours_go_by_day_and_place() -> None:
    day = TakenAt(date(2024, 10, 12))
    photos = [
        MomentItem("a", day, LYON),
        MomentItem("b", day, PEKIN),
        MomentItem("c", day, LYON),
        MomentItem("d", TakenAt(date(2024, 10, 13)), LYON),
    ]
    assert group(photos) == [["a", "c"], ["b"], ["d"]]


def test_a_vague_date_holds_together_only_what_was_given_together() -> None:
    summer = TakenAt(date(2019, 6, 1), Precision.SEASON)
    photos = [
        MomentItem("a", summer, album="one"),
        MomentItem("b", summer, album="one"),
        MomentItem("c", summer, album="two"),
        MomentItem("d", summer),
        MomentItem("e", summer),
    ]
    assert group(photos) == [["a", "b"], ["c"], ["d"], ["e"]]


def test_without_a_date_or_with_a_guess_of_its_own_every_photo_is_alone() -> None:
    guess = TakenAt(date(2024, 10, 12), source=Source.FORWARD, is_guess=True)
    photos = [
        MomentItem("a", guess),
        MomentItem("b", guess),
        MomentItem("c", album="one"),
        MomentItem("d", album="one"),
    ]
    assert group(photos) == [["a"], ["b"], ["c"], ["d"]]


def test_an_album_dated_with_one_guess_is_one_moment() -> None:
    guess = TakenAt(date(1985, 1, 1), Precision.YEAR, is_guess=True)
    photos = [MomentItem("a", guess, album="one"), MomentItem("b", guess, album="one")]
    assert group([*photos, at("c", 0)]) == [["a", "b"], ["c"]]


minutes = st.lists(st.integers(0, 60 * 24 * 40), max_size=40)


@given_(minutes)
def test_every_media_is_in_exactly_one_moment_in_order(offsets: list[int]) -> None:
    moments = group([at(f"{n}", offset) for n, offset in enumerate(offsets)])

    keys = [key for moment in moments for key in moment]
    assert sorted(keys) == sorted(f"{n}" for n in range(len(offsets)))
    assert [offsets[int(key)] for key in keys] == sorted(offsets)
    assert all(moments)


@given_(minutes)
def test_the_order_in_which_media_arrive_changes_nothing(offsets: list[int]) -> None:
    photos = [at(f"{n}", offset) for n, offset in enumerate(sorted(set(offsets)))]
    assert group(photos) == group(photos[::-1])


@given_(minutes)
def test_half_an_hour_never_parts_and_a_night_always_does(offsets: list[int]) -> None:
    ends = [
        [offsets[int(key)] for key in moment]
        for moment in group([at(f"{n}", offset) for n, offset in enumerate(offsets)])
    ]
    for moment in ends:
        assert all(b - a < 8 * 60 for a, b in pairwise(moment))
    for before, after in pairwise(ends):
        assert after[0] - before[-1] > 30


def scene(*parts: int) -> Likeness:
    """A picture that shares a part with every other that names the same number."""
    vector = np.zeros(1280, np.float32)
    vector[list(parts)] = 1
    vector /= np.linalg.norm(vector)
    tiny = np.random.default_rng(parts[0]).integers(0, 255, 1024, np.uint8)
    return Likeness(vector.astype("<f2").tobytes(), tiny.tobytes(), bytes([255] + [0] * 47))


def given(  # noqa: PLR0917 - a table of media reads best in one line each
    key: str,
    minutes: float | None,
    album: str,
    order: int,
    look: Likeness,
    place: Place | None = None,
) -> MomentItem[str]:
    when = None if minutes is None else taken(NOON + timedelta(minutes=minutes))
    return MomentItem(key, when, place, look, album, order)


def test_two_moments_may_go_on_at_once_in_two_towns() -> None:
    photos = [at("a", 0, LYON), at("b", 10, PEKIN), at("c", 20, LYON), at("d", 30, PEKIN)]
    assert group(photos) == [["a", "c"], ["b", "d"]]


def test_a_camera_whose_clock_is_off_by_hours_is_set_right_by_what_it_saw() -> None:
    phone = [given(f"p{n}", 10 * n, "lou", n, scene(n), LYON) for n in range(4)]
    camera = [given(f"c{n}", 10 * n + 5 - 6 * 60, "mia", n, scene(n)) for n in range(4)]
    (moment,) = group([*phone, *camera])
    assert sorted(moment) == ["c0", "c1", "c2", "c3", "p0", "p1", "p2", "p3"]


def test_a_camera_that_saw_something_else_keeps_its_hours() -> None:
    phone = [given(f"p{n}", 10 * n, "lou", n, scene(n), LYON) for n in range(4)]
    camera = [given(f"c{n}", 10 * n + 5 - 9 * 60, "mia", n, scene(n + 50)) for n in range(4)]
    assert len(group([*phone, *camera])) == 2


def test_what_lies_between_two_of_a_moment_in_its_album_belongs_to_it() -> None:
    photos = [
        given("a", 0, "one", 1, scene(1)),
        given("lost", None, "one", 2, scene(9)),
        given("b", 5, "one", 3, scene(2)),
    ]
    assert group(photos) == [["a", "b", "lost"]]


def test_between_two_moments_it_joins_none_unless_its_looks_are_clear() -> None:
    before, after = given("a", 0, "one", 1, scene(1)), given("b", 20 * 60, "one", 3, scene(2))
    assert group([before, given("lost", None, "one", 2, scene(9)), after])[-1] == ["lost"]
    assert group([before, given("lost", None, "one", 2, scene(2)), after]) == [
        ["a"],
        ["b", "lost"],
    ]


def test_a_screenshot_without_a_date_joins_nothing() -> None:
    drawn = MomentItem("drawn", None, None, scene(9), "one", 2, is_drawn=True)
    photos = [given("a", 0, "one", 1, scene(1)), drawn, given("b", 5, "one", 3, scene(2))]
    assert group(photos) == [["a", "b"], ["drawn"]]


def test_a_copy_without_a_date_joins_the_only_moment_that_shows_it() -> None:
    photos = [given("a", 0, "one", 1, scene(1)), given("b", 20 * 60, "two", 1, scene(2))]
    copy = given("copy", None, "three", 1, scene(2))
    assert group([*photos, copy]) == [["a"], ["b", "copy"]]
    assert group([*photos, given("c", 40 * 60, "four", 1, scene(2)), copy])[-1] == ["copy"]


def test_a_forwarded_album_joins_the_moment_of_its_day_that_shows_the_same() -> None:
    guess = TakenAt(NOON.date(), source=Source.FORWARD, is_guess=True)
    own = [given("a", 0, "one", 1, scene(1, 2)), given("b", 600, "one", 2, scene(5, 6))]
    sent = [MomentItem(f"f{n}", guess, None, scene(5, 6), "two", n) for n in range(2)]
    assert group([*own, *sent]) == [["a"], ["b", "f0", "f1"]]
    other = [MomentItem(f"f{n}", guess, None, scene(7 + n), "two", n) for n in range(2)]
    assert sorted(map(len, group([*own, *other]))) == [1, 1, 2]


def test_a_place_that_is_only_said_parts_nothing_but_countries() -> None:
    said = Place("Lyon", "FR")
    assert group([at("a", 0, LYON), at("b", 10, said)]) == [["a", "b"]]
    assert group([at("a", 0, PEKIN), at("b", 10, said)]) == [["a"], ["b"]]


looks = st.builds(scene, st.integers(0, 4), st.integers(5, 9))
mixed = st.lists(
    st.tuples(st.none() | st.integers(0, 60 * 24 * 4), st.sampled_from("xyz"), looks), max_size=14
)


@given_(mixed)
def test_every_media_of_any_kind_is_in_exactly_one_moment(
    media: list[tuple[int | None, str, Likeness]],
) -> None:
    items = [given(f"{n}", when, album, n, look) for n, (when, album, look) in enumerate(media)]
    keys = [key for moment in group(items) for key in moment]
    assert sorted(keys) == sorted(item.key for item in items)
