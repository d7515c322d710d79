"""Which media words or a voice are about: those of the message replied to, or what came last."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from storage.gallery import AlbumId, MediaId
from storage.people import PersonId
from storage.transaction import Transaction

A_WHILE: Final = timedelta(minutes=15)  # what is said later may be about something else


@dataclass(frozen=True, slots=True)
class Meant:
    """At least one media, in their order; album: None where one of them was pointed at."""

    media: tuple[MediaId, ...]
    album: AlbumId | None = None


async def meant(
    tx: Transaction, owner: PersonId, chat_id: int, replied: int | None
) -> Meant | None:
    """None for a message that is about no media, and where nothing came shortly before.

    replied: the message that was replied to, if any.
    """
    if replied is None:
        album = await tx.talk.latest(owner, chat_id, tx.now - A_WHILE)
    else:
        pointed_at = await tx.talk.given_in(owner, chat_id, replied)
        if pointed_at is not None:
            return Meant((pointed_at,))
        album = await tx.talk.answered_by(owner, chat_id, replied)
    together = await tx.talk.together(owner, album) if album else []
    return Meant(tuple(together), album) if together else None
