"""What shoots films: media in the order of time, their bytes, one part after the other."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from bot.collage.film import Film
from bot.collage.film_clip import calmest
from bot.collage.film_compose import Clip, FilmMedia
from bot.collage.film_draft import FilmDraft, FilmGone, Shown
from bot.collage.film_encode import Codec, shoot, splice
from bot.collage.film_webp import shoot_webp, splice_webp
from bot.collage.material import Material
from bot.collage.plan import PlanPhoto
from bot.consent.gate import may
from bot.consent.registrar import Registrar
from bot.gallery.facts import Facts
from bot.gallery.library import Library
from bot.jobs.pool import Kind, Pool
from bot.pixels.film import can_open_films
from bot.writing.writer import Writer
from storage.gallery import MediaKind, MediaRow
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.transaction import Transaction

PART_LIMIT: Final = timedelta(seconds=60)
PLAN_LIMIT: Final = timedelta(seconds=20)
TOOL: Final = "Pépite"
Told = Callable[[int, int], Awaitable[None]]


async def _silent(_done: int, _count: int) -> None:
    pass


class Camera:
    """Shoots what the Director decided, in a child; other pictures have their turn in between."""

    def __init__(
        self,
        storage: Storage,
        registrar: Registrar,
        pool: Pool,
        library: Library,
        *,
        writer: Writer,
    ) -> None:
        self._storage = storage
        self._registrar = registrar
        self._pool = pool
        self._library = library
        self._writer = writer

    @property
    def makes_videos(self) -> bool:
        """Whether PyAV is here; else films are animated pictures."""
        return can_open_films()

    async def shoot(
        self, owner: PersonId, draft: FilmDraft, tell: Told = _silent, *, for_story: bool = False
    ) -> Shown:
        """The film of a draft that is decided. Raises FilmGone.

        tell: is told after each part how many are done, of how many.
        for_story: as Telegram wants a Story's.
        """
        film = draft.film
        if film is None:
            raise FilmGone
        async with self._storage.read() as tx:
            await self._ask_gate(tx, owner)
            rows = await tx.gallery.drawable(owner, draft.shown)
        by_key = {row.id.hex: row for row in rows}
        if len(by_key) != len(film.shots):
            raise FilmGone
        parts: list[Any] = []
        for part in range(len(film.starts)):
            sources = await self._sources(film, part, by_key)
            parts.append(await self._part(film, part, sources, for_story=for_story))
            await tell(part + 1, len(film.starts))
        join = splice if self.makes_videos else splice_webp
        content = await self._pool.run(join, film, parts, TOOL, kind=Kind.PAINT, limit=PART_LIMIT)
        return Shown(content, self.makes_videos)

    async def _part(
        self, film: Film, part: int, sources: Mapping[str, bytes], *, for_story: bool
    ) -> object:
        if not self.makes_videos:
            return await self._pool.run(
                shoot_webp, film, part, sources, kind=Kind.PAINT, limit=PART_LIMIT
            )
        codec = str(Codec.H265 if for_story else Codec.H264)
        return await self._pool.run(
            shoot, film, part, sources, codec, kind=Kind.PAINT, limit=PART_LIMIT
        )

    async def _sources(
        self, film: Film, part: int, rows: Mapping[str, MediaRow]
    ) -> dict[str, bytes]:
        clips = {shot.key for shot in film.shots if shot.clip_ms is not None}
        return {
            key: await self._bytes(rows[key], is_clip=key in clips) for key in film.needed(part)
        }

    async def _bytes(self, row: MediaRow, *, is_clip: bool) -> bytes:
        is_still = row.kind is MediaKind.VIDEO and not is_clip
        file = row.poster if is_still else row.file
        if file is None:
            raise FilmGone
        return await self._storage.files.get(row.owner, file)

    async def _media(self, material: Material) -> list[FilmMedia]:
        """In the order of time; videos with their calmest part."""
        rows = {row.id.hex: row for row in material.good}
        facts = material.facts
        photos = {photo.key: photo for photo in material.photos}
        keys = sorted(rows, key=lambda key: _when(rows[key], facts.get(rows[key].id)))
        return [await self._one(rows[key], photos[key]) for key in keys]

    async def _one(self, row: MediaRow, photo: PlanPhoto) -> FilmMedia:
        if row.kind is not MediaKind.VIDEO or row.file is None or not self.makes_videos:
            return FilmMedia(photo)
        data = await self._storage.files.get(row.owner, row.file)
        clip: Clip | None = await self._pool.run(calmest, data, kind=Kind.PAINT, limit=PART_LIMIT)
        return FilmMedia(photo, clip)

    async def _ask_gate(self, tx: Transaction, owner: PersonId) -> None:
        """Raises FilmGone once the analysis is off: its films went with it."""
        standing = await self._registrar.standing(tx, owner)
        if not may(standing, Purpose.SUGGEST_ANALYSE, tx.now):
            raise FilmGone


def _when(row: MediaRow, facts: Facts | None) -> tuple[date, time, datetime, int]:
    """Undated ones last; those of one moment as they came."""
    taken = facts.taken if facts else None
    first = taken.first if taken else row.taken_on or date.max
    clock = taken.time if taken and taken.time else time.max
    return first, clock, row.arrived_at, row.message_id or 0
