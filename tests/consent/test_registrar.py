"""The Registrar: asks, keeps what was answered, and takes back at once what rested on it."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.clock import MovableClock
from bot.consent.gate import Standing, may_ask
from bot.consent.ledger import Head, verify
from bot.consent.registrar import Answered, Registrar
from storage import Storage
from storage.consent import ConsentState
from storage.declarations import TOO_YOUNG
from storage.people import AgeBand, PersonId
from storage.personal_data import Purpose

Allowed = Callable[[], Awaitable[set[Purpose]]]
Stands = Callable[[PersonId], Awaitable[Standing]]
ANALYSE, NUDGE = Purpose.SUGGEST_ANALYSE, Purpose.NUDGE_MEMORIES
WITHOUT_AI = {Purpose.CORE_SERVICE, Purpose.SHARE_PUBLISH}
WITH_AI = {*WITHOUT_AI, ANALYSE, Purpose.FACE_BOXES, Purpose.PLACES}
YEAR = timedelta(days=365)


async def _kinds(storage: Storage) -> list[str]:
    async with storage.read() as tx:
        return [str(row["kind"]) async for row in tx.ledger.all()]


async def _agree(registrar: Registrar, owner: PersonId, purpose: Purpose = ANALYSE) -> Answered:
    notice = registrar.notices.current(purpose)
    assert notice
    return await registrar.given(owner, purpose, version=notice.version, language="fr")


async def test_before_any_answer_nothing_may_be_done(allowed: Allowed) -> None:
    assert await allowed() == set()


async def test_a_yes_opens_the_analysis_with_its_flags_and_nothing_else(
    registrar: Registrar, lou: PersonId, allowed: Allowed
) -> None:
    assert await _agree(registrar, lou) is Answered.RECORDED
    assert await allowed() == WITH_AI


async def test_a_no_leaves_the_service_without_ai(
    registrar: Registrar, lou: PersonId, allowed: Allowed
) -> None:
    await registrar.refused(lou, ANALYSE, "fr")
    assert await allowed() == WITHOUT_AI


async def test_in_the_united_states_a_yes_gives_no_face_boxes(
    registrar: Registrar, lou: PersonId, allowed: Allowed
) -> None:
    await registrar.declare_country(lou, "US")
    await _agree(registrar, lou)
    assert await allowed() == WITH_AI - {Purpose.FACE_BOXES}


async def test_pressing_twice_is_pressing_once(
    registrar: Registrar, storage: Storage, lou: PersonId
) -> None:
    await _agree(registrar, lou)
    once = await _kinds(storage)
    await _agree(registrar, lou)
    assert await _kinds(storage) == once
    await registrar.withdrawn(lou, ANALYSE)
    once = await _kinds(storage)
    await registrar.withdrawn(lou, ANALYSE)
    await registrar.refused(lou, ANALYSE, "fr")
    assert await _kinds(storage) == once


async def test_an_old_question_is_not_an_answer_to_the_new_one(
    registrar: Registrar, lou: PersonId, allowed: Allowed
) -> None:
    answered = await registrar.given(lou, ANALYSE, version="0.9", language="fr")
    assert answered is Answered.OUTDATED
    assert await allowed() == set()


async def test_reminders_cannot_be_agreed_to_without_the_analysis(
    registrar: Registrar, lou: PersonId, allowed: Allowed
) -> None:
    assert await _agree(registrar, lou, NUDGE) is Answered.CLOSED
    await _agree(registrar, lou)
    assert await _agree(registrar, lou, NUDGE) is Answered.RECORDED
    assert await allowed() == WITH_AI | {NUDGE}


async def test_withdrawing_takes_along_what_cannot_go_on_without_it(
    registrar: Registrar, lou: PersonId, allowed: Allowed
) -> None:
    await _agree(registrar, lou)
    await _agree(registrar, lou, NUDGE)
    withdrawal = await registrar.withdrawn(lou, ANALYSE)
    assert withdrawal.purposes[0] is ANALYSE
    assert set(withdrawal.purposes) == {ANALYSE, NUDGE, Purpose.FACE_BOXES, Purpose.PLACES}
    assert await allowed() == WITHOUT_AI


async def test_withdrawing_a_flag_leaves_the_rest_and_a_renewal_does_not_bring_it_back(
    registrar: Registrar, lou: PersonId, allowed: Allowed, clock: MovableClock
) -> None:
    await _agree(registrar, lou)
    clock.move(timedelta(days=30))
    await registrar.withdrawn(lou, Purpose.FACE_BOXES)
    assert await allowed() == WITH_AI - {Purpose.FACE_BOXES}
    clock.move(timedelta(days=300))
    await _agree(registrar, lou)
    assert await allowed() == WITH_AI - {Purpose.FACE_BOXES}
    assert await registrar.switched_on(lou, Purpose.FACE_BOXES, "fr") is Answered.RECORDED
    assert await allowed() == WITH_AI


async def test_agreeing_again_after_withdrawing_all_brings_the_flags_back(
    registrar: Registrar, lou: PersonId, allowed: Allowed
) -> None:
    await _agree(registrar, lou)
    await registrar.withdrawn(lou, ANALYSE)
    await _agree(registrar, lou)
    assert await allowed() == WITH_AI


async def test_only_a_flag_is_switched_on_without_its_question(
    registrar: Registrar, lou: PersonId
) -> None:
    assert await registrar.switched_on(lou, ANALYSE, "fr") is Answered.CLOSED
    assert await registrar.switched_on(lou, Purpose.PLACES, "fr") is Answered.CLOSED


@pytest.mark.parametrize(
    "purpose", [Purpose.CORE_SERVICE, Purpose.PROOF_LEDGER, Purpose.SAFETY_ABUSE]
)
async def test_what_rests_on_no_answer_cannot_be_withdrawn(
    registrar: Registrar, lou: PersonId, purpose: Purpose
) -> None:
    with pytest.raises(ValueError, match="consent"):
        await registrar.withdrawn(lou, purpose)


async def test_withdrawing_deletes_and_cancels_in_the_same_transaction(
    registrar: Registrar, storage: Storage, lou: PersonId
) -> None:
    """Abuse case 41: a job queued before finds itself cancelled."""
    await _agree(registrar, lou)
    await _agree(registrar, lou, NUDGE)
    async with storage.begin() as tx:
        await tx.jobs.post("a.nudge", subject=lou, key="k", purpose=NUDGE)
    assert (await registrar.withdrawn(lou, NUDGE)).jobs == 1


async def test_a_consent_ends_after_a_year_unless_it_was_renewed(
    registrar: Registrar, storage: Storage, lou: PersonId, allowed: Allowed, clock: MovableClock
) -> None:
    await _agree(registrar, lou)
    clock.move(YEAR - timedelta(days=30))
    await _agree(registrar, lou)
    clock.move(timedelta(days=30))
    assert await allowed() == WITH_AI
    clock.move(YEAR)
    assert await allowed() == WITHOUT_AI
    await registrar.catch_up()
    await registrar.catch_up()
    kinds = await _kinds(storage)
    assert kinds.count("renewed") == 3
    assert kinds.count("expired") == 3


async def test_an_expired_consent_is_asked_about_once_more(
    registrar: Registrar, lou: PersonId, standing: Stands, clock: MovableClock
) -> None:
    await _agree(registrar, lou)
    clock.move(YEAR)
    await registrar.catch_up()
    assert may_ask(await standing(lou), ANALYSE, clock.now())


async def test_a_question_on_the_screen_changes_no_answer(
    registrar: Registrar, lou: PersonId, standing: Stands, allowed: Allowed
) -> None:
    await registrar.asked(lou, ANALYSE, "fr")
    assert (await standing(lou)).state(ANALYSE) is ConsentState.ASKED
    assert await allowed() == set()
    await _agree(registrar, lou)
    await registrar.asked(lou, ANALYSE, "fr")
    assert await allowed() == WITH_AI


async def test_a_rehearsal_lasts_ten_minutes_or_one_photo(
    registrar: Registrar, lou: PersonId, allowed: Allowed, clock: MovableClock
) -> None:
    registrar.begin_rehearsal(lou)
    assert await allowed() == {Purpose.SUGGEST_REHEARSE}
    registrar.end_rehearsal(lou)
    assert await allowed() == set()
    registrar.begin_rehearsal(lou)
    clock.move(timedelta(minutes=10))
    assert await allowed() == set()


async def test_every_step_is_in_the_ledger_coded_and_chained(
    registrar: Registrar, storage: Storage, lou: PersonId
) -> None:
    await registrar.asked(lou, ANALYSE, "fr")
    await _agree(registrar, lou)
    await registrar.withdrawn(lou, Purpose.PLACES)
    assert await _kinds(storage) == [
        "country.declared",
        "age.declared",
        "asked",
        *["given"] * 3,
        "withdrawn",
    ]
    async with storage.read() as tx:
        rows = [row async for row in tx.ledger.all()]
        assert isinstance(await verify(tx.ledger.all()), Head)
    assert len({row["subject"] for row in rows}) == 1
    assert (
        rows[3]["notice_sha256"]
        == registrar.notices.show(ANALYSE, "fr").notice.wordings["fr"].sha256
    )


async def test_of_somebody_unknown_nothing_is_allowed(
    storage: Storage, lou: PersonId, standing: Stands
) -> None:
    async with storage.begin() as tx:
        await tx.privacy.erase_person(lou)
    assert await standing(lou) == Standing()


async def test_only_an_age_band_is_kept(
    registrar: Registrar, storage: Storage, newcomer: PersonId, clock: MovableClock
) -> None:
    year = clock.now().year - 17
    assert await registrar.declare_birth_year(newcomer, year) is AgeBand.TEEN
    async with storage.read() as tx:
        exported = await tx.privacy.export_person(newcomer)
    assert str(year) not in str(exported)


async def test_too_young_leaves_a_coded_tag_and_a_second_answer_waits_a_day(
    registrar: Registrar, storage: Storage, newcomer: PersonId, clock: MovableClock
) -> None:
    """Abuse case 44: 2012, then 2000."""

    async def come_back() -> PersonId:
        async with storage.begin() as tx:
            return (await tx.people.add(4_242_424_242, "fr")).id

    assert await registrar.declare_birth_year(newcomer, clock.now().year - 14) is None
    async with storage.read() as tx:
        assert await tx.privacy.counts(newcomer) == {}
        assert await tx.people.by_telegram_id(4_242_424_242) is None
    assert await registrar.declare_birth_year(await come_back(), 1970) is None
    clock.move(timedelta(hours=23))
    assert await registrar.declare_birth_year(await come_back(), 1970) is None
    clock.move(timedelta(hours=1, seconds=1))
    await registrar.catch_up()
    async with storage.read() as tx:
        assert (await tx.execute(select(TOO_YOUNG))).all() == []
    assert await registrar.declare_birth_year(await come_back(), 1970) is AgeBand.ADULT


async def test_the_third_move_in_a_month_waits_a_week_if_it_protects_less(
    registrar: Registrar, lou: PersonId, standing: Stands, clock: MovableClock
) -> None:
    """Abuse case 43: hopping between countries switches nothing on."""
    assert (await registrar.declare_country(lou, "US")).is_at_once
    assert (await registrar.declare_country(lou, "FR")).is_at_once
    third = await registrar.declare_country(lou, "US")
    assert third.takes_effect_at - clock.now() > timedelta(days=6)
    assert (await standing(lou)).country == "FR"
    clock.move(timedelta(days=7))
    assert (await standing(lou)).country == "US"
    await registrar.catch_up()
    assert (await standing(lou)).country == "US"


async def test_moving_where_faces_are_off_deletes_them_and_moving_back_brings_nothing(
    registrar: Registrar, lou: PersonId, allowed: Allowed
) -> None:
    await _agree(registrar, lou)
    await registrar.declare_country(lou, "US")
    await registrar.declare_country(lou, "FR")
    assert await allowed() == WITH_AI - {Purpose.FACE_BOXES}


async def test_saying_the_same_country_again_is_no_move(
    registrar: Registrar, lou: PersonId
) -> None:
    for _ in range(5):
        assert (await registrar.declare_country(lou, "FR")).is_at_once
    assert (await registrar.declare_country(lou, "US")).is_at_once
