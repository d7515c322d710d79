"""Covers, calendars, then and now, journeys: the laws of pages that tell when and where."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.collage.compose import compose
from bot.collage.lettering_line import Line, ink_box
from bot.collage.lettering_words import smallest_pixels
from bot.collage.plan import Anchor, Cell, PixelBox, Plan, PlanPhoto, visible_share
from bot.collage.recipe import from_json, to_json
from bot.collage.themes import CALENDAR, COVER, JOURNEY, SHAPES, SQUARE, THEN_AND_NOW, Shape, Theme
from bot.pixels.geometry import Box
from bot.texts import Language
from tests.collage.sights import albums, photos, sight

FIRST = date(2019, 8, 1)
THEMES = (COVER, CALENDAR, THEN_AND_NOW, JOURNEY)
TOWNS = ("Lisbon", "Saint-Jean-de-Luz", "Évora", "Le Puy-en-Velay")

laws = settings(
    max_examples=25,  # of whole albums
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def known(album: list[PlanPhoto], *, apart_days: int, stay: int = 3) -> list[PlanPhoto]:
    """The same photos, so many days apart, in towns that change after so many photos."""
    return [
        replace(
            photo,
            taken=FIRST + timedelta(days=place * apart_days),
            place=TOWNS[place // stay % len(TOWNS)],
        )
        for place, photo in enumerate(album)
    ]


def page(
    album: list[PlanPhoto],
    theme: Theme,
    shape: Shape = SQUARE,
    *,
    title: str | None = "Été à Lisbonne, août 2019",
    language: Language = "fr",
) -> Plan:
    return compose(album, shape, theme=theme, title=title, seed=1, language=language)


def letters_on(plan: Plan) -> list[PixelBox]:
    """The ink of every line on the page, title and small letterings."""
    found = [
        (Line(one.text, one.face, one.size_pixels, one.anchor), one.x, one.baseline)
        for one in plan.words
    ]
    title = plan.title
    if title:
        middle = plan.page.width // 2 if title.x is None else title.x
        found += [
            (Line(text, title.face, title.size_pixels, Anchor.MIDDLE), middle, baseline)
            for text, baseline in zip(title.lines, title.baselines, strict=True)
        ]
    return [moved(ink_box(line), x, y) for line, x, y in found]


def moved(box: PixelBox, x: int, y: int) -> PixelBox:
    return replace(box, left=box.left + x, top=box.top + y)


def overlap(one: PixelBox, other: PixelBox) -> bool:
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return across > 0 and down > 0


def is_on(box: PixelBox, shape: Shape) -> bool:
    """On the page, and free of an app's own buttons."""
    size, clear = shape.page, shape.clear_pixels
    return (
        box.left >= 0
        and box.left + box.width <= size.width
        and box.top >= clear
        and box.top + box.height <= size.height - clear
    )


def faces_on(plan: Plan, album: list[PlanPhoto]) -> list[PixelBox]:
    """Every face where it lies on the page."""
    sights = {photo.key: photo.sight for photo in album}
    return [on_page(cell, face) for cell in plan.cells for face in sights[cell.key].faces]


def on_page(cell: Cell, face: Box) -> PixelBox:
    part, box = cell.of_source, cell.on_page
    scale = box.width / part.width
    left = box.left + (face.left * cell.source.width - part.left) * scale
    top = box.top + (face.top * cell.source.height - part.top) * scale
    width, height = face.width * cell.source.width, face.height * cell.source.height
    return PixelBox(round(left), round(top), round(width * scale), round(height * scale))


@laws
@given(albums(least=3), st.sampled_from(list(SHAPES.values())), st.sampled_from(THEMES), st.data())
def test_faces_are_whole_and_free_of_letters_and_every_photo_is_told_of(
    album: list[PlanPhoto], shape: Shape, theme: Theme, data: st.DataObject
) -> None:
    apart, stay = data.draw(st.sampled_from([1, 3, 40, 400])), data.draw(st.integers(1, 3))
    album = known(album, apart_days=apart, stay=min(stay, len(album) - 1))
    assume(theme.takes(album))
    plan = page(album, theme, shape)
    sights = {photo.key: photo.sight for photo in album}

    for cell in plan.cells:
        assert all(visible_share(cell, face) > 0.99 for face in sights[cell.key].faces)
        assert cell.on_page.size.aspect == pytest.approx(cell.of_source.size.aspect, rel=0.03)
    told = [*(cell.key for cell in plan.cells), *(left.key for left in plan.left_out)]
    assert sorted(told) == sorted(sights)
    letters = letters_on(plan)
    assert all(is_on(box, shape) for box in letters)
    assert not any(overlap(one, other) for one, other in combinations(letters, 2))
    under = faces_on(plan, album) if theme is COVER else [cell.on_page for cell in plan.cells]
    assert not any(overlap(box, one) for box in letters for one in under)
    assert all(one.size_pixels >= smallest_pixels(shape.page) for one in plan.words)
    assert from_json(to_json(plan)) == plan


def in_order(plan: Plan) -> list[str]:
    """The texts beside the photos, as they are read: row by row."""
    return [one.text for one in sorted(plan.words, key=lambda one: (one.baseline, one.x))]


def plain(count: int) -> list[PlanPhoto]:
    return photos(*(sight(grain=place + 1) for place in range(count)))


def test_a_journey_tells_its_places_in_the_order_of_their_days_on_one_line() -> None:
    album = known(plain(6), apart_days=1, stay=2)
    plan = page(album[::-1], JOURNEY, title=None)

    names = [text for text in in_order(plan) if text in TOWNS]
    assert names == list(TOWNS[:3])
    assert "1er–2 août 2019" in in_order(plan)
    lines = [mark for mark in plan.marks if not mark.radius_pixels]
    assert lines[0].box.left > 0
    assert lines[-1].box.left + lines[-1].box.width < plan.page.width


def test_what_lasted_for_years_tells_them() -> None:
    trip = known(plain(4), apart_days=400, stay=1)
    years = {str(photo.taken.year) for photo in trip if photo.taken}
    for shape in SHAPES.values():
        texts = in_order(page(trip, JOURNEY, shape, title=None))
        assert all(any(year in text for text in texts) for year in years)

    half = known(plain(4), apart_days=300, stay=9)
    later = [replace(half[-1], key="later", taken=FIRST + timedelta(days=5000))]
    texts = in_order(page([*half, *later], THEN_AND_NOW, title=None, language="en"))
    assert set(texts) == {
        "2019–2022",
        "Aug 2019 – Jan 2022 · Lisbon",
        "2033",
        "9 Apr · Lisbon",
    }


@pytest.mark.parametrize("shape", SHAPES.values(), ids=lambda shape: shape.id)
def test_the_name_of_a_place_is_never_cut_where_two_lines_hold_it(shape: Shape) -> None:
    towns = ("Cape Canaveral", "Saint-Jean-de-Luz", "Paris", "San Luis Obispo", "Le Puy-en-Velay")
    for sizes in ([(4000, 3000)] * 5, [(3000, 4000)] * 5, [(2000, 500), *[(500, 1500)] * 4]):
        album = [
            replace(photo, place=town, taken=FIRST)
            for photo, town in zip(
                photos(*(sight(*size, grain=place + 1) for place, size in enumerate(sizes))),
                towns,
                strict=True,
            )
        ]
        texts = [one.text for one in page(album, JOURNEY, shape, title=None).words]

        told = "".join(texts).replace(" ", "")
        assert all(town.replace(" ", "") in told for town in towns)


def test_weeks_begin_and_days_are_written_as_where_the_person_lives() -> None:
    album = known(plain(5), apart_days=1, stay=9)

    def texts(country: str | None, theme: Theme) -> list[str]:
        made = compose(album, SQUARE, theme=theme, title=None, seed=1, country=country)
        return in_order(made)

    heads = [texts(country, CALENDAR)[1:8] for country in (None, "GB", "US")]
    assert heads == [list("MTWTFSS"), list("MTWTFSS"), list("SMTWTFS")]
    assert texts("US", COVER) == ["LISBON · AUG 1 – 5, 2019"]
    assert texts("GB", COVER) == ["LISBON · 1–5 AUG 2019"]


def test_more_stops_than_a_page_holds_keep_the_ones_with_the_best_photos() -> None:
    album = [
        replace(photo, place=f"Town {number}", taken=FIRST + timedelta(days=number))
        for number, photo in enumerate(plain(12))
    ]
    plan = page(album, JOURNEY)

    assert len(plan.cells) == 8
    assert len(plan.left_out) == 4


@pytest.mark.parametrize(("language", "heading"), [("fr", "Août 2019"), ("en", "August 2019")])
def test_a_calendar_of_a_month_has_every_day_once_and_the_best_photo_of_each(
    language: Language, heading: str
) -> None:
    best = replace(plain(6)[5], taken=FIRST)
    album = [best, *known(plain(5), apart_days=1)]
    plan = page(album, CALENDAR, title=None, language=language)

    texts = in_order(plan)
    assert texts[0] == heading
    assert [text for text in texts if text.isdigit()] == [str(day) for day in range(1, 32)]
    assert len(plan.marks) == 31
    assert len(plan.cells) == 5


def test_months_of_one_year_make_a_calendar_of_twelve() -> None:
    plan = page(known(plain(6), apart_days=30), CALENDAR, title=None)

    assert "Décembre" in in_order(plan)
    assert in_order(plan)[0] == "2019"


def test_days_of_many_years_are_no_calendar_that_would_be_nearly_empty() -> None:
    assert not CALENDAR.takes(known(plain(12), apart_days=100))
    assert CALENDAR.takes(known(plain(5), apart_days=1))


def test_then_and_now_shows_the_same_view_twice_when_years_lie_between() -> None:
    view = sight(grain=7)
    album = known(photos(view, view), apart_days=3000, stay=9)
    plan = page(album, THEN_AND_NOW, title=None)

    assert len(plan.cells) == 2
    assert {one.text for one in plan.words} >= {"2019", "2027"}
    assert len(plan.marks) == 1


def test_a_cover_says_where_and_when_unless_its_title_does() -> None:
    album = known(plain(3), apart_days=1, stay=9)

    assert [one.text for one in page(album, COVER, title="Vacances").words] == [
        "LISBON · 1ER–3 AOÛT 2019"
    ]
    assert not page(album, COVER, title="Lisbon, août 2019").words


def test_a_picture_full_of_faces_bears_no_letters_they_stand_on_paper() -> None:
    crowd = photos(sight(3000, 3000, faces=(Box(0.1, 0.02, 0.5, 0.98), Box(0.5, 0.02, 0.9, 0.98))))
    plan = page(crowd, COVER)

    assert plan.title
    (cell,) = plan.cells
    assert max(plan.title.baselines) < cell.on_page.top


@pytest.mark.parametrize("shape", SHAPES.values(), ids=lambda shape: shape.id)
def test_where_nobody_may_look_for_faces_no_letters_lie_on_a_persons_head(shape: Shape) -> None:
    person, head = Box(0.03, 0.01, 0.71, 0.99), Box(0.3, 0.05, 0.6, 0.4)
    seen = replace(sight(512, 512), people=(person,))
    plan = page(photos(seen), COVER, shape)

    (cell,) = plan.cells
    assert not any(overlap(box, on_page(cell, head)) for box in letters_on(plan))


@pytest.mark.parametrize("theme", THEMES)
def test_another_layout_is_another_page(theme: Theme) -> None:
    first = known(plain(7), apart_days=0, stay=2)
    album = [
        replace(photo, taken=FIRST + timedelta(days=later))
        for photo, later in zip(
            first, (0, 0, 0, 1, 2, 3, 900 if theme is THEN_AND_NOW else 4), strict=True
        )
    ]
    assert theme.takes(album)
    pages = [
        compose(album, SQUARE, theme=theme, title=None, seed=seed).cells for seed in range(1, 4)
    ]

    assert any(page != pages[0] for page in pages)


@pytest.mark.parametrize("theme", THEMES)
def test_the_same_photos_give_the_same_page(theme: Theme) -> None:
    album = known(plain(5), apart_days=400, stay=2)

    assert page(album, theme) == page(album, theme)
