"""The photos that a draft is made of, and the page that a child lays them out on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Self

from bot.collage.draft import Decision, TooFewLeft
from bot.collage.page_plan import other_page_plan, page_plan
from bot.collage.plan import Plan, PlanPhoto
from bot.gallery.answers import LEAST_FOR_COLLAGE
from bot.gallery.left_out import REPEATED, LeftOut, Reason
from bot.gallery.library import Library
from bot.jobs.pool import Kind, Pool
from bot.vision.sight import Sight
from storage.gallery import MediaId, MediaRow
from storage.improve import Trait
from storage.people import PersonId

PLAN_LIMIT: Final = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class Material:
    """The photos of a draft, with what was seen in them, and what they do without."""

    rows: Sequence[MediaRow]
    sights: Mapping[MediaId, Sight]
    left_out: Mapping[MediaId, LeftOut[MediaId]]

    @classmethod
    async def of(cls, library: Library, owner: PersonId, rows: Sequence[MediaRow]) -> Self:
        ids = [row.id for row in rows]
        return cls(rows, await library.sights(owner, ids), await library.left_outs(owner, ids))

    @property
    def good(self) -> list[MediaRow]:
        """What a collage may show: of a burst the best, unless that leaves too little.

        Near-twins are in it: the page leaves them out itself and says so.
        """
        reasons = {row.id: self._reason(row) for row in self.rows if row.id in self.sights}
        fit = [row for row in self.rows if reasons.get(row.id, Reason.BLUR) in {None, *REPEATED}]
        best = [row for row in fit if reasons[row.id] is not Reason.BURST]
        return best if len(best) >= LEAST_FOR_COLLAGE else fit

    @property
    def wanted(self) -> frozenset[str]:
        """What was brought back: a page shows it, twin or not."""
        return frozenset(row.id.hex for row in self.rows if row.is_brought_back)

    def _reason(self, row: MediaRow) -> Reason | None:
        left = self.left_out.get(row.id)
        return left.reason if left else None

    @property
    def seen_ids(self) -> list[MediaId]:
        return [row.id for row in self.rows if row.id in self.sights]


async def plan_of(
    pool: Pool,
    material: Material,
    decision: Decision,
    kept_twins: frozenset[str] = frozenset(),
    *,
    unlike: Plan | None = None,
    taste: Mapping[Trait, float] | None = None,
) -> Plan:
    """Two photos at least, even if they look alike: then both were meant.

    unlike: the page that a person has seen enough of.
    taste: decides between layouts that are as good.

    Raises TooFewLeft where one at most may still be shown.
    """
    if len(material.good) < LEAST_FOR_COLLAGE:
        raise TooFewLeft
    photos = [
        PlanPhoto(row.id.hex, material.sights[row.id], row.taken_on) for row in material.good
    ]
    facts = (photos, decision)
    plan = await _laid_out(pool, *facts, (kept_twins | material.wanted, taste), unlike)
    if len(plan.cells) >= min(LEAST_FOR_COLLAGE, len(photos)):
        return plan
    every = frozenset(photo.key for photo in photos)
    return await _laid_out(pool, *facts, (every, taste), unlike)


async def _laid_out(
    pool: Pool,
    photos: Sequence[PlanPhoto],
    decision: Decision,
    choice: tuple[frozenset[str], Mapping[Trait, float] | None],
    unlike: Plan | None,
) -> Plan:
    """choice: the twins that stay, and what decides between layouts that are as good."""
    facts = (photos, decision, *choice)
    if unlike is None:
        return await pool.run(page_plan, *facts, kind=Kind.PAINT, limit=PLAN_LIMIT)
    return await pool.run(other_page_plan, *facts, unlike, kind=Kind.PAINT, limit=PLAN_LIMIT)
