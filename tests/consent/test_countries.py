import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.consent.countries import _territories, country_name, find_country, likely_countries
from bot.texts import LANGUAGES, Language


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("France", "FR"),
        ("la france", "FR"),
        ("en France !", "FR"),
        ("ETATS UNIS", "US"),
        ("États-Unis", "US"),
        ("the United States", "US"),
        ("aux etats-unis", "US"),
        ("USA", "US"),
        ("uk", "GB"),
        ("Cote d'Ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("suisse", "CH"),
        ("la Réunion", "RE"),
        ("les Pays-Bas", "NL"),
        ("FR", "FR"),
        ("Åland Islands", "AX"),
    ],
)
def test_a_country_is_found_as_people_type_it(typed: str, code: str) -> None:
    assert find_country(typed) == code


@pytest.mark.parametrize("typed", ["", "   ", "Atlantide", "European Union", "EU", "12", "🇫🇷"])
def test_what_is_no_country_is_not_guessed(typed: str) -> None:
    assert find_country(typed) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_is_found_by_its_own_name(language: Language) -> None:
    lost = [c for c, name in _territories(language).items() if find_country(name) != c]

    assert lost == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_likely_countries_have_names(language: Language) -> None:
    names = [country_name(code, language) for code in likely_countries(language)]

    assert len(set(names)) == len(names)
    assert {"FR", "US"} <= set(likely_countries(language))
    assert country_name("ZZ", language) == "ZZ"


@given(st.text(max_size=60))
def test_any_text_is_a_country_or_nothing(typed: str) -> None:
    code = find_country(typed)

    assert code is None or code in _territories("en")
