"""What an objection is: which uses it stops, and what is confirmed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.texts import Language


class Scope(StrEnum):
    """Which uses stop; the widest is what somebody means who does not say."""

    EVERYTHING = "everything"
    PUBLIC_POSTS = "posts"
    AI_CHATS = "chats"


@dataclass(frozen=True, slots=True)
class Objection:
    """An objection as it was recorded; a second one of the same scope is the same.

    reference: what a person may quote, as its receipt does.
    rows: how many training rows were removed by it.
    rebuild_before: until when the ranker is made anew without them; None with nothing removed.
    receipt: the signed receipt, JSON.
    """

    reference: str
    scope: Scope
    language: Language
    at: datetime
    rows: int
    rebuild_before: datetime | None
    receipt: bytes
