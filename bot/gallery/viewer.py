"""The Viewer: a gallery as years, moments and pages of thumbnails, a page's work at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from bot.consent.gate import may_see
from bot.consent.registrar import Registrar
from bot.gallery.catalogue import (
    MOST_MOMENTS,
    MOST_PICTURES,
    MOST_YEARS,
    SAMPLE,
    TOLD,
    Doors,
    Home,
    Sheet,
    YearPage,
    span,
)
from bot.gallery.covers import journeys_of, latest_first, moment_of, suggested, thumb_of, year_of
from bot.gallery.drawing import Drawing
from bot.gallery.left_out import LeftOut
from bot.gallery.library import Library
from bot.gallery.shelves import facts_of
from bot.jobs.pool import Pool
from storage.gallery import MediaId, MediaState
from storage.gallery_browse import Among, Corner, Group, group_of
from storage.open import Storage
from storage.people import PersonId
from storage.transaction import Transaction

COUNTED_AMONG: Final = 300  # media: what is left out of more is counted where it is asked for
BESIDE: Final = 4  # moments of the next pages, so that a journey over two is told whole


class Viewer(Drawing):
    """Every method is its owner's; what is not theirs, or gone, is not there."""

    def __init__(
        self, storage: Storage, registrar: Registrar, pool: Pool, library: Library
    ) -> None:
        super().__init__(storage, pool, library)
        self._registrar = registrar

    async def home(self, owner: PersonId, page: int = 0) -> Home:
        """The years, and how much lies behind the other doors."""
        async with self._storage.read() as tx:
            may = await self._shows(tx, owner)
            shelf = await tx.gallery.shelf(owner)
            lines = await tx.browse.years(owner) if may else []
            leaf = span(page, len(lines), MOST_YEARS)
            shown = lines[leaf.skip : leaf.skip + MOST_YEARS]
            rows = await tx.browse.of_years(owner, [one.year for one in shown], most=SAMPLE)
            facts = await facts_of(tx, owner, [row for some in rows.values() for row in some])
            private = await tx.browse.count(owner, Corner.PRIVATE)
            taken_back = await tx.sharing.count_taken_back(owner)
        sights = await self._library.sights(owner, list(facts))
        out = await self._library.left_outs(owner, list(facts))
        years = tuple(
            year_of(line, suggested(rows[line.year], out), facts, sights) for line in shown
        )
        left_out = await self._left_out_count(owner, shelf.photos + shelf.films)
        doors = Doors(hidden=shelf.hidden, private=private, left_out=left_out)
        return Home(shelf, years, leaf, doors, taken_back)

    async def year(self, owner: PersonId, year: int | None, page: int = 0) -> YearPage | None:
        """The moments of a year with a cover each; None where there is none."""
        async with self._storage.read() as tx:
            total = await tx.browse.count_groups(owner, year)
            if not total or not await self._shows(tx, owner):
                return None
            leaf = span(page, total, MOST_MOMENTS)
            most, skip = MOST_MOMENTS + 2 * BESIDE, max(leaf.skip - BESIDE, 0)
            around = await tx.browse.groups(owner, year, most=most, skip=skip)
            rows = await tx.browse.of_groups(owner, [one.group for one in around], most=TOLD)
            facts = await facts_of(tx, owner, [row for some in rows.values() for row in some])
            years = {one.year: one.count for one in await tx.browse.years(owner)}
        shown_at = slice(leaf.skip - skip, leaf.skip - skip + MOST_MOMENTS)
        around[shown_at] = lines = latest_first(around[shown_at], rows, facts)
        shown = [row.id for one in lines for row in rows[one.group]]
        sights = await self._library.sights(owner, shown)
        journeys = journeys_of(around, rows, facts)
        moments = tuple(
            replace(
                moment_of(one.group, one.count, rows[one.group], facts, sights),
                journey=journeys[one.group],
            )
            for one in lines
            if rows[one.group]
        )
        return YearPage(year, years.get(year, 0), moments, total, leaf)

    async def sheet(self, owner: PersonId, among: Among, page: int = 0) -> Sheet | None:
        """A page of thumbnails; None where there is nothing."""
        async with self._storage.read() as tx:
            total = await tx.browse.count(owner, among)
            if not total or not await self._shows(tx, owner):
                return None
            leaf = span(page, total, MOST_PICTURES)
            rows = await tx.browse.page(owner, among, most=MOST_PICTURES, skip=leaf.skip)
            group = [among] if isinstance(among, Group) else []
            sampled = await tx.browse.of_groups(owner, group, most=TOLD)
            sample = [row for one in group for row in sampled[one]]
            facts = await facts_of(tx, owner, [*rows, *sample])
            year = sample[0].taken_on.year if sample and sample[0].taken_on else None
            siblings = await tx.browse.count_groups(owner, year) if group else 0
        thumbs = tuple(thumb_of(row, facts) for row in rows)
        told = tuple(facts[row.id] for row in sample or rows)
        return Sheet(among, thumbs, told, total, leaf, year, siblings)

    async def chosen(
        self, owner: PersonId, media: Sequence[MediaId], page: int = 0
    ) -> Sheet | None:
        """The same of media named one by one, in that order; None where none is there."""
        async with self._storage.read() as tx:
            theirs = await tx.gallery.theirs(owner, media)
            if not theirs or not await self._shows(tx, owner):
                return None
            leaf = span(page, len(theirs), MOST_PICTURES)
            ids = theirs[leaf.skip : leaf.skip + MOST_PICTURES]
            rows = {row.id: row for row in await tx.gallery.some(owner, ids)}
            facts = await facts_of(tx, owner, rows.values())
        thumbs = tuple(thumb_of(rows[one], facts) for one in ids)
        return Sheet(None, thumbs, tuple(facts.values()), len(theirs), leaf)

    async def left_outs(self, owner: PersonId) -> Mapping[MediaId, LeftOut[MediaId]]:
        """What is left out of suggestions of all that its pages show, and why."""
        return await self._library.left_outs(owner)

    async def where(self, owner: PersonId, media: MediaId) -> Group | None:
        """The group that shows a media; None when it is gone."""
        async with self._storage.read() as tx:
            row = await tx.gallery.get(owner, media)
        return group_of(row) if row and row.state is MediaState.KEPT else None

    async def count(self, owner: PersonId) -> int:
        """Everything that is kept, hidden or not."""
        async with self._storage.read() as tx:
            shelf = await tx.gallery.shelf(owner)
        return shelf.photos + shelf.films + shelf.hidden

    async def _left_out_count(self, owner: PersonId, total: int) -> int | None:
        return len(await self.left_outs(owner)) if total <= COUNTED_AMONG else None

    async def _shows(self, tx: Transaction, owner: PersonId) -> bool:
        return may_see(await self._registrar.standing(tx, owner))
