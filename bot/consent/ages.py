"""Age bands: all that is made of a birth year, and of a year only what is certain."""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from storage.people import AgeBand

ANSWER_AGAIN_AFTER: Final = timedelta(hours=24)  # a second, older answer is not believed sooner
LEAST_AGE: Final[Mapping[AgeBand, int]] = {AgeBand.TEEN: 16, AgeBand.ADULT: 18}

YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")


def birth_year_in(words: str) -> int | None:
    """The year that is written: "1992", "12/05/1992"; None for two digits, none or several."""
    years = YEAR.findall(words)
    return int(years[0]) if len(years) == 1 else None


def band_of(birth_year: int, this_year: int) -> AgeBand | None:
    """The band a person is surely in, their birthday unknown; None below sixteen."""
    at_least = this_year - birth_year - 1
    surely = [band for band, age in LEAST_AGE.items() if at_least >= age]
    return surely[-1] if surely else None
