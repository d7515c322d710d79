"""The Clerk: makes receipts of what the ledger holds, on demand, each with a signed head."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, cast

from bot.consent.notices import Notices
from bot.consent.receipt import Receipt, reference, sign
from bot.consent.receipt_facts import Choice, event_of, notice_of, parties_of, processing_of
from bot.consent.receipt_terms import CHOICES, TERMS
from bot.consent.regions import RegionOf
from bot.texts import Language
from storage import Transaction
from storage.ledger import Kind, envelope
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.proofs import SignedHead, SigningKey

SHOWN_BEFORE: Final = 3  # choices that led to this one; a receipt stays a page
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that proves a person's choices.

    rows: their own in the ledger, as JSON says them. notices: the texts, by path.
    public: the raw key of every signature; None where nothing was ever signed.
    """

    receipts: tuple[Receipt, ...]
    rows: tuple[Row, ...]
    heads: tuple[SignedHead, ...]
    notices: Mapping[str, bytes]
    public: bytes | None


@dataclass(frozen=True, slots=True)
class Latest:
    """Where a purpose stands, and what its receipt is called."""

    state: Kind
    at: datetime
    reference: str


class Clerk:
    """Always within one person's own rows, so that another's receipt cannot be asked for."""

    def __init__(self, notices: Notices, region_of: RegionOf) -> None:
        self._notices = notices
        self._region_of = region_of

    async def receipt(self, tx: Transaction, owner: PersonId, purpose: Purpose) -> Receipt | None:
        """Of the latest choice about a purpose; None where none was made."""
        made = (await self._choices(tx, owner)).get(purpose)
        if not made:
            return None
        return self._receipt(made, *await _seal(tx))

    async def latest(self, tx: Transaction, owner: PersonId) -> Mapping[Purpose, Latest]:
        """The last choice about each purpose, without making a receipt; needs no key."""
        chosen = {row["purpose"]: row for row in await tx.ledger.of(owner) if _is_choice(row)}
        return {
            purpose: Latest(row["kind"], row["at"], reference(row["hash"]))
            for purpose, row in chosen.items()
        }

    async def dossier(self, tx: Transaction, owner: PersonId) -> Dossier:
        """A receipt of every choice, and what they are checked against."""
        choices = await self._choices(tx, owner)
        receipts: list[Receipt] = []
        if choices:
            sealed = await _seal(tx)
            for made in choices.values():
                receipts += [self._receipt(made[:n], *sealed) for n in range(1, len(made) + 1)]
        rows = await tx.ledger.of(owner)
        return Dossier(
            receipts=tuple(receipts),
            rows=tuple({**envelope(row), "hash": row["hash"]} for row in rows),
            heads=tuple(await tx.proofs.heads(rows[0]["seq"])) if rows else (),
            notices=self._texts(receipts),
            public=await tx.proofs.public_key(),
        )

    async def _choices(
        self, tx: Transaction, owner: PersonId
    ) -> Mapping[Purpose, Sequence[Choice]]:
        """Every choice about each purpose, the oldest first."""
        found: dict[Purpose, list[Choice]] = defaultdict(list)
        rows = await tx.ledger.of(owner)
        chosen = [row for row in rows if _is_choice(row)]
        if chosen:
            opened = await tx.vault.opener(tx, owner)
            for row in chosen:
                said = json.loads(opened(row["payload"])) if row["payload"] else {}
                found[row["purpose"]].append(Choice(row, said))
        return found

    def _receipt(self, made: Sequence[Choice], head: SignedHead, key: SigningKey) -> Receipt:
        latest = made[-1]
        shown = made[-1 - SHOWN_BEFORE :] if len(made) > SHOWN_BEFORE else made
        before = [None, *made][len(made) - len(shown) : -1]
        named = (one.said.get("recipients") for one in reversed(made))
        recipients = next(filter(None, named), ())  # whoever takes a yes back may name none
        region = self._region_of(latest.said.get("country"))
        facts = {
            "receipt_id": reference(latest.id),
            "record_id": reference(made[0].id),
            "pii_principal_id": latest.row["subject"],
            "parties": parties_of(self._notices.operator, recipients),
            "notice": notice_of(latest, self._notices),
            "processing": [processing_of(latest, region, recipients)],
            "events": [event_of(one, old) for one, old in zip(shown, before, strict=True)],
            "ledger_seq": head.seq,
            "ledger_head": head.hash,
        }
        return sign(facts, key)

    def _texts(self, receipts: Sequence[Receipt]) -> Mapping[str, bytes]:
        """The texts that were shown, in the language they were shown in."""
        found = {}
        for shown in filter(None, (receipt.notice for receipt in receipts)):
            notice = self._notices.of(f"{shown.notice_id}/{shown.version}")
            wording = notice.wordings.get(cast("Language", shown.lang)) if notice else None
            if wording:
                path = f"{shown.notice_id}/{shown.version}/{shown.lang}.md"
                found[path] = wording.published
        return found


def _is_choice(row: Row) -> bool:
    return row["kind"] in CHOICES and row["purpose"] in TERMS


async def _seal(tx: Transaction) -> tuple[SignedHead, SigningKey]:
    """The ledger's signed head and what signs; there is a head once there is a choice."""
    head = await tx.proofs.sign_head()
    assert head is not None  # noqa: S101 - a choice was just read from this ledger
    return head, await tx.proofs.key()
