"""What is left out of suggestions: never without something better, never what was brought back."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gallery.answers import AlbumReport
from bot.gallery.bursts import bursts
from bot.gallery.facts import Source, TakenAt
from bot.gallery.left_out import Candidate, LeftOut, Reason, counted, is_poor, left_out
from bot.gallery.twins import TwinItem
from bot.vision.sight import PictureKind, Quality, Sight
from storage.gallery import AlbumId, MediaId
from tests.memories.media import sight

SOFT, DARK = Quality(0.1, 0.6, 0.5), Quality(0.6, 0.05, 0.5)


def at(seconds: int) -> TakenAt:
    moment = datetime(2024, 10, 12, 12, tzinfo=UTC) + timedelta(seconds=seconds)
    return TakenAt(moment.date(), source=Source.EXIF, time=moment.time())


def photo(key: str, seconds: int | None = None, **of_sight: object) -> Candidate[str]:
    seen = replace(sight(look=None), **of_sight)  # type: ignore[arg-type]  # fields by name
    return Candidate(key, seen, at(seconds) if seconds is not None else None)


def alike(look: int) -> Sight:
    return sight(look=look)


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (PictureKind.SCREENSHOT, Reason.SCREENSHOT),
        (PictureKind.DOCUMENT, Reason.DOCUMENT),
        (PictureKind.RECEIPT, Reason.RECEIPT),
        (PictureKind.MEME, Reason.MEME),
    ],
)
def test_what_is_no_photo_is_left_out_for_what_it_is(kind: PictureKind, reason: Reason) -> None:
    assert left_out([photo("a", kind=kind)]) == {"a": LeftOut(reason)}


def test_what_may_be_intimate_is_left_out_until_its_owner_says_so() -> None:
    intimate = photo("a", sensitive=0.95)
    assert left_out([intimate]) == {"a": LeftOut(Reason.SENSITIVE)}
    assert left_out([replace(intimate, is_brought_back=True)]) == {}


def test_of_near_twins_the_better_one_stays_whenever_they_were_taken() -> None:
    better = replace(alike(1), quality=Quality(0.9, 0.8, 0.7))
    items = [Candidate("soft", alike(1), at(0)), Candidate("sharp", better, at(90_000))]
    assert left_out(items) == {"soft": LeftOut(Reason.TWIN, "sharp")}


def test_of_a_burst_one_stays() -> None:
    shots = [Candidate(key, alike(1), at(n)) for n, key in enumerate("abcd")]
    best = replace(shots[2], sight=replace(shots[2].sight, quality=Quality(0.95, 0.8, 0.7)))
    found = left_out([*shots[:2], best, shots[3]])
    assert set(found) == {"a", "b", "d"}
    assert {one.stands_for for one in found.values()} == {"c"}
    assert {one.reason for one in found.values()} == {Reason.BURST}


@pytest.mark.parametrize("quality", [SOFT, DARK])
def test_a_blurred_or_dark_photo_is_left_out_only_where_something_better_is(
    quality: Quality,
) -> None:
    poor = photo("poor", 0, quality=quality)
    assert is_poor(poor.sight)
    assert left_out([poor]) == {}
    assert left_out([poor, photo("far", 90_000)]) == {}
    assert left_out([poor, photo("good", 600)]) == {"poor": LeftOut(Reason.BLUR, "good")}
    assert left_out([poor, photo("as poor", 600, quality=quality)]) == {}


def test_without_a_time_better_must_show_the_same() -> None:
    soft = replace(alike(1), quality=SOFT)
    assert left_out([Candidate("poor", soft), Candidate("other", alike(2))]) == {}


def test_pictures_seconds_apart_are_a_burst_only_while_they_look_alike() -> None:
    shots = [TwinItem(n, alike(1 if n < 3 else 2).likeness, at(2 * n)) for n in range(5)]
    assert bursts(shots) == [[0, 1, 2], [3, 4]]
    assert bursts([TwinItem(n, alike(1).likeness, at(60 * n)) for n in range(3)]) == []
    day = TakenAt(date(2024, 10, 12))
    assert bursts([TwinItem(n, alike(1).likeness, day) for n in range(3)]) == []
    guess = TakenAt(date(2024, 10, 12), time=time(12), is_guess=True)
    assert bursts([TwinItem(n, alike(1).likeness, guess) for n in range(3)]) == []


def test_reasons_are_counted_in_their_order() -> None:
    reasons = [Reason.BLUR, Reason.SCREENSHOT, Reason.BLUR]
    found: list[LeftOut[str]] = [LeftOut(reason) for reason in reasons]
    assert list(counted(found).items()) == [(Reason.SCREENSHOT, 1), (Reason.BLUR, 2)]


galleries = st.lists(
    st.builds(
        lambda look, quality, kind, seconds, brought_back: Candidate(
            "",
            replace(alike(look), kind=kind, quality=Quality(*quality)),
            None if seconds is None else at(seconds),
            is_brought_back=brought_back,
        ),
        st.integers(0, 4),
        st.tuples(*[st.floats(0, 1)] * 3),
        st.sampled_from([PictureKind.PHOTO, PictureKind.PHOTO, PictureKind.SCREENSHOT]),
        st.none() | st.integers(0, 4000),
        st.booleans(),
    ),
    max_size=9,
).map(lambda items: [replace(item, key=str(n)) for n, item in enumerate(items)])


@given(galleries)
def test_what_stands_for_another_is_there_and_what_was_brought_back_stays(
    items: list[Candidate[str]],
) -> None:
    found = left_out(items)
    known = {item.key: item for item in items}

    assert list(found) == [item.key for item in items if item.key in found]
    assert not any(known[key].is_brought_back for key in found)
    for left in found.values():
        assert left.stands_for is None or left.stands_for not in found
        assert (left.stands_for is None) == (left.reason is Reason.SCREENSHOT)


@given(galleries)
def test_photos_alone_never_leave_an_album_empty(items: list[Candidate[str]]) -> None:
    photos = [one for one in items if one.sight.is_photo]
    assert not photos or len(left_out(photos)) < len(photos)


@given(galleries, st.integers(0, 8))
def test_bringing_one_back_leaves_no_other_out(items: list[Candidate[str]], which: int) -> None:
    before = left_out(items)
    back = [replace(one, is_brought_back=True) if one.key == str(which) else one for one in items]
    assert left_out(back).keys() == before.keys() - {str(which)}


@given(galleries)
def test_bringing_all_back_leaves_nothing_out(items: list[Candidate[str]]) -> None:
    wanted = [replace(item, is_brought_back=True) for item in items]
    assert left_out(wanted) == {}


def test_a_thousand_different_media_are_compared_without_comparing_all() -> None:
    """Blocks of likeness find the copies; every picture has one here."""
    dice = np.random.default_rng(3)
    rows = dice.standard_normal((450, 1280)).astype("<f2")
    looks = [*rows, *(rows + dice.normal(0, 0.02, rows.shape)).astype("<f2")]
    unit = [(row / np.linalg.norm(row.astype(np.float32))).astype("<f2") for row in looks]
    plain = sight(look=None)
    items = [
        Candidate(n, replace(plain, likeness=replace(plain.likeness, vector=row.tobytes())))
        for n, row in enumerate(unit)
    ]
    found = left_out(items)
    assert len(found) == 450
    assert all(abs(key - (one.stands_for or 0)) == 450 for key, one in found.items())


@pytest.mark.parametrize(("seconds", "is_left_out"), [(30, True), (3_600, False)])
def test_a_photo_stands_for_the_film_of_the_same_thing(seconds: int, *, is_left_out: bool) -> None:
    """Their frames differ, so that neither lies in the other; a film is never the better one."""
    poster = replace(_seen(0.8, look=1), quality=Quality(1.0, 1.0, 1.0))
    film = Candidate("film", poster, at(seconds), is_film=True)
    still = Candidate("photo", _seen(1.0, look=2), at(0))
    assert left_out([film, still]) == (
        {"film": LeftOut(Reason.TWIN, "photo")} if is_left_out else {}
    )
    assert left_out([replace(film, is_film=False), still]) == {}


def _seen(towards: float, *, look: int) -> Sight:
    """A picture of its own, with the cosine `towards` to one and the same scene."""
    vector = np.zeros(1280, "<f2")
    vector[:2] = towards, (1 - towards**2) ** 0.5
    seen = sight(look=look)
    return replace(seen, likeness=replace(seen.likeness, vector=vector.tobytes()))


def test_what_is_left_out_of_late_parts_is_told_without_what_was_told_before() -> None:
    told, new, fine = (MediaId(UUID(int=number)) for number in (1, 2, 3))
    aside = {told: Reason.BLUR, new: Reason.SCREENSHOT}
    both = {Reason.SCREENSHOT: 1, Reason.BLUR: 1}
    report = AlbumReport(
        AlbumId(UUID(int=4)), 3, 0, (), 0, 2, was_looked_at=True, left_out=both, aside=aside
    )
    assert report.news([new, fine]).left_out == {Reason.SCREENSHOT: 1}
    assert report.news([fine]).left_out == {}
    assert report.news([told, new]) == report
