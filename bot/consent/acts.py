"""How a choice was made: what a receipt says beside what was chosen."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Method(StrEnum):
    """What the person did, or what did it without them."""

    BUTTON = "button"  # under the notice itself
    SWITCH = "switch"  # in /privacy
    COMMAND = "command"
    PAGE = "page"  # the objection page
    TIME = "time"  # a year was over
    MOVE = "move"  # to a country where it is not allowed


@dataclass(frozen=True, slots=True)
class How:
    """message: the number of the message whose button was pressed, in the person's own chat."""

    method: Method = Method.BUTTON
    message: int | None = None


PRESSED: Final = How()
ON_THE_PAGE: Final = How(Method.PAGE)
SWITCHED: Final = How(Method.SWITCH)
RAN_OUT: Final = How(Method.TIME)
MOVED: Final = How(Method.MOVE)
