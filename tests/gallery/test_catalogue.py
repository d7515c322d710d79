"""A gallery as pages: every media on exactly one, keys that come back, covers that stand first."""

from datetime import UTC, date, datetime, time
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from bot.gallery.catalogue import (
    MomentCover,
    Thumb,
    YearPage,
    cover_first,
    group_from,
    group_key,
    page_of,
    span,
)
from bot.gallery.covers import latest_first
from bot.gallery.facts import Facts, Place, Precision, TakenAt
from bot.texts import load_texts
from handlers import FOLDER
from handlers.gallery import view
from handlers.gallery.captions import moment_lines, moment_titles, words_under
from storage.gallery import MediaId, MediaKind, MediaRow, MomentId
from storage.gallery_browse import Group, GroupLine
from storage.people import PersonId
from tests.gallery.sights import sight

T = load_texts(path.parent for path in FOLDER.glob("*/en.ftl"))
LYON, PARIS = Place("Lyon", "FR", ""), Place("Paris", "FR", "")
totals, sizes = st.integers(0, 20_000), st.integers(1, 12)
groups = st.one_of(
    st.builds(Group, moment=st.uuids().map(MomentId)),
    st.builds(lambda y, m: Group(month=y * 100 + m), st.integers(1, 9999), st.integers(1, 12)),
    st.just(Group()),
)


@given(totals, sizes, st.integers(-(2**70), 2**70))
def test_any_page_asked_for_is_one_that_is_there(total: int, most: int, page: int) -> None:
    found = span(page, total, most)
    assert 0 <= found.page < found.pages
    assert found.skip == found.page * most
    assert found.skip < max(total, 1)
    assert (found.pages - 1) * most < max(total, 1) <= found.pages * most


@given(totals.filter(bool), sizes, st.data())
def test_every_media_stands_on_the_page_that_leads_back_to_it(
    total: int, most: int, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, total - 1))
    found = span(page_of(place, most), total, most)
    assert found.skip <= place < found.skip + most


@given(groups)
def test_a_group_is_found_again_by_its_key(group: Group) -> None:
    assert group_from(group_key(group)) == group
    assert len(group_key(group)) <= 32


@given(st.text(max_size=40))
def test_what_no_button_carried_is_no_group(key: str) -> None:
    found = group_from(key)
    assert found is None or group_key(found) == key.lower()


@given(st.lists(st.floats(0, 1, width=16), min_size=1, max_size=12), st.integers(1, 8))
def test_a_cover_is_the_best_and_the_rest_keep_their_order(
    sharpness: list[float], most: int
) -> None:
    keys = list(range(len(sharpness)))
    sights = {key: sight(sharpness=sharp) for key, sharp in zip(keys, sharpness, strict=True)}

    chosen = cover_first(keys, sights, most)

    assert sharpness[chosen[0]] == max(sharpness)
    assert chosen[1:] == sorted(chosen[1:])
    assert len(chosen) == len(set(chosen)) == min(most, len(keys))


def test_small_words_tell_the_thumbnails_of_a_page_apart() -> None:
    day, next_day = date(2024, 10, 12), date(2024, 10, 13)
    one = _thumb(TakenAt(day, time=time(15, 30)), LYON)
    later = _thumb(TakenAt(day, time=time(16, 0)), LYON)
    other = _thumb(TakenAt(next_day), PARIS)
    old = _thumb(TakenAt(date(1985, 1, 1), Precision.YEAR, is_guess=True), None)

    assert words_under([one, later], T["fr"], "FR") == ["15:30", "16:00"]
    assert words_under([one, other], T["fr"], "FR") == ["12 oct. · Lyon", "13 oct. · Paris"]
    assert words_under([one, old], T["fr"], "FR")[1] == "Vers 1985"
    assert words_under([one, old], T["en"], "FR")[0] == "12 Oct 2024 · Lyon"
    assert words_under([one, other], T["en"], "US")[1] == "Oct 13 · Paris"
    assert words_under([_thumb(None, None)], T["en"], "FR") == [""]
    scan = Thumb(MediaId(uuid4()), MediaKind.PHOTO, Facts(is_scan=True))
    assert words_under([scan], T["fr"], "FR") == ["Numérisée"]


def test_the_first_of_a_month_is_an_ordinal_in_french_alone() -> None:
    first, second = (_thumb(TakenAt(date(2018, 10, day)), LYON) for day in (1, 2))

    assert words_under([first, second], T["fr"], "FR") == ["1er oct.", "2 oct."]
    assert words_under([first, second], T["en"], "FR") == ["1 Oct", "2 Oct"]


def test_under_a_moment_stands_where_and_then_when_without_its_year() -> None:
    facts = (
        Facts(taken=TakenAt(date(2024, 10, 12)), place=LYON),
        Facts(taken=TakenAt(date(2024, 10, 14))),
    )
    there = MomentCover(Group(), 9, facts, _thumb(None, None))
    nowhere = MomentCover(Group(), 9, facts[1:], _thumb(None, None))
    never = MomentCover(Group(), 9, (Facts(),), _thumb(None, None))

    mamie = Facts(TakenAt(date(2024, 5, 1)), Place("chez Mamie", "", nickname="chez Mamie"))
    at_home = MomentCover(Group(), 9, (mamie,), _thumb(None, None))

    covers = [there, nowhere, never, at_home]
    assert moment_lines(covers, T["fr"], "FR") == [
        ("Lyon", "12–14 octobre"),
        ("14 octobre", ""),
        (T["fr"]("gallery-moment-untitled"), ""),
        ("Chez Mamie", "1er mai"),
    ]
    assert moment_lines([there], T["en"], "US") == [("Lyon", "October 12–14")]


def test_two_moments_that_read_alike_are_told_apart_by_their_hours() -> None:
    def moment(*hours: int) -> MomentCover:
        day = date(2024, 10, 12)
        facts = tuple(Facts(TakenAt(day, time=time(hour)), LYON) for hour in hours)
        return MomentCover(Group(), 9, facts, _thumb(None, None))

    evening = "Une soirée à Lyon, 12 octobre 2024"
    covers = [moment(10, 9), moment(14), moment(19, 21)]
    titles = ["Lyon, 12 octobre 2024 · 09:00", "Lyon, 12 octobre 2024 · 14:00", evening]
    assert moment_titles(covers, T["fr"], "FR") == titles
    assert [when for _, when in moment_lines(covers, T["fr"], "FR")] == [
        "12 octobre · 09:00", "12 octobre · 14:00", "12 octobre · 19:00",
    ]  # fmt: skip
    assert moment_titles(covers[1:], T["fr"], "FR")[0] == "Lyon, 12 octobre 2024"


def _thumb(taken: TakenAt | None, place: Place | None) -> Thumb:
    return Thumb(MediaId(uuid4()), MediaKind.PHOTO, Facts(taken=taken, place=place))


def test_a_weekend_of_two_moments_stands_once_above_them() -> None:
    days = [Facts(TakenAt(date(2024, 10, day)), LYON) for day in (13, 12, 2)]
    weekend = (days[1], days[0])
    covers = [
        MomentCover(
            Group(moment=MomentId(uuid4())),
            3,
            (one,),
            Thumb(MediaId(uuid4()), MediaKind.PHOTO, one),
            weekend if one in weekend else (),
        )
        for one in days
    ]
    page = YearPage(2024, 9, tuple(covers), 3, span(0, 3, 9))
    assert view.moments(page, T["fr"], None) == [
        "<b>Week-end à Lyon, 12–13 octobre 2024</b>",
        "\N{EM SPACE}1. Lyon, 13 octobre 2024 · 3 images",
        "\N{EM SPACE}2. Lyon, 12 octobre 2024 · 3 images",
        "3. Lyon, 2 octobre 2024 · 3 images",
    ]


@given(st.lists(st.datetimes(datetime(2026, 7, 19), datetime(2026, 7, 21)), unique=True))  # noqa: DTZ001 - a camera's wall time
def test_moments_of_one_day_stand_the_latest_first_as_the_days_do(begins: list[datetime]) -> None:
    now = datetime(2026, 8, 1, tzinfo=UTC)
    lines, rows, facts = [], {}, {}
    for begin in sorted(begins, key=lambda one: one.date(), reverse=True):  # as the rows come
        group, day = Group(moment=MomentId(uuid4())), begin.date()
        row = MediaRow(
            owner=PersonId(uuid4()), kind=MediaKind.PHOTO, arrived_at=now, last_used_at=now
        )
        lines.append(GroupLine(group, 1, day, day))
        rows[group] = [row]
        facts[row.id] = Facts(TakenAt(day, time=begin.time()))

    told = [facts[rows[one.group][0].id].taken for one in latest_first(lines, rows, facts)]

    assert [one.local for one in told if one] == sorted(begins, reverse=True)
