"""What the Library does with what is kept: show it, date it, give it back, forget it."""

import asyncio
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.consent.gate import may, may_see
from bot.consent.registrar import Registrar
from bot.gallery.answers import GivenBack, Page
from bot.gallery.dates import check_day, understand
from bot.gallery.facts import Facts, TakenAt
from bot.gallery.moment_item import MomentItem
from bot.gallery.nicknames import nicknames_of
from bot.gallery.record import facts_from, place_from
from bot.gallery.seen import unpack
from bot.jobs.pool import Kind, Pool
from bot.pixels.encode import thumbnail
from bot.pixels.film import film_suffix
from bot.pixels.header import Format, probe
from bot.vision.sight import Sight
from storage.gallery import MediaId, MediaKind, MediaRow, MediaState
from storage.gallery_browse import Corner, group_of
from storage.gallery_rows import Seen
from storage.open import Storage
from storage.people import Person, PersonId
from storage.personal_data import Purpose
from storage.transaction import Transaction

PAGE_SIDE: Final = 1280  # pixels: what Telegram shows of a photo
PAGE_LIMIT: Final = timedelta(seconds=5)
OPENED_AT_ONCE: Final = 50  # sights; about 10 ms
SUFFIXES: Final[Mapping[Format, str]] = {
    Format.JPEG: "jpg", Format.PNG: "png", Format.WEBP: "webp", Format.GIF: "gif",
}  # fmt: skip


class Shelves:
    """Every method is its owner's: another's media is as good as none."""

    def __init__(self, storage: Storage, registrar: Registrar, pool: Pool) -> None:
        self._storage = storage
        self._registrar = registrar
        self._pool = pool

    async def page(
        self, owner: PersonId, media: MediaId | None, among: Corner = Corner.SHOWN
    ) -> Page | None:
        """One media between its neighbours, the newest without a choice; None when it is gone.

        What is not there where it was looked for is shown where it is.
        """
        async with self._storage.read() as tx:
            row = await self._row(tx, owner, media)
            if row is None:
                return None
            among = _where(row, among)
            previous, following = await tx.browse.neighbours(owner, among, row)
            group = group_of(row)
            shown = Page(
                media=row.id,
                kind=row.kind,
                picture=None,
                facts=(await facts_of(tx, owner, [row]))[row.id],
                is_shared=row.shared_at is not None,
                position=await tx.browse.place(owner, among, row) + 1,
                total=await tx.browse.count(owner, among),
                previous=previous,
                following=following,
                among=among,
                group=group,
                group_count=await tx.browse.count(owner, group),
                place=await tx.browse.place(owner, group, row),
                siblings=await tx.browse.count_groups(
                    owner, row.taken_on.year if row.taken_on else None
                ),
                is_hidden=row.is_hidden,
                is_private=row.is_private,
                has_voice=row.voice is not None,
                has_live=row.live is not None,
            )
        return replace(shown, picture=await self.preview(owner, row.id))

    async def _row(
        self, tx: Transaction, owner: PersonId, media: MediaId | None
    ) -> MediaRow | None:
        if not await self._shows(tx, owner):
            return None
        if media is None:
            return await tx.browse.latest(owner)
        row = await tx.gallery.get(owner, media)
        return row if row and row.state is MediaState.KEPT else None

    async def preview(self, owner: PersonId, media: MediaId) -> bytes | None:
        """A media as a chat shows it, 1280 px; None where there is no picture of it."""
        content = await self.picture(owner, media)
        if content is None:
            return None
        return await self._pool.run(
            thumbnail, content, PAGE_SIDE, kind=Kind.PAINT, limit=PAGE_LIMIT
        )

    async def picture(self, owner: PersonId, media: MediaId) -> bytes | None:
        """A media's picture as it is kept, a film's poster; None where there is none."""
        async with self._storage.read() as tx:
            row = await tx.gallery.get(owner, media)
        file = row and (row.poster if row.kind is MediaKind.VIDEO else row.file)
        return await self._storage.files.get(owner, file) if file else None

    async def give_back(self, owner: PersonId, media: MediaId) -> GivenBack | None:
        """The media as it is kept; None when it is gone."""
        async with self._storage.read() as tx:
            row = await tx.gallery.get(owner, media) if await self._shows(tx, owner) else None
        if row is None or row.file is None:
            return None
        content = await self._storage.files.get(owner, row.file)
        suffix = film_suffix(content) or SUFFIXES[probe(content).format]
        day = f"{row.taken_on}-" if row.taken_on else ""
        return GivenBack(f"pepite-{day}{row.id.hex[:8]}.{suffix}", content)

    async def understand_date(self, owner: PersonId, text: str) -> TakenAt | None:
        """The date that the person means, from where they are today.

        None for what is none; raises as `check_day` does for one on which no photo was taken.
        """
        async with self._storage.read() as tx:
            person = await tx.people.get(owner)
        country = person.country if person else None
        today = _today(person, tx.now)
        check_day(text, today=today, country=country)
        return understand(text, today=today, country=country)

    async def today(self, owner: PersonId) -> TakenAt:
        """The person's own day, for pictures that are from today."""
        async with self._storage.read() as tx:
            person = await tx.people.get(owner)
        return TakenAt(_today(person, tx.now))

    async def _shows(self, tx: Transaction, owner: PersonId) -> bool:
        """Whether one's own may be shown and given back."""
        return may_see(await self._registrar.standing(tx, owner))

    async def _keeps(self, tx: Transaction, owner: PersonId) -> bool:
        """Whether anything new may be done with what is kept; seeing and forgetting always may."""
        standing = await self._registrar.standing(tx, owner)
        return may(standing, Purpose.CORE_SERVICE, tx.now)

    async def facts(self, owner: PersonId, media: Collection[MediaId]) -> Mapping[MediaId, Facts]:
        """What is known of these media, places included where they may be."""
        async with self._storage.read() as tx:
            return await facts_of(tx, owner, await tx.gallery.some(owner, media))

    async def sights(self, owner: PersonId, media: Collection[MediaId]) -> Mapping[MediaId, Sight]:
        """What was seen in these media, for whoever may suggest; nothing once that is off.

        What was brought back counts as a photo like any other.
        """
        async with self._storage.read() as tx:
            standing = await self._registrar.standing(tx, owner)
            if not may(standing, Purpose.SUGGEST_ANALYSE, tx.now):
                return {}
            with_faces = may(standing, Purpose.FACE_BOXES, tx.now)
            seen = await tx.gallery.seen(owner, media)
            rows = await tx.gallery.some(owner, media)
            open_sealed = await tx.vault.opener(tx, owner)
        found = await _opened(seen, open_sealed, with_faces=with_faces)
        wanted = {row.id for row in rows if row.is_brought_back}
        return {key: one.wanted() if key in wanted else one for key, one in found.items()}


async def _opened(
    seen: Mapping[MediaId, Seen], open_sealed: Callable[[bytes], bytes], *, with_faces: bool
) -> Mapping[MediaId, Sight]:
    """Others have their turn in between: a gallery of thousands takes a second."""
    sights = {}
    for key, found in seen.items():
        if found.sight is not None:
            added = open_sealed(found.boxes) if found.boxes and with_faces else None
            sights[key] = unpack(open_sealed(found.sight), added)
        if len(sights) % OPENED_AT_ONCE == 0:
            await asyncio.sleep(0)
    return sights


async def facts_of(
    tx: Transaction, owner: PersonId, rows: Iterable[MediaRow]
) -> Mapping[MediaId, Facts]:
    """Facts with their places, opened; each square as its owner calls it."""
    listed = list(rows)
    seen = await tx.gallery.seen(owner, [row.id for row in listed])
    nicknames = await nicknames_of(tx, owner)
    open_sealed = await tx.vault.opener(tx, owner)
    found = {}
    for row in listed:
        place = seen[row.id].place
        named = place_from(open_sealed(place)) if place else None
        if named and named.cell in nicknames:
            named = replace(named, nickname=nicknames[named.cell].name)
        found[row.id] = facts_from(open_sealed(row.facts), named) if row.facts else Facts()
    return found


def item_of(
    row: MediaRow, facts: Mapping[MediaId, Facts], sights: Mapping[MediaId, Sight]
) -> MomentItem[MediaId]:
    """As the grouping into moments sees it; an undated scan belongs to nothing."""
    sight, known = sights.get(row.id), facts[row.id]
    return MomentItem(
        key=row.id,
        taken=known.taken,
        place=known.place,
        likeness=sight.likeness if sight and not known.is_of_another_day else None,
        album=str(row.album) if row.album and not known.is_of_another_day else None,
        order=row.message_id or 0,
        is_drawn=sight is not None and not sight.is_photo,
    )


def _today(person: Person | None, now: datetime) -> date:
    return now.astimezone(ZoneInfo((person and person.zone) or "UTC")).date()


def _where(row: MediaRow, among: Corner) -> Corner:
    """Where a media is leafed to: what was just hidden is among the hidden."""
    if row.is_hidden:
        return Corner.HIDDEN
    return Corner.PRIVATE if among is Corner.PRIVATE and row.is_private else Corner.SHOWN
