"""The waiting list: by consent, a country and nothing more; told at most once, then gone."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.clock import MovableClock
from bot.consent.gate import Standing, may, may_ask
from bot.consent.notices import Notices, Operator
from bot.consent.regions import Feature, Stage, read_regions
from bot.consent.registrar import Answered, Registrar
from bot.consent.rollout import AGAIN_AFTER, MOST_TRIES
from bot.jobs.catalogue import JobName
from storage import Storage
from storage.consent import ConsentState
from storage.jobs import JobState
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.regions import WaitingRow

LAUNCH, ANALYSE = Purpose.INFORM_LAUNCH, Purpose.SUGGEST_ANALYSE
Stands = Callable[[PersonId], Awaitable[Standing]]


@pytest.fixture
def registrar(storage: Storage, clock: MovableClock) -> Registrar:
    """Over the roll-out of 2025."""
    notices = Notices.read(Operator("Lou Martin"))
    return Registrar(storage, read_regions("rollout-2025"), notices, clock)


@pytest.fixture
async def waiting(registrar: Registrar, newcomer: PersonId) -> PersonId:
    """Lives in Brazil, asked for one message; nobody asked how old they are."""
    await registrar.declare_country(newcomer, "BR")
    assert await _ask_for_it(registrar, newcomer) is Answered.RECORDED
    return newcomer


async def _ask_for_it(registrar: Registrar, owner: PersonId) -> Answered:
    return await registrar.given(owner, LAUNCH, version="1.0", language="en")


async def _row(storage: Storage, owner: PersonId) -> WaitingRow | None:
    async with storage.read() as tx:
        return await tx.regions.waiting(owner)


async def _open(registrar: Registrar, owner: PersonId) -> None:
    done = await registrar.rollout.change(
        owner, "rest", Feature.GALLERY, Stage.LIVE, before=Stage.WAITLIST
    )
    assert done is None


async def _open_jobs(storage: Storage, owner: PersonId) -> int:
    """How many messages to them are still to be sent."""
    async with storage.read() as tx:
        found = await tx.privacy.export_person(owner)
    told = [job for job in found["jobs"] if job["name"] == JobName.WELCOME_OPEN]
    return len([job for job in told if job["state"] == JobState.QUEUED])


async def _jobs(storage: Storage, owner: PersonId) -> int:
    async with storage.read() as tx:
        return (await tx.privacy.counts(owner)).get("jobs", 0)


async def test_an_entry_is_a_country_and_a_day_and_opens_nothing(
    storage: Storage, waiting: PersonId, standing: Stands, clock: MovableClock
) -> None:
    async with storage.read() as tx:
        exported = await tx.privacy.export_person(waiting)
    assert [set(row) for row in exported["waiting"]] == [{"country", "since"}]
    stands = await standing(waiting)
    allowed = {purpose for purpose in Purpose if may(stands, purpose, clock.now())}
    assert allowed == {LAUNCH, Purpose.SAFETY_ABUSE, Purpose.PROOF_LEDGER}


async def test_where_it_is_open_there_is_no_list(registrar: Registrar, newcomer: PersonId) -> None:
    await registrar.declare_country(newcomer, "US")
    assert await _ask_for_it(registrar, newcomer) is Answered.CLOSED


async def test_opening_posts_one_job_each_and_telling_takes_them_off(
    registrar: Registrar,
    storage: Storage,
    waiting: PersonId,
    standing: Stands,
    clock: MovableClock,
) -> None:
    await _open(registrar, waiting)
    await registrar.rollout.announce()
    await registrar.rollout.announce()
    assert await _jobs(storage, waiting) == 1
    told = await registrar.rollout.due(waiting, is_first_try=True)
    assert told
    assert told.country == "BR"
    await registrar.rollout.told(waiting)
    assert await _row(storage, waiting) is None
    assert await registrar.rollout.due(waiting, is_first_try=False) is None
    assert not may(await standing(waiting), ANALYSE, clock.now())


async def test_closed_again_before_the_message_left_they_go_on_waiting(
    registrar: Registrar, storage: Storage, waiting: PersonId
) -> None:
    await _open(registrar, waiting)
    await registrar.rollout.change(
        waiting, "rest", Feature.GALLERY, Stage.WAITLIST, before=Stage.LIVE
    )
    assert await registrar.rollout.due(waiting, is_first_try=True) is None
    row = await _row(storage, waiting)
    assert row
    assert row.posted_at is None


async def test_closed_again_after_it_may_have_left_nobody_is_told_a_second_time(
    registrar: Registrar, storage: Storage, waiting: PersonId
) -> None:
    await _open(registrar, waiting)
    await registrar.rollout.change(
        waiting, "rest", Feature.GALLERY, Stage.WAITLIST, before=Stage.LIVE
    )
    assert await registrar.rollout.due(waiting, is_first_try=False) is None
    assert await _row(storage, waiting) is None


async def test_an_erasure_called_off_loses_nobody_the_message_that_had_not_left(
    registrar: Registrar, storage: Storage, waiting: PersonId
) -> None:
    await _open(registrar, waiting)
    async with storage.begin() as tx:
        await tx.erasures.ask(waiting, tx.now + timedelta(days=7))
        await tx.erasures.call_off(waiting)
    await registrar.rollout.announce()
    await registrar.rollout.announce()
    assert await _open_jobs(storage, waiting) == 1


async def test_a_message_that_had_begun_when_an_erasure_was_asked_for_is_not_posted_again(
    registrar: Registrar, storage: Storage, waiting: PersonId
) -> None:
    await _open(registrar, waiting)
    async with storage.begin() as tx:
        [due] = [job for job in await tx.jobs.due(9) if job.name == JobName.WELCOME_OPEN]
        assert await tx.jobs.claim(due.id, now=tx.now, lease_until=tx.now + timedelta(hours=1))
        await tx.erasures.ask(waiting, tx.now + timedelta(days=7))
        await tx.erasures.call_off(waiting)
    await registrar.rollout.announce()
    assert await _open_jobs(storage, waiting) == 0


async def test_what_telegram_would_not_take_is_tried_by_three_jobs_an_hour_apart(
    registrar: Registrar, storage: Storage, waiting: PersonId, clock: MovableClock
) -> None:
    await _open(registrar, waiting)
    jobs = 0
    while await _open_jobs(storage, waiting):
        jobs += 1
        clock.move(AGAIN_AFTER)
        async with storage.begin() as tx:
            [due] = [job for job in await tx.jobs.due(9) if job.name == JobName.WELCOME_OPEN]
            assert await tx.jobs.claim(due.id, now=tx.now, lease_until=tx.now + AGAIN_AFTER)
        await registrar.rollout.not_told(waiting)
        async with storage.begin() as tx:
            await tx.jobs.end(due.id, 1, JobState.FAILED)
    await registrar.rollout.announce()
    assert (jobs, await _open_jobs(storage, waiting)) == (MOST_TRIES, 0)


async def test_an_entry_ends_after_twelve_months(
    registrar: Registrar, storage: Storage, waiting: PersonId, clock: MovableClock
) -> None:
    clock.move(timedelta(days=365))
    await registrar.catch_up()
    assert await _row(storage, waiting) is None
    await _open(registrar, waiting)
    assert await _jobs(storage, waiting) == 0


@pytest.mark.parametrize("country", ["US", "JP", "FR"])
async def test_whoever_moves_is_off_the_list_and_may_be_asked_anew(
    registrar: Registrar, storage: Storage, waiting: PersonId, standing: Stands, country: str
) -> None:
    await registrar.declare_country(waiting, country)
    assert await _row(storage, waiting) is None
    stands = await standing(waiting)
    assert stands.state(LAUNCH) is ConsentState.EXPIRED
    async with storage.read() as tx:
        assert may_ask(stands, LAUNCH, tx.now) is (country != "US")
        assert not may(stands, ANALYSE, tx.now)


async def test_saying_the_same_country_again_keeps_the_place(
    registrar: Registrar, storage: Storage, waiting: PersonId
) -> None:
    await registrar.declare_country(waiting, "BR")
    assert await _row(storage, waiting)


async def test_off_the_list_in_one_step_and_erased_with_the_person(
    registrar: Registrar, storage: Storage, waiting: PersonId
) -> None:
    await registrar.withdrawn(waiting, LAUNCH)
    assert await _row(storage, waiting) is None
    assert await _ask_for_it(registrar, waiting) is Answered.RECORDED
    async with storage.begin() as tx:
        await tx.privacy.erase_person(waiting)
    assert await _row(storage, waiting) is None


async def test_a_pause_keeps_what_was_agreed_and_stops_its_use(
    registrar: Registrar, waiting: PersonId, standing: Stands, clock: MovableClock
) -> None:
    await registrar.declare_country(waiting, "US")
    await registrar.declare_birth_year(waiting, 1970)
    await registrar.given(waiting, ANALYSE, version="2.0", language="en")
    live, paused = Stage.LIVE, Stage.PAUSED
    await registrar.rollout.change(waiting, "ca", Feature.GALLERY, paused, before=live)
    await registrar.declare_country(waiting, "CA")
    assert not may(await standing(waiting), ANALYSE, clock.now())
    await registrar.rollout.change(waiting, "ca", Feature.GALLERY, live, before=paused)
    assert may(await standing(waiting), ANALYSE, clock.now())
