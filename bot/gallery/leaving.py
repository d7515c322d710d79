"""What a gallery leaves out of suggestions: its sights and dates brought together."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Final

from bot.gallery.facts import Facts
from bot.gallery.left_out import Candidate, LeftOut, left_out
from bot.jobs.pool import Kind, Pool
from bot.vision.sight import Sight
from storage.gallery import MediaId, MediaKind, MediaRow

LIMIT: Final = timedelta(seconds=60)
COMPARED: Final = 1000  # about half a second, and 10 MB
COMPARED_OF_A_DAY: Final = 2000


def by_days(rows: Sequence[MediaRow]) -> Iterator[Sequence[MediaRow]]:
    """As many at once as are compared with one another; days are cut only where one is more.

    rows: by their days, the undated last, as the gallery hands them out.
    """
    begun = 0
    for at in range(1, len(rows)):
        is_new_day = rows[at].taken_on != rows[at - 1].taken_on
        if at - begun >= (COMPARED if is_new_day else COMPARED_OF_A_DAY):
            yield rows[begun:at]
            begun = at
    if rows[begun:]:
        yield rows[begun:]


async def leave_out(
    pool: Pool,
    rows: Collection[MediaRow],
    facts: Mapping[MediaId, Facts],
    sights: Mapping[MediaId, Sight],
) -> Mapping[MediaId, LeftOut[MediaId]]:
    """Compared among themselves alone; what was not looked at is never left out."""
    items = [
        Candidate(
            row.id,
            sights[row.id],
            facts[row.id].taken,
            is_brought_back=row.is_brought_back,
            is_film=row.kind is MediaKind.VIDEO,
        )
        for row in rows
        if row.id in sights and row.id in facts
    ]
    if not items:
        return {}
    return await pool.run(left_out, items, kind=Kind.PAINT, limit=LIMIT)
