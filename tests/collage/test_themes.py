"""The laws of every theme's page, whatever is given, and what each takes and bears."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.collage.accents import Season, accent_of, season_of
from bot.collage.certificate import certify
from bot.collage.compose import PAGES, compose
from bot.collage.draft import FIRST
from bot.collage.material import Material
from bot.collage.page_plan import PageAsked, page_plan
from bot.collage.plan import Anchor, Cell, MarkKind, Plan, PlanPhoto
from bot.collage.recipe import from_json, to_json
from bot.collage.themes import (
    FILM_STRIP,
    MOSAIC_LIGHT,
    POLAROIDS,
    POSTCARD,
    SHAPES,
    SQUARE,
    STORY,
    THEMES,
    Shape,
    Theme,
    offered,
)
from bot.collage.turned import bounds, card_corners, on_page, overlap_pixels, photo_corners
from bot.gallery.facts import Facts, Place
from bot.pixels.geometry import Box
from bot.pixels.tones import contrast
from storage.gallery import MediaId
from tests.collage.sights import albums, photos, sight

OWN = (POLAROIDS, FILM_STRIP, POSTCARD)
SMILE = Box(0.3, 0.2, 0.6, 0.6)
laws = settings(
    max_examples=4,  # of whole albums, in each theme; the bench takes hundreds
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
shapes = st.sampled_from(list(SHAPES.values()))


def known(album: list[PlanPhoto]) -> list[PlanPhoto]:
    """The same with days and towns, so that every theme takes them."""
    towns = ("Lyon", "Annecy", "Saint-Étienne")
    first = date(2018, 2, 27)
    return [
        replace(photo, taken=first + timedelta(days=200 * place), place=towns[place % 3])
        for place, photo in enumerate(album)
    ]


def composed(album: list[PlanPhoto], shape: Shape, theme: Theme, title: str | None) -> Plan:
    every = frozenset(photo.key for photo in album)
    return compose(album, shape, theme=theme, title=title, seed=1, language="fr", kept_twins=every)


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.id)
@laws
@given(albums(least=1), shapes, st.sampled_from([None, "Été", "Un très long titre pour l’été"]))
def test_nobody_is_cut_covered_lost_or_stretched_and_every_photo_is_told_of(
    theme: Theme, album: list[PlanPhoto], shape: Shape, title: str | None
) -> None:
    """One page is enough for all the laws: laying it out is what takes long."""
    plan = composed(known(album), shape, theme, title)
    sights = {photo.key: photo.sight for photo in album}

    found = certify(plan, sights)
    assert (found.faces_cut, found.faces_lost) == (0, 0)
    told = [cell.key for cell in plan.cells] + [left.key for left in plan.left_out]
    assert sorted(told) == sorted(sights)
    assert from_json(to_json(plan)) == plan
    for cell in plan.cells:
        assert cell.on_page.size.aspect == pytest.approx(cell.of_source.size.aspect, rel=0.04)
        _, top, _, bottom = bounds(card_corners(cell))
        assert top >= shape.clear_pixels - 1
        assert bottom <= shape.page.height - shape.clear_pixels + 1
    for place, under in enumerate(plan.cells):
        for over in plan.cells[place + 1 :]:
            assert_little_is_covered(plan, under, over)
            for face in sights[under.key].faces:
                assert overlap_pixels(on_page(under, face), card_corners(over)) <= 1


def assert_little_is_covered(plan: Plan, under: Cell, over: Cell) -> None:
    """A card hides hardly anything of another one's photo, and nothing of what is written."""
    covered = overlap_pixels(photo_corners(under), card_corners(over))
    assert covered <= 0.12 * max(under.on_page.width, under.on_page.height)
    for words in plan.words:
        if words.about == under.key:
            x, y = words.x, words.baseline
            point = ((x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1))
            assert overlap_pixels(point, card_corners(over)) == 0


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.id)
def test_the_same_is_arranged_the_same(theme: Theme) -> None:
    album = known(photos(*(sight(grain=place + 1, faces=(SMILE,)) for place in range(5))))

    assert composed(album, STORY, theme, "Été") == composed(album, STORY, theme, "Été")


def test_a_film_runs_over_both_edges_of_the_page() -> None:
    album = known(photos(*(sight(grain=place + 1) for place in range(5))))

    plan = composed(album, SQUARE, FILM_STRIP, None)

    films = [mark for mark in plan.marks if mark.kind is MarkKind.BOX and mark.box.left == 0]
    assert films
    assert all(mark.box.width == SQUARE.page.width for mark in films)
    for holes in (mark for mark in plan.marks if mark.times > 1):
        assert holes.box.left < 0
        end = holes.box.left + (holes.times - 1) * holes.across_pixels + holes.box.width
        assert end >= SQUARE.page.width


def test_a_postcard_takes_four_and_says_the_rest() -> None:
    album = known(photos(*(sight(grain=place + 1) for place in range(9))))

    plan = composed(album, STORY, POSTCARD, "Chez Mamie")

    assert len(plan.cells) == 4
    assert len(plan.left_out) == 5


@pytest.mark.parametrize(
    ("apart_days", "stamped"), [(1, {"AUG", "2019"}), (40, {"2019"}), (900, {"2019", "2024"})]
)
def test_a_postmark_says_no_more_than_is_true_of_every_picture(
    apart_days: int, stamped: set[str]
) -> None:
    album = [
        replace(photo, taken=date(2019, 8, 1) + place * timedelta(days=apart_days))
        for place, photo in enumerate(photos(*(sight(grain=place + 1) for place in range(3))))
    ]
    plan = compose(album, SQUARE, theme=POSTCARD, title="Été 2019 2024", seed=1)

    faces = [words.text for words in plan.words if words.anchor is Anchor.MIDDLE]
    assert set(faces) == stamped


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.id)
def test_without_days_and_towns_nothing_is_said(theme: Theme) -> None:
    album = photos(*(sight(grain=place + 1) for place in range(3)))

    said = [words.text for words in composed(album, SQUARE, theme, None).words]

    assert [text for text in said if not text.isdigit()] == []


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.id)
def test_what_is_written_is_read_on_its_paper(theme: Theme) -> None:
    album = known(photos(*(sight(grain=place + 1) for place in range(4))))
    plan = composed(album, SQUARE, theme, "Été")

    papers = {POLAROIDS: (252, 251, 246), FILM_STRIP: (27, 22, 20), POSTCARD: plan.paper}
    assert plan.words
    assert all(contrast(words.ink, papers[theme]) >= 7 for words in plan.words)
    assert contrast(plan.ink, plan.paper) >= 7


def test_every_theme_has_a_page_and_is_offered_only_what_it_takes() -> None:
    assert set(PAGES) == set(THEMES)
    undated = photos(sight(grain=1), sight(grain=2))
    names = {theme.id for theme in offered(undated)}
    assert {"polaroids", "film-strip", "postcard", "mosaic-light"} <= names
    assert not names & {"then-and-now", "journey"}
    assert len(offered(known(undated))) > len(names)


def test_a_theme_that_cannot_take_its_photos_is_a_mosaic() -> None:
    undated = photos(sight(grain=1), sight(grain=2))
    plan = composed(undated, SQUARE, THEMES["journey"], None)
    assert plan == composed(undated, SQUARE, MOSAIC_LIGHT, None)


@pytest.mark.parametrize(
    ("month", "is_south", "season"),
    [(1, False, "winter"), (1, True, "summer"), (4, False, "spring"), (10, True, "spring")],
)
def test_seasons_are_those_of_the_photos(month: int, is_south: bool, season: str) -> None:  # noqa: FBT001  a case
    (photo,) = photos(sight())
    assert season_of([replace(photo, taken=date(2019, month, 5))], is_south=is_south) == season
    assert season_of([photo], is_south=is_south) is None


@pytest.mark.parametrize(
    ("countries", "home", "is_south"),
    [("", "NZ", True), ("", None, False), ("FR AU AU", "FR", True), ("FR FR AU", "AU", False)],
)
def test_seasons_are_of_where_photos_were_taken_else_of_where_their_person_lives(
    countries: str,
    home: str | None,
    is_south: bool,  # noqa: FBT001  a case
) -> None:
    facts = {MediaId(uuid4()): Facts(place=Place("x", country)) for country in countries.split()}
    assert Material((), {}, {}, facts, "en", home).is_south is is_south

    album = known(photos(*(sight(grain=place + 1) for place in range(3))))
    asked = PageAsked(album, replace(FIRST, theme=POLAROIDS.id, title="Été"))
    assert page_plan(asked).marks != page_plan(replace(asked, is_south=True)).marks


def test_an_accent_is_a_hue_of_the_photos_where_they_have_one() -> None:
    (photo,) = photos(sight())
    blue = replace(photo.sight, hues=tuple(float(place == 6) for place in range(24)))
    grey = replace(photo.sight, hues=(0.0,) * 24)

    found = accent_of([replace(photo, sight=blue)], Season.AUTUMN)
    assert found[2] > found[0]
    found = accent_of([replace(photo, sight=grey)], Season.AUTUMN)
    assert found[0] > found[2]
