"""The Keeper: hides, keeps private, forgets with ten minutes to undo it, and destroys."""

from collections.abc import Collection
from datetime import timedelta
from typing import Final
from uuid import UUID, uuid4

from bot.gallery.answers import Farewell, Forgotten, Kept
from bot.jobs.catalogue import JobName
from storage.gallery import MediaId, MediaState
from storage.gallery_browse import Group
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.telegram import DELETABLE
from storage.transaction import Transaction

UNDO_FOR: Final = timedelta(minutes=10)


class Keeper:
    """What its owner decides of a media; another's is as good as none.

    No gate is asked: whoever paused everything may still hide and forget.
    """

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    async def hide(self, owner: PersonId, media: MediaId, *, hidden: bool) -> bool:
        """Out of the gallery's pages and of every suggestion, or back; False when it is gone."""
        return await self._set(owner, [media], {"is_hidden": hidden}) == 1

    async def bring_back(self, owner: PersonId, media: Collection[MediaId]) -> int:
        """What was left out is wanted after all; returns how many are there."""
        return await self._set(owner, media, {"is_brought_back": True})

    async def keep_private(self, owner: PersonId, media: MediaId, *, private: bool) -> Kept | None:
        """Never suggested, shared or sent anywhere until its owner lifts it; None when it is gone.

        The drafts that show it go, and what was asked about sharing them is answered by a no.
        """
        async with self._storage.begin() as tx:
            if not await tx.gallery.change(owner, media, {"is_private": private}):
                return None
            if not private:
                return Kept()
            collages = await tx.collage.showing(owner, [media])
            looks = await tx.looks.showing(owner, [media])
            films = await tx.film.showing(owner, [media])
            messages = await _drop_drafts(tx, owner, [media])
            await tx.sharing.withhold(owner, [*collages, *looks, *films])
            return Kept(messages, len(collages), len(looks))

    async def forget(self, owner: PersonId, media: Collection[MediaId]) -> Farewell | None:
        """Gone for every query at once, destroyed ten minutes later; None when nothing is there.

        The drafts that show any of it go at once, and stay gone after an undo.
        """
        async with self._storage.begin() as tx:
            return await self._forget(tx, owner, media)

    async def forget_group(self, owner: PersonId, group: Group) -> Farewell | None:
        """All that its pages show of a moment or a month; what is hidden stays."""
        async with self._storage.begin() as tx:
            return await self._forget(tx, owner, await tx.browse.everything(owner, group))

    async def undo(self, owner: PersonId, farewell: UUID) -> int:
        """Keep it again as it was; returns how many came back, 0 when it is too late."""
        async with self._storage.begin() as tx:
            return await tx.farewells.undo(owner, farewell, since=tx.now - UNDO_FOR)

    async def forget_all(self, owner: PersonId) -> Forgotten:
        """Delete every media at once, also what was never read; counts what was kept.

        With the drafts go the pages that a chat still shows of it.
        """
        async with self._storage.begin() as tx:
            rows = await tx.gallery.every(owner)
            every = [row.id for row in rows]
            drafts = await _drop_drafts(tx, owner, every)
            shown = await tx.telegram.pictures_since(owner, tx.now - DELETABLE)
            await tx.gallery.destroy(owner, every)
            asked = await tx.talk.close_answered(owner)
            await tx.farewells.destroy(owner)
            await tx.archives.drop(owner)
            await _tidy(tx, owner)
        kept = sum(row.state is MediaState.KEPT for row in rows)
        return Forgotten(kept, tuple({*drafts, *shown, *asked}))

    async def destroy(self, owner: PersonId, farewell: UUID) -> int:
        """What was forgotten with this tap and not brought back goes for good, files and all.

        Returns how many went; doing it twice does nothing.
        """
        async with self._storage.begin() as tx:
            gone = await tx.farewells.destroy(owner, farewell)
            await _tidy(tx, owner)
        return gone

    async def destroy_overdue(self) -> None:
        """The tick: farewells whose job was cancelled, as by an erasure that was called off."""
        async with self._storage.read() as tx:
            overdue = await tx.farewells.overdue(before=tx.now - UNDO_FOR)
        for owner, farewell in overdue:
            await self.destroy(owner, farewell)

    async def _set(
        self, owner: PersonId, media: Collection[MediaId], facts: dict[str, object]
    ) -> int:
        async with self._storage.begin() as tx:
            return sum([await tx.gallery.change(owner, one, facts) for one in media])

    async def _forget(
        self, tx: Transaction, owner: PersonId, media: Collection[MediaId]
    ) -> Farewell | None:
        farewell, until = uuid4(), tx.now + UNDO_FOR
        count = await tx.farewells.say(owner, media, farewell)
        if not count:
            return None
        await tx.jobs.post(
            JobName.GALLERY_DESTROY,
            subject=owner,
            key=str(farewell),
            purpose=Purpose.CORE_SERVICE,
            not_before=until,
        )
        drafts = await _drop_drafts(tx, owner, media)
        return Farewell(farewell, count, (*drafts, *await tx.talk.close_answered(owner)), until)


async def _drop_drafts(
    tx: Transaction, owner: PersonId, media: Collection[MediaId]
) -> tuple[int, ...]:
    """Every draft that shows one of these goes; returns the messages that show them."""
    questions = await tx.sharing.questions_about(owner, await _showing(tx, owner, media))
    return (
        *questions,
        *await tx.collage.forget_drafts_with(owner, media),
        *await tx.looks.forget_looks_of(owner, media),
        *await tx.film.forget_films_with(owner, media),
    )


async def _showing(tx: Transaction, owner: PersonId, media: Collection[MediaId]) -> list[UUID]:
    collages = await tx.collage.showing(owner, media)
    looks = await tx.looks.showing(owner, media)
    return [*collages, *looks, *await tx.film.showing(owner, media)]


async def _tidy(tx: Transaction, owner: PersonId) -> None:
    await tx.gallery.drop_empty_moments(owner)
    await tx.gallery.drop_empty_albums(owner)
