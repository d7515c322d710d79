"""Steps on a collage: what they decide, what a finished page becomes, and what is remembered."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.collage.draft import FIRST, Proposal
from bot.collage.edits import EVERY, Change, Decision, Edit, decide
from bot.collage.history import (
    MOST_STATES,
    State,
    decision_from,
    decision_json,
    remembered,
    states_from,
    states_json,
)
from bot.collage.numbers import numbered, with_numbers
from bot.collage.page import WHOLE_FACE
from bot.collage.page_plan import PageAsked, area_of, larger_page_plan, page_plan
from bot.collage.plan import Cell, CellLook, PixelBox, Plan, PlanPhoto, visible_share
from bot.collage.rearranged import dressed, recropped, swapped
from bot.collage.refilled import cuts_of
from bot.collage.themes import THEMES
from bot.collage.trees import BESIDE
from bot.pixels.geometry import Box, Size
from bot.vision.sight import Sight
from tests.collage.sights import albums, photos, sight

SMILE = Box(0.40, 0.30, 0.60, 0.60)
PENCIL = CellLook("pencil")
POLAROIDS = replace(FIRST, theme="polaroids")


@pytest.fixture(scope="module")
def album() -> list[PlanPhoto]:
    sides = [(4000, 3000), (3000, 4000), (4000, 2250), (3000, 3000), (3000, 4000), (4000, 3000)]
    return photos(*(sight(*side, grain=n + 1) for n, side in enumerate(sides)))


def laid(album: list[PlanPhoto], decision: Decision = FIRST) -> Plan:
    return page_plan(PageAsked(album, decision))


def seen(album: list[PlanPhoto]) -> Mapping[str, Sight]:
    return {photo.key: photo.sight for photo in album}


def box(left: int, top: int, width: int, height: int) -> Cell:
    return Cell("", PixelBox(left, top, width, height), PixelBox(0, 0, 9, 9), Size(9, 9))


def test_numbers_run_as_one_reads_whatever_the_order_of_the_cells() -> None:
    """Rows by where photos begin; one that begins a little lower is still beside the first."""
    rows = [box(0, 0, 50, 60), box(60, 5, 40, 20), box(60, 30, 40, 30), box(0, 70, 99, 20)]
    for cells in (rows, rows[::-1], [rows[2], rows[0], rows[3], rows[1]]):
        assert numbered(cells) == rows


@given(albums(most=12))
@settings(max_examples=4)
def test_every_photo_has_one_number_within_its_corner(album: list[PlanPhoto]) -> None:
    plan = laid(album)
    keys = [cell.key for cell in numbered(plan.cells)]
    shown = with_numbers(plan, keys)

    figures = [str(keys.index(key) + 1) for key in keys_of(plan)]
    assert [one.text for one in shown.words] == figures
    for mark, cell in zip(shown.marks[1::2], plan.cells, strict=True):
        assert mark.box.left >= cell.on_page.left
        assert mark.box.top + mark.box.height <= cell.on_page.top + cell.on_page.height
    assert replace(shown, marks=plan.marks, words=plan.words) == plan


def keys_of(plan: Plan) -> list[str]:
    return [cell.key for cell in plan.cells]


@given(st.data())
@settings(max_examples=8)
def test_two_that_change_places_fill_them_and_keep_every_face(data: st.DataObject) -> None:
    """In frames of their own, as polaroids have them; a mosaic may be bent anew."""
    album = data.draw(albums(most=6))
    plan = laid(album, POLAROIDS)
    if len(plan.cells) < len(album):
        return
    one, other = data.draw(st.permutations(keys_of(plan)))[:2]
    found = swapped(plan, seen(album), FIRST, one, other)
    if found is None:
        return

    before, after = ({cell.key: cell for cell in page.cells} for page in (plan, found))
    assert after[one].on_page == before[other].on_page
    assert after[other].on_page == before[one].on_page
    assert {k: v for k, v in after.items() if k not in {one, other}} == {
        k: v for k, v in before.items() if k not in {one, other}
    }
    for key in (one, other):
        shares = (visible_share(after[key], face) for face in seen(album)[key].faces)
        assert all(share >= WHOLE_FACE for share in shares)
        aspects = (after[key].on_page.size.aspect, after[key].of_source.size.aspect)
        assert abs(aspects[0] / aspects[1] - 1) < 0.02


@given(st.data())
@settings(max_examples=10)
def test_a_mosaic_in_which_two_change_places_is_as_full_and_crops_no_more_than_their_old_cells(
    data: st.DataObject,
) -> None:
    album = data.draw(albums(most=9))
    plan = laid(album)
    if len(plan.cells) < 2:
        return
    one, other = data.draw(st.permutations(keys_of(plan)))[:2]
    sights = seen(album)
    found = swapped(plan, sights, FIRST, one, other)
    in_old_cells = swapped(plan, {key: sights[key] for key in (one, other)}, FIRST, one, other)
    if found is None:
        assert in_old_cells is None
        return

    if in_old_cells is not None:
        assert cropped(found) <= cropped(in_old_cells)
    exchanged = {one: other, other: one}
    assert keys_of(found) == [exchanged.get(key, key) for key in keys_of(plan)]
    boxes = [cell.on_page for cell in found.cells]
    assert PixelBox.around(boxes) == PixelBox.around([cell.on_page for cell in plan.cells])
    assert cuts_of(boxes) is not None
    for cell in found.cells:
        assert all(visible_share(cell, face) >= WHOLE_FACE for face in sights[cell.key].faces)
        aspects = (cell.on_page.size.aspect, cell.of_source.size.aspect)
        assert abs(aspects[0] / aspects[1] - 1) < 0.02


def cropped(plan: Plan) -> float:
    return 1 - sum(cell.shown_share for cell in plan.cells) / len(plan.cells)


def test_wide_and_high_ones_that_change_places_keep_their_shapes() -> None:
    sides = [(4000, 3000), (3000, 4000), (4000, 3000)]
    album = photos(*(sight(*sides[n % 3], grain=n + 1) for n in range(10)))
    plan, sights = laid(album), seen(album)
    for one, other in ("01", "34", "45"):
        two = {f"{name}.jpg": sights[f"{name}.jpg"] for name in (one, other)}
        found, in_old_cells = (swapped(plan, known, FIRST, *two) for known in (sights, two))
        assert found is not None
        assert in_old_cells is not None
        assert cropped(found) <= 0.05 < cropped(in_old_cells)


def test_no_cuts_part_a_pinwheel() -> None:
    turns = [box(0, 0, 60, 30), box(70, 0, 30, 60), box(40, 70, 60, 30), box(0, 40, 30, 60)]
    around = [cell.on_page for cell in turns]
    assert cuts_of(around) is None
    assert cuts_of(around[:2]) == (0, 1, BESIDE)


def test_looks_go_with_the_photos_that_change_places(album: list[PlanPhoto]) -> None:
    worn = replace(FIRST, looks={album[0].key: PENCIL})
    plan = laid(album, worn)
    found = swapped(plan, seen(album), worn, album[0].key, album[1].key)
    assert found is not None
    assert [cell.key for cell in found.cells if cell.look] == [album[0].key]


@pytest.mark.parametrize("change", [Change.BIGGER, Change.DROP, Change.BRING_BACK, Change.STORY])
def test_edits_do_not_pile_up(change: Change) -> None:
    """A page laid out anew is as good as the first: all have other places, so swaps are none."""
    swap = decide(FIRST, Edit(Change.SWAP, (1, 2)), ["a", "b"])
    after, plain = (decide(before, Edit(change, (1,)), ["c"]) for before in (swap, FIRST))
    assert after == plain


def test_a_swap_outlives_words_and_another_theme(album: list[PlanPhoto]) -> None:
    plan = laid(album)
    keys = keys_of(plan)[:2]
    swap = decide(FIRST, Edit(Change.SWAP, (1, 2)), keys)
    assert laid(album, swap) == swapped(plan, seen(album), swap, *keys)
    assert decide(swap, Edit(Change.TITLE_OFF)).swaps == swap.swaps
    assert decide(swap, Edit(Change.DARK)).swaps == swap.swaps
    assert decide(swap, Edit(Change.LAYOUT)).swaps == ()
    twice = decide(swap, Edit(Change.SWAP, (1, 2)), keys)
    assert laid(album, twice) == plan


def test_one_made_bigger_is_bigger(album: list[PlanPhoto]) -> None:
    plan = laid(album)
    largest = max(keys_of(plan), key=lambda key: area_of(plan, key))
    for photo in album:
        hero = decide(FIRST, Edit(Change.BIGGER, (1,)), [photo.key])
        larger = larger_page_plan(PageAsked(album, hero), plan, photo.key)
        before, after = area_of(plan, photo.key), area_of(larger, photo.key)
        assert after >= before if photo.key == largest else after > before
        assert set(keys_of(larger)) == set(keys_of(plan))


def test_a_crop_goes_from_window_to_window_of_the_same_place() -> None:
    album = photos(*(sight(5000, 2000, grain=n + 1, middle=(0.3, 0.5)) for n in range(3)))
    plan, sights = laid(album, POLAROIDS), seen(album)
    assert all(_loses(plan, key) for key in keys_of(plan))
    for key in keys_of(plan):
        decision = decide(POLAROIDS, Edit(Change.CROP, (1,)), [key])
        found = recropped(plan, sights, decision, key)
        assert found is not None
        assert [cell.on_page for cell in found[0].cells] == [cell.on_page for cell in plan.cells]
        assert found[0] != plan
        assert laid(album, found[1]).cells == found[0].cells


def _loses(plan: Plan, key: str) -> bool:
    """Whether a tenth of it or more is cropped away."""
    cell = next(cell for cell in plan.cells if cell.key == key)
    return cell.of_source.area < 0.9 * cell.source.width * cell.source.height


def test_a_face_that_fills_its_photo_has_no_other_crop() -> None:
    faces = (Box(0.1, 0.1, 0.9, 0.9),)
    album = photos(sight(faces=faces, grain=1), sight(3000, 4000, grain=2))
    decision = decide(FIRST, Edit(Change.CROP, (1,)), [album[0].key])
    assert recropped(laid(album), seen(album), decision, album[0].key) is None


def test_what_was_dropped_comes_back_and_a_hero_that_goes_is_none() -> None:
    hero = decide(FIRST, Edit(Change.BIGGER, (1,)), ["a"])
    gone = decide(hero, Edit(Change.DROP, (1,)), ["a"])
    assert (gone.dropped, gone.hero) == (frozenset("a"), None)
    back = decide(gone, Edit(Change.BRING_BACK, (1,)), ["a"])
    assert (back.dropped, back.kept) == (frozenset(), frozenset("a"))


def test_a_look_is_for_all_or_one_and_one_may_do_without(album: list[PlanPhoto]) -> None:
    every = decide(FIRST, Edit(Change.LOOK, look=PENCIL))
    plain = decide(every, Edit(Change.LOOK, (2,)), ["b"])
    assert (plain.look_of("a"), plain.look_of("b")) == (PENCIL, None)
    assert decide(plain, Edit(Change.LOOK)).looks == {}
    assert every.looks == {EVERY: PENCIL}
    assert {cell.look for cell in dressed(laid(album), every).cells} == {PENCIL}


def test_another_theme_and_shape_keep_what_was_decided_of_single_photos() -> None:
    begun = replace(FIRST, dropped=frozenset("a"), crops={"b": 1}, looks={"b": PENCIL}, pick=2)
    for theme in THEMES:
        changed = decide(begun, Edit(Change.THEME, theme=theme))
        assert replace(changed, theme=begun.theme) == begun
    story = decide(begun, Edit(Change.STORY))
    assert (story.shape, story.pick, story.dropped) == ("story", 0, begun.dropped)


def test_one_photo_alone_is_framed_whole_in_every_shape() -> None:
    """An honest single: nothing of it is cropped away."""
    album = photos(sight(6000, 1500, faces=(SMILE,)))
    for shape in ("square", "story", "wide"):
        (cell,) = laid(album, replace(FIRST, shape=shape)).cells
        assert cell.of_source == PixelBox(0, 0, 6000, 1500)


@cache
def two_photos() -> Plan:
    return laid(photos(sight(grain=1), sight(3000, 4000, grain=2)))


decisions = st.builds(
    replace,
    st.just(FIRST),
    seed=st.integers(1, 99),
    hero=st.none() | st.just("a"),
    dropped=st.frozensets(st.sampled_from("abc")),
    kept=st.frozensets(st.sampled_from("abc")),
    swaps=st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("cd")), max_size=3).map(tuple),
    crops=st.dictionaries(st.sampled_from("abc"), st.integers(0, 5)),
    looks=st.dictionaries(st.sampled_from(["", "a"]), st.none() | st.just(PENCIL)),
)


@given(decisions)
@settings(max_examples=25)
def test_decisions_and_states_come_back_from_their_bytes(decision: Decision) -> None:
    state = State(two_photos(), decision, (Proposal("Deux chats", "plain-1"),))
    assert decision_from(decision_json(decision)) == decision
    assert states_from(states_json([state, state])) == (state, state)


def test_the_last_ten_states_are_remembered() -> None:
    states = [State(two_photos(), replace(FIRST, seed=seed), ()) for seed in range(1, 15)]
    past: tuple[State, ...] = ()
    for state in states:
        past = remembered(past, state)
    assert past == tuple(states[-MOST_STATES:])
