"""Pages of thumbnails as a gallery's owner sees them, made one picture after the other."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.gallery.catalogue import Thumb, Year
from bot.gallery.library import Library
from bot.gallery.page import (
    Cell,
    Heading,
    Strip,
    cell_size,
    contact_sheet,
    strip_sizes,
    year_strips,
)
from bot.gallery.thumb import thumb
from bot.jobs.pool import Kind, Pool
from bot.pixels.geometry import Size
from bot.vision.sight import Sight
from storage.gallery import MediaId, MediaKind, MediaRow
from storage.open import Storage
from storage.people import PersonId

THUMB_LIMIT: Final = timedelta(seconds=5)
SHEET_LIMIT: Final = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class Worded:
    """A thumbnail with its two small lines and its button's number.

    is_blurred: not to be seen before its owner says so.
    """

    thumb: Thumb
    words: str = ""
    under: str = ""
    number: int | None = None
    is_blurred: bool = False


@dataclass(frozen=True, slots=True)
class WordedYear:
    """A year with what is lettered beside it."""

    year: Year
    title: str
    beside: str


class Drawing:
    """Only one whole picture is open at a time, in a child."""

    def __init__(self, storage: Storage, pool: Pool, library: Library) -> None:
        self._storage = storage
        self._pool = pool
        self._library = library

    async def draw(self, owner: PersonId, heading: Heading, shown: Sequence[Worded]) -> bytes:
        """A page of thumbnails as a JPEG, made one picture after the other."""
        rows, sights = await self._rows(owner, [one.thumb.media for one in shown])
        size = cell_size(len(shown), [_aspect(row, sights) for row in rows.values()])
        cells = []
        for one in shown:
            row = rows.get(one.thumb.media)
            picture = await self._cell(owner, row, sights, size, is_blurred=one.is_blurred)
            is_film = one.thumb.kind is MediaKind.VIDEO
            cells.append(Cell(picture, one.words, one.under, one.number, is_film))
        return await self._pool.run(
            contact_sheet, heading, cells, size, kind=Kind.PAINT, limit=SHEET_LIMIT
        )

    async def draw_years(
        self, owner: PersonId, heading: Heading, years: Sequence[WordedYear]
    ) -> bytes:
        ids = [one.media for worded in years for one in worded.year.pictures]
        rows, sights = await self._rows(owner, ids)
        cover, beside = strip_sizes()
        strips = []
        for worded in years:
            cells = []
            for place, one in enumerate(worded.year.pictures):
                size = beside if place else cover
                picture = await self._cell(owner, rows.get(one.media), sights, size)
                cells.append(Cell(picture, is_film=one.kind is MediaKind.VIDEO))
            strips.append(Strip(worded.title, worded.beside, tuple(cells)))
        return await self._pool.run(
            year_strips, heading, strips, kind=Kind.PAINT, limit=SHEET_LIMIT
        )

    async def _rows(
        self, owner: PersonId, media: Collection[MediaId]
    ) -> tuple[Mapping[MediaId, MediaRow], Mapping[MediaId, Sight]]:
        async with self._storage.read() as tx:
            rows = {row.id: row for row in await tx.gallery.some(owner, media)}
        return rows, await self._library.sights(owner, list(rows))

    async def _cell(
        self,
        owner: PersonId,
        row: MediaRow | None,
        sights: Mapping[MediaId, Sight],
        size: Size,
        *,
        is_blurred: bool = False,
    ) -> bytes | None:
        """One thumbnail: only one whole picture is open at a time."""
        content = await self._library.picture(owner, row.id) if row else None
        if row is None or content is None:
            return None
        seen = sights.get(row.id)
        return await self._pool.run(
            thumb, content, seen, size, is_blurred, kind=Kind.PAINT, limit=THUMB_LIMIT
        )


def _aspect(row: MediaRow, sights: Mapping[MediaId, Sight]) -> float:
    if row.id in sights:
        return sights[row.id].size.aspect
    return row.width / row.height if row.width and row.height else 1.0
