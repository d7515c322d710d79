"""The roll-out: stages that operators change at run time, and one message to who waited."""

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.consent.acts import RAN_OUT
from bot.consent.book import Book
from bot.consent.gate import is_valid
from bot.consent.regions import Feature, Region, Regions, Stage
from bot.consent.stages import Refusal, refusal
from bot.jobs.catalogue import JobName
from storage.census import Census
from storage.consent import ConsentState
from storage.ledger import Kind
from storage.open import Storage
from storage.people import Person, PersonId
from storage.personal_data import Purpose
from storage.regions import StageRow
from storage.transaction import Transaction

PAGE: Final = 100  # people a transaction, so that nobody waits long for the writer
APART: Final = timedelta(milliseconds=50)  # between two messages: at most 20 a second
AGAIN_AFTER: Final = timedelta(hours=1)  # when Telegram would not take it
MOST_TRIES: Final = 3  # jobs for one message; then it is among the failed ones of /admin
FEW: Final = 20  # people; a smaller number by country could point at somebody


@dataclass(frozen=True, slots=True)
class Told:
    """Who is to hear that their country is open."""

    person: Person
    country: str


@dataclass(frozen=True, slots=True)
class House:
    """Numbers for the operators. elsewhere: who waits where fewer than `FEW` do."""

    census: Census
    waiting: Mapping[str, int]
    elsewhere: int


class Rollout:
    """Lays what was changed over the regions file; everybody reads `regions` from memory."""

    def __init__(self, storage: Storage, regions: Regions, book: Book) -> None:
        self._storage = storage
        self._file = regions
        self._book = book
        self._reading = asyncio.Lock()  # an older reading must not be laid over a newer one
        self.regions = regions

    async def reload(self) -> None:
        """Read the changes again, now and then: another process may have made one."""
        async with self._reading, self._storage.read() as tx:
            self._lay_over(await tx.regions.stages())

    async def change(
        self, admin: PersonId, region: str, feature: Feature, stage: Stage, *, before: Stage
    ) -> Refusal | None:
        """Change a stage; None when it is done, written into the ledger, and counts.

        before: the stage that the operator saw; another one by now is a refusal.
        """
        async with self._storage.begin() as tx:
            self._lay_over(await tx.regions.stages())
            there = self.regions.named(region)
            refused = _refused(there, feature, stage, before)
            if refused is not None or there is None:
                return refused
            await tx.regions.set_stage(there.id, feature, stage)
            facts = {"region": there.id, "feature": feature, "from": before, "to": stage}
            await tx.ledger.append(Kind.REGION_CHANGED, person=admin, payload=facts)
        await self.reload()
        await self._announce_some(0)  # the tick goes on: an operator need not wait for all
        return None

    async def announce(self) -> None:
        """Post one message to everybody whose country is open by now; never a second one."""
        posted = 0
        while some := await self._announce_some(posted):
            posted += some

    async def due(self, owner: PersonId, *, is_first_try: bool) -> Told | None:
        """Whom to tell, asked as the message leaves; None where it may not, or no longer.

        Where it was closed again, or they paused everything, they go on waiting, unless an
        earlier try may have reached them already.
        """
        async with self._storage.begin() as tx:
            waiting, person = await tx.regions.waiting(owner), await tx.people.get(owner)
            if waiting is None or person is None:
                return None
            is_ready = person.frozen_at is None and self.is_open(waiting.country)
            if is_ready and await _still_wants(tx, person):
                return Told(person, waiting.country)
            if is_first_try and not is_ready:
                await tx.regions.under_way(owner, is_posted=False)
            else:
                await self._strike_off(tx, owner)
        return None

    async def not_told(self, owner: PersonId) -> None:
        """Telegram took none of a job's tries, so nothing left: another job, a few times."""
        async with self._storage.begin() as tx:
            if await tx.regions.times_failed(owner) < MOST_TRIES - 1:
                await _post(tx, owner, AGAIN_AFTER)

    async def told(self, owner: PersonId) -> None:
        """It left, may have left, or they blocked the bot: off the list in each case."""
        async with self._storage.begin() as tx:
            await self._strike_off(tx, owner)

    async def house(self) -> House:
        """How much there is of everything, and how many wait where."""
        async with self._storage.read() as tx:
            census, waiting = await tx.census.take(), await tx.regions.count_waiting()
        many = {country: number for country, number in waiting.items() if number >= FEW}
        return House(census, many, sum(waiting.values()) - sum(many.values()))

    async def waiting_in(self, region: Region) -> int:
        """How many wait for this region to open."""
        async with self._storage.read() as tx:
            waiting = await tx.regions.count_waiting()
        return sum(number for code, number in waiting.items() if self._id_of(code) == region.id)

    def is_open(self, country: str) -> bool:
        region = self.regions.of(country)
        return region is not None and region.stage(Feature.GALLERY) is Stage.LIVE

    def _id_of(self, country: str) -> str | None:
        region = self.regions.of(country)
        return region.id if region else None

    def _lay_over(self, rows: list[StageRow]) -> None:
        """A row that names what is no longer known, of another version or file, does nothing."""
        changes: defaultdict[str, dict[Feature, Stage]] = defaultdict(dict)
        for row in rows:
            if row.feature in set(Feature) and row.stage in set(Stage):
                changes[row.region][Feature(row.feature)] = Stage(row.stage)
        self.regions = self._file.with_stages(changes)

    async def _announce_some(self, posted: int) -> int:
        async with self._storage.begin() as tx:
            waiting = await tx.regions.count_waiting()
            now_open = [country for country in waiting if self.is_open(country)]
            people = await tx.regions.to_tell(now_open, PAGE)
            for number, owner in enumerate(people, start=posted):
                await tx.regions.under_way(owner, is_posted=True)
                await _post(tx, owner, number * APART)
        return len(people)

    async def _strike_off(self, tx: Transaction, owner: PersonId) -> None:
        purpose, over = Purpose.INFORM_LAUNCH, ConsentState.EXPIRED
        await self._book.take_back(tx, owner, purpose, over, how=RAN_OUT)


async def _post(tx: Transaction, owner: PersonId, wait: timedelta) -> None:
    await tx.jobs.post(
        JobName.WELCOME_OPEN,
        subject=owner,
        key=str(owner),
        purpose=Purpose.INFORM_LAUNCH,
        not_before=tx.now + wait,
    )


async def _still_wants(tx: Transaction, person: Person) -> bool:
    asked_for = (await tx.consent.states(person.id)).get(Purpose.INFORM_LAUNCH)
    return person.blocked_at is None and is_valid(asked_for, tx.now)


def _refused(
    there: Region | None, feature: Feature, stage: Stage, before: Stage
) -> Refusal | None:
    if there is None:
        return Refusal.NO_REGION
    if there.stage(feature) is not before:
        return Refusal.CHANGED_MEANWHILE
    return refusal(there, feature, stage)
