"""Stages at run time: what may follow what, written down, laid over the file, and never lost."""

from collections.abc import Awaitable, Callable

from hypothesis import given
from hypothesis import strategies as st

from bot.clock import MovableClock
from bot.consent.gate import Standing
from bot.consent.ledger import Head, verify
from bot.consent.notices import Notices, Operator
from bot.consent.regions import NOT_BUILT, Feature, Regime, Region, Stage, read_regions
from bot.consent.registrar import Registrar
from bot.consent.stages import CLOSING, Refusal, refusal
from storage import Storage
from storage.ledger import Kind
from storage.people import PersonId
from tests.consent.test_gate import regions

Stands = Callable[[PersonId], Awaitable[Standing]]
GALLERY, IMPROVE = Feature.GALLERY, Feature.IMPROVE
features, stages = st.sampled_from(Feature), st.sampled_from(Stage)


@given(regions, features, stages)
def test_a_change_that_may_be_made_changes_something_that_is_built(
    region: Region, feature: Feature, stage: Stage
) -> None:
    if refusal(region, feature, stage) is None:
        assert region.stage(feature) is not stage
        assert feature not in NOT_BUILT


@given(regions, features, st.sampled_from(sorted(CLOSING)))
def test_what_is_open_may_always_be_closed(region: Region, feature: Feature, stage: Stage) -> None:
    allowed = {None, Refusal.SAME, Refusal.NOT_BUILT}
    assert refusal(region, feature, stage) in allowed


@given(regions)
def test_learning_without_consent_is_assessed_and_begins_with_a_notice(region: Region) -> None:
    may_learn = refusal(region, IMPROVE, Stage.LIVE) is None
    if may_learn and region.regime is Regime.EU_LI:
        assert region.is_assessed
        assert region.stage(IMPROVE) is Stage.NOTICE
    if region.regime is Regime.STRICT:
        assert not may_learn


async def test_a_change_counts_at_once_is_in_the_ledger_and_survives_a_restart(
    registrar: Registrar, storage: Storage, lou: PersonId, standing: Stands, clock: MovableClock
) -> None:
    changed = await registrar.rollout.change(lou, "fr", GALLERY, Stage.WAITLIST, before=Stage.LIVE)
    assert changed is None
    assert not (await standing(lou)).is_open
    async with storage.read() as tx:
        rows = [row async for row in tx.ledger.all()]
        assert isinstance(await verify(tx.ledger.all()), Head)
    assert rows[-1]["kind"] is Kind.REGION_CHANGED
    assert rows[-1]["subject"] == rows[0]["subject"]  # the operator, coded
    again = Registrar(storage, read_regions(), Notices.read(Operator("Lou Martin")), clock)
    assert again.rollout.is_open("FR")
    await again.rollout.reload()
    assert not again.rollout.is_open("FR")
    assert again.rollout.is_open("US")


WRONG = [
    ("fr", IMPROVE, Stage.NOTICE, Stage.LIVE, Refusal.NOT_ASSESSED),
    ("br", IMPROVE, Stage.OFF, Stage.LIVE, Refusal.NO_LEARNING),
    ("us", Feature.IMPROVE_MEDIA, Stage.OFF, Stage.LIVE, Refusal.NOT_BUILT),
    ("us", GALLERY, Stage.LIVE, Stage.LIVE, Refusal.SAME),
    ("us", GALLERY, Stage.WAITLIST, Stage.OFF, Refusal.CHANGED_MEANWHILE),
    ("atlantis", GALLERY, Stage.LIVE, Stage.OFF, Refusal.NO_REGION),
    ("us", GALLERY, Stage.LIVE, Stage.NOTICE, Refusal.NO_NOTICE),
    ("us", IMPROVE, Stage.LIVE, Stage.WAITLIST, Refusal.NO_LIST),
]


async def test_what_may_not_be_is_refused_and_leaves_no_row(
    registrar: Registrar, storage: Storage, lou: PersonId
) -> None:
    for where, feature, before, stage, why in WRONG:
        assert await registrar.rollout.change(lou, where, feature, stage, before=before) is why
    async with storage.read() as tx:
        assert await tx.regions.stages() == []
        kinds = {row["kind"] async for row in tx.ledger.all()}
    assert Kind.REGION_CHANGED not in kinds
