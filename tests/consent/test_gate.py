"""The gate over its whole table: only the listed cells are open, and unknown is no."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.consent.gate import OPEN_STATES, Standing, has_objected, may, may_answer, may_ask
from bot.consent.purposes import CONSENT_LASTS, RULES
from bot.consent.regions import Feature, Regime, Region, Stage
from storage.consent import Consent, ConsentState
from storage.people import AgeBand
from storage.personal_data import Purpose

NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)
ALWAYS = {Purpose.SAFETY_ABUSE, Purpose.PROOF_LEDGER}
ASKED_FIRST = {
    Purpose.SUGGEST_ANALYSE,
    Purpose.SUGGEST_EXTERNAL_AI,
    Purpose.NUDGE_MEMORIES,
    Purpose.FACE_BOXES,
    Purpose.PLACES,
    Purpose.INFORM_LAUNCH,
    Purpose.IMPROVE_CHOICES,
    Purpose.IMPROVE_MEDIA,
    Purpose.IMPROVE_AI_CHAT,
}
IMPROVE = {Purpose.IMPROVE_CHOICES, Purpose.IMPROVE_MEDIA, Purpose.IMPROVE_AI_CHAT}
NEEDS_ANALYSIS = {
    Purpose.SUGGEST_EXTERNAL_AI,
    Purpose.NUDGE_MEMORIES,
    Purpose.FACE_BOXES,
    Purpose.PLACES,
}

moments = st.integers(-800, 800).map(lambda days: NOW + timedelta(days=days))
consents = st.builds(
    Consent,
    state=st.sampled_from(ConsentState),
    at=moments,
    expires_at=st.none() | moments,
    asked_at=st.none() | moments,
)
regions = st.builds(
    Region,
    id=st.just("somewhere"),
    countries=st.just(("FR",)),
    regime=st.sampled_from(Regime),
    features=st.dictionaries(st.sampled_from(Feature), st.sampled_from(Stage)),
    faces=st.booleans(),
    min_age=st.sampled_from([16, 18]),
    lia_ref=st.none() | st.just("LIA 1"),
    dpia_ref=st.none() | st.just("DPIA 1"),
)
standings = st.builds(
    Standing,
    age_band=st.none() | st.sampled_from(AgeBand),
    country=st.just("FR"),
    region=st.none() | regions,
    consents=st.dictionaries(st.sampled_from(Purpose), consents),
    is_frozen=st.booleans(),
    is_blocked=st.booleans(),
    rehearsal_until=st.none() | moments,
    needs_ok=st.booleans(),
)
purposes = st.sampled_from(Purpose)


def _agreed(standing: Standing, purpose: Purpose) -> bool:
    """The law in other words than the gate's: given, begun, not over."""
    consent = standing.consents.get(purpose)
    if consent is None or consent.state not in OPEN_STATES or consent.at > NOW:
        return False
    return consent.expires_at is None or consent.expires_at > NOW


def _counts_by_silence(standing: Standing, purpose: Purpose) -> bool:
    """Told, no answer, where the operator has it in writing that Telegram wants no OK."""
    european = standing.region is not None and standing.region.regime is Regime.EU_LI
    silent = standing.state(purpose) is ConsentState.ASKED
    return european and silent and purpose in IMPROVE and not standing.needs_ok


def test_every_purpose_has_a_rule() -> None:
    assert set(RULES) == set(Purpose)


@given(standings, purposes)
def test_nothing_that_must_be_asked_goes_on_without_a_living_yes(
    standing: Standing, purpose: Purpose
) -> None:
    if may(standing, purpose, NOW) and purpose in ASKED_FIRST:
        assert _agreed(standing, purpose) or _counts_by_silence(standing, purpose)


@given(standings, st.sampled_from(sorted(IMPROVE)))
def test_on_telegram_silence_never_counts(standing: Standing, purpose: Purpose) -> None:
    standing = replace(standing, needs_ok=True)
    if may(standing, purpose, NOW):
        assert _agreed(standing, purpose)


@given(standings, st.sampled_from(sorted(IMPROVE)))
def test_46_without_the_need_of_an_ok_nothing_but_silence_counts_more(
    standing: Standing, purpose: Purpose
) -> None:
    """The other path of the platform's gate: the same month, the same people, the same places."""
    free, bound = replace(standing, needs_ok=False), replace(standing, needs_ok=True)
    if may(free, purpose, NOW) and not may(bound, purpose, NOW):
        assert _counts_by_silence(free, purpose)
        asked_at = free.consents[purpose].asked_at
        assert asked_at
        assert asked_at + timedelta(days=30) <= NOW
    if may(bound, purpose, NOW):
        assert may(free, purpose, NOW)


@given(standings, purposes)
def test_an_objection_closes_every_path(standing: Standing, purpose: Purpose) -> None:
    no = Consent(ConsentState.OBJECTED, NOW - timedelta(days=400))
    told = replace(no, asked_at=NOW - timedelta(days=399))
    for objection in (no, told):
        consents = {**standing.consents, purpose: objection}
        stands = replace(standing, consents=consents)
        if purpose in ASKED_FIRST:
            assert not may(stands, purpose, NOW)
            assert not may_ask(stands, purpose, NOW)
    assert has_objected(no)
    assert not has_objected(told)


@given(standings, st.sampled_from(sorted(NEEDS_ANALYSIS)))
def test_what_needs_the_analysis_stops_with_it(standing: Standing, purpose: Purpose) -> None:
    if may(standing, purpose, NOW):
        assert may(standing, Purpose.SUGGEST_ANALYSE, NOW)


@given(standings, purposes)
def test_frozen_blocked_ageless_or_placeless_people_are_left_alone(
    standing: Standing, purpose: Purpose
) -> None:
    ageless = standing.age_band is None and purpose is not Purpose.INFORM_LAUNCH
    unsure = standing.region is None or ageless
    if standing.is_frozen or standing.is_blocked or unsure:
        assert may(standing, purpose, NOW) is (purpose in ALWAYS)


@given(standings, purposes)
def test_nothing_runs_where_its_feature_is_not_live(standing: Standing, purpose: Purpose) -> None:
    feature = RULES[purpose].feature
    if feature and standing.region and standing.region.stage(feature) is not Stage.LIVE:
        assert not may(standing, purpose, NOW)


@given(standings)
def test_no_face_is_boxed_under_the_american_regime_or_where_faces_are_off(
    standing: Standing,
) -> None:
    region = standing.region
    if region and (region.regime is Regime.US_CONSENT or not region.faces):
        assert not may(standing, Purpose.FACE_BOXES, NOW)


@given(standings, st.sampled_from(sorted(IMPROVE)))
def test_training_is_for_adults_and_in_europe_after_an_assessed_month(
    standing: Standing, purpose: Purpose
) -> None:
    if may(standing, purpose, NOW):
        assert standing.region
        assert standing.age_band is AgeBand.ADULT
        assert standing.region.regime is not Regime.STRICT
        if standing.region.regime is Regime.EU_LI:
            asked_at = standing.consents[purpose].asked_at
            assert standing.region.lia_ref
            assert standing.region.dpia_ref
            assert asked_at
            assert asked_at + timedelta(days=30) <= NOW


@given(standings)
def test_a_rehearsal_ends_by_itself_and_needs_no_consent(standing: Standing) -> None:
    until = standing.rehearsal_until
    if may(standing, Purpose.SUGGEST_REHEARSE, NOW):
        assert until
        assert until > NOW


@given(standings)
def test_nothing_is_kept_before_the_first_question_is_answered(standing: Standing) -> None:
    first = standing.consents.get(Purpose.SUGGEST_ANALYSE)
    if first is None or first.state is ConsentState.ASKED:
        assert not may(standing, Purpose.CORE_SERVICE, NOW)
        assert not may(standing, Purpose.SHARE_PUBLISH, NOW)


@given(standings, purposes)
def test_a_question_is_only_put_where_a_yes_would_count(
    standing: Standing, purpose: Purpose
) -> None:
    if may_ask(standing, purpose, NOW):
        assert may_answer(standing, purpose, NOW)
        assert not _agreed(standing, purpose)


def _everybody_agrees(region: Region, band: AgeBand, state: ConsentState) -> Standing:
    yes = Consent(state, NOW, NOW + CONSENT_LASTS, asked_at=NOW - timedelta(days=31))
    return Standing(band, "FR", region, dict.fromkeys(Purpose, yes))


def _region(regime: Regime, stage: Stage) -> Region:
    return Region(
        id="r",
        countries=("FR",),
        regime=regime,
        features=dict.fromkeys(Feature, stage),
        lia_ref="LIA 1",
        dpia_ref="DPIA 1",
    )


CELLS = list(product(Purpose, ConsentState, Regime, AgeBand, Stage))


def _is_listed(
    purpose: Purpose, state: ConsentState, regime: Regime, band: AgeBand, stage: Stage
) -> bool:
    """PRIVACY §1.2 as a table: every purpose answered with `state` everywhere."""
    agreed = state in OPEN_STATES
    live = stage is Stage.LIVE
    listed = {
        Purpose.CORE_SERVICE: live and state is not ConsentState.ASKED,
        Purpose.SHARE_PUBLISH: live and state is not ConsentState.ASKED,
        Purpose.SUGGEST_REHEARSE: False,
        Purpose.INFORM_LAUNCH: agreed and stage is Stage.WAITLIST,
        Purpose.FACE_BOXES: agreed and live and regime is not Regime.US_CONSENT,
        **dict.fromkeys(ALWAYS, True),
        **dict.fromkeys(
            IMPROVE,
            agreed and live and band is AgeBand.ADULT and regime is not Regime.STRICT,
        ),
    }
    return listed.get(purpose, agreed and live)


def test_40_exactly_the_listed_cells_are_open() -> None:
    """Abuse case 40: purpose × state × regime × age × stage, all of them."""
    for purpose, state, regime, band, stage in CELLS:
        standing = _everybody_agrees(_region(regime, stage), band, state)
        expected = _is_listed(purpose, state, regime, band, stage)
        assert may(standing, purpose, NOW) is expected, (purpose, state, regime, band, stage)


@pytest.mark.parametrize("state", [ConsentState.REFUSED, ConsentState.WITHDRAWN])
def test_after_a_no_a_year_passes_before_the_question_comes_again(state: ConsentState) -> None:
    region = _region(Regime.EU_LI, Stage.LIVE)
    for days, asked in [(0, False), (364, False), (365, True)]:
        no = Consent(state, NOW - timedelta(days=days))
        standing = Standing(AgeBand.ADULT, "FR", region, {Purpose.SUGGEST_ANALYSE: no})
        assert may_ask(standing, Purpose.SUGGEST_ANALYSE, NOW) is asked
        assert may_answer(standing, Purpose.SUGGEST_ANALYSE, NOW)


def test_an_objection_is_never_asked_about_again() -> None:
    no = Consent(ConsentState.OBJECTED, NOW - timedelta(days=4000))
    region = _region(Regime.EU_LI, Stage.LIVE)
    standing = Standing(AgeBand.ADULT, "FR", region, {Purpose.IMPROVE_MEDIA: no})
    assert not may_ask(standing, Purpose.IMPROVE_MEDIA, NOW)
