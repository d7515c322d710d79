"""Words after photos: what is noted, and what is left for the assistant, in both languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assistant.noting import Hearing, said_in
from bot.gallery.facts import Precision, TakenAt
from bot.gallery.said import Said

TODAY = date(2026, 11, 21)
AFTER = Hearing(TODAY, "FR")
UNDATED = Hearing(TODAY, "FR", is_undated=True)
REPLY = Hearing(TODAY, "FR", is_reply=True)
SUMMER = TakenAt(date(2019, 6, 1), Precision.SEASON)
IN_2012 = TakenAt(date(2012, 1, 1), Precision.YEAR)


def own(name: str, when: TakenAt | None = None) -> Said:
    return Said(when, name, is_sure=True)


def town(name: str, otherwise: str | None = None, when: TakenAt | None = None) -> Said:
    return Said(when, name, otherwise=otherwise)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("c’était chez Mamie", own("chez Mamie")),
        ("C'était chez Mamie !", own("chez Mamie")),
        ("là c’est chez tante Sam", own("chez tante Sam")),
        ("On était à la maison", own("la maison")),
        ("on était au chalet", own("le chalet")),
        ("C’était à l’appart", own("l’appart")),
        ("it was at Grandma’s", own("Grandma’s")),
        ("It was at my parents' house", own("my parents' house")),
        ("we were at the cabin", own("the cabin")),
        ("That was at home", own("home")),
        ("c’était à Lyon", town("Lyon", "À Lyon")),
        ("c'était à lyon", town("lyon")),
        ("C’est au Havre", town("Le Havre", "Au Havre")),
        ("prises à La Rochelle", town("La Rochelle", "À La Rochelle")),
        ("this is in New York", town("New York", "In New York")),
        ("It was in Paris, Texas", town("Paris, Texas", "In Paris, Texas")),
        ("taken in London", town("London", "In London")),
        ("c’était en été 2019", Said(when=SUMMER)),
        ("it was in the summer of 2019", Said(when=SUMMER)),
        ("c'était en 2012", Said(when=IN_2012)),
        ("that was in 2012", Said(when=IN_2012)),
        ("c’était chez Mamie, été 2019", own("chez Mamie", SUMMER)),
        ("c'était à Lyon en 2012", town("Lyon", "À Lyon", IN_2012)),
        ("It was in 2012 at Grandma's", own("Grandma's", IN_2012)),
        ("that’s Léa’s birthday", Said(note="Léa’s birthday")),
        ("c’est l’anniversaire de Léa", Said(note="L’anniversaire de Léa")),
        ("C’était le mariage de mon cousin", Said(note="Le mariage de mon cousin")),
        ("This is Tom and Ada", Said(note="Tom and Ada")),
        ("voici Léa", Said(note="Léa")),
        ("it was our first day at the farm", Said(note="Our first day at the farm")),
        ("Note : la maison bleue", Said(note="la maison bleue")),
        ("note: the blue house", Said(note="the blue house")),
    ],
)
def test_words_that_tell_of_photos_are_noted(text: str, said: Said) -> None:
    assert said_in(text, AFTER) == said


@pytest.mark.parametrize(
    "text",
    [
        "montre-moi les chats", "fais un collage", "Fais-moi un collage de Lyon",
        "mes photos de 2019",
        "les photos chez Mamie", "photos de Léa à la plage", "été 2019", "Lyon", "à Lyon",
        "chez Mamie", "chats", "merci", "Bonjour", "oui", "c’est super", "c'est trop sombre",
        "C’est magnifique, merci !", "c’est pas ça", "ce n’est pas Lyon", "c’est quoi ça ?",
        "c’était où ?", "c'est Lyon ?", "peux-tu retrouver Léa", "plus chaud",
        "titre : Chez Mamie",
        "c’est pour Léa, fais un collage", "je voudrais celles de Paris", "aide", "supprime tout",
        "partage-la avec Léa", "quelle est la météo à Lyon", "on était bien", "c'est bon", "voilà",
        "show me the cats", "make a collage", "my photos from 2019", "photos of Ada at the beach",
        "summer 2019", "at Grandma’s", "thanks!", "hello", "that’s great", "it’s too dark",
        "that’s not it", "this is not Lyon", "it’s wrong", "is this Lyon?", "was it in 2019?",
        "can you find Ada", "shorter", "title: At Grandma’s", "it’s in English please",
        "I want the ones from Paris", "it's Paris I want to see, please", "delete everything",
        "what is the weather in Lyon", "this is fine", "that's it", "it was nice", "who is this",
        "a bird", "why this one?", "share it with Ada",
    ],
)  # fmt: skip
def test_what_is_meant_for_the_assistant_is_not_swallowed(text: str) -> None:
    assert said_in(text, AFTER) is None


@pytest.mark.parametrize("text", ["été 2019", "summer 2019", "l’été 2019", "pendant l’été 2019"])
def test_a_date_alone_is_heard_where_nobody_said_when(text: str) -> None:
    assert said_in(text, UNDATED) == Said(when=SUMMER)


@pytest.mark.parametrize(
    "text", ["Lyon", "chez Mamie", "à Lyon en 2012", "montre-moi 2012", "photos de 2012", "chats"]
)
def test_nothing_but_a_date_is(text: str) -> None:
    assert said_in(text, UNDATED) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("été 2019", Said(when=SUMMER)),
        ("chez Mamie", own("chez Mamie")),
        ("at Grandma’s", own("Grandma’s")),
        ("À Lyon", town("Lyon", "À Lyon")),
        ("à Lyon en 2012", town("Lyon", "À Lyon", IN_2012)),
        ("Léa et son chien", Said(note="Léa et son chien")),
        ("Lyon", Said(where="Lyon", otherwise="Lyon", is_alone=True)),
        ("Paris, Texas", Said(where="Paris, Texas", otherwise="Paris, Texas", is_alone=True)),
        ("lyon", Said(note="Lyon")),
        ("the day we met", Said(note="The day we met")),
        ("c’était trop drôle", Said(note="Trop drôle")),
    ],
)
def test_a_reply_to_a_photo_is_about_it(text: str, said: Said) -> None:
    assert said_in(text, REPLY) == said


@pytest.mark.parametrize(
    "text",
    [
        "montre-moi les autres", "fais un collage", "make it a watercolour", "plus chaud", "merci",
        "thanks", "who is this?", "où était-ce ?", "supprime-la", "forget this one",
        "que c'est beau", "aide-moi", "no", "c'est pas ça", "pourquoi celle-ci",
        "autre disposition", "aquarelle stp",
    ],
)  # fmt: skip
def test_a_reply_that_asks_for_something_is_not_noted(text: str) -> None:
    assert said_in(text, REPLY) is None


@given(st.text(max_size=120), st.booleans(), st.booleans())
def test_any_words_are_heard_without_an_accident(text: str, reply: bool, undated: bool) -> None:  # noqa: FBT001 - drawn
    said = said_in(text, Hearing(TODAY, is_reply=reply, is_undated=undated))
    assert said is None or said.when or said.where or said.note
