"""Dates on which no photo was taken: each is told why, and nothing that is typed is a crash."""

from contextlib import nullcontext, suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import FriendlyError
from bot.gallery.dates import BeforePhotographs, NoSuchDay, StillToCome, check_day, understand

TODAY = date(2026, 11, 21)  # a Saturday


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31/02/2019", NoSuchDay), ("02/31/2019", NoSuchDay), ("January 32", NoSuchDay),
        ("2107", StillToCome), ("12/10/2107", StillToCome), ("christmas 2040", StillToCome),
        ("2107-10-12", StillToCome), ("about 2030", StillToCome), ("été 2107", StillToCome),
        ("1500", BeforePhotographs), ("1825", BeforePhotographs), ("vers 1700", BeforePhotographs),
        ("1850", None), ("about 1850", None), ("2019", None), ("hier", None),
        ("n’importe quoi", None), ("", None), (" ", None), ("0", None), ("9" * 5000, None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("country", ["FR", "US", None])
def test_a_date_on_which_no_photo_was_taken_is_told_why(
    text: str, why: type[FriendlyError] | None, country: str | None
) -> None:
    with pytest.raises(why) if why else nullcontext():
        check_day(text, today=TODAY, country=country)
    assert not (why and understand(text, today=TODAY, country=country))


@given(st.text(max_size=80))
def test_whatever_is_typed_is_a_date_or_none_or_told_why(text: str) -> None:
    with suppress(NoSuchDay, StillToCome, BeforePhotographs):
        check_day(text, today=TODAY)
    understand(text, today=TODAY)
