"""What a receipt says, drawn from one row of the ledger and what was sealed beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, cast

from bot.consent.acts import Method
from bot.consent.notices import COMMAND, PAGES, Notices, Operator
from bot.consent.purposes import RULES, Basis
from bot.consent.receipt_terms import (
    AUTHORITY,
    COLLECTED,
    NOWHERE,
    OBJECTION,
    RIGHTS,
    STORAGE,
    TERMS,
    WITHDRAWAL,
    dpv_basis,
    dpv_state,
)
from bot.consent.regions import Region
from bot.texts import Language
from storage.ledger import Kind

Facts = dict[str, Any]
_NOT_THE_PERSON: Final = frozenset({Method.TIME, Method.MOVE})
_CONTROLLER: Final = "operator"


@dataclass(frozen=True, slots=True)
class Choice:
    """A row of the ledger, opened. said: its payload; rows of older versions say less."""

    row: Mapping[str, Any]
    said: Mapping[str, Any]

    @property
    def id(self) -> str:
        return str(self.row["hash"])


def event_of(choice: Choice, before: Choice | None) -> Facts:
    """The choice itself, as a receipt lists it."""
    row, said = choice.row, choice.said
    is_own = row["kind"] != Kind.EXPIRED and said.get("method") not in _NOT_THE_PERSON
    return {
        "event_id": choice.id,
        "state": str(row["kind"]),
        "dpv_state": dpv_state(row["kind"], said.get("basis")),
        "type": "expressed" if is_own else "automatic",
        "at": row["at"].isoformat(timespec="microseconds"),
        "valid_for": _duration(row["at"], said.get("until")),
        "by": "person" if is_own else "system",
        "method": said.get("method") or "unknown",
        "language": said.get("language"),
        "age_band": said.get("age_band"),
        "country": said.get("country"),
        "previous_event_id": before.id if before else None,
    }


def notice_of(choice: Choice, notices: Notices) -> Facts | None:
    """The text that was shown; None where a switch in /privacy was all."""
    said = choice.said
    notice, language = notices.of(said.get("notice")), said.get("language")
    wording = notice.wordings.get(cast("Language", language)) if notice else None
    if notice is None or wording is None:
        return None
    url = notices.operator.public_url
    is_under_it = said.get("method") == Method.BUTTON
    return {
        "notice_id": notice.name,
        "version": said["notice"].rpartition("/")[2],
        "lang": language,
        "sha256": choice.row["notice_sha256"] or wording.sha256,
        "url": f"{url}{PAGES}{notice.id}/{language}.md" if url else None,
        "shown_at": said.get("asked_at"),
        "channel": "telegram",
        "message_ref": said.get("message") if is_under_it else None,
        "buttons": (wording.yes, wording.no),
    }


def parties_of(operator: Operator, recipients: Sequence[str]) -> list[Facts]:
    """Who answers for it, then whoever else receives something."""
    contact = operator.contact or COMMAND
    controller = {
        "party_id": _CONTROLLER,
        "role": "controller",
        "name": operator.named("en"),
        "address": None,  # the product asks no operator for one
        "contact": contact,
        "url": operator.public_url,
    }
    others = [
        {
            "party_id": host,
            "role": "recipient",
            "name": host,
            "address": None,
            "contact": contact,
            "url": None,
        }
        for host in recipients
    ]
    return [controller, *others]


def processing_of(choice: Choice, region: Region | None, recipients: Sequence[str]) -> Facts:
    """What the choice was about, under the law of the country of that moment."""
    purpose, said = choice.row["purpose"], choice.said
    terms = TERMS[purpose]
    basis = said.get("basis") or Basis.CONSENT
    regime = said.get("regime")
    return {
        "purpose_id": str(purpose),
        "purpose": terms.purpose,
        "dpv_purpose": terms.dpv_purpose,
        "legal_basis": str(basis),
        "dpv_legal_basis": dpv_basis(basis, regime, terms),
        "platform_permission": basis == Basis.LEGITIMATE_INTEREST,
        "data": [_category(*one, special=terms.special) for one in terms.data],
        "operations": terms.operations,
        "collection_method": COLLECTED,
        "automated_decision": False,
        "storage_location": STORAGE,
        "retention": RULES[purpose].retention,
        "third_country": NOWHERE if not recipients else f"where {', '.join(recipients)} stands",
        "recipients": list(recipients),
        "jurisdiction": " ".join(filter(None, [said.get("country"), regime])) or "unknown",
        "withdrawal": OBJECTION if basis == Basis.LEGITIMATE_INTEREST else WITHDRAWAL,
        "rights": RIGHTS,
        "dpia_ref": region.dpia_ref if region else None,
        "lia_ref": region.lia_ref if region else None,
        "authority": AUTHORITY,
    }  # fmt: skip


def _category(category: str, scope: str, *, special: bool) -> Facts:
    return {"category": category, "scope": scope, "optional": True, "special_category": special}


def _duration(at: datetime, until: str | None) -> str | None:
    """An ISO 8601 duration, in days."""
    return f"P{(datetime.fromisoformat(until) - at).days}D" if until else None
