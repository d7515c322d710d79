"""The town of a point, from the data that travels with the code."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import OperatorError
from bot.gallery import places
from bot.gallery.cells import cell
from bot.gallery.places import town


@pytest.mark.parametrize(
    ("latitude", "longitude", "name", "country"),
    [
        (45.764, 4.8357, "Lyon", "FR"),
        (45.7485, 4.8467, "Lyon", "FR"),  # the seventh arrondissement
        (48.8584, 2.2945, "Paris", "FR"),
        (43.2965, 5.3698, "Marseille", "FR"),
        (49.4938, 0.1077, "Le Havre", "FR"),
        (46.1591, -1.1520, "La Rochelle", "FR"),
        (43.9189, 5.0514, "L’Isle-sur-la-Sorgue", "FR"),
        (48.8049, 2.1204, "Versailles", "FR"),
        (39.9042, 116.4074, "Beijing", "CN"),
        (40.7484, -73.9857, "New York City", "US"),
        (51.5, -0.12, "London", "GB"),
        (35.68, 139.76, "Tokyo", "JP"),
    ],
)
def test_a_point_in_a_town_has_its_name(
    latitude: float, longitude: float, name: str, country: str
) -> None:
    place = town(latitude, longitude)
    assert place
    assert (place.name, place.country) == (name, country)
    assert place.cell == cell(latitude, longitude)


@pytest.mark.parametrize("point", [(0.0, -30.0), (90.0, 0.0), (-90.0, 180.0)])
def test_the_ocean_and_the_poles_have_no_name(point: tuple[float, float]) -> None:
    assert town(*point) is None


@settings(max_examples=40)
@given(st.floats(-90, 90), st.floats(-180, 180))
def test_any_point_has_a_name_or_none(latitude: float, longitude: float) -> None:
    place = town(latitude, longitude)
    assert place is None or (place.name and len(place.country) == 2 and "'" not in place.name)


def test_damaged_data_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The loader is asked behind its door: what it loaded well before stays good."""
    damaged = tmp_path / "places.npz"
    damaged.write_bytes(b"not these places")
    monkeypatch.setattr(places, "PLACES", damaged)
    with pytest.raises(OperatorError, match="damaged"):
        places._checked()
    damaged.unlink()
    with pytest.raises(OperatorError, match="cannot be read"):
        places._checked()
