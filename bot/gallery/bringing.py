"""Bringing many media in: unpacked a few at a time in a child, each kept by the Reader."""

from collections.abc import AsyncGenerator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from itertools import pairwise
from typing import Final
from uuid import UUID

from bot.consent.registrar import Registrar
from bot.errors import PepiteError
from bot.gallery.answers import Became, Gift, Outcome, Refusal
from bot.gallery.entries import Item, Survey, folder_of, survey_from
from bot.gallery.library import Library
from bot.gallery.parts import export_of
from bot.gallery.reader import Fetch, Grants, Reader
from bot.gallery.shelves import facts_of, item_of
from bot.gallery.undated import place_undated
from bot.gallery.unpacking import Given, Terms, Unpacked, look_through, unpack
from bot.gallery.zones import zone_of
from bot.jobs.pool import Kind, Pool, PoolError
from bot.vision.eye import Eye
from storage.gallery import AlbumId, MediaKind, MediaRow
from storage.open import Storage
from storage.people import PersonId

BATCH_BYTES: Final = 16 * 1024 * 1024  # three times in memory: in the child, on its way, and here
BATCH_ITEMS: Final = 64
LOOK_LIMIT: Final = timedelta(seconds=60)  # a slow disk lists fifty thousand files in half of it
UNPACK_LIMIT: Final = timedelta(seconds=60)
PLACED_AT_ONCE: Final = 500  # media of an album, in its order; about 3 MB
PLACING_LIMIT: Final = timedelta(seconds=60)
WINDOW: Final = timedelta(days=31)  # what is grouped into moments at once


class Unwelcome(PepiteError):
    """The person is gone, or agrees no more: nothing further is kept."""


@dataclass(frozen=True, slots=True)
class Where:
    """The album that media are brought into, and the chat it came in.

    album: None for an import, of which every folder becomes one that came in no chat.
    is_rehearsal: everything is opened and looked at, and nothing is kept.
    """

    album: AlbumId | None = None
    chat_id: int | None = None
    is_rehearsal: bool = False


@dataclass(frozen=True, slots=True)
class Came:
    """One media and what became of it."""

    item: Item
    became: Became


class Bringing:
    """Memory is that of a batch, however many there are."""

    def __init__(
        self, storage: Storage, registrar: Registrar, pool: Pool, library: Library, fetch: Fetch
    ) -> None:
        self._storage = storage
        self._registrar = registrar
        self._pool = pool
        self._library = library
        self._fetch = fetch
        self._reader = Reader(storage, registrar, pool, Eye(pool), fetch)

    async def look_through(self, given: Given) -> Survey:
        """What there is to keep. Raises the refusals of `bot.gallery.unpacking`, and PoolError."""
        found = await self._pool.run(look_through, given, kind=Kind.OPEN, limit=LOOK_LIMIT)
        return survey_from(found)

    async def bring(
        self, owner: PersonId, given: Given, found: Survey, where: Where
    ) -> AsyncGenerator[Came]:
        """Keep one media after the other, or see what would be. Raises Unwelcome and DiskFull."""
        met: set[bytes] = set()
        for batch in batches(found.items):
            terms = await self._terms(owner)
            albums = await self._albums(owner, given, batch, where)
            for item, one in zip(batch, await self._unpacked(given, batch, terms), strict=True):
                if one.content is None:
                    refusal = Refusal(one.refusal or "error-picture-failed")
                    yield Came(item, Became(Outcome.REFUSED, refusal=refusal))
                    continue
                gift = Gift(
                    MediaKind(one.kind),
                    one.content,
                    one.facts,
                    one.live,
                    albums[export_of(folder_of(item.name))],
                    where.chat_id,
                )
                yield Came(item, await self._became(owner, gift, met, where))

    async def settle(self, owner: PersonId, is_stopped: Callable[[], bool] = bool) -> bool:
        """Make moments of all that has none yet, a month at a time; resumes where it was cut.

        What has no date joins them as its place in its album says. is_stopped: asked in between;
        returns whether it came to its end.
        """
        async with self._storage.read() as tx:
            days = await tx.archives.days_without_moment(owner)
        for first, last in windows(days):
            if is_stopped():
                return False
            async with self._storage.read() as tx:
                rows = await tx.gallery.kept_between(owner, first, last)
            await self._library.resettle(owner, rows)
        async with self._storage.read() as tx:
            albums = await tx.archives.albums_without_moment(owner)
        for album in albums:
            if is_stopped():
                return False
            async with self._storage.read() as tx:
                rows = await tx.archives.in_order(owner, album)
            for begin in range(0, len(rows), PLACED_AT_ONCE):
                await self._place_undated(owner, rows[begin : begin + PLACED_AT_ONCE])
        return True

    async def _place_undated(self, owner: PersonId, rows: Sequence[MediaRow]) -> None:
        """Put what has no date to the moments of what it was given with, where that is clear."""
        async with self._storage.read() as tx:
            facts = await facts_of(tx, owner, rows)
        sights = await self._library.sights(owner, [row.id for row in rows])
        if not sights:
            return
        album = [replace(item_of(row, facts, sights), order=at) for at, row in enumerate(rows)]
        known = {row.id: row.moment for row in rows if row.moment}
        placed = await self._pool.run(
            place_undated, album, known, kind=Kind.PAINT, limit=PLACING_LIMIT
        )
        async with self._storage.begin() as tx:
            for media, moment in placed.items():
                await tx.gallery.join_moment(owner, [media], moment, None)

    async def _albums(
        self, owner: PersonId, given: Given, batch: Sequence[Item], where: Where
    ) -> Mapping[str, AlbumId]:
        """The album that each folder is: the same when the import goes on, told to nobody."""
        folders = {export_of(folder_of(item.name)) for item in batch}
        if where.album is not None:
            return dict.fromkeys(folders, where.album)
        async with self._storage.read() as tx:
            found = {}
            for folder in folders:
                name = f"{given!s}\0{folder}".encode(errors="surrogatepass")
                secret = await tx.vault.fingerprint(tx, owner, name)
                found[folder] = AlbumId(UUID(bytes=secret[:16]))
        return found

    async def _became(self, owner: PersonId, gift: Gift, met: set[bytes], where: Where) -> Became:
        if where.is_rehearsal:
            same = sha256(gift.content).digest()
            if same in met:
                return Became(Outcome.KNOWN)
            met.add(same)
        work = self._reader.weigh if where.is_rehearsal else self._reader.keep
        became = await work(owner, gift)
        if became is None:
            raise Unwelcome
        return became

    async def _unpacked(
        self, given: Given, batch: Sequence[Item], terms: Terms
    ) -> Sequence[Unpacked]:
        """A batch that is too much for a child is tried one by one."""
        try:
            return await self._pool.run(
                unpack, given, batch, terms, kind=Kind.OPEN, limit=UNPACK_LIMIT
            )
        except PoolError:
            if len(batch) == 1:
                return [Unpacked(batch[0].kind)]
        return [one for item in batch for one in await self._unpacked(given, [item], terms)]

    async def _terms(self, owner: PersonId) -> Terms:
        async with self._storage.read() as tx:
            person = await tx.people.get(owner)
            grants = await Grants.of(self._registrar, tx, owner)
        if person is None:
            raise Unwelcome
        zone = person.zone or zone_of(person.country) or "UTC"
        return Terms(zone, grants.at.date() + timedelta(days=1), grants.places)


def batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """As many at once as may lie in memory; a large one alone."""
    begun, weight = 0, 0
    for number, item in enumerate(items):
        size = item.size + item.live_size
        is_full = weight + size > BATCH_BYTES or number - begun == BATCH_ITEMS
        if is_full and number > begun:
            yield items[begun:number]
            begun, weight = number, 0
        weight += size
    if items[begun:]:
        yield items[begun:]


def windows(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    """Spans of a month at most that hold all these days, which are in their order."""
    if not days:
        return
    first = days[0]
    for before, day in pairwise(days):
        if day - first > WINDOW:
            yield first, before
            first = day
    yield first, days[-1]
