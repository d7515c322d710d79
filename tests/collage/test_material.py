"""What a collage may be made of, of all that came together."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from bot.collage.material import Material
from bot.gallery.facts import Facts, Precision, TakenAt
from bot.gallery.left_out import LeftOut, Reason
from storage.gallery import MediaId, MediaKind, MediaRow
from storage.people import PersonId
from tests.collage.sights import sight

ARRIVED = datetime(2024, 5, 1, tzinfo=UTC)


def given(kind: MediaKind) -> MediaRow:
    return MediaRow(owner=PersonId(uuid4()), kind=kind, arrived_at=ARRIVED, last_used_at=ARRIVED)


def material(rows: list[MediaRow], left_out: dict[MediaId, LeftOut[MediaId]]) -> Material:
    sights = {row.id: sight(grain=place) for place, row in enumerate(rows)}
    return Material(rows, sights, left_out, {}, "en", None)


def test_a_page_is_given_the_days_that_are_surely_known_and_no_first_day_of_a_summer() -> None:
    day = date(2019, 6, 1)
    said = [TakenAt(day), TakenAt(day, Precision.SEASON), TakenAt(day, is_guess=True), None]
    rows = [given(MediaKind.PHOTO) for _ in said]
    known = {row.id: Facts(taken) for row, taken in zip(rows, said, strict=True)}

    photos = replace(material(rows, {}), facts=known).photos
    assert [photo.taken for photo in photos] == [day, None, None, None]


@pytest.mark.parametrize("is_photo_here", [True, False])
def test_a_films_poster_is_not_beside_the_photo_that_shows_the_same(
    *, is_photo_here: bool
) -> None:
    cat, coffee, dahlia = (given(MediaKind.PHOTO) for _ in range(3))
    film = given(MediaKind.VIDEO)
    rows = [cat, coffee, film, *([dahlia] if is_photo_here else [])]

    good = material(rows, {film.id: LeftOut(Reason.TWIN, dahlia.id)}).good

    assert good == ([cat, coffee, dahlia] if is_photo_here else [cat, coffee, film])
