"""What the Curator hears after a reminder: open it, not today, never, why this one."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final
from uuid import UUID

from bot.consent.gate import may
from bot.consent.registrar import Registrar
from bot.gallery.library import Library
from bot.jobs.pool import Kind, Pool
from bot.memories.avoid import Avoid, AvoidKind, wishes_about
from bot.memories.memory import Memory
from bot.memories.record import memory_from, wish_bytes, wish_from
from bot.memories.reminder import Avoided
from bot.pixels.encode import thumbnail
from storage.gallery import MediaId
from storage.memories import NudgeId, NudgeState
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.transaction import Transaction

SHOWN_SIDE: Final = 1280  # pixels: what Telegram shows of a photo
LIMIT: Final = timedelta(seconds=10)


class Hearing:
    """Every answer ends the silence that would halve the reminders; an old button does nothing."""

    def __init__(
        self, storage: Storage, registrar: Registrar, pool: Pool, library: Library
    ) -> None:
        self._storage = storage
        self._registrar = registrar
        self._pool = pool
        self._library = library

    async def open(self, owner: PersonId, nudge: NudgeId) -> Sequence[bytes]:
        """What may still be shown of its pictures, as JPEGs; none for an old button."""
        memory = await self._hear(owner, nudge)
        wanted = media_of(memory) if memory else []
        async with self._storage.read() as tx:
            may_be_shown = {row.id for row in await tx.gallery.suggestible(owner, wanted)}
        shown = []
        for media in (one for one in wanted if one in may_be_shown):
            content = await self._library.picture(owner, media)
            if content is not None:
                smaller = self._pool.run(
                    thumbnail, content, SHOWN_SIDE, kind=Kind.PAINT, limit=LIMIT
                )
                shown.append(await smaller)
        return shown

    async def not_today(self, owner: PersonId, nudge: NudgeId) -> bool:
        """It may come back another day; False for an old button."""
        memory = await self._hear(owner, nudge)
        if memory is None:
            return False
        async with self._storage.begin() as tx:
            await tx.memories.unshow(owner, media_of(memory))
        return True

    async def avoid(self, owner: PersonId, nudge: NudgeId, kind: AvoidKind) -> Avoided | None:
        """Its media, its days or its towns do not come back; None for an old button."""
        memory = await self._hear(owner, nudge)
        if memory is None:
            return None
        facts = await self._library.facts(owner, media_of(memory))
        known = {media.hex: one for media, one in facts.items()}
        wishes = {kind: wishes_about(kind, known) for kind in AvoidKind}
        await self._note(owner, wishes[kind])
        days, places = len(wishes[AvoidKind.DAY]), len(wishes[AvoidKind.PLACE])
        return Avoided(len(wishes[kind]), days, places) if wishes[kind] else None

    async def why(self, owner: PersonId, nudge: NudgeId) -> Memory | None:
        """The memory with its reasons, as they were when it was chosen."""
        return await self._hear(owner, nudge)

    async def why_last(self, owner: PersonId) -> Memory | None:
        """The memory of the last reminder that was sent; None where there was none."""
        async with self._storage.read() as tx:
            last = await tx.memories.last_sent(owner)
        return await self._hear(owner, last) if last else None

    async def _note(self, owner: PersonId, wishes: Iterable[Avoid]) -> None:
        """Write the wishes down, each once; the gate is asked again at that moment."""
        async with self._storage.begin() as tx:
            if not await self._may(tx, owner):
                return
            known = await wishes_of(tx, owner)
            for wish in wishes:
                if wish not in known:
                    await tx.memories.avoid(owner, await tx.seal(owner, wish_bytes(wish)))

    async def _hear(self, owner: PersonId, nudge: NudgeId) -> Memory | None:
        async with self._storage.begin() as tx:
            row = await tx.memories.nudge(owner, nudge)
            if row is None or row.memory is None or not await self._may(tx, owner):
                return None
            await tx.memories.change_nudge(owner, nudge, {"state": NudgeState.ANSWERED})
            await tx.memories.change_cadence(owner, {"ignored": 0})
            return memory_from(await tx.open(owner, row.memory))

    async def _may(self, tx: Transaction, owner: PersonId) -> bool:
        standing = await self._registrar.standing(tx, owner)
        return may(standing, Purpose.NUDGE_MEMORIES, tx.now)


def media_of(memory: Memory) -> list[MediaId]:
    return [MediaId(UUID(hex=key)) for key in memory.media]


async def wishes_of(tx: Transaction, owner: PersonId) -> list[Avoid]:
    """What the person asked not to see again."""
    open_sealed = await tx.vault.opener(tx, owner)
    return [wish_from(open_sealed(wish)) for wish in await tx.memories.avoids(owner)]
