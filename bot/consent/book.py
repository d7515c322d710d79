"""The book: what an answer changes, in one transaction: rows, what rested on them, the proof."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final, cast

from bot.consent.acts import MOVED, PRESSED, SWITCHED, How
from bot.consent.gate import OPEN_STATES, Standing, is_valid, may_answer
from bot.consent.notices import Notices
from bot.consent.purposes import CONSENT_LASTS, RULES, Basis, dependants_of, flags_of
from bot.consent.regions import Regime, RegionOf
from bot.jobs.catalogue import JobName
from bot.texts import Language
from storage import Transaction
from storage.consent import Consent, ConsentState
from storage.ledger import Kind
from storage.people import PersonId
from storage.personal_data import Purpose

NO_STATES: Final = frozenset({ConsentState.REFUSED, ConsentState.WITHDRAWN, ConsentState.OBJECTED})
TWICE_IS_ONCE: Final = timedelta(days=1)  # a second tap; later it is a renewal


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What stopped, the purpose itself first, and what was deleted with it, by table."""

    purposes: tuple[Purpose, ...]
    rows: Mapping[str, int]
    jobs: int


class Book:
    """Writes answers for the Registrar, always inside the Registrar's transaction."""

    def __init__(self, notices: Notices, region_of: RegionOf) -> None:
        self._notices = notices
        self._region_of = region_of

    async def ask(
        self, tx: Transaction, owner: PersonId, purpose: Purpose, language: Language
    ) -> None:
        """Note the question; an answer given before stands until there is a new one."""
        before = (await tx.consent.states(owner)).get(purpose)
        asked = before or Consent(ConsentState.ASKED, tx.now, language=language)
        await tx.consent.record(owner, purpose, replace(asked, asked_at=tx.now))
        await self._prove(tx, owner, purpose, kind=Kind.ASKED, answer=asked, how=PRESSED)

    async def inform(
        self, tx: Transaction, owner: PersonId, purpose: Purpose, language: Language, how: How
    ) -> None:
        """Note a notice that was delivered: its month begins. A no stands until there is an OK."""
        before = (await tx.consent.states(owner)).get(purpose)
        told = before
        if told is None or told.state not in NO_STATES:
            regime = await self._regime(tx, owner)
            notice = self._notice_id(purpose, regime)
            told = Consent(ConsentState.ASKED, tx.now, notice=notice, language=language)
        told = replace(told, asked_at=tx.now)
        await tx.consent.record(owner, purpose, told)
        await self._prove(tx, owner, purpose, kind=Kind.NOTICE_DELIVERED, answer=told, how=how)

    async def object_to(
        self, tx: Transaction, owner: PersonId, purpose: Purpose, language: Language, how: How
    ) -> Mapping[str, int]:
        """An objection, from whatever stood before: deletes at once; returns counts by table."""
        gone = await tx.withdraw(owner, purpose)
        before = (await tx.consent.states(owner)).get(purpose)
        no = before or Consent(ConsentState.OBJECTED, tx.now)
        no = replace(no, state=ConsentState.OBJECTED, at=tx.now, expires_at=None)
        no = replace(no, language=language)
        await tx.consent.record(owner, purpose, no)
        await tx.objections.keep(owner, purpose)
        await self._prove(tx, owner, purpose, kind=Kind.OBJECTED, answer=no, how=how)
        return gone.rows

    async def give(
        self,
        tx: Transaction,
        owner: PersonId,
        purpose: Purpose,
        standing: Standing,
        language: Language,
        *,
        how: How = PRESSED,
    ) -> None:
        """A yes for a year, with the flags that this country allows; twice is once."""
        yes = Consent(
            ConsentState.GIVEN,
            tx.now,
            tx.now + CONSENT_LASTS,
            notice=self._notice_id(purpose, standing.regime),
            language=language,
        )
        if standing.state(purpose) is ConsentState.OBJECTED:
            await tx.objections.lift(owner, purpose)
        with_it = replace(standing, consents={**standing.consents, purpose: yes})
        main = standing.consents.get(purpose)
        await self._give_one(tx, owner, purpose, yes, before=main, how=how)
        if purpose is Purpose.INFORM_LAUNCH and standing.country:
            await tx.regions.wait(owner, standing.country)
        if purpose is Purpose.SUGGEST_ANALYSE and await tx.gallery.unseen(owner, 1):
            await tx.jobs.post(
                JobName.GALLERY_LOOK, subject=owner, key=str(owner), purpose=purpose
            )
        for flag in flags_of(purpose):
            before = standing.consents.get(flag)
            alone = _was_taken_back_alone(before, main)
            if not alone and may_answer(with_it, flag, tx.now):
                await self._give_one(tx, owner, flag, yes, before=before, how=how)

    async def _give_one(
        self,
        tx: Transaction,
        owner: PersonId,
        purpose: Purpose,
        yes: Consent,
        *,
        before: Consent | None,
        how: How,
    ) -> None:
        if before and is_valid(before, tx.now) and tx.now - before.at < TWICE_IS_ONCE:
            return
        again = before is not None and before.state in {*OPEN_STATES, ConsentState.EXPIRED}
        state = ConsentState.RENEWED if again else ConsentState.GIVEN
        kept = replace(yes, state=state, asked_at=before.asked_at if before else None)
        await tx.consent.record(owner, purpose, kept)
        await self._prove(tx, owner, purpose, kind=Kind(state.value), answer=kept, how=how)

    async def refuse(
        self,
        tx: Transaction,
        owner: PersonId,
        purpose: Purpose,
        language: Language,
        how: How = PRESSED,
    ) -> None:
        """A no; after a yes it is a withdrawal, after a no it is nothing new."""
        before = (await tx.consent.states(owner)).get(purpose)
        if before and before.state in OPEN_STATES:
            await self.take_back(tx, owner, purpose, how=how)
        elif before is None or before.state not in NO_STATES:
            no = Consent(ConsentState.REFUSED, tx.now, language=language)
            asked_at = before.asked_at if before else None
            notice = self._notice_id(purpose, await self._regime(tx, owner))
            no = replace(no, notice=notice, asked_at=asked_at)
            await tx.consent.record(owner, purpose, no)
            await self._prove(tx, owner, purpose, kind=Kind.REFUSED, answer=no, how=how)

    async def take_back(
        self,
        tx: Transaction,
        owner: PersonId,
        purpose: Purpose,
        state: ConsentState = ConsentState.WITHDRAWN,
        *,
        how: How = SWITCHED,
    ) -> Withdrawal:
        """End a consent and what cannot go on without it, and delete what rested on them."""
        consents = await tx.consent.states(owner)
        rows: Counter[str] = Counter()
        ended, jobs = [], 0
        for going in _with_dependants(purpose):
            gone = await tx.withdraw(owner, going)
            rows.update(gone.rows)
            jobs += gone.jobs
            before = consents.get(going)
            if before and before.state in OPEN_STATES:
                over = replace(before, state=state, at=tx.now, expires_at=None)
                await tx.consent.record(owner, going, over)
                await self._prove(tx, owner, going, kind=Kind(state.value), answer=over, how=how)
                ended.append(going)
        return Withdrawal(tuple(ended), dict(rows), jobs)

    async def close_what_cannot_be(
        self, tx: Transaction, owner: PersonId, standing: Standing
    ) -> None:
        """After a move: take back what the new country does not allow; a pause keeps.

        So is a yes to a text that is not the one shown there.
        """
        given = await tx.consent.states(owner)
        region = standing.region.as_if_going_on() if standing.region else None
        standing = replace(standing, region=region)
        for purpose, consent in standing.consents.items():
            counts = consent.state in OPEN_STATES and may_answer(standing, purpose, tx.now)
            if given[purpose].state in OPEN_STATES and not counts:
                await self.take_back(tx, owner, purpose, how=MOVED)

    async def _prove(
        self,
        tx: Transaction,
        owner: PersonId,
        purpose: Purpose,
        *,
        kind: Kind,
        answer: Consent,
        how: How,
    ) -> None:
        """Write it into the ledger, with all that a receipt must say sealed beside it."""
        regime = await self._regime(tx, owner)
        notice = self._notices.of(answer.notice) or self._notices.current(purpose, regime)
        wording = notice.wordings.get(cast("Language", answer.language)) if notice else None
        await tx.ledger.append(
            kind,
            person=owner,
            purpose=purpose,
            notice_sha256=wording.sha256 if wording else None,
            payload={
                **await self._circumstances(tx, owner, purpose),
                "notice": answer.notice or (notice.id if notice else None),
                "language": answer.language,
                "asked_at": answer.asked_at.isoformat() if answer.asked_at else None,
                "until": answer.expires_at.isoformat() if answer.expires_at else None,
                "method": how.method,
                "message": how.message,
                "recipients": [notice.recipient] if notice and notice.recipient else [],
            },
        )

    async def _circumstances(
        self, tx: Transaction, owner: PersonId, purpose: Purpose
    ) -> Mapping[str, object]:
        """Where the law of that moment had them: a later move changes no proof."""
        person = await tx.people.get(owner)
        region = self._region_of(person.country) if person else None
        basis = RULES[purpose].basis.get(region.regime, Basis.OFF) if region else None
        return {
            "age_band": person.age_band if person else None,
            "country": person.country if person else None,
            "regime": region.regime if region else None,
            "basis": basis,
        }

    async def _regime(self, tx: Transaction, owner: PersonId) -> Regime | None:
        person = await tx.people.get(owner)
        region = self._region_of(person.country) if person else None
        return region.regime if region else None

    def _notice_id(self, purpose: Purpose, regime: Regime | None) -> str | None:
        notice = self._notices.current(purpose, regime)
        return notice.id if notice else None


def _was_taken_back_alone(flag: Consent | None, main: Consent | None) -> bool:
    """Taken back by itself, not along with the purpose it belongs to."""
    if flag is None or flag.state not in NO_STATES:
        return False
    return main is None or main.state not in NO_STATES or flag.at != main.at


def _with_dependants(purpose: Purpose) -> list[Purpose]:
    found = [purpose]
    for going in found:
        found.extend(dependants_of(going))
    return found
