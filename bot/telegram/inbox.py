"""Updates are kept before they are confirmed, and handled one at a time in each chat.

A crash loses nothing: what is not done is read from its rows at the next start. Nothing is
answered twice either, for the sends of an update carry its number (see `outbox`).
"""

import asyncio
import json
import logging
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from aiogram import Bot, Dispatcher
from aiogram.types import Update
from aiogram.types.update import UpdateTypeLookupError
from pydantic import ValidationError

from bot.clock import Clock
from bot.telegram.errors import SETTLED
from bot.telegram.origins import Origin, origin
from bot.telegram.updates import RawUpdate, chat_of, is_stale
from storage.open import Storage
from storage.telegram import DATABASE_ERRORS

log = logging.getLogger(__name__)

MAX_ATTEMPTS: Final = 5
MAX_DEATHS: Final = 20  # of the process, while this update was handled: it may be the cause
KEPT: Final = timedelta(days=7)  # longer than Telegram repeats an update
PAGE: Final = 200


@dataclass(frozen=True, slots=True)
class Bounds:
    """at_once: chats handled at the same time. waiting: updates in memory before polling rests.

    pauses: seconds after each of the first four attempts. drain: how long a stop waits.
    """

    at_once: int = 64
    waiting: int = 1000
    pauses: tuple[float, ...] = (0.5, 2.0, 8.0, 30.0)
    drain: timedelta = timedelta(seconds=15)


@dataclass(frozen=True, slots=True)
class _Waiting:
    update_id: int
    update: RawUpdate
    deaths: int = 0


class Inbox:
    """Give it updates with `receive`; it feeds the dispatcher while `run` is awaited."""

    def __init__(
        self,
        dispatcher: Dispatcher,
        bot: Bot,
        storage: Storage,
        clock: Clock,
        bounds: Bounds | None = None,
    ) -> None:
        self._dispatcher = dispatcher
        self._bot = bot
        self._storage = storage
        self._clock = clock
        self._bounds = bounds or Bounds()
        self._lines: defaultdict[int, deque[_Waiting]] = defaultdict(deque)
        self._held = 0
        self._workers: dict[int, asyncio.Task[None]] = {}
        self._slots = asyncio.Semaphore(self._bounds.at_once)
        self._eased = asyncio.Event()
        self._eased.set()
        self._stopping = asyncio.Event()
        self._group: asyncio.TaskGroup | None = None
        self._is_replayed = False
        self._early: list[_Waiting] = []  # came while the rows were read

    async def run(self) -> None:
        """Replay what an earlier run left, then work until `stop`; finishes what has begun."""
        async with asyncio.TaskGroup() as group:
            self._group = group
            await self._replay()
            await self._stopping.wait()
            if self._workers:
                await asyncio.wait(
                    self._workers.values(), timeout=self._bounds.drain.total_seconds()
                )
            for worker in self._workers.values():
                worker.cancel()  # its update stays in its row

    def stop(self) -> None:
        self._stopping.set()
        self._eased.set()

    async def receive(self, updates: Sequence[RawUpdate]) -> None:
        """Keep updates; returns once they are on the disk, so that they may be confirmed."""
        seal = self._storage.vault.server_seal
        sealed = {
            int(update["update_id"]): (chat_of(update), seal(json.dumps(update).encode()))
            for update in updates
        }
        async with self._storage.begin() as tx:
            new = await tx.telegram.receive(sealed)
        fresh = [_Waiting(u["update_id"], u) for u in updates if u["update_id"] in new]
        if not self._is_replayed:
            self._early.extend(fresh)  # what is being read from the rows comes first
            return
        for waiting in fresh:
            self._line_up(waiting)

    async def room(self) -> None:
        """Wait while more updates are in memory than there should be."""
        await self._eased.wait()

    async def idle(self) -> None:
        """Return when every update that was received is handled."""
        while self._workers:
            await asyncio.wait(self._workers.values())

    async def prune(self) -> None:
        """Forget the numbers of updates and sends that nobody repeats any more."""
        async with self._storage.begin() as tx:
            await tx.telegram.prune(self._clock.now() - KEPT)

    async def _replay(self) -> None:
        after, chats, met = -1, set[int](), set[int]()
        while page := await self._page(after, chats):
            for waiting, age in page:
                await self.room()
                if waiting.deaths > MAX_DEATHS or is_stale(waiting.update, age):
                    await self._finish(waiting.update_id)
                else:
                    self._line_up(waiting)
            met.update(waiting.update_id for waiting, _ in page)
            after = page[-1][0].update_id
        self._is_replayed = True
        for waiting in self._early:
            if waiting.update_id not in met:  # a webhook may bring an earlier number later
                self._line_up(waiting)
        self._early.clear()

    async def _page(self, after: int, chats: set[int]) -> list[tuple[_Waiting, timedelta]]:
        """Updates of an earlier run with their ages; `chats` gathers those that were met.

        Only the first of a chat can have begun, and may be what killed that run: it counts.
        """
        opened = self._storage.vault.server_open
        async with self._storage.begin() as tx:
            rows = await tx.telegram.waiting_after(after, PAGE)
            page = []
            for row in rows:
                first = row.chat_id not in chats
                deaths = await tx.telegram.cut_short(row.update_id) if first else row.deaths
                chats.add(row.chat_id)
                waiting = _Waiting(row.update_id, json.loads(opened(row.payload)), deaths)
                page.append((waiting, tx.now - row.received_at))
        return page

    def _line_up(self, waiting: _Waiting) -> None:
        if self._group is None or self._stopping.is_set():
            return  # its row waits for the next start
        self._held += 1
        if self._held >= self._bounds.waiting:
            self._eased.clear()
        chat = chat_of(waiting.update)
        self._lines[chat].append(waiting)
        if chat not in self._workers:
            self._workers[chat] = self._group.create_task(self._work(chat))

    async def _work(self, chat: int) -> None:
        """One chat's line, in order, until it is empty."""
        line = self._lines[chat]
        try:
            while line and not self._stopping.is_set():
                waiting = line.popleft()
                async with self._slots:
                    await self._handle(waiting)
                self._held -= 1
                if self._held < self._bounds.waiting:
                    self._eased.set()
        finally:
            del self._lines[chat], self._workers[chat]

    async def _handle(self, waiting: _Waiting) -> None:
        """Try until it is handled or given up; stopping in a pause leaves it to the next start."""
        with origin(f"update:{waiting.update_id}", defers=True) as answered:
            for attempt in range(1, MAX_ATTEMPTS + 1):
                is_last = attempt == MAX_ATTEMPTS
                answered.restart()
                done = await self._feed(waiting, is_last=is_last) or is_last
                if done or await self._stopped_after(self._bounds.pauses[attempt - 1]):
                    return await self._finish(waiting.update_id, answered, done=done)
        return None

    async def _feed(self, waiting: _Waiting, *, is_last: bool) -> bool:
        """Whether it is handled. Whatever comes out of a conversation ends here, in the log."""
        update = self._parsed(waiting)
        if update is None:
            return True
        try:
            await self._dispatcher.feed_update(self._bot, update, is_last_attempt=is_last)
        except SETTLED:
            return True
        except Exception:
            log.exception("an update failed", extra={"update": waiting.update_id})
            return False
        return True

    def _parsed(self, waiting: _Waiting) -> Update | None:
        """None for what will never be read: broken, or of a kind that came after this program."""
        try:
            update = Update.model_validate(waiting.update, context={"bot": self._bot})
            is_known = bool(update.event_type)
        except (ValidationError, UpdateTypeLookupError):  # its words would quote the update
            log.warning("an update cannot be read", extra={"update": waiting.update_id})
            return None
        return update if is_known else None

    async def _finish(
        self, update_id: int, answered: Origin | None = None, *, done: bool = True
    ) -> None:
        """Write down what was sent and whether that was all, as soon as the database can."""
        confirmed = answered.take_confirmed() if answered else []
        while True:
            try:
                async with self._storage.begin() as tx:
                    for key, numbers in confirmed:
                        await tx.telegram.sent(key, numbers)
                    if done:
                        await tx.telegram.done(update_id)
            except DATABASE_ERRORS:
                log.exception("an update could not be closed", extra={"update": update_id})
                if await self._stopped_after(self._bounds.pauses[-1]):
                    return
            else:
                return

    async def _stopped_after(self, pause: float) -> bool:
        """Wait, but not longer than until a stop; says whether it came."""
        try:
            async with asyncio.timeout(pause):
                await self._stopping.wait()
        except TimeoutError:
            return False
        return True
