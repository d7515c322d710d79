"""A decision becomes a plan, in the child that has the fonts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.collage.compose import compose
from bot.collage.draft import FIRST
from bot.collage.edits import Decision
from bot.collage.page import area_of as area_for
from bot.collage.page import room_of
from bot.collage.pages.rows import filled, in_rows, pieces
from bot.collage.plan import Plan, PlanPhoto
from bot.collage.rearranged import rearranged
from bot.collage.retitled import retitled
from bot.collage.themes import SHAPES, THEMES
from bot.texts import Language
from storage.traits import Trait

FEW: Final = 5  # photos that fit a page best in one way only, whatever the seed
TRIES: Final = 6  # seeds, before the page stays as it was
LARGER: Final = 1.25  # times the area that a photo had: less is hardly seen
Taste = Mapping[Trait, float]


@dataclass(frozen=True, slots=True)
class PageAsked:
    """Everything that a page is made of.

    photos: without those that were dropped.
    taste: decides between layouts that are as good. language: of dates on the page.
    is_south: whether the photos' seasons are those of the southern half of the earth.
    country: where the person lives, which decides when weeks begin and how days are written.
    """

    photos: Sequence[PlanPhoto]
    decision: Decision
    taste: Taste | None = None
    language: Language = "en"
    is_south: bool = False
    country: str | None = None


def page_plan(asked: PageAsked) -> Plan:
    """Shape and theme by name: a child shares no objects with whoever asks."""
    decision = asked.decision
    plan = compose(
        asked.photos,
        SHAPES[decision.shape],
        theme=THEMES[decision.theme],
        title=decision.drawn_title,
        seed=decision.seed,
        hero=_hero(asked.photos, decision),
        kept_twins=decision.kept,
        pick=decision.pick,
        taste=asked.taste,
        language=asked.language,
        is_south=asked.is_south,
        crops=decision.crops,
        country=asked.country,
    )
    return rearranged(plan, {photo.key: photo.sight for photo in asked.photos}, decision)


def other_page_plan(asked: PageAsked, before: Plan) -> Plan:
    """The first of the next seeds whose page is not the one before."""
    pages = list(_until(asked, lambda page: page.cells != before.cells))
    return pages[-1] if pages[-1].cells != before.cells else pages[0]


def larger_page_plan(asked: PageAsked, before: Plan, key: str) -> Plan:
    """The first of the next seeds in which a photo is clearly larger, else that where it is most.

    Its area may be less than before where no page gives it more.
    """
    wanted = LARGER * area_of(before, key)
    pages = list(_until(asked, lambda page: area_of(page, key) >= wanted))
    return max(pages, key=lambda page: area_of(page, key))


def retitled_page_plan(asked: PageAsked, before: Plan) -> Plan:
    """The same page with the decided title; laid out anew where its cuts leave no room for it."""
    photos = {photo.key: photo for photo in asked.photos}
    return retitled(before, photos, asked.decision) or page_plan(asked)


def contact_sheet(asked: PageAsked) -> Plan:
    """All of the photos in rows, in their order, so that numbers run as one reads; whole faces."""
    decision, photos = asked.decision, asked.photos
    shape, theme = SHAPES[decision.shape], THEMES[decision.theme]
    area = area_for(shape, theme, 0)
    gap = room_of(shape, theme, area).gap_pixels
    cells = filled(in_rows(pieces(photos), area.size.aspect), area, gap, decision.crops)
    return replace(page_plan(asked), cells=cells, left_out=())


def area_of(plan: Plan, key: str) -> int:
    """Pixels of a photo on the page; 0 where it is not on it."""
    return next((cell.on_page.area for cell in plan.cells if cell.key == key), 0)


def _until(asked: PageAsked, is_wanted: Callable[[Plan], bool]) -> Iterator[Plan]:
    """The pages of the seeds that follow, up to the first that is wanted."""
    for step in range(TRIES):
        decision = replace(asked.decision, seed=asked.decision.seed + step)
        page = page_plan(replace(asked, decision=decision))
        yield page
        if is_wanted(page):
            return


def _hero(photos: Sequence[PlanPhoto], decision: Decision) -> str | None:
    """The person's; the first page chooses for itself; then each of a few photos has its turn."""
    if decision.hero is not None:
        return decision.hero
    if decision.seed == FIRST.seed or len(photos) > FEW:
        return None
    return photos[decision.seed % len(photos)].key
