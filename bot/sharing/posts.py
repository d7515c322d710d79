"""From a confirmed recap to a post: checked again, sent once, taken back where that goes."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from bot.errors import FriendlyError
from bot.sharing.asked import Asked
from bot.sharing.linked import opened_place, sealed_place
from bot.sharing.shareable import (
    ConnectionLost,
    Post,
    Recap,
    Ref,
    Shareable,
    ShareChanged,
    ShareIsPrivate,
)
from bot.telegram.places import Place
from storage.collage import CollageId
from storage.ledger import Kind
from storage.people import Person, PersonId
from storage.personal_data import Purpose
from storage.sharing import Destination, PostId, PostRow, RecapId, RecapState
from storage.telegram import DELETABLE
from storage.transaction import Transaction

POSTS_KEPT: Final = timedelta(days=365)
CONFIRMED: Final = (RecapState.CONFIRMED, RecapState.SENDING, RecapState.PRIVATE)
RECAPS_KEPT: Final = timedelta(days=1)  # a question left open for a day is no longer about now


@dataclass(frozen=True, slots=True)
class Ready:
    """Everything was checked a moment ago: send it, then say so with `posted`."""

    recap: Recap
    shareable: Shareable
    picture: bytes
    connection: str | None = None


@dataclass(frozen=True, slots=True)
class Posted:
    """It is out. is_whole: False where the file could not follow the picture."""

    recap: Recap
    post: Post
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Changed:
    """The channel is no longer called what the recap said; the recap says it anew."""

    before: Place
    recap: Recap
    shareable: Shareable


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was sent; `why` is a sentence for the person."""

    recap: Recap
    why: FriendlyError


@dataclass(frozen=True, slots=True)
class Unknown:
    """An earlier attempt ended in the middle: it may have been posted, and is not tried again."""

    recap: Recap


Told = Posted | Changed | Refused | Unknown
Outcome = Ready | Told


class Posts(Asked):
    """Each post is one act of its person: one draft, one place, one tap after a recap."""

    async def ready(self, person: Person, recap: RecapId) -> Outcome | None:
        """Check everything again, just before it goes; None when there is nothing to do.

        A run after a crash finds the post where it was noted; where the send had begun, a
        check that fails now can no longer tell whether it arrived.
        """
        async with self._storage.read() as tx:
            found = await self._recap(tx, person.id, recap)
        if found is None or found.state not in CONFIRMED:
            return None
        noted = await self.post(person.id, PostId(recap))
        if noted is not None:
            return Posted(found, noted)
        outcome: Outcome
        try:
            outcome = await self._checked(person, found)
        except FriendlyError as why:
            outcome = Refused(found, why)
        if isinstance(outcome, Ready):
            return outcome if await self._begin(person.id, found) else None
        if found.state is RecapState.SENDING:
            return Unknown(found)
        return outcome

    async def _checked(self, person: Person, recap: Recap) -> Ready | Changed:
        if recap.state is RecapState.PRIVATE:
            raise ShareIsPrivate
        shareable = await self.shareable(person.id, recap.ref)
        if shareable.ref != recap.ref:
            raise ShareChanged
        source = self._sources[recap.ref.kind]
        if recap.destination is Destination.STORY:
            connection = await self.connection(person.id)
            if connection is None:
                raise ConnectionLost
            picture = await source.story(person.id, recap.ref)
            return Ready(recap, shareable, picture, connection)
        picture = await source.picture(person.id, recap.ref)  # seconds; the look comes after
        place = await self._look(person, recap.channel or 0)
        if recap.place is not None and place != recap.place:
            anew = replace(recap, place=place, state=RecapState.SHOWN)
            return Changed(recap.place, await self._asked_anew(person.id, anew), shareable)
        return Ready(recap, shareable, picture)

    async def _asked_anew(self, owner: PersonId, recap: Recap) -> Recap:
        if recap.place is None:
            return recap
        async with self._storage.begin() as tx:
            title, username = await sealed_place(tx, owner, recap.place)
            facts = {"title": title, "username": username, "state": RecapState.SHOWN}
            await tx.sharing.change_recap(owner, recap.id, RecapState.CONFIRMED, facts)
            await self._keep(tx, owner, recap.place)
        return recap

    async def _begin(self, owner: PersonId, recap: Recap) -> bool:
        """Written down before it leaves: what was confirmed stays provable whatever happens."""
        async with self._storage.begin() as tx:
            if recap.state is RecapState.SENDING:
                return True
            sending = {"state": RecapState.SENDING}
            if not await tx.sharing.change_recap(owner, recap.id, RecapState.CONFIRMED, sending):
                return False
            await tx.ledger.append(
                Kind.PUBLISH_CONFIRMED,
                person=owner,
                purpose=Purpose.SHARE_PUBLISH,
                payload={"destination": recap.destination, "recap": str(recap.id)},
            )
        return True

    async def posted(
        self,
        owner: PersonId,
        ready: Ready,
        message_ids: tuple[int, ...] = (),
        story_id: int | None = None,
    ) -> Post | None:
        """It is out: its photos are no longer unshared. None for somebody who left meanwhile."""
        recap = ready.recap
        async with self._storage.begin() as tx:
            if await tx.sharing.recap(owner, recap.id) is None:
                return None
            row = PostRow(
                id=PostId(recap.id),
                owner=owner,
                collage=CollageId(recap.ref.draft),
                kind=recap.ref.kind,
                destination=recap.destination,
                at=tx.now,
                message_id=message_ids[0] if message_ids else None,
                file_message_id=message_ids[1] if len(message_ids) > 1 else None,
                story_id=story_id,
                until=tx.now + recap.period if recap.period else None,
            )
            if recap.place is not None:
                row.chat_id, row.is_public = recap.place.chat_id, recap.place.username is not None
                row.title, row.username = await sealed_place(tx, owner, recap.place)
            await self._note(tx, row, ready.shareable)
        return await self.post(owner, row.id)

    async def _note(self, tx: Transaction, row: PostRow, shareable: Shareable) -> None:
        """Every way of sharing ends here."""
        if await tx.sharing.add(row):
            await tx.gallery.shared(row.owner, shareable.media)
            await self._trainer.published(
                tx,
                row.owner,
                shareable.ref.draft,
                traits=shareable.traits,
                is_public=bool(row.is_public),
            )

    async def close(self, owner: PersonId, recap: RecapId) -> None:
        """The person was told what became of it: the question is closed."""
        async with self._storage.begin() as tx:
            await tx.sharing.drop_recap(owner, recap)

    async def post(self, owner: PersonId, post: PostId) -> Post | None:
        async with self._storage.read() as tx:
            row = await tx.sharing.get(owner, post)
            return await _opened(tx, row) if row else None

    async def standing(self, owner: PersonId) -> list[Post]:
        """What can still be taken back: channel posts for 48 hours, stories while they last."""
        async with self._storage.read() as tx:
            rows = await tx.sharing.standing(owner, tx.now - DELETABLE)
            now = tx.now
            return [await _opened(tx, row) for row in rows if row.until is None or row.until > now]

    async def take_back(self, owner: PersonId, post: PostId) -> bool:
        """It was deleted. Its photos stay among the shared: people may have seen them, and a
        shelf that called them never shared would be untrue.
        """
        async with self._storage.begin() as tx:
            row = await tx.sharing.get(owner, post)
            if row is None or not await tx.sharing.taken_back(owner, post):
                return False
            await self._trainer.taken_back(tx, owner, row.collage)
        return True

    async def drop_old(self) -> int:
        """Retention, by a nightly tick."""
        async with self._storage.begin() as tx:
            return await tx.sharing.drop_old(tx.now - POSTS_KEPT, tx.now - RECAPS_KEPT)


async def _opened(tx: Transaction, row: PostRow) -> Post:
    place = None
    if row.title is not None and row.chat_id is not None:
        place = await opened_place(tx, row.owner, row.chat_id, row.title, row.username)
    return Post(
        id=row.id,
        ref=Ref(row.kind, row.collage, 0),
        destination=row.destination,
        at=row.at,
        place=place,
        message_ids=tuple(n for n in (row.message_id, row.file_message_id) if n is not None),
        story_id=row.story_id,
        until=row.until,
        is_taken_back=row.taken_back_at is not None,
    )
