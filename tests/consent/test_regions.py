"""Regions as data: the packaged file opens what is built, and a wrong file opens nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.consent.moves import effective_from
from bot.consent.regions import Feature, Regime, Stage, read_regions
from bot.errors import OperatorError
from tests.consent.test_gate import NOW

EUROPE = (
    "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO"
)


@pytest.mark.parametrize(
    ("countries", "regime", "faces"),
    [
        ("US", Regime.US_CONSENT, False),
        ("CA", Regime.CA_CONSENT, True),
        (f"{EUROPE} GB CH", Regime.EU_LI, True),
        ("JP BR ZA AU MA", Regime.STRICT, True),
    ],
)
def test_the_packaged_file_knows_every_regime(
    countries: str, regime: Regime, *, faces: bool
) -> None:
    for country in countries.split():
        region = read_regions().of(country)
        assert region
        assert (region.regime, region.faces) == (regime, faces)
        assert region.stage(Feature.GALLERY) is Stage.LIVE
        assert region.stage(Feature.IMPROVE) is Stage.OFF


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
