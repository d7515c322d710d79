"""A receipt: what was chosen, on which text, when; signed, and refused when anything changed."""

from datetime import datetime
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.consent.verify import DoesNotHold, check, digests, encoded, signed
from storage.proofs import SigningKey

SCHEMA: Final = "pepite-receipt/1"
FILE: Final = "receipt.json"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Party(_Strict):
    """Who answers for the processing, and who else receives something."""

    party_id: str
    role: Literal["controller", "recipient"]
    name: str
    address: str | None
    contact: str
    url: str | None


class ShownNotice(_Strict):
    """Exactly what was shown. message_ref: the message in the chat that bore the buttons."""

    notice_id: str
    version: str
    lang: str
    sha256: str
    url: str | None
    shown_at: datetime | None
    channel: Literal["telegram"]
    message_ref: int | None
    buttons: tuple[str, ...]


class Category(_Strict):
    """One kind of data."""

    category: str
    scope: str
    optional: bool
    special_category: bool


class Processing(_Strict):
    """What the choice is about, in the words of the Data Privacy Vocabulary where it has some."""

    purpose_id: str
    purpose: str
    dpv_purpose: str
    legal_basis: str
    dpv_legal_basis: str
    platform_permission: bool
    data: tuple[Category, ...]
    operations: tuple[str, ...]
    collection_method: str
    automated_decision: bool
    storage_location: str
    retention: str
    third_country: str
    recipients: tuple[str, ...]
    jurisdiction: str
    withdrawal: str
    rights: tuple[str, ...]
    dpia_ref: str | None
    lia_ref: str | None
    authority: str


class Event(_Strict):
    """One choice. event_id: the hash of its row in the ledger."""

    event_id: str
    state: str
    dpv_state: str
    type: Literal["expressed", "automatic"]
    at: str
    valid_for: str | None
    by: Literal["person", "system"]
    method: str
    language: str | None
    age_band: str | None
    country: str | None
    previous_event_id: str | None


class Proof(_Strict):
    """fields: short digests that name a changed field; the signature covers them as well."""

    alg: Literal["Ed25519"]
    public_key: str
    fields: dict[str, str]
    sig: str


class Receipt(_Strict):
    """One purpose's latest choice, and those that led to it."""

    schema_version: Literal["pepite-receipt/1"]
    receipt_id: str
    record_id: str
    pii_principal_id: str
    parties: tuple[Party, ...]
    notice: ShownNotice | None
    processing: tuple[Processing, ...]
    events: tuple[Event, ...]
    ledger_seq: int
    ledger_head: str
    key_id: str
    proof: Proof

    @property
    def latest(self) -> Event:
        return self.events[-1]

    @property
    def name(self) -> str:
        return f"receipt-{self.receipt_id}.json"

    def json_bytes(self) -> bytes:
        """The document as it is handed out; readable, and the same every time."""
        return (self.model_dump_json(indent=1) + "\n").encode()


def sign(facts: dict[str, Any], key: SigningKey) -> Receipt:
    """Make the receipt of these facts; `facts` are every field but the key's and the proof."""
    bare = {"schema_version": SCHEMA, **facts, "key_id": key.id}
    proof = {"alg": "Ed25519", "public_key": encoded(key.public), "fields": {}, "sig": ""}
    plain: dict[str, Any] = Receipt.model_validate({**bare, "proof": proof}).model_dump(
        mode="json"
    )
    plain["proof"]["fields"] = digests(plain)
    plain["proof"]["sig"] = encoded(key.private.sign(signed(plain)))
    return Receipt.model_validate(plain)


def read_receipt(content: bytes, public: bytes | None = None) -> Receipt:
    """Raises DoesNotHold, in one sentence, for anything but a receipt as it was signed.

    public: the key that must have signed it.
    """
    check({FILE: content}, public)
    return parse(FILE, content)


def parse(name: str, content: bytes) -> Receipt:
    """Every field that must be there and none beside. Raises DoesNotHold naming the field."""
    try:
        return Receipt.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or "the file"
        raise DoesNotHold(f"{name}: {field} is unknown, missing or wrong.") from None


def reference(event_hash: str) -> str:
    """What a person can read out: the beginning of the row's hash."""
    return event_hash[:10]
