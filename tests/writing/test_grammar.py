"""Articles, contractions and elisions, over every town and every concept there is."""

import re

import pytest

from bot.gallery.facts import Place
from bot.gallery.places import towns
from bot.vision.concepts import CONCEPTS, Noun, concept
from bot.writing.grammar import FRENCH_SPEAKING, GRAMMARS

FRENCH, ENGLISH = GRAMMARS["fr"], GRAMMARS["en"]


@pytest.mark.parametrize(
    ("name", "country", "where", "of"),
    [
        ("Lyon", "FR", "à Lyon", "de Lyon"),
        ("Le Havre", "FR", "au Havre", "du Havre"),
        ("La Rochelle", "FR", "à La Rochelle", "de La Rochelle"),
        ("Les Sables-d’Olonne", "FR", "aux Sables-d’Olonne", "des Sables-d’Olonne"),
        ("L’Isle-Adam", "FR", "à L’Isle-Adam", "de L’Isle-Adam"),
        ("Annecy", "FR", "à Annecy", "d’Annecy"),
        ("Évian-les-Bains", "FR", "à Évian-les-Bains", "d’Évian-les-Bains"),
        ("Le Locle", "CH", "au Locle", "du Locle"),
        ("Cairo", "EG", "au Caire", "du Caire"),
        ("Cape Town", "ZA", "au Cap", "du Cap"),
        ("Havana", "CU", "à La Havane", "de La Havane"),
        ("Beijing", "CN", "à Pékin", "de Pékin"),
        ("Athens", "GR", "à Athènes", "d’Athènes"),
        ("Le Mars", "US", "à Le Mars", "de Le Mars"),
        ("Los Angeles", "US", "à Los Angeles", "de Los Angeles"),
    ],
)
def test_a_town_takes_the_preposition_that_french_gives_it(
    name: str, country: str, where: str, of: str
) -> None:
    place = Place(name, country, "1.1")
    assert FRENCH.in_town(place) == where
    assert FRENCH.of_town(place) == of


@pytest.mark.parametrize("name", ["Hyères", "Honfleur", "Yerres", "Ouistreham"])
def test_french_says_nothing_where_it_is_not_sure_to_elide(name: str) -> None:
    place = Place(name, "FR", "1.1")
    assert FRENCH.of_town(place) == ""


def test_every_town_of_the_data_is_well_contracted() -> None:
    wrong = re.compile(r"\b(à|de) Les? |\b(à|de) (le|les) |\bde [AEÉÈIOUÂÎÔ](?!u[aei])")
    for line in towns().lines:
        name, country, _ = line.split("\t")
        if country in FRENCH_SPEAKING:
            place = Place(name.replace("'", "’"), country, "1.1")
            both = f"{FRENCH.in_town(place)} {FRENCH.of_town(place)}"
            assert not wrong.search(both), both


@pytest.mark.parametrize(
    ("nickname", "in_french", "in_english"),
    [
        ("chez Mamie", "chez Mamie", "chez Mamie"),
        ("Grandma’s", "", "at Grandma’s"),
        ("la cabane", "à la cabane", "at la cabane"),
        ("le chalet", "au chalet", "at le chalet"),
        ("l’appart", "à l’appart", "at l’appart"),
        ("the cabin", "", "at the cabin"),
    ],
)
def test_a_nickname_stands_for_its_town(nickname: str, in_french: str, in_english: str) -> None:
    place = Place("Lyon", "FR", "1.1", nickname)
    assert (FRENCH.in_town(place), ENGLISH.in_town(place)) == (in_french, in_english)
    assert FRENCH.town(place) == ENGLISH.town(place) == nickname
    assert FRENCH.of_town(place) == ""


@pytest.mark.parametrize(
    ("key", "a_french", "the_french", "a_english"),
    [
        ("cat", "un chat", "le chat", "a cat"),
        ("flower", "une fleur", "la fleur", "a flower"),
        ("church", "une église", "l’église", "a church"),
        ("bird", "un oiseau", "l’oiseau", "a bird"),
        ("wine", "du vin", "le vin", "wine"),
        ("umbrella", "un parapluie", "le parapluie", "an umbrella"),
    ],
)
def test_a_noun_takes_its_article(
    key: str, a_french: str, the_french: str, a_english: str
) -> None:
    assert FRENCH.a(concept(key).fr) == a_french
    assert FRENCH.the(concept(key).fr) == the_french
    assert ENGLISH.a(concept(key).en) == a_english


def test_what_is_not_counted_takes_the_partitive() -> None:
    water = Noun("eau", "eau", "f", elides=True, countable=False)
    snow = Noun("neige", "neige", "f", elides=False, countable=False)
    assert FRENCH.a(water) == "de l’eau"
    assert FRENCH.a(snow) == "de la neige"


def test_every_concept_can_stand_with_an_article() -> None:
    for known in CONCEPTS.values():
        assert known.fr.gender in {"m", "f"}, known.id
        begins = known.fr.singular[0] in "aeéèêiîoôu" or known.id == "clock"  # silent: l’horloge
        assert known.fr.elides == begins, known.id
        assert known.en.elides == (known.en.singular[0] in "aeio" or known.id == "umbrella")


def test_months_elide_too() -> None:
    assert FRENCH.in_month("octobre") == "d’octobre"
    assert FRENCH.in_month("août") == "d’août"
    assert FRENCH.in_month("mai") == "de mai"
