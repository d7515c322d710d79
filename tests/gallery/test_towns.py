"""Towns as people type them, in both languages, and as each language says them back."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gallery.exonyms import exonyms, said_name
from bot.gallery.facts import Place
from bot.gallery.places import town, towns
from bot.gallery.towns import find_town, known_town
from bot.texts import LANGUAGES
from bot.writing.grammar import town_name


@pytest.mark.parametrize(
    ("typed", "home", "name", "country"),
    [
        ("Cologne", "FR", "Köln", "DE"),
        ("köln", None, "Köln", "DE"),
        ("KOLN", None, "Köln", "DE"),
        ("Londres", "FR", "London", "GB"),
        ("London", "US", "London", "GB"),
        ("London, Ontario", None, "London", "CA"),
        ("Munich", None, "Munich", "DE"),
        ("München", None, "Munich", "DE"),
        ("Venise", "FR", "Venice", "IT"),
        ("Venice", "US", "Venice", "IT"),
        ("venezia", None, "Venice", "IT"),
        ("La Haye", "FR", "The Hague", "NL"),
        ("the hague", None, "The Hague", "NL"),
        ("Pékin", "FR", "Beijing", "CN"),
        ("pekin", "FR", "Beijing", "CN"),
        ("Le Caire", "FR", "Cairo", "EG"),
        ("Le Cap", "FR", "Cape Town", "ZA"),
        ("Saïgon", "FR", "Ho Chi Minh City", "VN"),
        ("New York", "FR", "New York City", "US"),
        ("Paris", "US", "Paris", "FR"),
        ("Florence", "US", "Florence", "IT"),
        ("Athens", "US", "Athens", "GR"),
        ("Dublin", "US", "Dublin", "IE"),
        ("Valence", "FR", "Valence", "FR"),
        ("Valence (Espagne)", "FR", "Valencia", "ES"),
        ("Vienne", "FR", "Vienna", "AT"),
        ("Birmingham", "US", "Birmingham", "US"),
        ("Birmingham", "GB", "Birmingham", "GB"),
        ("Saint-Malo", None, "Saint-Malo", "FR"),
        ("st malo", None, "Saint-Malo", "FR"),
        ("Évian les bains", None, "Évian-les-Bains", "FR"),
        ("Lodz", None, "Łódź", "PL"),
        ("l'isle adam", None, "L’Isle-Adam", "FR"),
        ("Lyon", None, "Lyon", "FR"),
    ],
)
def test_the_town_that_is_meant_is_found(
    typed: str, home: str | None, name: str, country: str
) -> None:
    assert find_town(typed, home) == Place(name, country)


@pytest.mark.parametrize("typed", ["Paris, Texas", "Paris (Texas)", "paris, TX", "Paris, USA"])
def test_a_state_or_a_country_says_which(typed: str) -> None:
    assert find_town(typed, "FR") == Place("Paris", "US")


@pytest.mark.parametrize(
    "typed", ["", "chez Mamie", "Grandma's", "Zzyzxville", "Paris, Zembla", "a\tb", "\n", "x" * 99]
)
def test_what_is_no_town_is_not_guessed(typed: str) -> None:
    assert find_town(typed, "FR") is None


@pytest.mark.parametrize(
    ("typed", "known"),
    [("Lyon", True), ("Cologne", True), ("New York", True), ("Paris, Texas", False),
     ("Florence", False), ("Nice", False), ("Sam", False), ("Camille", False), ("Merci", False)],
)  # fmt: skip
def test_a_name_alone_is_a_town_only_where_everybody_takes_it_for_one(
    typed: str, *, known: bool
) -> None:
    assert (known_town(typed, "FR") is not None) is known


def test_every_exonym_is_a_town_of_the_data() -> None:
    known = {(c, n.replace("'", "’")) for n, c, _ in (line.split("\t") for line in towns().lines)}
    assert exonyms().keys() <= known
    assert len(exonyms()) >= 150


@pytest.mark.parametrize("key", exonyms())
def test_what_we_say_of_a_town_we_understand(key: tuple[str, str]) -> None:
    country, name = key
    for language in LANGUAGES:
        assert find_town(said_name(name, country, language), country) == Place(name, country)


@pytest.mark.parametrize(
    ("name", "country", "english", "french"),
    [
        ("Köln", "DE", "Cologne", "Cologne"),
        ("Munich", "DE", "Munich", "Munich"),
        ("London", "GB", "London", "Londres"),
        ("London", "CA", "London", "London"),
        ("Genève", "CH", "Geneva", "Genève"),
        ("Brugge", "BE", "Bruges", "Bruges"),
        ("Donostia / San Sebastián", "ES", "San Sebastián", "Saint-Sébastien"),
        ("Annecy", "FR", "Annecy", "Annecy"),
    ],
)
def test_a_town_is_said_as_the_language_says_it(
    name: str, country: str, english: str, french: str
) -> None:
    place = Place(name, country, "1.1")
    assert [town_name(place, language) for language in ("en", "fr")] == [english, french]


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [
        (0.0, 0.0), (90.0, 0.0), (-90.0, 12.0), (0.0, 180.0), (91.0, 4.0), (45.0, 180.1),
        (math.nan, 4.0), (45.0, math.nan), (math.inf, 4.0), (45.0, -math.inf), (1e308, -1e308),
    ],
)  # fmt: skip
def test_nowhere_has_no_town(latitude: float, longitude: float) -> None:
    assert town(latitude, longitude) is None


@given(st.floats(-90, 90), st.sampled_from([-180.0, 180.0]))
def test_the_date_line_is_one_line(latitude: float, longitude: float) -> None:
    here, there = town(latitude, longitude), town(latitude, -longitude)
    assert (here and here.name) == (there and there.name)


@given(st.text(max_size=70))
def test_any_words_are_a_town_of_the_data_or_none(typed: str) -> None:
    found = find_town(typed)
    assert found is None or found.country
