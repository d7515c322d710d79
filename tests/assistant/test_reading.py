"""What plain words mean: a corpus of requests, and laws that hold for any words."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.assistant.chunks import Ears
from bot.assistant.reading import read_request, settled
from bot.assistant.record import readings_bytes, readings_from
from bot.assistant.request import Intent, Query, Reading, Screen
from bot.assistant.tokens import folded
from bot.assistant.vocabulary import vocabulary
from bot.texts import Language
from tests.assistant.told import places, told

TODAY = date(2026, 11, 21)
CORPUS = tomllib.loads(Path(__file__).with_name("requests.toml").read_text(encoding="utf-8"))
REQUESTS = [
    pytest.param(language, text, expected, id=text)
    for language, requests in CORPUS.items()
    for text, expected in requests.items()
]
# Parts that mean one thing wherever they stand: how they are said, and what they are.
THINGS = {
    "chat": "see=cat", "chien": "see=dog", "plage": "see=beach", "fleurs": "see=flower",
    "vélo": "see=bicycle", "église": "see=church", "pizza": "see=pizza",
}  # fmt: skip
WHERE = {"": "", "à Lyon": "at=Lyon", "à Lisbonne": "at=Lisbon", "au Portugal": "at=PT"}
WHEN = {
    "": "",
    "en 2024": "on=2024-01-01..2024-12-31(year)",
    "de l’été 2019": "on=2019-06-01..2019-08-31(season)",
    "d’octobre 2023": "on=2023-10-01..2023-10-31(month)",
    "avant 2020": "on=..2019-12-31",
}
WHOSE = {"": "", "jamais partagées": "unshared", "déjà partagées": "shared"}


def read(text: str, language: Language = "fr") -> tuple[Reading, ...]:
    return settled(read_request(text, Ears(language, TODAY, "FR", places())))


@pytest.mark.parametrize(("language", "text", "expected"), REQUESTS)
def test_a_request_is_read_as_the_corpus_says(
    language: Language, text: str, expected: str
) -> None:
    assert (" // ".join(map(told, read(text, language))) or "-") == expected


def test_the_corpus_is_large_and_has_every_intent() -> None:
    assert len(REQUESTS) >= 120
    for language in CORPUS:
        firsts = {expected.split()[0] for expected in CORPUS[language].values()}
        assert firsts >= {intent.value for intent in Intent}


@given(st.text(max_size=300), st.sampled_from(["fr", "en"]))
@example("", "fr")
@example("’’’:::\u202e\u200b", "en")
@example("photos " * 50, "en")
@example("de " * 39 + "Lyon", "fr")
def test_any_text_is_read_without_a_stumble(text: str, language: str) -> None:
    readings = read_request(text, Ears(cast("Language", language), TODAY, None, places()))
    scores = [reading.score for reading in readings]

    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert len(settled(readings)) <= 2


@given(
    thing=st.sampled_from(sorted(THINGS)),
    where=st.sampled_from(sorted(WHERE)),
    when=st.sampled_from(sorted(WHEN)),
    whose=st.sampled_from(sorted(WHOSE)),
    begin=st.sampled_from(["photos de", "montre-moi les photos de", "un collage des photos de"]),
    shouts=st.booleans(),
)
def test_a_phrase_gives_back_its_parts_whatever_the_accents_and_the_case(
    *, thing: str, where: str, when: str, whose: str, begin: str, shouts: bool
) -> None:
    said = " ".join(part for part in (begin, thing, where, when, whose) if part)
    parts = (THINGS[thing], WHERE[where], WHEN[when], WHOSE[whose])
    intent = "make" if "collage" in begin else "find"
    expected = " ".join([intent, *(part for part in parts if part)])

    (reading,) = read(said.upper() if shouts else said)
    (plain,) = read(folded(said))

    assert told(reading) == expected
    assert told(plain) == expected


@given(
    st.sampled_from(sorted(vocabulary().screens)),
    st.sampled_from(["", "s’il te plaît", "please", "les photos de chat", "a collage of Lyon"]),
)
def test_what_only_a_tap_does_leads_to_its_screen_whatever_stands_beside_it(
    phrase: str, beside: str
) -> None:
    for reading in read(f"{phrase} {beside}"):
        assert reading.intent is Intent.SCREEN
        assert isinstance(reading.screen, Screen)


@given(
    st.text(min_size=1, max_size=60).filter(lambda text: text.strip(" \t\n«»“”\"'\u00a0\u202f"))
)
def test_a_title_is_taken_as_it_is_written(title: str) -> None:
    (reading,) = read(f"titre : {title}")

    assert reading.intent is Intent.CHANGE
    assert folded(reading.title or "") == folded(title)


queries = st.builds(
    Query,
    first=st.none() | st.dates(),
    last=st.none() | st.dates(),
    places=st.sampled_from([(), places()["lyon"], places()["portugal"]]),
    concepts=st.sampled_from([(), (("cat",),), (("cat", "dog"), ("beach",))]),
    people=st.sampled_from([None, (0, 0), (1, None), (2, 2)]),
    words=st.sampled_from([(), ("mamie",)]),
    is_shared=st.none() | st.booleans(),
    is_film=st.none() | st.booleans(),
)


@given(st.lists(st.builds(Reading, st.sampled_from([Intent.FIND, Intent.MAKE]), query=queries)))
def test_readings_come_back_from_their_bytes(readings: list[Reading]) -> None:
    assert list(readings_from(readings_bytes(readings))) == readings


def test_the_nearer_two_readings_are_the_sooner_it_asks() -> None:
    find = Reading(Intent.FIND, 0.9)
    make = Reading(Intent.MAKE, 0.9)

    assert settled([]) == ()
    assert settled([find]) == (find,)
    assert len(settled([find, replace(make, score=0.8)])) == 2
    assert settled([find, replace(make, score=0.5)]) == (find,)
