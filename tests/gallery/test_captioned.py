"""The caption of an album, which hangs on one of its pictures, and words of one picture alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.gallery.captioned import told_of_all
from bot.gallery.facts import Before, Facts, Precision, Source, TakenAt
from bot.gallery.said import Words, noted_in

SUMMER = TakenAt(date(2019, 6, 1), Precision.SEASON)
WINTER = TakenAt(date(2018, 12, 1), Precision.SEASON)
BY_CAMERA = TakenAt(date(2019, 7, 3), source=Source.EXIF, time=time(10))
RECEIVED = TakenAt(date(2024, 1, 1), source=Source.FILE_NAME, is_guess=True)
LATER = datetime(2026, 1, 1, tzinfo=UTC)


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
    told = told_of_all([Facts(taken=taken) for taken in dates])

    assert [facts.taken for facts in told] == expected


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        (["chez Mamie", None, None], ["chez Mamie", "chez Mamie", "chez Mamie"]),
        (["Léa", "Tom", None], ["Léa", "Tom", None]),
        ([None, None], [None, None]),
    ],
)
def test_one_caption_is_the_note_of_all_and_two_are_of_their_own(
    notes: list[str | None], expected: list[str | None]
) -> None:
    told = told_of_all([Facts(note=note) for note in notes])

    assert [facts.note for facts in told] == expected
    assert told_of_all(told) == told


def test_what_was_said_since_of_one_of_them_is_that_ones_alone() -> None:
    said = noted_in(Facts(), Words(SUMMER, note="Léa"), LATER, in_named_square=False)
    assert told_of_all([said, Facts(), Facts()]) == [said, Facts(), Facts()]

    silenced = Facts(before=Before(LATER, note="chez Mamie"))
    caption = Facts(note="chez Mamie")
    other = replace(said, taken=None)
    assert told_of_all([caption, silenced, other, Facts()]) == [
        caption, silenced, other, caption,
    ]  # fmt: skip
