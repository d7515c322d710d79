"""Leafing through a gallery: years, moments, pages and neighbours, one page's worth at a time."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Subquery,
    and_,
    case,
    extract,
    func,
    literal_column,
    or_,
    select,
)

from storage.database import Rows
from storage.gallery import MEDIA, MediaId, MediaRow, MediaState, MomentId
from storage.people import PersonId


class Corner(StrEnum):
    """Which of a person's media are leafed through, where it is not one group."""

    SHOWN = "s"
    HIDDEN = "h"
    PRIVATE = "p"


@dataclass(frozen=True, slots=True)
class Group:
    """What is shown together: a moment; without one a month; with neither, what has no date.

    month: the year times 100 and the month.
    """

    moment: MomentId | None = None
    month: int | None = None


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group, how many media are shown of it, and its days; None where none is known."""

    group: Group
    count: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class YearLine:
    """A year and how many media are shown of it; None is what has no date."""

    year: int | None
    count: int


Among = Corner | Group
YEAR: Final = extract("year", MEDIA.c.taken_on)
MONTH: Final = case(
    (
        MEDIA.c.moment.is_(None),
        YEAR * literal_column("100") + extract("month", MEDIA.c.taken_on),
    )
)
ORDER: Final = (MEDIA.c.taken_on.is_(None), MEDIA.c.taken_on, MEDIA.c.arrived_at, MEDIA.c.id)
KEPT: Final = MEDIA.c.state == MediaState.KEPT
CORNERS: Final = {
    Corner.SHOWN: and_(KEPT, MEDIA.c.is_hidden.is_(False)),
    Corner.HIDDEN: and_(KEPT, MEDIA.c.is_hidden.is_(True)),
    Corner.PRIVATE: and_(KEPT, MEDIA.c.is_private.is_(True)),
}


class BrowseRows(Rows):
    """Every answer is one page of one owner; nothing sealed is opened here."""

    async def years(self, owner: PersonId) -> list[YearLine]:
        """The latest first, what has no date last; a moment counts in the year it begins in."""
        groups = _groups(owner)
        year = extract("year", groups.c.first)
        found = await self._all(
            select(year.label("year"), func.sum(groups.c.many).label("many"))
            .group_by(year)
            .order_by(year.is_(None), year.desc())
        )
        return [YearLine(row.year and int(row.year), int(row.many)) for row in found]

    async def groups(
        self, owner: PersonId, year: int | None, *, most: int, skip: int
    ) -> list[GroupLine]:
        """The groups of a year, the latest first."""
        groups = _groups(owner)
        order = (groups.c.first.desc(), groups.c.moment, groups.c.month)
        wanted = select(groups).where(_in_year(groups, year)).order_by(*order)
        found = await self._all(wanted.limit(most).offset(skip))
        return [
            GroupLine(
                Group(row.moment, row.month and int(row.month)), row.many, row.first, row.last
            )
            for row in found
        ]

    async def count_groups(self, owner: PersonId, year: int | None) -> int:
        groups = _groups(owner)
        wanted = select(func.count()).select_from(groups).where(_in_year(groups, year))
        return int((await self._first(wanted))[0])

    async def of_groups(
        self, owner: PersonId, groups: Sequence[Group], *, most: int
    ) -> dict[Group, list[MediaRow]]:
        """Media of each group, spread evenly: at most `most`, and always the first and last."""
        if not groups:
            return {}
        within = or_(*(_among(group) for group in groups))
        rows = await self._spread(owner, within, (MEDIA.c.moment, MONTH), most)
        found: dict[Group, list[MediaRow]] = defaultdict(list)
        for row in rows:
            found[group_of(row)].append(row)
        return found

    async def of_years(
        self, owner: PersonId, years: Sequence[int | None], *, most: int
    ) -> dict[int | None, list[MediaRow]]:
        """The same of whole years, told as `years` counts them."""
        shown = _by_begin(owner)
        found: dict[int | None, list[MediaRow]] = {}
        for year in years:
            within = and_(MEDIA.c.id == shown.c.id, _in_year(shown, year))
            found[year] = await self._spread(owner, within, None, most)
        return found

    async def page(self, owner: PersonId, among: Among, *, most: int, skip: int) -> list[MediaRow]:
        wanted = select(MEDIA).where(MEDIA.c.owner == owner, _among(among)).order_by(*ORDER)
        return _rows(await self._all(wanted.limit(most).offset(skip)))

    async def everything(self, owner: PersonId, among: Among) -> list[MediaId]:
        """All that its pages show, in their order."""
        wanted = select(MEDIA.c.id).where(MEDIA.c.owner == owner, _among(among)).order_by(*ORDER)
        return [MediaId(row.id) for row in await self._all(wanted)]

    async def count(self, owner: PersonId, among: Among) -> int:
        return await self._count(owner, _among(among))

    async def place(self, owner: PersonId, among: Among, row: MediaRow) -> int:
        """How many come before it."""
        return await self._count(owner, and_(_among(among), _before(row)))

    async def neighbours(
        self, owner: PersonId, among: Among, row: MediaRow
    ) -> tuple[MediaId | None, MediaId | None]:
        """What comes just before and just after it; None at either end."""
        mine = select(MEDIA.c.id).where(MEDIA.c.owner == owner, _among(among))
        back = [column.desc() for column in ORDER]
        before = await self._first(mine.where(_before(row)).order_by(*back).limit(1))
        after = await self._first(mine.where(_after(row)).order_by(*ORDER).limit(1))
        return before and before.id, after and after.id

    async def latest(self, owner: PersonId) -> MediaRow | None:
        """The newest that is shown."""
        back = [column.desc() for column in ORDER]
        wanted = select(MEDIA).where(MEDIA.c.owner == owner, CORNERS[Corner.SHOWN])
        found = _rows(await self._all(wanted.order_by(*back).limit(1)))
        return found[0] if found else None

    async def _count(self, owner: PersonId, which: ColumnElement[bool]) -> int:
        wanted = select(func.count()).select_from(MEDIA).where(MEDIA.c.owner == owner, which)
        return int((await self._first(wanted))[0])

    async def _spread(
        self,
        owner: PersonId,
        within: ColumnElement[bool],
        parts: Sequence[ColumnElement[Any]] | None,
        most: int,
    ) -> list[MediaRow]:
        """Evenly over each part, else over all, by its place, as a line is drawn over a grid."""
        place = func.row_number().over(partition_by=parts, order_by=ORDER).label("place")
        total = func.count().over(partition_by=parts).label("total")
        placed = select(MEDIA.c.id, place, total).where(MEDIA.c.owner == owner, within).subquery()
        is_end = or_(placed.c.place == 1, placed.c.place == placed.c.total)
        is_on_line = (placed.c.place * most) % placed.c.total < most
        wanted = select(MEDIA).join(placed, placed.c.id == MEDIA.c.id)
        return _rows(await self._all(wanted.where(or_(is_end, is_on_line)).order_by(*ORDER)))


def group_of(row: MediaRow) -> Group:
    """The group that a media is shown in."""
    if row.moment is not None:
        return Group(moment=row.moment)
    return Group(month=row.taken_on.year * 100 + row.taken_on.month if row.taken_on else None)


def _groups(owner: PersonId) -> Subquery:
    return (
        select(
            MEDIA.c.moment,
            MONTH.label("month"),
            func.count().label("many"),
            func.min(MEDIA.c.taken_on).label("first"),
            func.max(MEDIA.c.taken_on).label("last"),
        )
        .where(MEDIA.c.owner == owner, CORNERS[Corner.SHOWN])
        .group_by(MEDIA.c.moment, MONTH)
        .subquery()
    )


def _by_begin(owner: PersonId) -> Subquery:
    """Each media that is shown, with the first day of its group."""
    begin = func.min(MEDIA.c.taken_on).over(partition_by=(MEDIA.c.moment, MONTH))
    shown = and_(MEDIA.c.owner == owner, CORNERS[Corner.SHOWN])
    return select(MEDIA.c.id, begin.label("first")).where(shown).subquery()


def _in_year(groups: Subquery, year: int | None) -> ColumnElement[bool]:
    is_in: ColumnElement[bool] = (
        groups.c.first.is_(None) if year is None else extract("year", groups.c.first) == year
    )
    return is_in


def _among(among: Among) -> ColumnElement[bool]:
    if isinstance(among, Corner):
        return CORNERS[among]
    shown = CORNERS[Corner.SHOWN]
    if among.moment is not None:
        return and_(shown, MEDIA.c.moment == among.moment)
    loose = and_(shown, MEDIA.c.moment.is_(None))
    if among.month is None:
        return and_(loose, MEDIA.c.taken_on.is_(None))
    return and_(loose, MONTH.in_([among.month]))


def _before(row: MediaRow) -> ColumnElement[bool]:
    """What comes before a media in ORDER; nothing undated comes before a date."""
    earlier = or_(
        MEDIA.c.arrived_at < row.arrived_at,
        and_(MEDIA.c.arrived_at == row.arrived_at, MEDIA.c.id < row.id),
    )
    if row.taken_on is None:
        return or_(MEDIA.c.taken_on.is_not(None), and_(MEDIA.c.taken_on.is_(None), earlier))
    same_day = and_(MEDIA.c.taken_on == row.taken_on, earlier)
    return or_(MEDIA.c.taken_on < row.taken_on, same_day)


def _after(row: MediaRow) -> ColumnElement[bool]:
    later = or_(
        MEDIA.c.arrived_at > row.arrived_at,
        and_(MEDIA.c.arrived_at == row.arrived_at, MEDIA.c.id > row.id),
    )
    if row.taken_on is None:
        return and_(MEDIA.c.taken_on.is_(None), later)
    same_day = and_(MEDIA.c.taken_on == row.taken_on, later)
    return or_(MEDIA.c.taken_on > row.taken_on, same_day, MEDIA.c.taken_on.is_(None))


def _rows(found: Sequence[Any]) -> list[MediaRow]:
    return [MediaRow(**row._mapping) for row in found]
