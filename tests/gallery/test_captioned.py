"""The date in an album's caption, which hangs on one of its pictures."""

from datetime import date, time

import pytest

from bot.gallery.captioned import dates_of_caption
from bot.gallery.facts import Facts, Precision, Source, TakenAt

SUMMER = TakenAt(date(2019, 6, 1), Precision.SEASON)
WINTER = TakenAt(date(2018, 12, 1), Precision.SEASON)
BY_CAMERA = TakenAt(date(2019, 7, 3), source=Source.EXIF, time=time(10))
RECEIVED = TakenAt(date(2024, 1, 1), source=Source.FILE_NAME, is_guess=True)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([SUMMER, None, None], [SUMMER, SUMMER, SUMMER]),
        ([SUMMER, BY_CAMERA, RECEIVED], [SUMMER, BY_CAMERA, SUMMER]),
        ([SUMMER, WINTER, None], [SUMMER, WINTER, None]),
        ([BY_CAMERA, None], [BY_CAMERA, None]),
        ([], []),
    ],
)
def test_one_typed_date_is_said_of_all_that_nobody_dated_surely(
    dates: list[TakenAt | None], expected: list[TakenAt | None]
) -> None:
    assert dates_of_caption([Facts(taken=taken) for taken in dates]) == expected
