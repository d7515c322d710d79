"""The Registrar: asks, records and takes back consent, and says where a person stands."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.clock import Clock
from bot.consent.acts import MOVED, ON_THE_PAGE, PRESSED, RAN_OUT, SWITCHED, How
from bot.consent.ages import ANSWER_AGAIN_AFTER, band_of
from bot.consent.book import Book, Withdrawal
from bot.consent.gate import OPEN_STATES, Standing, may_answer
from bot.consent.interest import Interest
from bot.consent.meeting import Meeting
from bot.consent.moves import COUNTED_OVER, country_of, effective_from
from bot.consent.notices import Notices
from bot.consent.objection import Objection, Scope
from bot.consent.purposes import RULES, is_withdrawable
from bot.consent.receipt import Receipt
from bot.consent.receipts import Clerk
from bot.consent.regions import Region, Regions
from bot.consent.rollout import Rollout
from bot.texts import Language
from storage import Storage, Transaction
from storage.consent import Consent, ConsentState
from storage.ledger import Kind
from storage.people import AgeBand, Person, PersonId
from storage.personal_data import Purpose

PAGE: Final = 100  # people a transaction, so that nobody waits long for the writer
REHEARSAL_LASTS: Final = timedelta(minutes=10)


class Answered(StrEnum):
    """What became of a yes."""

    RECORDED = "recorded"
    OUTDATED = "outdated"  # the notice they answered is no longer the current one
    CLOSED = "closed"  # a yes would not open the gate: age, region, or something it needs


@dataclass(frozen=True, slots=True)
class Move:
    """A country as declared, and when it begins to count."""

    country: str
    takes_effect_at: datetime
    is_at_once: bool


class Registrar(Meeting):
    """The only one who writes consent; everybody else asks `standing` and `may`."""

    def __init__(self, storage: Storage, regions: Regions, notices: Notices, clock: Clock) -> None:
        super().__init__(storage)
        self._clock = clock
        self._book = Book(notices, self.region_of)
        self.rollout = Rollout(storage, regions, self._book)
        self.clerk = Clerk(notices, self.region_of)
        self.interest = Interest(storage, self._book, self.clerk, notices, clock)
        self.notices = notices
        self._rehearsals: dict[PersonId, datetime] = {}  # memory only: a restart forgets them

    @property
    def regions(self) -> Regions:
        """The file, and what was changed at run time laid over it."""
        return self.rollout.regions

    def region_of(self, country: str | None) -> Region | None:
        """Where that country belongs as of now."""
        return self.regions.of(country)

    # Where a person stands

    async def standing(self, tx: Transaction, owner: PersonId) -> Standing:
        """Where a person stands now; of somebody unknown or erased nothing is allowed."""
        person = await tx.people.get(owner)
        if person is None:
            return Standing()
        return self.weigh(person, await tx.consent.states(owner), tx.now)

    def weigh(
        self, person: Person, consents: Mapping[Purpose, Consent], now: datetime
    ) -> Standing:
        """The same from what was read already."""
        country = country_of(person, now)
        return Standing(
            age_band=person.age_band,
            country=country,
            region=self.regions.of(country),
            consents={p: self._as_it_counts(p, one, country) for p, one in consents.items()},
            is_frozen=person.frozen_at is not None,
            is_blocked=person.blocked_at is not None,
            rehearsal_until=self._rehearsals.get(person.id),
            unavailable=self.notices.unavailable,
            needs_ok=self.regions.needs_ok,
        )

    def _as_it_counts(self, purpose: Purpose, consent: Consent, country: str | None) -> Consent:
        """A yes to a text that changed in substance, or is not the one there, has run out.

        So has the silence after such a text.
        """
        region = self.regions.of(country)
        regime = region.regime if region else None
        answered = consent.state in {*OPEN_STATES, ConsentState.ASKED}
        if answered and self.notices.is_outdated(purpose, consent.notice, regime):
            return replace(consent, state=ConsentState.EXPIRED, asked_at=None)
        return consent

    # One photo, ten minutes

    def begin_rehearsal(self, owner: PersonId) -> datetime:
        """The next photo may be looked at; returns until when."""
        now = self._clock.now()
        self._rehearsals = {p: until for p, until in self._rehearsals.items() if now < until}
        self._rehearsals[owner] = now + REHEARSAL_LASTS
        return self._rehearsals[owner]

    def end_rehearsal(self, owner: PersonId) -> None:
        """That photo came, or the person answered."""
        self._rehearsals.pop(owner, None)

    # Questions and answers

    async def asked(self, owner: PersonId, purpose: Purpose, language: Language) -> None:
        """The question was put; an answer given before stands until there is a new one."""
        async with self._storage.begin() as tx:
            await self._book.ask(tx, owner, purpose, language)

    async def given(
        self,
        owner: PersonId,
        purpose: Purpose,
        *,
        version: str,
        language: Language,
        how: How = PRESSED,
    ) -> Answered:
        """A yes on the notice of this version; the flags it speaks of are given with it.

        Twice is once. A flag that the person withdrew by itself stays withdrawn.
        """
        async with self._storage.begin() as tx:
            standing = await self.standing(tx, owner)
            notice = self.notices.current(purpose, standing.regime)
            if notice is None or version != notice.stamp:
                return Answered.OUTDATED
            if not may_answer(standing, purpose, tx.now):
                return Answered.CLOSED
            await self._book.give(tx, owner, purpose, standing, language, how=how)
        self.end_rehearsal(owner)
        return Answered.RECORDED

    async def refused(
        self, owner: PersonId, purpose: Purpose, language: Language, how: How = PRESSED
    ) -> None:
        """A no, always accepted; after a yes it is a withdrawal."""
        async with self._storage.begin() as tx:
            await self._book.refuse(tx, owner, purpose, language, how)
        self.end_rehearsal(owner)

    async def objected(
        self,
        owner: PersonId,
        scope: Scope,
        language: Language,
        comment: str = "",
        how: How = ON_THE_PAGE,
    ) -> Objection | None:
        """Always accepted, from any state; twice is once. None for somebody who is erased."""
        return await self.interest.object(owner, scope, language, comment, how)

    async def switched_on(
        self, owner: PersonId, flag: Purpose, language: Language, how: How = SWITCHED
    ) -> Answered:
        """A flag switched on again by itself, in the settings."""
        async with self._storage.begin() as tx:
            standing = await self.standing(tx, owner)
            if not RULES[flag].is_flag or not may_answer(standing, flag, tx.now):
                return Answered.CLOSED
            await self._book.give(tx, owner, flag, standing, language, how=how)
        return Answered.RECORDED

    async def withdrawn(
        self, owner: PersonId, purpose: Purpose, how: How = SWITCHED
    ) -> Withdrawal:
        """Take a consent back, and what cannot go on without it; deletes at once."""
        if not is_withdrawable(purpose):
            raise ValueError(f"{purpose} does not rest on a consent")
        async with self._storage.begin() as tx:
            return await self._book.take_back(tx, owner, purpose, how=how)

    # Proofs

    async def receipt(self, owner: PersonId, purpose: Purpose) -> Receipt | None:
        """Of the latest choice about a purpose, made now; None where none was made."""
        async with self._storage.begin() as tx:
            return await self.clerk.receipt(tx, owner, purpose)

    async def sign_head(self) -> None:
        """Once a day: whoever holds a signed head can tell a ledger that was rewritten."""
        async with self._storage.begin() as tx:
            await tx.proofs.sign_head()

    # What time brings

    async def catch_up(self) -> None:
        """End consents whose year is over, let moves count, drop the tags of a day ago."""
        async with self._storage.begin() as tx:
            await tx.declarations.forget_too_young(tx.now - ANSWER_AGAIN_AFTER)
        while await self._catch_up_some():
            pass

    async def _catch_up_some(self) -> int:
        async with self._storage.begin() as tx:
            due = await tx.consent.run_out(tx.now, PAGE)
            for owner, purpose in due:
                await self._book.take_back(tx, owner, purpose, ConsentState.EXPIRED, how=RAN_OUT)
            arrived = await tx.people.arrived(tx.now, PAGE)
            for owner in arrived:
                await self._arrive(tx, owner)
        return len(due) + len(arrived)

    # What people declare

    async def declare_country(self, owner: PersonId, country: str) -> Move:
        """Keep the country; the third change in 30 days waits a week if it protects less."""
        async with self._storage.begin() as tx:
            person = await tx.people.get(owner)
            old = country_of(person, tx.now) if person else None
            start = tx.now
            if old is not None and country != old:
                start = await self._effective_from(tx, owner, old, country)
                await tx.declarations.move(owner, country)
            await tx.people.change(owner, {"next_country": country, "next_country_at": start})
            await tx.ledger.append(
                Kind.COUNTRY_DECLARED, person=owner, payload={"country": country}
            )
            if start == tx.now:
                await self._arrive(tx, owner)
            return Move(country, start, start == tx.now)

    async def declare_birth_year(self, owner: PersonId, year: int) -> AgeBand | None:
        """Keep the band, never the year; None: too young, and nothing is kept but a tag.

        Within a day after such an answer no other is accepted.
        """
        async with self._storage.begin() as tx:
            person = await tx.people.get(owner)
            if person is None:
                return None
            barred = await self._is_barred(tx, person)
            band = None if barred else band_of(year, tx.now.year)
            if band:
                await tx.people.change(owner, {"age_band": band})
                await tx.ledger.append(Kind.AGE_DECLARED, person=owner, payload={"age_band": band})
                return band
            await self._turn_away(tx, person, again=barred)
        await self._storage.leave_no_trace()
        return None

    async def _effective_from(
        self, tx: Transaction, owner: PersonId, old: str, new: str
    ) -> datetime:
        recent = await tx.declarations.moves_since(owner, tx.now - COUNTED_OVER)
        there, here = self.regions.of(new), self.regions.of(old)
        return effective_from(
            tx.now,
            recent_moves=recent,
            old=here.regime if here else None,
            new=there.regime if there else None,
        )

    async def _arrive(self, tx: Transaction, owner: PersonId) -> None:
        """The declared country counts from now on; what it forbids is taken back."""
        person = await tx.people.get(owner)
        if person is None or person.next_country is None:
            return
        here = {"country": person.next_country, "next_country": None, "next_country_at": None}
        await tx.people.change(owner, here)
        if person.country != person.next_country:  # they wait for another country than this one
            over, moved = ConsentState.EXPIRED, MOVED
            await self._book.take_back(tx, owner, Purpose.INFORM_LAUNCH, over, how=moved)
        await self._book.close_what_cannot_be(tx, owner, await self.standing(tx, owner))

    async def _is_barred(self, tx: Transaction, person: Person) -> bool:
        """Whether this account answered "too young" within the last day."""
        since = tx.now - ANSWER_AGAIN_AFTER
        years = {since.year, tx.now.year}
        tags = [await tx.ledger.tag(person.telegram_id, year) for year in years]
        return await tx.declarations.was_too_young(tags, since)

    async def _turn_away(self, tx: Transaction, person: Person, *, again: bool) -> None:
        """Erase everything but a coded tag; a second answer does not prolong the day."""
        if not again:
            tag = await tx.ledger.tag(person.telegram_id, tx.now.year)
            await tx.declarations.too_young(tag)
        await tx.privacy.erase_person(person.id, in_ledger=False)
