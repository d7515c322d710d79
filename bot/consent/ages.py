"""Age bands: all that is made of a birth year, and of a year only what is certain."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from storage.people import AgeBand

ANSWER_AGAIN_AFTER: Final = timedelta(hours=24)  # a second, older answer is not believed sooner
LEAST_AGE: Final[Mapping[AgeBand, int]] = {AgeBand.TEEN: 16, AgeBand.ADULT: 18}


def band_of(birth_year: int, this_year: int) -> AgeBand | None:
    """The band a person is surely in, their birthday unknown; None below sixteen."""
    at_least = this_year - birth_year - 1
    surely = [band for band, age in LEAST_AGE.items() if at_least >= age]
    return surely[-1] if surely else None
