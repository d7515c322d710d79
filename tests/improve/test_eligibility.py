"""Whether a choice may teach: the law in other words than the code's. Abuse case 42."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.consent.gate import OPEN_STATES, Standing
from bot.consent.regions import Feature, Regime, Region, Stage
from bot.improve.eligibility import Why, why_not
from storage.consent import Consent, ConsentState
from storage.improve import ChoiceRow, Ground
from storage.people import AgeBand, PersonId
from storage.personal_data import Purpose
from storage.traits import About

NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)
CHOICES = Purpose.IMPROVE_CHOICES
DAY = timedelta(days=1)

moments = st.integers(-900, 100).map(lambda days: NOW + days * DAY)
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
    features=st.dictionaries(
        st.sampled_from([Feature.GALLERY, Feature.IMPROVE]), st.sampled_from(Stage)
    ),
    lia_ref=st.none() | st.just("LIA 1"),
    dpia_ref=st.none() | st.just("DPIA 1"),
)
standings = st.builds(
    Standing,
    age_band=st.none() | st.sampled_from(AgeBand),
    country=st.just("FR"),
    region=st.none() | regions,
    consents=st.dictionaries(st.just(CHOICES), consents),
    is_frozen=st.booleans(),
    is_blocked=st.booleans(),
    needs_ok=st.booleans(),
)
rows = st.builds(
    ChoiceRow,
    owner=st.builds(lambda: PersonId(uuid4())),
    item=st.builds(uuid4),
    about=st.sampled_from(About),
    chosen=st.just(1),
    over=st.just(2),
    ground=st.sampled_from(Ground),
    at=moments,
    usable_from=moments,
    is_edited=st.booleans(),
    is_published=st.booleans(),
    is_public=st.booleans(),
)


def open_region(regime: Regime = Regime.US_CONSENT, stage: Stage = Stage.LIVE) -> Region:
    return Region(
        id="r",
        countries=("US",),
        regime=regime,
        features={Feature.IMPROVE: stage, Feature.GALLERY: Stage.LIVE},
        lia_ref="LIA 1",
        dpia_ref="DPIA 1",
    )


def agreed(
    regime: Regime = Regime.US_CONSENT, *, days_ago: int = 100, stage: Stage = Stage.LIVE
) -> Standing:
    at = NOW - days_ago * DAY
    yes = Consent(ConsentState.GIVEN, at, at + 365 * DAY, asked_at=at)
    return Standing(AgeBand.ADULT, "US", open_region(regime, stage), {CHOICES: yes})


def row(days_ago: int = 20, ground: Ground = Ground.US_CONSENT) -> ChoiceRow:
    at = NOW - days_ago * DAY
    return ChoiceRow(
        owner=PersonId(uuid4()),
        item=uuid4(),
        about=About.THEME,
        chosen=2,
        over=1,
        ground=ground,
        at=at,
        usable_from=at + 7 * DAY,
        is_published=True,
        is_public=True,
    )


PARTS = {
    "row": ("at", "usable_from", "ground", "is_edited", "is_published", "is_public"),
    "region": ("regime", "features", "lia_ref", "dpia_ref"),
    "yes": ("state", "at", "expires_at", "asked_at"),
    "who": ("age_band", "region", "consents", "is_frozen", "is_blocked", "needs_ok"),
}
LAWFUL = (Regime.US_CONSENT, Regime.CA_CONSENT, Regime.EU_LI)


@st.composite
def cases(draw: st.DrawFn, regimes: Sequence[Regime] = LAWFUL) -> tuple[ChoiceRow, Standing]:
    """A choice that may be used, but up to three things about it as chance has them."""
    regime = draw(st.sampled_from(regimes))
    named = [(part, name) for part, names in PARTS.items() for name in names]
    by_chance = draw(st.sets(st.sampled_from(named), max_size=3))

    def drawn(part: str, source: object) -> dict[str, Any]:
        return {name: getattr(source, name) for where, name in by_chance if where == part}

    who = agreed(regime)
    region = open_region(regime).model_copy(update=drawn("region", draw(regions)))
    yes = replace(who.consents[CHOICES], **drawn("yes", draw(consents)))
    who = replace(who, region=region, consents={CHOICES: yes})
    choice = row(ground=Ground(regime.value)).model_copy(update=drawn("row", draw(rows)))
    return choice, replace(who, **drawn("who", draw(standings)))


@given(cases())
def test_only_what_every_part_of_the_law_allows_is_used(case: tuple[ChoiceRow, Standing]) -> None:
    row, who = case
    assume(why_not(row, who, NOW) is None)
    assert who.age_band is AgeBand.ADULT
    assert who.region
    assert who.region.stage(Feature.IMPROVE) is Stage.LIVE
    assert who.region.regime is not Regime.STRICT
    assert row.ground.value == who.region.regime.value
    assert not who.is_frozen
    assert not who.is_blocked
    assert row.is_edited or row.is_published
    consent = who.consents[CHOICES]
    silent = consent.state is ConsentState.ASKED and who.regime is Regime.EU_LI
    assert consent.state in OPEN_STATES or (silent and not who.needs_ok)
    assert consent.at <= row.at
    assert silent or consent.expires_at is None or consent.expires_at > NOW
    assert row.at + 7 * DAY <= NOW
    assert row.usable_from <= NOW
    assert row.at + 730 * DAY > NOW


@given(cases([Regime.EU_LI]))
def test_in_europe_only_public_posts_after_an_assessed_month_of_notice(
    case: tuple[ChoiceRow, Standing],
) -> None:
    row, who = case
    assume(why_not(row, who, NOW) is None and who.regime is Regime.EU_LI)
    asked_at = who.consents[CHOICES].asked_at
    assert who.region
    assert who.region.is_assessed
    assert row.is_published
    assert row.is_public
    assert asked_at
    assert asked_at + 30 * DAY <= row.at


@given(rows, standings)
def test_what_is_put_together_by_chance_is_never_used_without_a_yes_or_a_notice(
    row: ChoiceRow, who: Standing
) -> None:
    who = replace(who, consents={})
    assert why_not(row, who, NOW) is not None


@pytest.mark.parametrize(
    ("regime", "ground"),
    [
        (Regime.US_CONSENT, Ground.US_CONSENT),
        (Regime.CA_CONSENT, Ground.CA_CONSENT),
        (Regime.EU_LI, Ground.EU_LI),
    ],
)
def test_a_published_choice_of_an_adult_who_agreed_before_it_may_be_used(
    regime: Regime, ground: Ground
) -> None:
    assert why_not(row(ground=ground), agreed(regime), NOW) is None


def test_every_ground_is_a_regime() -> None:
    assert {ground.value for ground in Ground} < {regime.value for regime in Regime}


def test_42_a_choice_made_before_the_yes_is_never_used() -> None:
    assert why_not(row(days_ago=20), agreed(days_ago=19), NOW) is Why.BEFORE_CONSENT


def test_42_a_choice_made_within_the_window_of_the_notice_is_never_used() -> None:
    within = row(days_ago=20, ground=Ground.EU_LI)
    assert why_not(within, agreed(Regime.EU_LI, days_ago=49), NOW) is Why.WITHIN_WINDOW
    assert why_not(within, agreed(Regime.EU_LI, days_ago=50), NOW) is None


def test_42_a_choice_made_under_another_regime_is_not_used() -> None:
    assert why_not(row(ground=Ground.CA_CONSENT), agreed(), NOW) is Why.MOVED


def test_42_nothing_of_who_is_paused_or_blocked_the_bot_is_used() -> None:
    for paused, why in (
        (
            Standing(AgeBand.ADULT, "US", open_region(), agreed().consents, is_frozen=True),
            "frozen",
        ),
        (
            Standing(AgeBand.ADULT, "US", open_region(), agreed().consents, is_blocked=True),
            "blocked",
        ),
    ):
        assert why_not(row(), paused, NOW) == why


def test_42_a_yes_to_an_older_notice_counts_no_more() -> None:
    """The Registrar makes EXPIRED of a yes to a notice that changed in substance."""
    who = agreed()
    outdated = Consent(ConsentState.EXPIRED, who.consents[CHOICES].at, asked_at=None)
    who = Standing(who.age_band, who.country, who.region, {CHOICES: outdated})
    assert why_not(row(), who, NOW) is Why.NO_CONSENT


def test_a_week_must_pass_first() -> None:
    assert why_not(row(days_ago=6), agreed(), NOW) is Why.TOO_SOON
    assert why_not(row(days_ago=7), agreed(), NOW) is None


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.LIVE])
def test_nothing_is_used_where_it_is_not_live(stage: Stage) -> None:
    assert why_not(row(), agreed(stage=stage), NOW) is Why.NOT_LIVE
