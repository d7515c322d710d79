"""What a gallery leaves out of suggestions: its sights and dates brought together."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Final

from bot.gallery.facts import Facts
from bot.gallery.left_out import Candidate, LeftOut, left_out
from bot.jobs.pool import Kind, Pool
from bot.vision.sight import Sight
from storage.gallery import MediaId, MediaRow

LIMIT: Final = timedelta(seconds=60)  # ten thousand media take a few


async def leave_out(
    pool: Pool,
    rows: Collection[MediaRow],
    facts: Mapping[MediaId, Facts],
    sights: Mapping[MediaId, Sight],
) -> Mapping[MediaId, LeftOut[MediaId]]:
    """Compared among themselves alone; what was not looked at is never left out."""
    items = [
        Candidate(row.id, sights[row.id], facts[row.id].taken, is_brought_back=row.is_brought_back)
        for row in rows
        if row.id in sights and row.id in facts
    ]
    if not items:
        return {}
    return await pool.run(left_out, items, kind=Kind.PAINT, limit=LIMIT)
