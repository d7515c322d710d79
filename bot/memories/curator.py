"""The Curator: claims due reminders, chooses a memory when it leaves, and hears the answers."""

import random
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.consent.registrar import Registrar
from bot.gallery.library import Library
from bot.jobs.catalogue import JobName
from bot.jobs.pool import Kind, Pool
from bot.memories.avoid import is_paused
from bot.memories.cadence import Cadence, QuietHours, next_slot, sent_this_week, within_window
from bot.memories.candidate import Candidate
from bot.memories.choose import choose_memory, may_come_back
from bot.memories.hearing import LIMIT, Hearing, media_of, wishes_of
from bot.memories.memory import Memory
from bot.memories.record import memory_bytes
from bot.memories.reminder import Claimed, Habit, Reminder
from bot.pixels.encode import blurred
from storage.gallery import MediaId, MediaRow
from storage.memories import CadenceRow, Due, NudgeId, NudgeRow, NudgeState
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.transaction import Transaction

CLAIMED_AT_ONCE: Final = 200
WEEK: Final = timedelta(days=8)  # no Monday is longer ago
THUMBNAIL_SIDE: Final = 320
KIND: Final = "memory"
QUIET: Final = QuietHours()


class Curator(Hearing):
    """Re-reads the gate and every exclusion at the moment a reminder leaves."""

    def __init__(
        self,
        storage: Storage,
        registrar: Registrar,
        pool: Pool,
        library: Library,
        dice: random.Random,
    ) -> None:
        super().__init__(storage, registrar, pool, library)
        self._dice = dice

    async def habit(self, owner: PersonId) -> Habit | None:
        """What the person picked so far; None where there is no consent to reminders."""
        async with self._storage.read() as tx:
            person = await tx.people.get(owner)
            if person is None or not await self._may(tx, owner):
                return None
            row = await tx.memories.cadence(owner)
        times = row.times_a_week if row else 1
        return Habit(row.hour if row else None, times, person.zone)

    async def settle(self, owner: PersonId, *, hour: int, times_a_week: int, zone: str) -> None:
        """The person's hour, number a week and zone; the first reminder is the next slot.

        Raises ValueError for an hour, a number or a zone that there is not.
        """
        cadence = Cadence(hour, times_a_week, zone, QUIET)
        async with self._storage.begin() as tx:
            if not await self._may(tx, owner):
                return
            before = await tx.memories.cadence(owner)
            last = before.last_sent_at if before else None
            row = CadenceRow(
                owner=owner,
                hour=hour,
                times_a_week=times_a_week,
                next_nudge_at=next_slot(cadence, tx.now, last_sent=last),
                last_sent_at=last,
            )
            await tx.memories.set_cadence(row)
            await tx.people.change(owner, {"zone": zone})

    async def pause(self, owner: PersonId, last: date) -> None:
        """Silence until that day is over; picking an hour anew ends it."""
        async with self._storage.begin() as tx:
            if await self._may(tx, owner):
                await tx.memories.change_cadence(owner, {"quiet_until": last})

    async def claim_due(self) -> None:
        """The tick: claim what is due, post its job, count the next slot; too late is let go."""
        async with self._storage.begin() as tx:
            for due in await tx.memories.due(tx.now, CLAIMED_AT_ONCE):
                await _claim(tx, due)

    async def prepare(self, owner: PersonId, nudge: NudgeId) -> Reminder | None:
        """What to send now, written down as sent; None where nothing is good, wanted or allowed.

        Chosen at the time of use. A second call finds it sent: at most once, whatever crashes.
        """
        async with self._storage.read() as tx:
            claimed = await self._claimed(tx, owner, nudge)
            if claimed is None:
                return None
            rows = await tx.gallery.suggestible(owner)
            shown = await tx.memories.shown(owner)
            wishes = await wishes_of(tx, owner)
            today = tx.now.astimezone(ZoneInfo(claimed.cadence.zone)).date()
        candidates = await self._candidates(owner, rows, shown)
        memory = choose_memory(candidates, avoids=wishes, today=today, dice=self._dice)
        if memory is None or claimed.number_this_week > claimed.cadence.times_a_week:
            await self._let_go(owner, nudge)
            return None
        picture = await self._library.picture(owner, media_of(memory)[0])
        if picture is None:
            await self._let_go(owner, nudge)
            return None
        thumb = await self._pool.run(
            blurred, picture, THUMBNAIL_SIDE, kind=Kind.PAINT, limit=LIMIT
        )
        chosen = [one for one in candidates if one.key in memory.media]
        if not await self._leaves(owner, nudge, memory, chosen):
            return None
        facts = await self._library.facts(owner, media_of(memory))
        told = tuple(facts[one] for one in media_of(memory) if one in facts)
        return Reminder(nudge, memory, told, thumb, claimed)

    async def _candidates(
        self, owner: PersonId, rows: Sequence[MediaRow], shown: Collection[MediaId]
    ) -> list[Candidate]:
        """What may be suggested at all: nothing that was never looked at, nor is left out.

        What was shown or shared stays: it keeps its twins away.
        """
        ids = [row.id for row in rows]
        sights, facts = (
            await self._library.sights(owner, ids),
            await self._library.facts(owner, ids),
        )
        out = await self._library.left_outs(owner, ids)
        return [
            Candidate(
                key=row.id.hex,
                facts=facts[row.id],
                sight=sights[row.id],
                moment=row.moment.hex if row.moment else None,
                is_shared=row.shared_at is not None,
                was_shown=row.id in shown,
                is_brought_back=row.is_brought_back,
            )
            for row in rows
            if row.id in sights
            and row.id in facts
            and (row.id not in out or row.id in shown or row.shared_at)
        ]

    async def _claimed(self, tx: Transaction, owner: PersonId, nudge: NudgeId) -> Claimed | None:
        """The nudge, if it may still leave: consent, its state, its window, no pause."""
        row, habit = await tx.memories.nudge(owner, nudge), await tx.memories.cadence(owner)
        person = await tx.people.get(owner)
        if row is None or habit is None or person is None or row.state is not NudgeState.CLAIMED:
            return None
        cadence = Cadence(habit.hour, habit.times_a_week, person.zone or "UTC", QUIET)
        today = tx.now.astimezone(ZoneInfo(cadence.zone)).date()
        is_late = not within_window(tx.now, row.slot_at, cadence)
        if is_late or is_paused(today, habit.quiet_until) or not await self._may(tx, owner):
            return None
        sent = await tx.memories.sent_since(owner, tx.now - WEEK)
        return Claimed(cadence, habit.ignored, sent_this_week(sent, cadence, tx.now) + 1)

    async def _leaves(
        self, owner: PersonId, nudge: NudgeId, memory: Memory, chosen: Sequence[Candidate]
    ) -> bool:
        """The last moment: everything is asked again, and then it counts as sent."""
        async with self._storage.begin() as tx:
            claimed = await self._claimed(tx, owner, nudge)
            rows = await tx.gallery.suggestible(owner, media_of(memory))
            wishes = await wishes_of(tx, owner)
            shared = {row.id.hex: row.shared_at is not None for row in rows}
            now = [replace(one, is_shared=shared.get(one.key, False)) for one in chosen]
            is_wanted = shared.keys() == {one.key for one in chosen} and all(
                may_come_back(one, wishes, kind=memory.kind) for one in now
            )
            if claimed is None or not is_wanted:
                return False
            sealed = await tx.seal(owner, memory_bytes(memory))
            sent = {"memory": sealed, "state": NudgeState.SENT, "sent_at": tx.now}
            await tx.memories.change_nudge(owner, nudge, sent)
            await tx.memories.show(owner, media_of(memory))
            await _count(tx, owner, claimed)
        return True

    async def _let_go(self, owner: PersonId, nudge: NudgeId) -> None:
        """Nothing good: nothing is sent, and nobody is told."""
        async with self._storage.begin() as tx:
            await tx.memories.change_nudge(owner, nudge, {"state": NudgeState.DROPPED})


async def _claim(tx: Transaction, due: Due) -> None:
    cadence = Cadence(due.hour, due.times_a_week, due.zone or "UTC", QUIET)
    slot = due.next_nudge_at
    local = slot.astimezone(ZoneInfo(cadence.zone)).date()
    leaves = within_window(tx.now, slot, cadence) and not is_paused(local, due.quiet_until)
    nudge = NudgeRow(owner=due.owner, kind=KIND, period=local.isoformat(), slot_at=slot)
    if leaves and await tx.memories.claim(nudge):
        await tx.jobs.post(
            JobName.MEMORIES_NUDGE,
            subject=due.owner,
            key=str(nudge.id),
            purpose=Purpose.NUDGE_MEMORIES,
        )
    following = next_slot(
        cadence, tx.now, last_sent=due.last_sent_at, ignored_in_a_row=due.ignored
    )
    await tx.memories.change_cadence(due.owner, {"next_nudge_at": following})


async def _count(tx: Transaction, owner: PersonId, claimed: Claimed) -> None:
    """Until it is answered it counts as ignored; two in a row halve the reminders."""
    ignored = claimed.ignored + 1
    following = next_slot(
        claimed.cadence, tx.now, last_sent=tx.now, ignored_in_a_row=claimed.ignored
    )
    habit = {"next_nudge_at": following, "last_sent_at": tx.now, "ignored": ignored}
    await tx.memories.change_cadence(owner, habit)
