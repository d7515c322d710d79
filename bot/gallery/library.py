"""The Library: takes in what a person gives, keeps it sealed, and forgets it when told."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from typing import Final

from bot.consent.gate import may
from bot.consent.registrar import Registrar
from bot.gallery.answers import LEAST_FOR_COLLAGE, AlbumReport, AlbumToRead, Outcome, Part
from bot.gallery.captioned import spread_captions
from bot.gallery.expecting import are_files, due_of, post_reading, waiting_row
from bot.gallery.leaving import by_days, leave_out
from bot.gallery.left_out import REPEATED, LeftOut, Reason, counted
from bot.gallery.live import join_live
from bot.gallery.moments import group
from bot.gallery.reader import Fetch, Grants, Reader
from bot.gallery.record import refusal_from
from bot.gallery.rehearsal import Rehearsal
from bot.gallery.rehearsing import agreed, rehearsal_on
from bot.gallery.shelves import Shelves, facts_of, item_of
from bot.jobs.catalogue import JobName
from bot.jobs.pool import Kind, Pool
from bot.telegram.albums import ALBUM_PAUSE
from bot.vision.eye import Eye
from bot.vision.sight import Sight
from storage.gallery import AlbumId, MediaId, MediaKind, MediaRow, MediaState, MomentId
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.transaction import Transaction

ROOM_PAUSE: Final = timedelta(minutes=5)  # a full disk is emptied by somebody's hand
GIVEN_UP_AFTER: Final = timedelta(minutes=10)  # longer than all the attempts of a job
LOOKED_AT_ONCE: Final = 50  # of what was kept unseen: well within a job's time
GROUPING_LIMIT: Final = timedelta(seconds=60)  # ten thousand media take a few
SHORTLY: Final = timedelta(minutes=10)  # photos sent one by one are of one afternoon
NEARBY: Final = timedelta(days=3)  # moments beyond that cannot change with a new album


class Library(Shelves):
    """Asks the gate at the time of use; bytes first, then rows, then the next job."""

    def __init__(
        self, storage: Storage, registrar: Registrar, pool: Pool, eye: Eye, fetch: Fetch
    ) -> None:
        super().__init__(storage, registrar, pool)
        self._eye = eye
        self._fetch = fetch
        self._reader = Reader(storage, registrar, pool, eye, fetch)

    async def take_in(self, owner: PersonId, part: Part) -> None:
        """Note a part of an album and arm the job that reads it; nothing is downloaded here.

        The same message twice is noted once.
        """
        async with self._storage.begin() as tx:
            if not await self._keeps(tx, owner):
                return
            album = await tx.gallery.open_album(owner, part.chat_id, part.group, pause=ALBUM_PAUSE)
            whole = await join_live(tx, owner, album.id, part)
            if whole and await tx.gallery.expect(await waiting_row(tx, owner, album, whole)):
                await post_reading(tx, owner, album.id, due_of(album, tx.now))
            for earlier in await tx.gallery.given_up(owner, tx.now - GIVEN_UP_AFTER):
                await post_reading(tx, owner, earlier, tx.now)

    async def album_to_read(self, owner: PersonId, album: AlbumId) -> AlbumToRead | None:
        """None for an album that is gone, or of which everything was told."""
        async with self._storage.read() as tx:
            row = await tx.gallery.album(owner, album)
            waiting = await tx.gallery.of_album(owner, album, MediaState.WAITING)
            files = await are_files(tx, waiting)
        if row is None or not (waiting or row.parts):
            return None
        ids = tuple(media.id for media in waiting)
        return AlbumToRead(album, row.chat_id, row.answer_message_id, ids, files)

    async def wait_for_room(self, owner: PersonId, album: AlbumId, answer: int | None) -> None:
        """Read the rest of an album later, under the message that says so."""
        async with self._storage.begin() as tx:
            await tx.gallery.change_album(owner, album, {"answer_message_id": answer})
            await post_reading(tx, owner, album, tx.now + ROOM_PAUSE)

    async def read(self, owner: PersonId, media: MediaId) -> Outcome | None:
        """Download one media, look and keep; None when it is gone. Raises what the wire raises."""
        return await self._reader.read(owner, media)

    async def look_back(self, owner: PersonId) -> None:
        """After a yes, look at what was kept before it: some of it, then the next job.

        What cannot be looked at ends that, once nothing else is left.
        """
        async with self._storage.read() as tx:
            rows = await tx.gallery.unseen(owner, LOOKED_AT_ONCE)
        seen = [row for row in rows if await self._reader.look_at_kept(row)]
        async with self._storage.begin() as tx:
            grants = await Grants.of(self._registrar, tx, owner)
            if seen and grants.look:
                await _post_look(tx, owner)
        if grants.look:
            await self._settle(owner, await self._again(owner, seen))

    async def report(self, owner: PersonId, album: AlbumId) -> AlbumReport:
        """What an album came to, its moments made; the same again until it is closed."""
        async with self._storage.begin() as tx:
            row = await tx.gallery.album(owner, album)
            if row and not row.are_dates_asked:
                await spread_captions(tx, owner, await tx.gallery.of_album(owner, album))
            kept = await tx.gallery.of_album(owner, album)
            refused = await tx.gallery.of_album(owner, album, MediaState.REFUSED)
            reasons = [
                refusal_from(await tx.open(owner, one.facts)) for one in refused if one.facts
            ]
            grants = await Grants.of(self._registrar, tx, owner)
        seen = await self.sights(owner, [one.id for one in kept])
        if grants.look:
            await self._settle(owner, kept)
        kinds = Counter(one.kind for one in kept)
        out = await self._left_outs(owner, kept, seen)
        unfit = sum(one.reason not in REPEATED for one in out.values())
        undated = sum(one.taken_on is None for one in kept if one.kind is MediaKind.PHOTO)
        is_open = row is not None and (row.question_message_id or not row.are_dates_asked)
        return AlbumReport(
            id=album,
            photos=kinds[MediaKind.PHOTO],
            films=kinds[MediaKind.VIDEO],
            refused=tuple(reasons),
            undated=undated if grants.look and is_open else 0,
            good=len(seen) - unfit,
            was_looked_at=grants.look,
            left_out=counted(out.values()),
            aside={key: one.reason for key, one in out.items()},
        )

    async def left_outs(
        self, owner: PersonId, media: Collection[MediaId] | None = None
    ) -> Mapping[MediaId, LeftOut[MediaId]]:
        """What is not suggested of these media, or of all, and why; compared with one another.

        What is hidden or private stands for nothing: its twins are suggested instead.
        Of thousands, those of about the same time are compared, in the memory of some of them.

        Nothing where nobody may look.
        """
        async with self._storage.read() as tx:
            rows = await tx.gallery.suggestible(owner, media)
        found: dict[MediaId, LeftOut[MediaId]] = {}
        for some in by_days(rows):
            sights = await self.sights(owner, [row.id for row in some])
            found |= await self._left_outs(owner, some, sights)
        return found

    async def came_shortly_before(self, owner: PersonId, album: AlbumId) -> list[MediaId]:
        """What may be drawn of an album, and of what came in its chat shortly before it."""
        async with self._storage.read() as tx:
            own = await tx.gallery.of_album(owner, album)
            if not own or own[0].chat_id is None:
                return []
            arrived = sorted(row.arrived_at for row in own)
            since, until = arrived[0] - SHORTLY, arrived[-1]
            media = await tx.talk.given_between(owner, own[0].chat_id, since, until)
            rows = await tx.gallery.suggestible(owner, media)
        sights = await self.sights(owner, [row.id for row in rows])
        out = await self._left_outs(owner, rows, sights)
        return [row.id for row in rows if row.id in sights and row.id not in out]

    async def _left_outs(
        self, owner: PersonId, rows: Sequence[MediaRow], sights: Mapping[MediaId, Sight]
    ) -> Mapping[MediaId, LeftOut[MediaId]]:
        if not sights:
            return {}
        facts = await self.facts(owner, list(sights))
        return await leave_out(self._pool, rows, facts, sights)

    async def use_intimate(self, owner: PersonId, album: AlbumId) -> int:
        """Suggest what may be intimate in an album after all; returns how many, 0 once used."""
        async with self._storage.read() as tx:
            rows = await tx.gallery.of_album(owner, album) if await self._keeps(tx, owner) else []
        out = await self.left_outs(owner, [row.id for row in rows])
        asked = [media for media, one in out.items() if one.reason is Reason.SENSITIVE]
        async with self._storage.begin() as tx:
            for media in asked:
                await tx.gallery.change(owner, media, {"is_brought_back": True})
        if asked:
            await self.draw_again(owner, album)
        return len(asked)

    async def close_album(
        self, owner: PersonId, report: AlbumReport, answer_message_id: int | None
    ) -> None:
        """It was told: what was refused is forgotten, its collage is asked for.

        answer_message_id: the message that says so, and becomes the collage; late parts
        change the same one. Withdrawing the analysis cancels the collage's job.
        """
        async with self._storage.begin() as tx:
            refused = await tx.gallery.of_album(owner, report.id, MediaState.REFUSED)
            await tx.gallery.destroy(owner, [row.id for row in refused])
            facts = {"parts": 0, "answer_message_id": answer_message_id}
            asked = {"are_dates_asked": True} if report.undated else {}
            await tx.gallery.change_album(owner, report.id, {**facts, **asked})
            await tx.gallery.drop_empty_albums(owner)
            if report.makes_collage:
                await _post_collage(tx, owner, report.id)

    async def draw_again(self, owner: PersonId, album: AlbumId) -> None:
        """Ask for an album's collage anew: it may now say when it was.

        Nothing for what came in a zip, which no collage answered.
        """
        async with self._storage.begin() as tx:
            row = await tx.gallery.album(owner, album)
            rows = await tx.gallery.of_album(owner, album)
            grants = await Grants.of(self._registrar, tx, owner)
            is_answered = row is not None and row.answer_message_id is not None
            if is_answered and grants.look and len(rows) >= LEAST_FOR_COLLAGE:
                await _post_collage(tx, owner, album)

    async def resettle(self, owner: PersonId, before: Sequence[MediaRow]) -> None:
        """Group anew around the days that these media had, and around those they have now."""
        async with self._storage.read() as tx:
            grants = await Grants.of(self._registrar, tx, owner)
        if before and grants.look:
            await self._settle(owner, [*before, *await self._again(owner, before)])

    async def _again(self, owner: PersonId, rows: Sequence[MediaRow]) -> list[MediaRow]:
        async with self._storage.read() as tx:
            return await tx.gallery.some(owner, [row.id for row in rows])

    async def rehearse(self, owner: PersonId, telegram_file: str) -> Rehearsal | None:
        """What would be read from one photo, in memory only; None where it was not asked for.

        Raises the refusals of `bot.pixels` and what the wire and the pool raise.
        """
        async with self._storage.read() as tx:
            standing = await self._registrar.standing(tx, owner)
            if not may(standing, Purpose.SUGGEST_REHEARSE, tx.now):
                return None
            faces = may(agreed(standing, tx.now), Purpose.FACE_BOXES, tx.now)
        content = await self._fetch(telegram_file)
        return await rehearsal_on(content, self._pool, self._eye, faces=faces)

    async def _settle(self, owner: PersonId, album: Sequence[MediaRow]) -> None:
        """Group the album, and what was taken around it, into moments."""
        days = [row.taken_on for row in album if row.taken_on]
        if not days:
            return
        async with self._storage.read() as tx:
            rows = await tx.gallery.kept_between(owner, min(days) - NEARBY, max(days) + NEARBY)
            ids = [row.id for row in album if row.taken_on is None]
            rows += await tx.gallery.some(owner, ids)
            facts = await facts_of(tx, owner, rows)
        sights = await self.sights(owner, [row.id for row in rows])
        items = [item_of(row, facts, sights) for row in rows]
        moments = await self._pool.run(group, items, kind=Kind.PAINT, limit=GROUPING_LIMIT)
        known = {row.id: row for row in rows}
        dated = [moment for moment in moments if known[moment[0]].taken_on]
        taken: set[MomentId] = set()
        async with self._storage.begin() as tx:
            for moment in dated:
                before = Counter(known[key].moment for key in moment)
                same = next((m for m, _ in before.most_common() if m and m not in taken), None)
                first = known[moment[0]].taken_on
                taken.add(await tx.gallery.join_moment(owner, moment, same, first))
            await tx.gallery.drop_empty_moments(owner)


async def _post_look(tx: Transaction, owner: PersonId) -> None:
    await tx.jobs.post(
        JobName.GALLERY_LOOK, subject=owner, key=str(owner), purpose=Purpose.SUGGEST_ANALYSE
    )


async def _post_collage(tx: Transaction, owner: PersonId, album: AlbumId) -> None:
    await tx.jobs.post(
        JobName.COLLAGE_MAKE, subject=owner, key=str(album), purpose=Purpose.SUGGEST_ANALYSE
    )
