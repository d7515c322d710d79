"""A calendar: a month's days with the best photo of each, or a year's months."""

from typing import Final

DAYS_A_WEEK: Final = 7
MONTHS: Final = 12
MONTHS_FOR_YEAR: Final = 4  # different ones: fewer are told by the month that has most
