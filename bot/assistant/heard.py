"""What the assistant answers: values that a conversation makes its messages from."""

from dataclasses import dataclass

from bot.assistant.request import Query, Reading
from bot.assistant.search import Nearby
from storage.assistant import RequestId, TurnId
from storage.collage import CollageId
from storage.gallery import MediaId


@dataclass(frozen=True, slots=True)
class Found:
    """One question and how much answers it; `number` is its place among the request's readings.

    for_collage: how many of them a collage may be made of, at most twenty. near: what would be
    found with one part less, where nothing was; each has the next number.
    """

    request: RequestId
    number: int
    reading: Reading
    count: int
    for_collage: int
    near: tuple[Nearby, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A question, and all that answers it, to leaf through."""

    query: Query
    media: tuple[MediaId, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """What a request came to: one reading, two to choose from, a turn of the chat, or nothing.

    found: for each reading that is a question about the gallery. turn: where the words went to
    the endpoint, whose answer is a job's.
    """

    readings: tuple[Reading, ...] = ()
    found: tuple[Found, ...] = ()
    turn: TurnId | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """A draft that words changed, and the message that shows it.

    theme: the one that it is in now. lacks_emoji: its picture's title does without one.
    joined: how many photos it found on its page that the gallery brought back.
    is_moved: whether its title moved photos. title: as it is now, and lost_title the one that the
    proposed one took the place of.
    """

    collage: CollageId
    message_id: int | None
    theme: str
    lacks_emoji: bool
    joined: int
    is_moved: bool
    title: str | None
    lost_title: str | None
