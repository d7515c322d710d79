"""Told rather than asked: the month, the OK, the reminder, and an objection that outlives all."""

import json
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.clock import MovableClock
from bot.consent.acts import How, Method
from bot.consent.gate import Standing, may, may_answer
from bot.consent.interest import CHOICES, is_due, window_ends
from bot.consent.notices import Notices, Operator
from bot.consent.objection import Objection, Scope
from bot.consent.regions import PRESETS, read_regions
from bot.consent.registrar import Answered, Registrar
from bot.errors import OperatorError
from storage import Storage
from storage.consent import ConsentState
from storage.people import PersonId
from storage.personal_data import Purpose

Stands = Callable[[PersonId], Awaitable[Standing]]
DAY = timedelta(days=1)
LIVE = ('improve = "notice" }', 'improve = "live" }\nlia_ref = "LIA 1"\ndpia_ref = "DPIA 1"')
NOT_NEEDED = '\n[platform.telegram]\nai_training_requires = "not_needed"\n'
ATTESTED = NOT_NEEDED + 'attestation = "Telegram, letter of 1 May"\n'
OK = "eu-1.0"
IN_CHAT = How(Method.COMMAND)


def regions_file(folder: Path, more: str = "") -> Path:
    """Europe live, with both assessments."""
    path = folder / "regions.toml"
    path.write_text(PRESETS["open"].read_text().replace(*LIVE) + more)
    return path


@pytest.fixture
def registrar(storage: Storage, clock: MovableClock, tmp_path: Path) -> Registrar:
    notices = Notices.read(Operator("Lou Martin", public_url="https://lou.example"))
    return Registrar(storage, read_regions(regions_file(tmp_path)), notices, clock)


@pytest.fixture
def by_silence(storage: Storage, clock: MovableClock, tmp_path: Path) -> Registrar:
    """Where the operator has it in writing that no OK is needed."""
    regions = read_regions(regions_file(tmp_path, ATTESTED))
    return Registrar(storage, regions, Notices.read(Operator(None), needs_ok=False), clock)


async def told(registrar: Registrar, owner: PersonId) -> None:
    await registrar.interest.informed(owner, "fr", message=7)


async def agrees(registrar: Registrar, owner: PersonId, version: str = OK) -> Answered:
    return await registrar.given(owner, CHOICES, version=version, language="fr")


async def objects(
    registrar: Registrar, owner: PersonId, scope: Scope = Scope.EVERYTHING
) -> Objection:
    done = await registrar.objected(owner, scope, "fr", how=IN_CHAT)
    assert done
    return done


async def count(storage: Storage, rows: str) -> int:
    async with storage.read() as tx:
        return int((await tx.execute(text(f"SELECT count(*) FROM {rows}"))).scalar_one())  # noqa: S608 - the test's own words


async def test_silence_is_never_used_and_an_ok_only_after_the_month(
    registrar: Registrar, clock: MovableClock, standing: Stands, lou: PersonId
) -> None:
    await told(registrar, lou)
    clock.move(31 * DAY)
    assert not may(await standing(lou), CHOICES, clock.now())
    assert await agrees(registrar, lou) is Answered.RECORDED
    assert may(await standing(lou), CHOICES, clock.now())


async def test_an_ok_within_the_month_waits_for_its_end(
    registrar: Registrar, clock: MovableClock, standing: Stands, lou: PersonId
) -> None:
    await told(registrar, lou)
    await agrees(registrar, lou)
    clock.move(29 * DAY)
    assert not may(await standing(lou), CHOICES, clock.now())
    clock.move(DAY)
    assert may(await standing(lou), CHOICES, clock.now())


async def test_without_a_notice_there_is_nothing_to_be_ok_with(
    registrar: Registrar, lou: PersonId
) -> None:
    assert await agrees(registrar, lou) is Answered.CLOSED
    await told(registrar, lou)
    assert await agrees(registrar, lou, version="1.0") is Answered.OUTDATED  # another law's text


async def test_where_no_ok_is_needed_silence_counts_after_the_month_and_an_objection_ends_it(
    by_silence: Registrar, clock: MovableClock, storage: Storage, lou: PersonId
) -> None:
    async def allowed() -> bool:
        async with storage.read() as tx:
            return may(await by_silence.standing(tx, lou), CHOICES, tx.now)

    await told(by_silence, lou)
    assert not await allowed()
    clock.move(30 * DAY)
    assert await allowed()
    await objects(by_silence, lou)
    assert not await allowed()


def test_46_training_without_an_ok_needs_an_attestation(tmp_path: Path) -> None:
    """Abuse case 46: else it does not start."""
    with pytest.raises(OperatorError, match="attestation"):
        read_regions(regions_file(tmp_path, NOT_NEEDED))
    with pytest.raises(OperatorError, match="attestation"):
        read_regions(regions_file(tmp_path, NOT_NEEDED + 'attestation = "  "\n'))
    (tmp_path / "signed").mkdir()
    assert not read_regions(regions_file(tmp_path / "signed", ATTESTED)).needs_ok


async def test_45_what_nobody_received_counts_for_nothing(
    registrar: Registrar, clock: MovableClock, standing: Stands, storage: Storage, lou: PersonId
) -> None:
    """Abuse case 45: undeliverable, then for ever without an answer."""
    await registrar.interest.undeliverable(lou)
    clock.move(400 * DAY)
    assert await agrees(registrar, lou) is Answered.CLOSED
    assert not may(await standing(lou), CHOICES, clock.now())
    assert await count(storage, "ledger WHERE kind = 'notice.undeliverable'") == 1
    assert await count(storage, "consents WHERE purpose = 'improve.choices'") == 0


@pytest.mark.parametrize("answered", [True, False])
async def test_45_blocked_within_the_month_the_notice_counts_no_more(
    registrar: Registrar,
    clock: MovableClock,
    standing: Stands,
    lou: PersonId,
    *,
    answered: bool,
) -> None:
    """Abuse case 45: with an OK or without one."""
    await told(registrar, lou)
    if answered:
        await agrees(registrar, lou)
    clock.move(10 * DAY)
    await registrar.blocked(4_242_424_242)
    clock.move(10 * DAY)
    await registrar.meet(4_242_424_242, "fr")
    clock.move(400 * DAY)
    stands = await standing(lou)
    assert stands.state(CHOICES) is ConsentState.EXPIRED
    assert window_ends(stands) is None
    assert not may_answer(stands, CHOICES, clock.now())
    assert not may(stands, CHOICES, clock.now())


async def test_a_reminder_is_due_only_to_the_silent(
    registrar: Registrar, storage: Storage, standing: Stands, lou: PersonId
) -> None:
    await told(registrar, lou)
    assert is_due(await standing(lou))
    waiting = "jobs WHERE name = 'improve.remind' AND state = 'queued'"
    assert await count(storage, waiting) == 1
    await agrees(registrar, lou)
    assert not is_due(await standing(lou))
    await objects(registrar, lou)
    assert not is_due(await standing(lou))
    assert await count(storage, waiting) == 0


@pytest.mark.parametrize("before", ["nothing", "told", "ok", "withdrawn", "objected"])
async def test_an_objection_is_accepted_from_every_state_and_twice_is_once(
    registrar: Registrar, storage: Storage, standing: Stands, lou: PersonId, before: str
) -> None:
    if before != "nothing":
        await told(registrar, lou)
    if before in {"ok", "withdrawn"}:
        await agrees(registrar, lou)
    if before == "withdrawn":
        await registrar.withdrawn(lou, CHOICES)
    if before == "objected":
        await objects(registrar, lou, Scope.PUBLIC_POSTS)
    first = await objects(registrar, lou)
    rows = await count(storage, "ledger")
    again = await objects(registrar, lou)
    assert again.reference == first.reference
    assert await count(storage, "ledger") == rows
    stands = await standing(lou)
    for purpose in (CHOICES, Purpose.IMPROVE_MEDIA, Purpose.IMPROVE_AI_CHAT):
        assert stands.state(purpose) is ConsentState.OBJECTED
    assert json.loads(first.receipt)["events"][-1]["state"] == "objected"


async def test_a_narrow_objection_stops_what_it_names(
    registrar: Registrar, standing: Stands, lou: PersonId
) -> None:
    await objects(registrar, lou, Scope.AI_CHATS)
    stands = await standing(lou)
    assert stands.state(Purpose.IMPROVE_AI_CHAT) is ConsentState.OBJECTED
    assert stands.state(CHOICES) is None


async def test_an_objection_is_lifted_only_under_a_text_shown_since(
    registrar: Registrar, clock: MovableClock, standing: Stands, storage: Storage, lou: PersonId
) -> None:
    await told(registrar, lou)
    await objects(registrar, lou)
    assert await agrees(registrar, lou) is Answered.CLOSED  # an old button
    clock.move(DAY)
    await registrar.interest.lift(lou, "fr", message=9)
    clock.move(40 * DAY)
    assert (await standing(lou)).state(CHOICES) is ConsentState.OBJECTED  # silence lifts nothing
    assert not may(await standing(lou), CHOICES, clock.now())
    assert await agrees(registrar, lou) is Answered.RECORDED
    assert may(await standing(lou), CHOICES, clock.now())
    assert await count(storage, "objections WHERE purpose = 'improve.choices'") == 0


async def test_43_an_objection_survives_every_move(
    registrar: Registrar, clock: MovableClock, standing: Stands, lou: PersonId
) -> None:
    """Abuse case 43: to another law and back."""
    await objects(registrar, lou)
    for country in ("US", "FR"):
        await registrar.declare_country(lou, country)
        clock.move(40 * DAY)
        assert (await standing(lou)).state(CHOICES) is ConsentState.OBJECTED
        assert not may(await standing(lou), CHOICES, clock.now())
        for version in ("1.0", OK):
            assert await agrees(registrar, lou, version) is not Answered.RECORDED


async def test_43_a_yes_to_one_laws_text_is_none_under_another(
    registrar: Registrar, clock: MovableClock, standing: Stands, newcomer: PersonId
) -> None:
    """Abuse case 43: US, then Europe, then the US again: nothing is switched on."""
    await registrar.declare_country(newcomer, "US")
    await registrar.declare_birth_year(newcomer, 1980)
    assert await agrees(registrar, newcomer, "1.0") is Answered.RECORDED
    for country in ("FR", "US"):
        clock.move(40 * DAY)
        await registrar.declare_country(newcomer, country)
        clock.move(8 * DAY)
        await registrar.catch_up()
        assert not may(await standing(newcomer), CHOICES, clock.now())


async def test_43_an_objection_survives_an_erasure(
    registrar: Registrar, clock: MovableClock, storage: Storage, standing: Stands, lou: PersonId
) -> None:
    """Abuse case 43: somebody who comes back counts as having objected, the next year too."""
    await objects(registrar, lou)
    async with storage.begin() as tx:
        await tx.privacy.erase_person(lou)
    assert await registrar.objected(lou, Scope.EVERYTHING, "fr") is None
    clock.move(370 * DAY)
    back = (await registrar.meet(4_242_424_242, "fr")).person.id
    assert back != lou
    assert (await standing(back)).state(CHOICES) is ConsentState.OBJECTED
    assert (await objects(registrar, back)).reference  # and may say so again
    stranger = (await registrar.meet(5_000_000_000, "fr")).person.id
    assert (await standing(stranger)).state(CHOICES) is None


async def test_a_comment_is_kept_for_the_person_alone(
    registrar: Registrar, storage: Storage, lou: PersonId
) -> None:
    await registrar.objected(lou, Scope.EVERYTHING, "fr", "canary7wren")
    async with storage.read() as tx:
        rows = [row async for row in tx.ledger.all()]
        opened = await tx.vault.opener(tx, lou)
    assert not any(b"canary7wren" in (row["payload"] or b"") for row in rows)
    assert b"canary7wren" in opened(rows[-1]["payload"])
