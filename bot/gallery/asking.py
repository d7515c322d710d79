"""One question about dates at a time: what comes shortly after another joins it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.gallery.meant import A_WHILE
from storage.gallery import AlbumId
from storage.talk import OpenQuestion


@dataclass(frozen=True, slots=True)
class Question:
    """When were these pictures taken? replaces: the messages that asked before it."""

    count: int
    albums: tuple[AlbumId, ...]
    replaces: tuple[int, ...] = ()


def question_of(
    album: AlbumId, undated: int, before: Sequence[OpenQuestion], now: datetime
) -> Question:
    """What was asked longer ago, or needs no answer any more, is asked no more."""
    others = [one for one in before if one.album != album]
    joined = [one for one in others if one.undated and now - one.last_at <= A_WHILE]
    return Question(
        undated + sum(one.undated for one in joined),
        (album, *(one.album for one in joined)),
        tuple(dict.fromkeys(one.message_id for one in before)),
    )
