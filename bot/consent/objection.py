"""What an objection is: which uses it stops, and what is confirmed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.texts import Language
from storage.personal_data import Purpose

REBUILD_WITHIN: Final = timedelta(hours=24)


class Scope(StrEnum):
    """Which uses stop; the widest is what somebody means who does not say."""

    EVERYTHING = "everything"
    PUBLIC_POSTS = "posts"
    AI_CHATS = "chats"


# What each stops; the first is the one that something is kept for today.
SCOPES: Final[Mapping[Scope, tuple[Purpose, ...]]] = {
    Scope.EVERYTHING: (
        Purpose.IMPROVE_CHOICES,
        Purpose.IMPROVE_MEDIA,
        Purpose.IMPROVE_AI_CHAT,
    ),
    Scope.PUBLIC_POSTS: (Purpose.IMPROVE_CHOICES, Purpose.IMPROVE_MEDIA),
    Scope.AI_CHATS: (Purpose.IMPROVE_AI_CHAT,),
}


@dataclass(frozen=True, slots=True)
class Objection:
    """An objection as it was recorded; a second one of the same scope is the same.

    reference: what a person may quote, as its receipt does.
    purpose: the one whose receipt it is.
    rows: how many training rows were removed by it.
    rebuild_before: until when the ranker is made anew without them; None with nothing removed.
    receipt: the signed receipt, JSON.
    """

    reference: str
    purpose: Purpose
    scope: Scope
    language: Language
    at: datetime
    rows: int
    rebuild_before: datetime | None
    receipt: bytes
