"""Texts that are being rewritten: begun, wished, done, taken or kept as they were."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID, uuid4

from bot.consent.gate import may
from bot.consent.registrar import Registrar
from bot.errors import FriendlyError, as_known
from bot.improve.choices import picked
from bot.improve.trainer import Trainer
from bot.jobs.catalogue import JobName
from bot.writing.guard import seen
from bot.writing.wishes import Wish
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.traits import Trait
from storage.transaction import Transaction
from storage.writing import RewritingId, RewritingRow

KEPT: Final = timedelta(days=30)
TRAITS: Final = {wish: Trait(f"wish.{wish}") for wish in Wish}


class RewritingGone(FriendlyError):
    """Taken, kept as it was, expired, or another's."""

    text_id = "error-rewriting-gone"


class RewritingChanged(FriendlyError):
    """The button is older than the last wish."""

    text_id = "error-rewriting-changed"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text and what was wished for it last. current: the original until a wish is done.

    collage: whose words these are; None for a text from anywhere.
    """

    id: RewritingId
    version: int
    chat_id: int
    message_id: int | None
    original: str
    current: str
    wish: Wish | None
    again: int
    collage: UUID | None

    @property
    def is_changed(self) -> bool:
        return self.current != self.original


class Desk:
    """Keeps each text sealed, thirty days at most; every change steps to another version."""

    def __init__(self, storage: Storage, registrar: Registrar, trainer: Trainer) -> None:
        self._storage = storage
        self._registrar = registrar
        self._trainer = trainer

    async def begin(
        self, owner: PersonId, text: str, *, chat_id: int, collage: UUID | None = None
    ) -> Sheet:
        """A text to rewrite, without signs that nobody sees. Raises RewritingGone."""
        async with self._storage.begin() as tx:
            standing = await self._registrar.standing(tx, owner)
            if not may(standing, Purpose.CORE_SERVICE, tx.now):
                raise RewritingGone
            sealed = await tx.seal(owner, seen(text).encode())
            row = RewritingRow(
                id=RewritingId(uuid4()),
                owner=owner,
                chat_id=chat_id,
                original=sealed,
                current=sealed,
                collage=collage,
                made_at=tx.now,
                changed_at=tx.now,
            )
            await tx.writing.add(row)
            return await _opened(tx, row)

    async def sheet(
        self, owner: PersonId, rewriting: RewritingId, *, version: int | None = None
    ) -> Sheet:
        """Raises RewritingGone, and RewritingChanged where `version` is no longer the last."""
        async with self._storage.read() as tx:
            found = await tx.writing.get(owner, rewriting)
            row = as_known(found, version, gone=RewritingGone, changed=RewritingChanged)
            return await _opened(tx, row)

    async def placed(self, owner: PersonId, rewriting: RewritingId, message_id: int) -> None:
        """Remember which message shows it."""
        async with self._storage.begin() as tx:
            await tx.writing.shown(owner, rewriting, message_id)

    async def wish(self, owner: PersonId, sheet: Sheet, wish: Wish, *, again: int = 0) -> None:
        """Have it done by a job. Raises RewritingChanged."""
        async with self._storage.begin() as tx:
            original = await tx.seal(owner, sheet.original.encode())
            facts = {"wish": wish.value, "again": again, "current": original}
            if not await tx.writing.change(owner, sheet.id, sheet.version, facts):
                raise RewritingChanged
            await tx.jobs.post(
                JobName.WRITING_REWRITE,
                subject=owner,
                key=str(sheet.id),
                purpose=Purpose.CORE_SERVICE,
            )

    async def done(self, owner: PersonId, sheet: Sheet, text: str) -> Sheet:
        """The wish is done. Raises RewritingGone, RewritingChanged where another one came."""
        async with self._storage.begin() as tx:
            facts = {"current": await tx.seal(owner, text.encode())}
            if not await tx.writing.change(owner, sheet.id, sheet.version, facts):
                raise RewritingChanged
        return await self.sheet(owner, sheet.id)

    async def propose_others(self, owner: PersonId, sheet: Sheet) -> None:
        """Have a job propose three other captions for the collage."""
        async with self._storage.begin() as tx:
            await tx.jobs.post(
                JobName.WRITING_PROPOSE,
                subject=owner,
                key=str(sheet.id),
                purpose=Purpose.SUGGEST_ANALYSE,
            )

    async def accept(self, owner: PersonId, sheet: Sheet) -> None:
        """The person has the words: what they chose is noted, the text is forgotten here.

        Words of a collage: it is shown again.
        """
        item = sheet.collage or sheet.id
        async with self._storage.begin() as tx:
            if sheet.wish is not None and sheet.is_changed:
                choice = picked(TRAITS[sheet.wish], *TRAITS.values())
                await self._trainer.chose(tx, owner, choice, item=item)
                await self._trainer.edited(tx, owner, item)
            await tx.writing.forget(owner, sheet.id)
            if sheet.collage is not None:
                await tx.jobs.post(
                    JobName.COLLAGE_SHOW,
                    subject=owner,
                    key=str(sheet.collage),
                    purpose=Purpose.SUGGEST_ANALYSE,
                )

    async def keep_mine(self, owner: PersonId, rewriting: RewritingId) -> None:
        """The person keeps their own words; twice is once."""
        async with self._storage.begin() as tx:
            await tx.writing.forget(owner, rewriting)

    async def drop_old(self) -> None:
        """Every night: rewritings that nobody touched for thirty days."""
        async with self._storage.begin() as tx:
            await tx.writing.drop_old(tx.now - KEPT)


async def _opened(tx: Transaction, row: RewritingRow) -> Sheet:
    return Sheet(
        id=row.id,
        version=row.version,
        chat_id=row.chat_id,
        message_id=row.message_id,
        original=(await tx.open(row.owner, row.original)).decode(),
        current=(await tx.open(row.owner, row.current)).decode(),
        wish=Wish(row.wish) if row.wish else None,
        again=row.again,
        collage=row.collage,
    )
