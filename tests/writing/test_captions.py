"""Captions: three spirits, only what is known, never the same phrase twice in a row."""

import random
import re
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gallery.facts import Facts, Place, Precision, Source, TakenAt
from bot.gallery.periods import Period, period_of
from bot.gallery.titles import title_of
from bot.pixels.geometry import Box, Size
from bot.texts import LANGUAGES, Language
from bot.vision.concepts import CONCEPTS
from bot.vision.sight import Likeness, Quality, Seen, Sight
from bot.writing.captions import captions
from bot.writing.facts import CaptionFacts, gather
from bot.writing.phrases import Spirit
from bot.writing.titles import title

LYON = Place("Lyon", "FR", "1.1")
PEKIN = Place("Beijing", "CN", "2.2")
HAVRE = Place("Le Havre", "FR", "3.3")

dates = st.builds(
    TakenAt,
    st.dates(date(1950, 1, 1), date(2026, 11, 21)),
    st.sampled_from(Precision),
    is_guess=st.booleans(),
)
facts_of_captions = st.builds(
    CaptionFacts,
    count=st.integers(1, 30),
    period=st.lists(dates, max_size=3).map(period_of),
    places=st.lists(st.sampled_from([LYON, PEKIN, HAVRE]), unique=True).map(tuple),
    people=st.integers(0, 12),
    concepts=st.lists(st.sampled_from(sorted(CONCEPTS)), unique=True, max_size=3).map(tuple),
    note=st.none() | st.text(max_size=300),
    is_in_order=st.booleans(),
    is_all_dated=st.booleans(),
    is_all_placed=st.booleans(),
)
languages = st.sampled_from(LANGUAGES)
dices = st.integers(0, 99).map(random.Random)


@given(facts_of_captions, languages, dices)
def test_three_captions_each_in_its_own_spirit(
    facts: CaptionFacts, language: Language, dice: random.Random
) -> None:
    found = captions(facts, language, dice)
    assert [one.spirit for one in found] == list(Spirit)
    assert all(0 < len(one.text) <= 200 for one in found)


@given(facts_of_captions, languages, dices)
def test_asking_again_never_gives_the_same_phrase_twice_in_a_row(
    facts: CaptionFacts, language: Language, dice: random.Random
) -> None:
    seen: set[str] = set()
    for _ in range(4):
        found = captions(facts, language, dice, avoid=seen)
        again = {one.template_id for one in found}
        assert len(again) == 3
        assert not again & seen
        seen = again


@given(facts_of_captions, languages, st.integers(0, 99))
def test_the_same_dice_write_the_same_captions(
    facts: CaptionFacts, language: Language, seed: int
) -> None:
    first = captions(facts, language, random.Random(seed))
    assert first == captions(facts, language, random.Random(seed))


@given(facts_of_captions, languages, dices)
def test_every_number_in_a_caption_comes_from_a_fact(
    facts: CaptionFacts, language: Language, dice: random.Random
) -> None:
    known = {facts.count, facts.people, len(facts.places) - 2}
    if facts.period:
        first, last = facts.period.first, facts.period.last
        known |= {first.year, first.year + 1, last.year, first.day, last.day}
        known.add((last - first).days + 1)
    for one in captions(replace(facts, note=None), language, dice):
        said = {int(number) for number in re.findall(r"\d+", one.text)}
        assert said <= known, one.text


@given(facts_of_captions, languages, dices)
def test_places_are_named_only_when_they_are_known(
    facts: CaptionFacts, language: Language, dice: random.Random
) -> None:
    known = {place.name for place in facts.places}
    for one in captions(replace(facts, note=None), language, dice):
        assert ("Lyon" not in one.text) or "Lyon" in known
        assert ("Havre" not in one.text) or "Le Havre" in known


@pytest.mark.parametrize(
    ("language", "others"), [("en", "three other places"), ("fr", "trois autres lieux")]
)
def test_more_towns_than_three_are_counted(language: Language, others: str) -> None:
    journey = tuple(
        Place(name, "FR", "1.1") for name in ("Lyon", "Metz", "Nice", "Brest", "Lille")
    )
    facts = CaptionFacts(8, places=journey, is_all_placed=True)
    (plain, *_) = captions(facts, language, random.Random(1))
    assert others in plain.text
    assert "Nice" not in plain.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_photos_without_a_place_are_not_said_to_be_taken_there(language: Language) -> None:
    facts = CaptionFacts(8, places=(LYON,), is_all_placed=False)
    for seed in range(60):
        for one in captions(facts, language, random.Random(seed)):
            assert not ("Lyon" in one.text and re.search(r"(?i)huit|eight", one.text)), one.text


def test_a_note_is_quoted_as_it_was_said() -> None:
    facts = CaptionFacts(1, note="  Le «gâteau»\nde Lou. ")
    texts = [one.text for seed in range(20) for one in captions(facts, "fr", random.Random(seed))]
    assert "«\u00a0Le ‘gâteau’ de Lou\u00a0»" in texts


def test_a_note_too_long_for_a_caption_is_left_out() -> None:
    facts = CaptionFacts(1, note="mot " * 60)
    for seed in range(20):
        assert not any("mot mot" in one.text for one in captions(facts, "fr", random.Random(seed)))


def sight(*seen: Seen, faces: int = 0, people: int = 0) -> Sight:
    box = Box(0.1, 0.1, 0.2, 0.2)
    return Sight(
        Size(4000, 3000),
        (box,) * faces,
        (box,) * people,
        seen,
        Quality(0.5, 0.5, 0.5),
        (1 / 64,) * 64,
        (1 / 64,) * 64,
        Likeness(b"", bytes(1024), bytes(48)),
        (0.0,) * 24,
    )


def taken(day: date, hour: int) -> TakenAt:
    return TakenAt(day, source=Source.EXIF, time=time(hour))


def test_what_is_known_of_media_together_is_gathered_in_the_order_of_time() -> None:
    later = Facts(taken(date(2024, 10, 14), 9), PEKIN)
    earlier = Facts(taken(date(2024, 10, 12), 18), LYON, note="En route")

    facts = gather(
        [
            (later, sight(Seen("cat", 0.9), faces=1)),
            (earlier, sight(Seen("cat", 0.5), Seen("boat", 0.95), people=3)),
        ],
        country="FR",
    )

    assert facts == CaptionFacts(
        count=2,
        period=Period(date(2024, 10, 12), date(2024, 10, 14)),
        places=(LYON, PEKIN),
        people=3,
        concepts=("cat", "boat"),
        note="En route",
        country="FR",
        is_in_order=True,
        is_all_dated=True,
        is_all_placed=True,
    )


def test_media_without_hours_make_no_journey() -> None:
    facts = gather(
        [(Facts(TakenAt(date(2024, 10, 14)), PEKIN), sight()), (Facts(None, LYON), sight())]
    )
    assert not facts.is_in_order
    assert not facts.is_all_dated
    assert facts.is_all_placed
    texts = [one.text for seed in range(40) for one in captions(facts, "en", random.Random(seed))]
    assert not any("from" in text for text in texts)


@pytest.mark.parametrize(
    ("seen", "named"),
    [
        (("coffee", "cup", "cat"), ("coffee", "cat")),
        (("cup", "coffee"), ("coffee",)),
        (("meal", "pizza", "wine", "cup"), ("pizza", "wine")),
        (("cup", "meal"), ("cup", "meal")),
        (("coffee", "cup", "cat", "dog"), ("coffee", "cat", "dog")),
    ],
)
def test_a_coffee_says_its_cup(seen: tuple[str, ...], named: tuple[str, ...]) -> None:
    sure = [Seen(concept, 0.9 - 0.01 * place) for place, concept in enumerate(seen)]
    assert gather([(Facts(), sight(*sure))]).concepts == named


@given(
    st.lists(
        st.sampled_from([Facts(taken(date(2024, 10, 12), 9)), Facts(place=LYON)]), max_size=4
    ),
    st.sampled_from([None, LYON]),
    languages,
    dices,
)
def test_a_scan_that_nobody_dated_is_given_no_day(
    others: list[Facts], place: Place | None, language: Language, dice: random.Random
) -> None:
    """Not in a caption and not in a title, alone or among photos that know theirs."""
    media = [
        (facts, sight(Seen("cat", 0.9))) for facts in [*others, Facts(None, place, is_scan=True)]
    ]
    facts = gather(media)

    texts = [one.text for one in captions(facts, language, dice)]
    texts += filter(None, [title(facts, language, named=title_of([one for one, _ in media]))])
    assert not [text for text in texts if re.search(r"\d|(?i:octo|samedi|saturday)", text)]


def test_two_different_notes_are_nobodys() -> None:
    assert gather([(Facts(note="un"), sight()), (Facts(note="deux"), sight())]).note is None
