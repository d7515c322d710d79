"""The photos that a draft is made of, and the page that a child lays them out on."""

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Self

from bot.collage.draft import Draft
from bot.collage.edits import Decision
from bot.collage.page_plan import (
    PageAsked,
    Taste,
    larger_page_plan,
    other_page_plan,
    page_plan,
    retitled_page_plan,
)
from bot.collage.plan import Plan, PlanPhoto
from bot.collage.refusals import TooFewLeft
from bot.collage.themes import offered
from bot.gallery.answers import LEAST_FOR_COLLAGE
from bot.gallery.calendar_words import SOUTHERN
from bot.gallery.facts import Facts, Precision, TakenAt
from bot.gallery.left_out import REPEATED, LeftOut, Reason
from bot.gallery.library import Library
from bot.jobs.pool import Kind, Pool
from bot.texts import Language, language_of
from bot.vision.sight import Sight
from bot.writing.grammar import town_name
from storage.gallery import MediaId, MediaKind, MediaRow
from storage.people import Person, PersonId

PLAN_LIMIT: Final = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class Material:
    """The photos of a draft, with what was seen in them, and what they do without.

    language: of the person whose they are. home: the country where that person lives.
    """

    rows: Sequence[MediaRow]
    sights: Mapping[MediaId, Sight]
    left_out: Mapping[MediaId, LeftOut[MediaId]]
    facts: Mapping[MediaId, Facts]
    language: Language
    home: str | None

    @classmethod
    async def of(
        cls, library: Library, owner: PersonId, rows: Sequence[MediaRow], person: Person | None
    ) -> Self:
        """person: the owner; None where they are gone."""
        ids = [row.id for row in rows]
        return cls(
            rows,
            await library.sights(owner, ids),
            await library.left_outs(owner, ids),
            await library.facts(owner, ids),
            language_of(person.language if person else None),
            person.country if person else None,
        )

    @property
    def good(self) -> list[MediaRow]:
        """What a collage may show: of a burst the best, unless that leaves too little.

        Near-twins are in it: the page leaves them out itself and says so. A film's poster is
        not beside the photo that shows more of the same: a page does not know what moves.
        """
        reasons = {row.id: self._reason(row) for row in self.rows if row.id in self.sights}
        fit = [row for row in self.rows if reasons.get(row.id, Reason.BLUR) in {None, *REPEATED}]
        here = {row.id for row in fit}
        best = [row for row in fit if not self._is_repeated(row, here)]
        return best if len(best) >= LEAST_FOR_COLLAGE else fit

    @property
    def wanted(self) -> frozenset[str]:
        """What was brought back: a page shows it, twin or not."""
        return frozenset(row.id.hex for row in self.rows if row.is_brought_back)

    @property
    def photos(self) -> list[PlanPhoto]:
        """What a collage may show, with the days and the towns that are known."""
        return [self._photo(row) for row in self.good]

    @property
    def is_south(self) -> bool:
        """Whether most photos whose place is known, else their person, are where July is cold."""
        places = [one.place for one in self.facts.values() if one.place and one.place.country]
        countries: Sequence[str | None] = [place.country for place in places] or [self.home]
        return 2 * sum(country in SOUTHERN for country in countries) > len(countries)

    def left(self, decision: Decision) -> list[PlanPhoto]:
        """Without those that were dropped."""
        return [photo for photo in self.photos if photo.key not in decision.dropped]

    def themes(self, decision: Decision) -> tuple[str, ...]:
        """Those that can show what is left."""
        return tuple(theme.id for theme in offered(self.left(decision)))

    def unfit(self, draft: Draft) -> Mapping[Reason, int]:
        """How many nothing is made of, by reason; what its page names is not among them."""
        plan = draft.plan
        named = {cell.key for cell in plan.cells} | {left.key for left in plan.left_out}
        named |= draft.decision.dropped
        rest = [row for row in self.rows if row.id.hex not in named]
        return Counter(reason for row in rest if (reason := self._reason(row)))

    def _photo(self, row: MediaRow) -> PlanPhoto:
        """Its day only where that is surely known: "summer 2019" is not the first of June."""
        known = self.facts.get(row.id, Facts())
        place = town_name(known.place, self.language) if known.place else None
        return PlanPhoto(row.id.hex, self.sights[row.id], _sure_day(known.taken), place)

    def _reason(self, row: MediaRow) -> Reason | None:
        left = self.left_out.get(row.id)
        return left.reason if left else None

    def _is_repeated(self, row: MediaRow, here: Container[MediaId]) -> bool:
        """Shown better by something else: of films only where that is here as well."""
        left = self.left_out.get(row.id)
        if left is None or left.reason is Reason.BURST:
            return left is not None
        return row.kind is MediaKind.VIDEO and left.stands_for in here

    @property
    def seen_ids(self) -> list[MediaId]:
        return [row.id for row in self.rows if row.id in self.sights]


@dataclass(frozen=True, slots=True)
class Renewed:
    """What a page shall not be like any more.

    larger: a photo that shall be larger than on it. is_retitled: only its title is another.
    Without both, every page is welcome that is another.
    """

    before: Plan
    larger: str | None = None
    is_retitled: bool = False


async def plan_of(
    pool: Pool,
    material: Material,
    decision: Decision,
    *,
    renewed: Renewed | None = None,
    taste: Taste | None = None,
) -> Plan:
    """Two photos at least, even if they look alike: then both were meant.

    Fewer only where the person took the others off the page.
    taste: decides between layouts that are as good.

    Raises TooFewLeft where one at most may still be shown.
    """
    photos = material.left(decision)
    least = LEAST_FOR_COLLAGE if not decision.dropped else 1
    if len(photos) < least:
        raise TooFewLeft
    wanted = replace(decision, kept=decision.kept | material.wanted)
    asked = PageAsked(photos, wanted, taste, material.language, material.is_south, material.home)
    plan = await _laid_out(pool, asked, renewed)
    if len(plan.cells) >= min(LEAST_FOR_COLLAGE, len(photos)):
        return plan
    every = replace(wanted, kept=frozenset(photo.key for photo in photos))
    return await _laid_out(pool, replace(asked, decision=every), renewed)


async def _laid_out(pool: Pool, asked: PageAsked, renewed: Renewed | None) -> Plan:
    if renewed is None:
        return await pool.run(page_plan, asked, kind=Kind.PAINT, limit=PLAN_LIMIT)
    if renewed.larger is None:
        again = retitled_page_plan if renewed.is_retitled else other_page_plan
        return await pool.run(again, asked, renewed.before, kind=Kind.PAINT, limit=PLAN_LIMIT)
    return await pool.run(
        larger_page_plan,
        asked,
        renewed.before,
        renewed.larger,
        kind=Kind.PAINT,
        limit=PLAN_LIMIT,
    )


def _sure_day(taken: TakenAt | None) -> date | None:
    is_sure = taken and taken.precision is Precision.DAY and not taken.is_guess
    return taken.first if taken and is_sure else None
