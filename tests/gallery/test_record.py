"""Facts as sealed bytes: what is written is read again, and so is what an older version wrote."""

import json
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gallery.facts import Before, Facts, Place, Precision, Source, TakenAt
from bot.gallery.record import facts_bytes, facts_from, place_bytes, place_from

LYON = Place("Lyon", "FR", "1.1")
taken = st.none() | st.builds(
    TakenAt,
    st.dates(date(1826, 1, 1), date(2100, 1, 1)),
    st.sampled_from(Precision),
    st.sampled_from(Source),
    st.none() | st.times().map(lambda at: at.replace(microsecond=0)),
    st.booleans(),
)
note = st.none() | st.text(max_size=300)
said_place = st.none() | st.builds(
    Place, st.text(max_size=40), st.sampled_from(["", "FR", "US"]), nickname=note
)
before = st.none() | st.builds(
    Before, st.datetimes(timezones=st.just(UTC)), taken, note, said_place
)


@given(st.builds(Facts, taken, st.none(), note, said_place, st.booleans(), before))
def test_what_is_written_is_read_again(facts: Facts) -> None:
    read = facts_from(facts_bytes(facts))
    assert (read.taken, read.note, read.said_place) == (facts.taken, facts.note, facts.said_place)
    assert (read.is_scan, read.before) == (facts.is_scan, facts.before)


def test_what_people_gave_before_is_still_read() -> None:
    record = {
        "version": 1,
        "taken": {
            "first": "2024-10-12", "precision": "day", "source": "exif", "time": "15:30:00",
            "is_guess": False,
        },
        "note": "à la plage",
    }  # fmt: skip
    day = TakenAt(date(2024, 10, 12), source=Source.EXIF, time=time(15, 30))
    assert facts_from(json.dumps(record).encode(), LYON) == Facts(day, LYON, "à la plage")


def test_another_version_is_refused() -> None:
    with pytest.raises(ValueError, match="version 3"):
        facts_from(b'{"version": 3}')


def test_what_its_owner_said_of_a_place_wins_and_keeps_the_square() -> None:
    said = Place("Villeurbanne", "FR")
    read = facts_from(facts_bytes(Facts(said_place=said)), LYON)
    assert read.place == Place("Villeurbanne", "FR", "1.1")
    assert read.said_place == said
    assert facts_from(facts_bytes(Facts(said_place=said))).place == said


def test_a_nickname_is_not_kept_with_the_coordinates_town() -> None:
    named = Place("Lyon", "FR", "1.1", nickname="chez Mamie")
    assert place_from(place_bytes(named)) == LYON


def test_the_last_words_can_be_taken_back() -> None:
    at = datetime(2026, 11, 21, tzinfo=UTC)
    facts = Facts(note="plage", before=Before(at, note=None))
    assert facts_from(facts_bytes(facts)).before == Before(at)
