"""What a legitimate interest asks for: a notice, its month, a reminder, and every objection."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from bot.clock import Clock
from bot.consent.acts import PRESSED, RAN_OUT, How, Method
from bot.consent.book import Book
from bot.consent.gate import OPEN_STATES, Standing, has_objected, may_inform
from bot.consent.links import Links, Pointer
from bot.consent.notices import Notices
from bot.consent.objection import REBUILD_WITHIN, SCOPES, Objection, Scope
from bot.consent.receipts import Clerk
from bot.jobs.catalogue import JobName
from bot.texts import Language
from storage.consent import Consent, ConsentState
from storage.ledger import Kind
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.transaction import Transaction

CHOICES: Final = Purpose.IMPROVE_CHOICES
REMIND_AFTER: Final = timedelta(days=21)
Said = Mapping[str, Any]


class Interest:
    """The Registrar's part for who is told rather than asked; objecting is for everybody."""

    def __init__(
        self, storage: Storage, book: Book, clerk: Clerk, notices: Notices, clock: Clock
    ) -> None:
        self._storage = storage
        self._book = book
        self._clerk = clerk
        self._notices = notices
        self.links = Links(storage.vault, notices.operator.public_url, clock.now)

    # The notice

    async def informed(self, owner: PersonId, language: Language, *, message: int) -> None:
        """Telegram took the notice: the window begins, and one reminder is due within it."""
        how = How(PRESSED.method, message)
        async with self._storage.begin() as tx:
            await self._book.inform(tx, owner, CHOICES, language, how)
            await tx.jobs.post(
                JobName.IMPROVE_REMIND,
                subject=owner,
                key=str(owner),
                purpose=CHOICES,
                not_before=tx.now + REMIND_AFTER,
            )

    async def undeliverable(self, owner: PersonId) -> None:
        """Nobody was told, so nobody's month begins."""
        async with self._storage.begin() as tx:
            await tx.ledger.append(Kind.NOTICE_UNDELIVERABLE, person=owner, purpose=CHOICES)

    async def void(self, tx: Transaction, owner: PersonId, standing: Standing) -> None:
        """They blocked the bot within the month: it was not open to them, so it does not count."""
        told, ends = standing.consents.get(CHOICES), window_ends(standing)
        if told is None or ends is None or ends <= tx.now:
            return
        if told.state in OPEN_STATES:
            await self._book.take_back(tx, owner, CHOICES, ConsentState.EXPIRED, how=RAN_OUT)
        if told.state in {*OPEN_STATES, ConsentState.ASKED}:
            over = Consent(ConsentState.EXPIRED, tx.now, notice=told.notice)
            await tx.consent.record(owner, CHOICES, over)
            await tx.ledger.append(Kind.NOTICE_UNDELIVERABLE, person=owner, purpose=CHOICES)

    # Objections

    def link(self, owner: PersonId, language: Language) -> str | None:
        """The address of their objection page; None where the server has no address."""
        return self.links.objection(Pointer(owner, CHOICES, language))

    async def object(
        self, owner: PersonId, scope: Scope, language: Language, comment: str, how: How
    ) -> Objection | None:
        """One transaction: the no, what was collected, the proof; twice is once."""
        async with self._storage.begin() as tx:
            if await tx.people.get(owner) is None:
                return None
            states = await tx.consent.states(owner)
            said = None
            if all(has_objected(states.get(purpose)) for purpose in SCOPES[scope]):
                said = await self._said(tx, owner, SCOPES[scope])
            if said is None:
                new = [one for one in SCOPES[scope] if not has_objected(states.get(one))]
                said = await self._apply(
                    tx, owner, new or SCOPES[scope], language=language, comment=comment, how=how
                )
            return await self._confirmed(tx, owner, said, scope=scope, language=language)

    async def last(self, owner: PersonId, language: Language) -> Objection | None:
        """Their latest objection, for the message that confirms it."""
        async with self._storage.begin() as tx:
            said = await self._said(tx, owner, tuple(Purpose))
            if said is None:
                return None
            scope = scope_of([Purpose(one) for one in said["purposes"]])
            return await self._confirmed(tx, owner, said, scope=scope, language=language)

    async def lift(self, owner: PersonId, language: Language, *, message: int | None) -> None:
        """Their own wish to be asked again, in the chat: the text is in front of them now."""
        async with self._storage.begin() as tx:
            await self._book.inform(tx, owner, CHOICES, language, How(Method.SWITCH, message))

    async def remember(self, tx: Transaction, owner: PersonId) -> None:
        """Somebody comes back after an erasure: what they objected to before still holds."""
        for purpose, at in (await tx.objections.of(owner)).items():
            await tx.consent.record(owner, purpose, Consent(ConsentState.OBJECTED, at))

    async def _apply(
        self,
        tx: Transaction,
        owner: PersonId,
        purposes: Sequence[Purpose],
        *,
        language: Language,
        comment: str,
        how: How,
    ) -> Said:
        """The first purpose is the one whose receipt is quoted."""
        ranker, rows = await tx.improve.ranker(), 0
        for purpose in purposes:
            gone = await self._book.object_to(tx, owner, purpose, language, how)
            rows += gone.get("choices", 0)
        said = {
            "purposes": [str(purpose) for purpose in purposes],
            "rows": rows,
            "model_before": ranker.version if ranker else None,
            "comment": comment.strip(),
            "at": tx.now.isoformat(),
        }
        await tx.ledger.append(
            Kind.OBJECTION_APPLIED, person=owner, purpose=purposes[0], payload=said
        )
        if how.method is Method.PAGE:
            await tx.jobs.post(
                JobName.CONSENT_OBJECTED,
                subject=owner,
                key=str(owner),
                purpose=Purpose.CORE_SERVICE,
            )
        return said

    async def _said(
        self, tx: Transaction, owner: PersonId, purposes: Sequence[Purpose]
    ) -> Said | None:
        """What the latest objection to one of these did; None where the ledger holds none."""
        applied = [
            row for row in await tx.ledger.of(owner) if row["kind"] == Kind.OBJECTION_APPLIED
        ]
        opened = await tx.vault.opener(tx, owner) if applied else None
        for row in reversed(applied):
            said: Said = json.loads(opened(row["payload"])) if opened else {}
            if not set(purposes).isdisjoint(said["purposes"]):
                return said
        return None

    async def _confirmed(
        self, tx: Transaction, owner: PersonId, said: Said, *, scope: Scope, language: Language
    ) -> Objection | None:
        at, rows = datetime.fromisoformat(said["at"]), int(said["rows"])
        receipt = await self._clerk.receipt(tx, owner, Purpose(said["purposes"][0]))
        if receipt is None:
            return None
        return Objection(
            reference=receipt.receipt_id,
            purpose=Purpose(said["purposes"][0]),
            scope=scope,
            language=language,
            at=at,
            rows=rows,
            rebuild_before=at + REBUILD_WITHIN if rows else None,
            receipt=receipt.json_bytes(),
        )


def scope_of(purposes: Sequence[Purpose]) -> Scope:
    """The narrowest scope that says what was objected to."""
    fits = [scope for scope, stops in SCOPES.items() if set(purposes) <= set(stops)]
    return min(fits, key=lambda scope: len(SCOPES[scope]), default=Scope.EVERYTHING)


def window_ends(standing: Standing) -> datetime | None:
    """When a notice that was delivered has stood for its month; None without one."""
    told, region = standing.consents.get(CHOICES), standing.region
    if told is None or told.asked_at is None or region is None:
        return None
    return told.asked_at + timedelta(days=region.notice_days)


def is_due(standing: Standing) -> bool:
    """Whether the reminder may go: they were told, and have not answered either way."""
    told = standing.consents.get(CHOICES)
    silent = told is not None and told.state is ConsentState.ASKED and told.asked_at is not None
    return silent and may_inform(standing, CHOICES)
