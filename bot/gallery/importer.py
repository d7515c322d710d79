"""The Importer: takes in a zip that a person sends, keeps what is in it, picks its best moment."""

from collections import defaultdict
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from bot.consent.gate import may
from bot.errors import FriendlyError
from bot.gallery.answers import LEAST_FOR_COLLAGE, AlbumReport, Became, Outcome, Refusal
from bot.gallery.best import worth
from bot.gallery.bringing import Bringing, Came, Unwelcome, Where
from bot.gallery.entries import Survey
from bot.gallery.facts import Facts
from bot.gallery.left_out import counted
from bot.gallery.library import ROOM_PAUSE
from bot.gallery.reader import Grants
from bot.gallery.tally import Tally
from bot.jobs.catalogue import JobName
from bot.jobs.pool import PoolError
from storage.archives import ArchiveId, ArchiveRow
from storage.gallery import AlbumId, MediaId, MediaKind, MediaRow, MomentId
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.transaction import Transaction

MOST_IN_CHAT: Final = 2_000  # media: read within a job's lease on a small server
MOST_ON_A_PAGE: Final = 30
MOST_MEGABYTES: Final = 100  # through a local Bot API server: a zip is held in memory
KEPT_AT_MOST: Final = timedelta(days=1)

OF_ARCHIVES: Final = {"error-file-too-big": "error-archive-too-big"}  # there are other ways


class ArchiveTooBig(FriendlyError):
    """More than comes through a chat; fact: `megabytes`, the limit."""

    text_id = "error-archive-too-big"


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message with a zip in it, as it arrived. size: bytes, as Telegram says."""

    chat_id: int
    message_id: int
    telegram_file: str
    size: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A zip whose bytes are here; they live as long as this."""

    content: bytes
    survey: Survey


@dataclass(frozen=True, slots=True)
class BestMoment:
    """What a collage of an archive may be made of; facts: of its moment, where it is one."""

    media: tuple[MediaId, ...]
    facts: tuple[Facts, ...]


class Importer(Bringing):
    """For a zip in the chat and for `pepite import`; the gate is asked at every media."""

    async def take_in(self, owner: PersonId, parcel: Parcel) -> None:
        """Note a zip and post the job that reads it; the same message twice is noted once.

        Raises ArchiveTooBig for one that no server would bring here whole.
        """
        if parcel.size > MOST_MEGABYTES * 1024 * 1024:
            raise ArchiveTooBig(megabytes=MOST_MEGABYTES)
        async with self._storage.begin() as tx:
            grants = await Grants.of(self._registrar, tx, owner)
            if not grants.keep:
                return
            row = ArchiveRow(
                owner=owner,
                chat_id=parcel.chat_id,
                message_id=parcel.message_id,
                telegram_file=await tx.seal(owner, parcel.telegram_file.encode()),
                came_at=tx.now,
            )
            if await tx.archives.expect(row):
                await _post_reading(tx, row, tx.now)

    async def archive(self, owner: PersonId, archive: ArchiveId) -> ArchiveRow | None:
        """None for one that is read already, or forgotten."""
        async with self._storage.read() as tx:
            return await tx.archives.get(owner, archive)

    async def open(self, row: ArchiveRow) -> Opened | Refusal:
        """Bring its bytes here, sealed before anything else; see what is in it, or why not.

        Raises what the wire raises, and DiskFull.
        """
        try:
            content = await self._content(row)
            found = await self.look_through(content)
        except FriendlyError as refusal:
            return Refusal(OF_ARCHIVES.get(refusal.text_id, refusal.text_id), refusal.facts)
        except PoolError:
            return Refusal("error-archive-unsafe")
        return _why_not(found) or Opened(content, found)

    async def read(self, row: ArchiveRow, opened: Opened) -> AsyncGenerator[Came]:
        """One media after the other; what an earlier attempt kept counts as kept now.

        It ends where its owner forgets everything meanwhile, or agrees no more. Raises DiskFull.
        """
        async with self._storage.read() as tx:
            mine = {one.id: one for one in await tx.gallery.of_album(row.owner, row.album)}
        where = Where(row.album, row.chat_id)
        with suppress(Unwelcome):
            async for came in self.bring(row.owner, opened.content, opened.survey, where):
                media = came.became.media
                before = mine.pop(media, None) if media else None
                yield replace(came, became=_again(before)) if before else came
                if await self.archive(row.owner, row.id) is None:
                    return

    async def report(self, row: ArchiveRow, tally: Tally) -> AlbumReport:
        """What it came to, its moments made."""
        await self.settle(row.owner)
        async with self._storage.read() as tx:
            kept = await tx.gallery.of_album(row.owner, row.album)
            grants = await Grants.of(self._registrar, tx, row.owner)
        out = await self._library.left_outs(row.owner, [one.id for one in kept])
        films = sum(one.kind is MediaKind.VIDEO for one in kept)
        undated = sum(one.taken_on is None for one in kept if one.kind is MediaKind.PHOTO)
        return AlbumReport(
            id=row.album,
            photos=len(kept) - films,
            films=films,
            refused=tuple(tally.refused),
            undated=undated if grants.look else 0,
            good=len(kept) - len(out) if grants.look else 0,
            was_looked_at=grants.look,
            left_out=counted(out.values()),
        )

    async def best_moment(self, owner: PersonId, album: AlbumId) -> BestMoment | None:
        """The moment of an album with most to show, the latest of several; all of it where none
        has two, and None where even that is one.
        """
        async with self._storage.read() as tx:
            standing = await self._registrar.standing(tx, owner)
            is_open = may(standing, Purpose.SUGGEST_ANALYSE, tx.now)
            rows = await tx.gallery.suggestible(owner, album=album) if is_open else []
        photos = [row for row in rows if row.kind is MediaKind.PHOTO]
        out = await self._library.left_outs(owner, [row.id for row in photos])
        shown = [row for row in photos if row.id not in out]
        moment = _most([row for row in shown if row.moment])
        is_moment = len(moment) >= LEAST_FOR_COLLAGE
        best = moment if is_moment else shown
        if len(best) < LEAST_FOR_COLLAGE:
            return None
        sights = await self._library.sights(owner, [row.id for row in best])
        worthy = sorted(sights, key=lambda media: worth(sights[media]), reverse=True)
        facts = await self._library.facts(owner, [row.id for row in best]) if is_moment else {}
        return BestMoment(tuple(worthy[:MOST_ON_A_PAGE]), tuple(facts.values()))

    async def wait_for_room(self, row: ArchiveRow, answer_message_id: int | None) -> None:
        """Read the rest of it later, under the message that says so."""
        async with self._storage.begin() as tx:
            await tx.archives.answered(row.owner, row.id, answer_message_id)
            await _post_reading(tx, row, tx.now + ROOM_PAUSE)

    async def close(self, row: ArchiveRow) -> None:
        """It was told: the zip is forgotten, what was in it is kept."""
        async with self._storage.begin() as tx:
            await tx.archives.drop(row.owner, row.id)

    async def drop_old(self) -> int:
        """Retention, by a nightly tick: zips whose person left while they were read."""
        async with self._storage.begin() as tx:
            return await tx.archives.drop_old(tx.now - KEPT_AT_MOST)

    async def _content(self, row: ArchiveRow) -> bytes:
        if row.file is not None:
            return await self._storage.files.get(row.owner, row.file)
        async with self._storage.read() as tx:
            name = (await tx.open(row.owner, row.telegram_file or b"")).decode()
        content = await self._fetch(name)
        file = await self._storage.files.put(row.owner, content)
        async with self._storage.begin() as tx:
            if not await tx.archives.arrived(row.owner, row.id, file):
                await tx.privacy.shred_later([file])
        return content


async def _post_reading(tx: Transaction, row: ArchiveRow, not_before: datetime) -> None:
    await tx.jobs.post(
        JobName.GALLERY_ARCHIVE,
        subject=row.owner,
        key=str(row.id),
        purpose=Purpose.CORE_SERVICE,
        not_before=not_before,
    )


def _why_not(found: Survey) -> Refusal | None:
    if not found.items and not found.refused:
        return Refusal("error-archive-empty")
    if len(found.items) > MOST_IN_CHAT:
        return Refusal("error-archive-too-much", {"most": MOST_IN_CHAT})
    return None


def _again(row: MediaRow) -> Became:
    """What an earlier attempt made of it."""
    is_film = row.kind is MediaKind.VIDEO
    return Became(Outcome.FILM if is_film else Outcome.KEPT, row.id)


def _most(rows: Sequence[MediaRow]) -> Sequence[MediaRow]:
    moments: Mapping[MomentId | None, list[MediaRow]] = defaultdict(list)
    for row in rows:
        moments[row.moment].append(row)
    return max(
        moments.values(),
        key=lambda moment: (len(moment), moment[0].taken_on or date.min),
        default=(),
    )
