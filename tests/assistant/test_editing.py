"""What is said of the collage that is there: sentences by number, theme, look and undo."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assistant.chunks import Ears
from bot.assistant.editing import phrases
from bot.assistant.reading import read_request, settled
from bot.assistant.request import Intent, Reading, Screen
from bot.collage.edits import Change
from bot.collage.traits import THEME_TRAITS
from bot.looks.catalogue import Look
from bot.texts import Language
from tests.assistant.told import places, told

IN_FRENCH = {
    "la 3 en plus grand": "bigger photos=3",
    "mets la 3 en plus grand": "bigger photos=3",
    "Agrandis la photo 4, s’il te plaît": "bigger photos=4",
    "la troisième plus grande": "bigger photos=3",
    "je voudrais la 12 en grand": "bigger photos=12",
    "plus de place à la 2": "bigger photos=2",
    "enlève la 2": "drop photos=2",
    "retire les photos 2 et 5": "drop photos=2+5",
    "supprime la première": "drop photos=1",
    "sans la 4": "drop photos=4",
    "ôte la n° 7": "drop photos=7",
    "échange la 1 et la 4": "swap photos=1+4",
    "Échangez 1 avec 4 svp": "swap photos=1+4",
    "permute les photos deux et trois": "swap photos=2+3",
    "intervertis la première et la dixième": "swap photos=1+10",
    "inverse 2 et 3": "swap photos=2+3",
    "recadre la 5": "crop photos=5",
    "recadre autrement la photo 5": "crop photos=5",
    "un autre cadrage pour la 6": "-",
    "autre cadrage de la 6": "crop photos=6",
    "annule": "undo",
    "annule la dernière modification": "undo",
    "ANNULER !": "undo",
    "reviens en arrière": "undo",
    "comme avant": "undo",
    "polaroids": "theme theme=polaroids",
    "en polaroïds stp": "theme theme=polaroids",
    "fais-en une carte postale": "theme theme=postcard",
    "mets en carte postale": "theme theme=postcard",
    "en pellicule": "theme theme=film-strip",
    "en calendrier": "theme theme=calendar",
    "couverture de magazine": "theme theme=cover",
    "avant / après": "theme theme=then-and-now",
    "le thème carnet de voyage": "theme theme=journey",
    "mosaïque claire": "theme theme=mosaic-light",
    "un autre thème": "theme",
    "change de thème stp": "theme",
    "change le thème en polaroïds": "theme theme=polaroids",
    "la 2 en noir et blanc": "look photos=2 look=silver",
    "tout en noir et blanc": "look look=silver",
    "mets la 3 au crayon": "look photos=3 look=pencil",
    "la 3 telle quelle": "look photos=3 look=plain",
    "toutes les photos sans filtre": "look look=plain",
    "remets tout": "back",
    "sans titre": "notitle",
    "en story": "story",
    "en carré": "square",
    "autre disposition": "layout",
    "plus sombre": "dark",
}
IN_ENGLISH = {
    "make 3 bigger": "bigger photos=3",
    "make number 3 bigger please": "bigger photos=3",
    "the third one larger": "bigger photos=3",
    "enlarge photo 11": "bigger photos=11",
    "can you make the 2nd bigger": "bigger photos=2",
    "drop 2": "drop photos=2",
    "remove the second photo": "drop photos=2",
    "take out 2 and 3": "drop photos=2+3",
    "without the first": "drop photos=1",
    "leave out number nine": "drop photos=9",
    "swap 1 and 4": "swap photos=1+4",
    "Swap the first and the fourth": "swap photos=1+4",
    "switch 2 with 3": "swap photos=2+3",
    "exchange photos 5 and 6": "swap photos=5+6",
    "swap 1": "-",
    "swap 1, 2 and 3": "-",
    "swap 2 and 2": "-",
    "crop 5": "crop photos=5",
    "crop 5 differently": "crop photos=5",
    "reframe the fifth": "crop photos=5",
    "undo": "undo",
    "undo that please": "undo",
    "go back": "undo",
    "take it back": "undo",
    "polaroids": "theme theme=polaroids",
    "make it a film strip": "theme theme=film-strip",
    "as a magazine cover": "theme theme=cover",
    "as a postcard": "theme theme=postcard",
    "calendar": "theme theme=calendar",
    "then and now": "theme theme=then-and-now",
    "a travel journal": "theme theme=journey",
    "dark mosaic": "theme theme=mosaic-dark",
    "another theme": "theme",
    "try a different theme please": "theme",
    "change the theme to polaroids": "theme theme=polaroids",
    "2 in black and white": "look photos=2 look=silver",
    "all in black and white": "look look=silver",
    "the first as a sketch": "look photos=1 look=pencil",
    "no filter": "look look=plain",
    "put them all back": "back",
    "no title": "notitle",
    "as a story": "story",
    "another layout": "layout",
}
# A photo is lacking, or what is asked is none of the changes: a sentence says so.
HALF_SAID = {
    "agrandis": Intent.WHICH_PHOTO,
    "échange la 1": Intent.WHICH_PHOTO,
    "recadre": Intent.WHICH_PHOTO,
    "agrandis la photo du chat": Intent.WHICH_PHOTO,
    "swap 1, 2 and 3": Intent.WHICH_PHOTO,
    "enlarge the beach": Intent.WHICH_PHOTO,
    "mets la 3 plus petite": Intent.CANNOT,
    "tourne la 2": Intent.CANNOT,
    "la 2 à gauche": Intent.CANNOT,
    "remets la 2": Intent.CANNOT,
    "en rouge": Intent.CANNOT,
    "put 2 in the middle": Intent.CANNOT,
    "more margin please": Intent.CANNOT,
}
# Close to the above, and about something else.
ELSEWHERE = {
    "supprime": Intent.SCREEN,
    "enlève la photo du chat": Intent.SCREEN,
    "delete everything": Intent.SCREEN,
    "remove my photos of Lyon": Intent.SCREEN,
    "3 photos de chat": Intent.FIND,
    "photos of 2 people": Intent.FIND,
    "les photos en noir et blanc de Lyon": Intent.FIND,
    "un collage de Lyon en story": Intent.MAKE,
    "titre : Avant, après": Intent.CHANGE,
}


def read(text: str, language: Language) -> tuple[Reading, ...]:
    return settled(read_request(text, Ears(language, date(2026, 11, 21), "FR", places())))


@pytest.mark.parametrize(("text", "expected"), IN_FRENCH.items(), ids=str)
def test_a_french_sentence_changes_what_it_says(text: str, expected: str) -> None:
    found = [told(one) for one in read(text, "fr") if one.intent is Intent.CHANGE]
    assert found == ([] if expected == "-" else [f"change {expected}"])


@pytest.mark.parametrize(("text", "expected"), IN_ENGLISH.items(), ids=str)
def test_an_english_sentence_changes_what_it_says(text: str, expected: str) -> None:
    found = [told(one) for one in read(text, "en") if one.intent is Intent.CHANGE]
    assert found == ([] if expected == "-" else [f"change {expected}"])


@pytest.mark.parametrize(("text", "intent"), ELSEWHERE.items(), ids=str)
def test_what_is_about_something_else_stays_so(text: str, intent: Intent) -> None:
    readings = read(text, "fr")
    assert {one.intent for one in readings} == {intent}
    assert not any(one.photos or one.theme or one.look for one in readings)


@pytest.mark.parametrize(("text", "intent"), HALF_SAID.items(), ids=str)
def test_what_is_half_said_or_beyond_a_collage_changes_nothing(text: str, intent: Intent) -> None:
    assert [one.intent for one in read(text, "fr")] == [intent]


@given(
    st.sampled_from(sorted(phrases().changes)),
    st.lists(st.integers(1, 24), unique=True, max_size=4),
    st.sampled_from(["fr", "en"]),
)
def test_a_verb_takes_as_many_photos_as_it_is_about_and_never_deletes_media(
    verb: str, numbers: list[int], language: Language
) -> None:
    change = phrases().changes[verb]
    for one in read(f"{verb} {' '.join(map(str, numbers))}", language):
        assert one.intent is not Intent.CHANGE or (one.change, one.photos) == (
            change,
            tuple(numbers),
        )
        assert one.screen is None or one.screen in {Screen.FORGET, Screen.PRIVACY}


def test_every_theme_look_and_number_exists() -> None:
    known = phrases()
    assert not known.cannot & {*known.changes, *known.themes, *known.looks, *known.numbers}
    assert set(known.themes.values()) == set(THEME_TRAITS)
    assert set(known.looks.values()) <= {"plain", *map(str, Look)}
    assert Change.UNDO in known.changes.values()
