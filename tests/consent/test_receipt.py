"""A receipt says what was chosen, is signed, and is refused when anything in it changed."""

import itertools
import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.clock import MovableClock
from bot.consent.acts import How, Method
from bot.consent.purposes import is_withdrawable
from bot.consent.receipt import Receipt, parse, read_receipt
from bot.consent.receipt_terms import CHOICES, DPV_STATES, TERMS
from bot.consent.registrar import Registrar
from bot.consent.verify import DoesNotHold
from storage import Storage
from storage.ledger import Kind
from storage.people import PersonId
from storage.personal_data import Purpose

ANALYSE, NUDGE = Purpose.SUGGEST_ANALYSE, Purpose.NUDGE_MEMORIES
ABOUT_TWO_KB = 4500  # pretty-printed; 3 kB without the white space


async def _agree(registrar: Registrar, owner: PersonId, purpose: Purpose = ANALYSE) -> None:
    how = How(message=77)
    notice = registrar.notices.current(purpose)
    assert notice
    await registrar.given(owner, purpose, version=notice.version, language="fr", how=how)


async def _receipt(registrar: Registrar, owner: PersonId, purpose: Purpose = ANALYSE) -> Receipt:
    made = await registrar.receipt(owner, purpose)
    assert made is not None
    return made


@pytest.fixture
async def yes(registrar: Registrar, lou: PersonId) -> Receipt:
    await registrar.asked(lou, ANALYSE, "fr")
    await _agree(registrar, lou)
    return await _receipt(registrar, lou)


async def test_a_yes_has_a_receipt_that_says_what_was_shown_and_holds(
    registrar: Registrar, yes: Receipt
) -> None:
    notice = registrar.notices.current(ANALYSE)
    assert notice is not None
    assert yes.notice is not None
    assert f"{yes.notice.notice_id}/{yes.notice.version}" == notice.id
    assert yes.notice.sha256 == notice.wordings["fr"].sha256
    assert yes.notice.buttons == (notice.wordings["fr"].yes, notice.wordings["fr"].no)
    assert yes.notice.message_ref == 77
    assert yes.notice.shown_at is not None
    event = yes.latest
    assert (event.state, event.dpv_state, event.by) == ("given", "dpv:ConsentGiven", "person")
    assert (event.country, event.age_band, event.valid_for) == ("FR", "adult", "P365D")
    assert yes.parties[0].name == "Lou Martin"
    assert yes.processing[0].dpv_legal_basis == "eu-gdpr:A6-1-a eu-gdpr:A9-2-a"
    assert read_receipt(yes.json_bytes()) == yes


def test_a_receipt_is_a_page(yes: Receipt) -> None:
    assert len(yes.json_bytes()) < ABOUT_TWO_KB


async def test_every_choice_has_one_and_they_follow_from_each_other(
    registrar: Registrar, storage: Storage, lou: PersonId, clock: MovableClock
) -> None:
    await registrar.refused(lou, ANALYSE, "fr")
    await _agree(registrar, lou)
    await registrar.withdrawn(lou, Purpose.PLACES, How(Method.SWITCH, 9))
    await registrar.switched_on(lou, Purpose.PLACES, "fr")
    clock.move(timedelta(days=2))
    await _agree(registrar, lou)
    clock.move(timedelta(days=366))
    await registrar.catch_up()

    async with storage.begin() as tx:
        dossier = await registrar.clerk.dossier(tx, lou)
    of_purpose = {
        purpose: [r for r in dossier.receipts if r.processing[0].purpose_id == purpose]
        for purpose in (ANALYSE, Purpose.PLACES, Purpose.FACE_BOXES)
    }

    assert [r.latest.state for r in of_purpose[ANALYSE]] == [
        "refused", "given", "renewed", "expired",
    ]  # fmt: skip
    assert [r.latest.state for r in of_purpose[Purpose.PLACES]] == [
        "given", "withdrawn", "given", "renewed", "expired",
    ]  # fmt: skip
    for made in of_purpose.values():
        for before, after in itertools.pairwise(made):
            assert after.latest.previous_event_id == before.latest.event_id
            assert after.record_id == made[0].receipt_id
    expired = of_purpose[ANALYSE][-1].latest
    assert (expired.by, expired.type, expired.method) == ("system", "automatic", "time")
    switched = of_purpose[Purpose.PLACES][2]
    assert (switched.latest.method, switched.notice) == ("switch", None)


async def test_an_objection_has_one(registrar: Registrar, storage: Storage, lou: PersonId) -> None:

    async with storage.begin() as tx:
        await tx.ledger.append(Kind.OBJECTED, person=lou, purpose=Purpose.IMPROVE_CHOICES)

    made = await _receipt(registrar, lou, Purpose.IMPROVE_CHOICES)

    assert made.latest.dpv_state == "dpv:LegitimateInterestObjected"
    assert read_receipt(made.json_bytes()) == made


async def test_without_a_choice_there_is_none_and_anothers_is_never_given(
    registrar: Registrar, storage: Storage, lou: PersonId, yes: Receipt
) -> None:
    """Abuse case 13: a receipt is asked for by a purpose alone, never by a name or number."""
    async with storage.begin() as tx:
        sam = (await tx.people.add(77, "fr")).id

    assert await registrar.receipt(lou, NUDGE) is None
    assert await registrar.receipt(sam, ANALYSE) is None
    await registrar.declare_country(sam, "FR")
    await registrar.declare_birth_year(sam, 1970)
    await _agree(registrar, sam)
    assert (await _receipt(registrar, sam)).pii_principal_id != yes.pii_principal_id


def _every_field(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        return [p for k, v in value.items() for p in _every_field(v, (*path, k))]
    if isinstance(value, list):
        return [p for n, v in enumerate(value) for p in _every_field(v, (*path, n))]
    return [path]


def _changed(value: Any) -> Any:
    if isinstance(value, bool) or value is None:
        return value is not True
    return value + 1 if isinstance(value, int) else f"{value}x"


def _with(document: dict[str, Any], path: tuple[Any, ...], value: Any) -> bytes:
    copied = json.loads(json.dumps(document))
    at = copied
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return json.dumps(copied).encode()


def test_any_changed_field_is_refused_and_named(yes: Receipt) -> None:
    document = json.loads(yes.json_bytes())
    for path in _every_field(document):
        value = document
        for step in path:
            value = value[step]
        with pytest.raises(DoesNotHold) as refusal:
            read_receipt(_with(document, path, _changed(value)))
        if path[0] not in {"proof", "key_id"}:
            assert path[0] in str(refusal.value), path


def test_an_unknown_a_missing_and_a_doubled_field_are_refused(yes: Receipt) -> None:
    document = json.loads(yes.json_bytes())
    for name in document:
        without = {k: v for k, v in document.items() if k != name}
        with pytest.raises(DoesNotHold):
            read_receipt(json.dumps(without).encode())
    with pytest.raises(DoesNotHold, match="more"):
        read_receipt(json.dumps({**document, "more": 1}).encode())
    with pytest.raises(DoesNotHold, match="unknown"):
        parse("receipt.json", json.dumps({**document, "more": 1}).encode())
    text = yes.json_bytes().decode()
    doubled = text.replace('"ledger_seq"', '"ledger_seq": 1, "ledger_seq"', 1)
    with pytest.raises(DoesNotHold, match="twice"):
        read_receipt(doubled.encode())


async def test_signed_by_another_key_is_refused_by_whoever_knows_the_key(
    registrar: Registrar, storage: Storage, yes: Receipt
) -> None:
    del registrar
    async with storage.read() as tx:
        public = await tx.proofs.public_key()
    assert public is not None
    assert read_receipt(yes.json_bytes(), public) == yes
    with pytest.raises(DoesNotHold, match="another key"):
        read_receipt(yes.json_bytes(), bytes(32))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(junk=st.one_of(st.binary(max_size=60), st.text(max_size=60).map(str.encode)))
def test_junk_is_no_receipt_and_no_error(junk: bytes) -> None:
    with pytest.raises(DoesNotHold):
        read_receipt(junk)


async def test_after_the_erasure_a_receipt_still_holds_and_nobody_gets_a_new_one(
    registrar: Registrar, storage: Storage, lou: PersonId, yes: Receipt
) -> None:
    async with storage.begin() as tx:
        await tx.privacy.erase_person(lou)
    async with storage.begin() as tx:
        back = (await tx.people.add(4_242_424_242, "fr")).id
        public = await tx.proofs.public_key()

    assert read_receipt(yes.json_bytes(), public) == yes
    assert await registrar.receipt(lou, ANALYSE) is None
    assert await registrar.receipt(back, ANALYSE) is None


def test_every_purpose_that_rests_on_an_answer_and_every_choice_have_their_terms() -> None:
    assert set(TERMS) == {purpose for purpose in Purpose if is_withdrawable(purpose)}
    assert set(DPV_STATES) == CHOICES


async def test_a_head_is_signed_once_for_each_last_row(
    registrar: Registrar, storage: Storage, yes: Receipt, lou: PersonId
) -> None:
    await registrar.sign_head()
    await registrar.sign_head()
    await registrar.refused(lou, NUDGE, "fr")
    await registrar.sign_head()

    async with storage.read() as tx:
        heads = await tx.proofs.heads()
    assert [head.seq for head in heads] == [yes.ledger_seq, yes.ledger_seq + 1]
    assert heads[0].hash == yes.ledger_head
    assert heads[0].key_id == yes.key_id


async def test_a_receipt_claims_the_law_of_where_the_person_lives_and_no_other(
    registrar: Registrar, newcomer: PersonId
) -> None:
    await registrar.declare_country(newcomer, "JP")
    await registrar.declare_birth_year(newcomer, 1970)
    await _agree(registrar, newcomer)
    made = await _receipt(registrar, newcomer)
    assert made.processing[0].dpv_legal_basis == "dpv:ExpressedConsent"
    assert made.processing[0].jurisdiction == "JP strict"
