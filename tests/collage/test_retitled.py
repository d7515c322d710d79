"""Another title, or none, on a finished page; and what is laid out only to be numbered."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.collage.draft import FIRST
from bot.collage.edits import Decision
from bot.collage.numbers import numbered
from bot.collage.page import WHOLE_FACE
from bot.collage.page_plan import PageAsked, contact_sheet, page_plan, retitled_page_plan
from bot.collage.plan import Plan, PlanPhoto, visible_share
from bot.collage.rearranged import swapped
from bot.collage.refilled import cuts_of
from bot.collage.retitled import has_moved
from tests.collage.sights import albums, photos, sight

TITLES = (None, "Mai", "Chez Mamie, un été entier au bord de la mer")
SIDES = ((4000, 3000), (3000, 4000), (4000, 2250), (3000, 3000), (3000, 4000), (4000, 3000))


def keys_of(plan: Plan) -> list[str]:
    return [cell.key for cell in plan.cells]


def album() -> list[PlanPhoto]:
    return photos(*(sight(*side, grain=at) for at, side in enumerate(SIDES, 1)))


def entitled(title: str | None, swaps: tuple[tuple[str, str], ...] = ()) -> Decision:
    return replace(FIRST, title=title, swaps=swaps)


def test_a_title_written_removed_or_proposed_leaves_every_photo_in_its_place() -> None:
    """Also those that changed places."""
    some = album()
    page = page_plan(PageAsked(some, entitled("Mai")))
    one, _, other, *_ = keys_of(page)
    swaps = ((one, other),)
    before = swapped(page, {photo.key: photo.sight for photo in some}, FIRST, one, other) or page
    cuts = cuts_of([cell.on_page for cell in before.cells])

    for title in TITLES:
        after = retitled_page_plan(PageAsked(some, entitled(title, swaps)), before)

        assert keys_of(after) == keys_of(before)
        assert cuts_of([cell.on_page for cell in after.cells]) == cuts
        assert not has_moved(before, after)
        assert (after.title is None) == (title is None)
        top = min(cell.on_page.top for cell in after.cells)
        assert after.title is None or max(after.title.baselines) < top


@given(albums(most=6), st.permutations(TITLES))
@settings(max_examples=5)
def test_under_another_title_every_face_is_whole(
    some: list[PlanPhoto], titles: list[str | None]
) -> None:
    page = page_plan(PageAsked(some, entitled(titles[0])))
    after = retitled_page_plan(PageAsked(some, entitled(titles[1])), page)
    cells = {cell.key: cell for cell in after.cells}
    for photo in some:
        shown = [
            photo.key in cells and visible_share(cells[photo.key], face)
            for face in photo.sight.faces
        ]
        assert photo.key not in cells or all(share >= WHOLE_FACE for share in shown)


def test_a_page_of_other_photos_is_laid_out_anew() -> None:
    """One was hidden since: nothing of it stays under the new title."""
    some = album()
    before = page_plan(PageAsked(some, entitled("Mai")))
    after = retitled_page_plan(PageAsked(some[1:], entitled("Juin")), before)

    assert set(keys_of(after)) == {photo.key for photo in some[1:]}
    assert has_moved(before, after)


def test_what_may_come_back_is_numbered_as_one_reads() -> None:
    """A sheet of them in rows: the first is at the top left, whatever their shapes."""
    for count in range(1, 7):
        some = album()[:count]
        sheet = contact_sheet(PageAsked(some, FIRST))
        assert [cell.key for cell in numbered(sheet.cells)] == [photo.key for photo in some]
