"""Regions as data: the packaged file opens what is built, and a wrong file opens nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.consent.moves import effective_from
from bot.consent.regions import NOT_BUILT, PRESETS, Feature, Regime, Stage, read_regions
from bot.errors import OperatorError
from tests.consent.test_gate import NOW

EUROPE = (
    "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO"
)


WHERE = {
    "us": ("US", Regime.US_CONSENT, False),
    "ca": ("CA", Regime.CA_CONSENT, True),
    "europe": (f"{EUROPE} GB CH", Regime.EU_LI, True),
    "rest": ("JP BR ZA AU MA", Regime.STRICT, True),
}
LEARNS = {"us": Stage.LIVE, "ca": Stage.LIVE, "europe": Stage.NOTICE, "rest": Stage.OFF}


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("name", WHERE)
def test_a_preset_knows_every_regime_and_where_learning_stands(preset: str, name: str) -> None:
    countries, regime, faces = WHERE[name]
    for country in countries.split():
        region = read_regions(preset).of(country)
        assert region
        assert (region.id, region.regime, region.faces) == (name, regime, faces)
        assert region.stage(Feature.IMPROVE) is LEARNS[name]
        assert {region.stage(feature) for feature in NOT_BUILT} == {Stage.OFF}


def test_by_default_everything_built_is_open_everywhere() -> None:
    for region in read_regions().region:
        for feature in (Feature.GALLERY, Feature.PUBLISH, Feature.AI_CHAT):
            assert region.stage(feature) is Stage.LIVE


def test_the_rollout_of_2025_is_live_in_america_and_canada_and_waits_elsewhere() -> None:
    stages = {r.id: r.stage(Feature.GALLERY) for r in read_regions("rollout-2025").region}
    assert stages == {
        "us": Stage.LIVE,
        "ca": Stage.LIVE,
        "europe": Stage.WAITLIST,
        "rest": Stage.WAITLIST,
    }


def test_a_region_is_found_by_its_id_or_by_a_country_of_it() -> None:
    regions = read_regions()
    for named, found in [("europe", "europe"), ("fr", "europe"), ("BR", "rest"), ("us", "us")]:
        region = regions.named(named)
        assert region
        assert region.id == found
    assert [regions.named(name) for name in ("atlantis", "", "*", "f1")] == [None] * 4


def test_what_was_changed_lies_over_the_file_and_nothing_else_moves() -> None:
    before = read_regions()
    over = before.with_stages({"europe": {Feature.GALLERY: Stage.PAUSED}, "gone": {}})
    changed = over.of("FR")
    assert changed
    assert changed.stage(Feature.GALLERY) is Stage.PAUSED
    assert changed.stage(Feature.PUBLISH) is Stage.LIVE
    assert over.of("US") == before.of("US")
    assert changed.as_if_going_on() == before.of("FR")


def test_no_country_is_no_region() -> None:
    assert read_regions().of(None) is None


@pytest.mark.parametrize(
    "content",
    [
        "[[region]",
        "[[region]]\nid='x'\ncountries=['fr']\nregime='strict'",
        "[[region]]\nid='x'\ncountries=['FR']\nregime='lax'",
        "[[region]]\nid='x'\ncountries=['FR']\nregime='strict'\nmin_age=13",
        "[[region]]\nid='x'\ncountries=['FR']\nregime='strict'\nfeatures={gallery='open'}",
        "[[region]]\nid='x'\ncountries=['FR']\nregime='strict'\nsurprise=1",
        "[[region]]\nid='x'\ncountries=['FR']\nregime='eu_li'\nfeatures={improve='live'}",
        "[[region]]\nid='x'\ncountries=['US']\nregime='strict'\nfeatures={improve_media='live'}",
        "[[region]]\nid='x'\ncountries=['US']\nregime='strict'\nfeatures={improve_chat='live'}",
        "[[region]]\nid='too long for a button'\ncountries=['US']\nregime='us_consent'",
    ],
)
def test_a_wrong_file_stops_the_start(tmp_path: Path, content: str) -> None:
    path = tmp_path / "regions.toml"
    path.write_text(content)
    with pytest.raises(OperatorError):
        read_regions(path)


def test_a_missing_file_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="cannot be read"):
        read_regions(tmp_path / "none.toml")


regimes = st.none() | st.sampled_from(Regime)


@given(st.integers(0, 9), regimes, regimes)
def test_a_move_waits_a_week_or_not_at_all_and_never_when_it_protects_more(
    moves: int, old: Regime | None, new: Regime | None
) -> None:
    start = effective_from(NOW, recent_moves=moves, old=old, new=new)
    back = effective_from(NOW, recent_moves=moves, old=new, new=old)
    assert (start - NOW).days in {0, 7}
    assert NOW in {start, back}
    assert moves > 1 or start == NOW
