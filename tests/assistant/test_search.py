"""Which media answer a question: each part narrows, and what is vague is not claimed."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assistant.chunks import Ears
from bot.assistant.lookup import places_by_name
from bot.assistant.reading import read_request, settled
from bot.assistant.request import Part, PlaceName, Query
from bot.assistant.search import Item, answers, beside, best, nearby
from bot.gallery.facts import Facts, Place, Precision, TakenAt
from bot.vision.sight import PictureKind, Seen, Sight
from tests.assistant.test_reading import queries
from tests.collage.sights import sight

LYON = Place("Lyon", "FR", "1.1")
NICE = Place("Nice", "FR", "2.2")


def seen(*concepts: str) -> Sight:
    return replace(sight(), seen=tuple(Seen(one, 0.9) for one in concepts))


GALLERY = [
    Item("cat", Facts(TakenAt(date(2024, 10, 12)), LYON), seen("cat"), said="chez mamie"),
    Item("both", Facts(TakenAt(date(2025, 7, 5)), NICE), seen("cat", "beach"), is_shared=True),
    Item("old", Facts(TakenAt(date(2019, 1, 1), Precision.YEAR)), seen("beach")),
    Item("film", Facts(TakenAt(date(2024, 10, 13)), LYON), None, is_film=True),
    Item("bare", Facts()),
]


def keys(query: Query) -> list[str]:
    return [item.key for item in answers(query, GALLERY)]


def test_each_part_is_asked_of_each_item() -> None:
    assert keys(Query(places=(PlaceName("FR", "Lyon"),))) == ["cat", "film"]
    assert keys(Query(places=(PlaceName("FR"),))) == ["cat", "both", "film"]
    assert keys(Query(concepts=(("cat", "dog"),))) == ["cat", "both"]
    assert keys(Query(concepts=(("cat",), ("beach",)))) == ["both"]
    assert keys(Query(words=("mam",))) == ["cat"]
    assert keys(Query(words=("amie",))) == []
    assert keys(Query(words=("lyon",))) == ["cat", "film"]
    assert keys(Query(is_shared=False)) == ["cat", "old", "film", "bare"]
    assert keys(Query(is_film=True)) == ["film"]
    assert keys(Query(people=(0, 0))) == ["cat", "both", "old"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [("color", "the colours of autumn"), ("grey", "my gray cat"), ("theatres", "two theaters")],
)
def test_who_spells_a_word_as_americans_do_finds_the_british_one_and_back(
    asked: str, said: str
) -> None:
    query = Query(words=(asked,))
    assert answers(query, [Item("here", Facts(), said=said), GALLERY[0]]) == [
        Item("here", Facts(), said=said)
    ]


@pytest.mark.parametrize(
    "asked",
    [
        "saint-michel", "Saint Michel", "michel", "observatoire", "l'observatoire",
        "Michel-l’Observatoire", "saint-michel-l'observatoire",
    ],
)  # fmt: skip
def test_whole_words_of_a_name_find_the_town(asked: str) -> None:
    far = Place("Saint-Michel-l’Observatoire", "FR", "3.3")
    items = [Item("far", Facts(place=far)), *GALLERY]
    ears = Ears("fr", date(2026, 7, 21), "FR", places_by_name([far, LYON, NICE]))
    (reading,) = settled(read_request(asked, ears))
    assert [one.key for one in answers(reading.query, items)] == ["far"]


def test_a_vague_date_is_in_its_year_and_in_no_summer() -> None:
    assert keys(Query(first=date(2019, 1, 1), last=date(2019, 12, 31))) == ["old"]
    assert keys(Query(first=date(2019, 6, 1), last=date(2019, 8, 31))) == []
    assert keys(Query(last=date(2019, 12, 31))) == ["old"]


def test_what_is_near_is_a_question_with_one_part_less_that_has_an_answer() -> None:
    query = Query(concepts=(("cat",),), places=(PlaceName("FR", "Nice"),), is_shared=False)
    near = nearby(query, GALLERY)

    assert [(one.without, one.count) for one in near] == [(Part.PLACE, 1), (Part.SHARED, 1)]
    assert nearby(Query(words=("nothing",)), GALLERY) == []


def test_the_best_for_a_collage_are_photos_that_were_looked_at() -> None:
    screenshot = replace(
        GALLERY[0], key="shot", sight=replace(sight(), kind=PictureKind.SCREENSHOT)
    )
    chosen = best([*GALLERY, screenshot], today=date(2026, 11, 21))

    assert [item.key for item in chosen] == ["cat", "both", "old"]
    assert len(best(GALLERY, today=date(2026, 11, 21), most=2)) == 2


def test_a_copy_without_a_date_is_found_beside_its_original() -> None:
    cat, both, old, *rest = GALLERY
    copies = [replace(GALLERY[4], key="of cat"), replace(GALLERY[4], key="of nothing here")]
    instead = {"of cat": "cat", "of nothing here": "forgotten"}

    ordered = beside([cat, both, old, *rest, *copies], instead)
    assert ordered == [cat, copies[0], both, old, *rest, copies[1]]


@given(
    st.permutations("abcdef"),
    st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdefg")),
)
def test_nothing_is_lost_or_found_twice_beside_what_stands_for_it(
    names: list[str], instead: dict[str, str]
) -> None:
    items = [Item(name, Facts()) for name in names]
    ordered = [one.key for one in beside(items, instead)]

    assert sorted(ordered) == sorted(names)
    still = [name for name in names if instead.get(name) not in set(names) - instead.keys()]
    assert [name for name in ordered if name in still] == still


@given(queries, st.sampled_from(list(Part)))
def test_one_part_less_never_finds_less(query: Query, part: Part) -> None:
    assert set(keys(query)) <= set(keys(query.without(part)))
