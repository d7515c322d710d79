"""The Custodian: my copy, a pause, erasing everything; what a person's rights need done."""

from collections import Counter
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from bot.consent.notices import Operator
from bot.consent.receipts import Clerk, Dossier, Latest
from bot.gallery.record import place_from
from bot.gallery.seen import unpack
from bot.improve.taste import liked
from bot.privacy.archive import PART_BYTES, Part
from bot.privacy.certificate import Certificate
from bot.privacy.copy import (
    MISSING_FORGOTTEN,
    MISSING_GONE,
    MISSING_LARGE,
    MISSING_WAITING,
    PersonCopy,
)
from bot.privacy.inferences import Inferred, in_short, in_words, taste_in_words
from bot.privacy.layout import MediaCopy, Records
from bot.privacy.outbound import Calls, summed
from bot.privacy.proof import proof_zip
from storage.erasures import EXPORT
from storage.files import FileGone, FileId
from storage.gallery import MediaId
from storage.gallery_rows import Seen
from storage.ledger import Kind
from storage.open import Storage
from storage.people import Person, PersonId
from storage.personal_data import Purpose
from storage.telegram import DELETABLE
from storage.traits import Trait
from storage.vault import CannotOpen

BETWEEN_COPIES: Final = timedelta(hours=24)
REGRET: Final = timedelta(days=7)
PAGE: Final = 500  # media whose sights are read at once
LATEST: Final = 100  # media that a short answer is drawn from: opening them takes 50 ms


@dataclass(frozen=True, slots=True)
class Overview:
    """What /privacy shows beside the purposes. counts: rows by table, those with none absent.

    at: the moment it was read. erased_at: when everything will be deleted, where that was asked.
    likes: what they chose often enough for it to count, most first.
    contributors: how many people the ranker was made of.
    """

    at: datetime
    here_since: datetime
    counts: Mapping[str, int]
    is_paused: bool
    erased_at: datetime | None
    likes: tuple[Trait, ...]
    contributors: int

    def count(self, *tables: str) -> int:
        return sum(self.counts.get(table, 0) for table in tables)


class Custodian:
    """Every right is one call; what takes long is a job that comes back here.

    operator: who answers for all of it.
    """

    def __init__(self, storage: Storage, operator: Operator, clerk: Clerk) -> None:
        self._storage = storage
        self._clerk = clerk
        self.operator = operator

    async def overview(self, person: PersonId) -> Overview:
        """All zeros for somebody who is gone."""
        async with self._storage.read() as tx:
            row = await tx.people.get(person)
            now = tx.now
            counts = Counter(await tx.privacy.counts(person))
            counts["media"] -= await tx.farewells.count(person)
            erasure = await tx.erasures.of(person)
            likes = liked(await tx.improve.leanings(person), now)
            contributors = await tx.improve.contributors()
        return Overview(
            now,
            row.created_at if row else now,
            +counts,
            row is not None and row.frozen_at is not None,
            erasure.due_at if erasure else None,
            likes,
            contributors,
        )

    async def inferred(self, person: PersonId) -> Inferred:
        """What looks found most often in the media given last; the copy has all of it."""
        async with self._storage.read() as tx:
            kept = sorted(await tx.gallery.kept(person), key=lambda media: media.arrived_at)
            seen = await tx.gallery.seen(person, [media.id for media in kept[-LATEST:]])
            opened = await tx.vault.opener(tx, person)
        found = seen.values()
        return in_short(
            [
                unpack(opened(one.sight), opened(one.boxes) if one.boxes else None)
                for one in found
                if one.sight
            ],
            [place_from(opened(one.place)) for one in found if one.place],
        )

    async def person(self, owner: PersonId) -> Person | None:
        """Whom a job is about; None for somebody who is gone."""
        async with self._storage.read() as tx:
            return await tx.people.get(owner)

    async def pause(self, person: PersonId) -> None:
        """Close the gate for everything; what was given stays."""
        async with self._storage.begin() as tx:
            await tx.people.change(person, {"frozen_at": tx.now})
            await tx.improve.rebuild_soon()  # without what is paused

    async def resume(self, person: PersonId) -> bool:
        """Open it again; False while an erasure is under way."""
        async with self._storage.begin() as tx:
            if await tx.erasures.of(person):
                return False
            await tx.people.change(person, {"frozen_at": None})
        return True

    async def ask_copy(self, person: PersonId) -> datetime | None:
        """Post the job; the moment from which one may be asked for where that is too soon."""
        async with self._storage.begin() as tx:
            last = await tx.erasures.last_copy(person)
            if last and last + BETWEEN_COPIES > tx.now:
                return last + BETWEEN_COPIES
            await tx.jobs.post(
                EXPORT, subject=person, key=str(person), purpose=Purpose.CORE_SERVICE
            )
            await tx.ledger.append(Kind.EXPORT_MADE, person=person)
        return None

    async def cancel_copy(self, person: PersonId) -> bool:
        async with self._storage.begin() as tx:
            return await tx.erasures.cancel_copy(person)

    async def ask_erasure(self, person: PersonId, wait: timedelta = timedelta()) -> datetime:
        """Stop everything at once; what is kept goes when the job runs. Returns when.

        What teaches the ranker goes now, whatever becomes of the rest.
        """
        async with self._storage.begin() as tx:
            due_at = tx.now + wait
            await tx.people.change(person, {"frozen_at": tx.now})
            await tx.withdraw(person, Purpose.IMPROVE_CHOICES)
            await tx.erasures.ask(person, due_at)
            await tx.ledger.append(Kind.ERASURE_REQUESTED, person=person)
        return due_at

    async def keep(self, person: PersonId) -> bool:
        """Call an erasure off; False when none was under way."""
        async with self._storage.begin() as tx:
            called_off = await tx.erasures.call_off(person)
            if called_off:
                await tx.people.change(person, {"frozen_at": None})
                await tx.ledger.append(Kind.ERASURE_CANCELLED, person=person)
        return called_off

    async def erase_content(self, person: PersonId) -> tuple[Certificate, Person] | None:
        """Delete all but what is needed to say so; None when it was called off or is done."""
        async with self._storage.begin() as tx:
            row, erasure = await tx.people.get(person), await tx.erasures.of(person)
            if row is None or erasure is None:
                return None
            gone = await tx.erasures.erase_content(person)
            last = {"people": 1, "keys": 1, "erasures": 1}
            return Certificate(tx.now, {**gone, **last}), row

    async def forget(self, person: PersonId) -> None:
        """The end of an erasure: the person, their key, and what the log still held."""
        async with self._storage.begin() as tx:
            if await tx.people.get(person) is None:
                return
            await tx.privacy.erase_person(person)
        await self._storage.leave_no_trace()

    async def sent_lately(self, person: PersonId) -> list[int]:
        """Numbers of the messages that went to this person and can still be deleted."""
        async with self._storage.read() as tx:
            return await tx.telegram.sent_since(person, tx.now - DELETABLE)

    async def copy(self, person: PersonId, at: datetime) -> AsyncIterator[Part]:
        """The copy, a part at a time; read once, files opened outside any transaction."""
        copy = PersonCopy(await self._records(person), at, await self._dossier(person))
        for media in copy.media:
            content = await self._content(person, media)
            if full := copy.put(media, content):
                yield full
            for what, file in media.beside.items() if not media.is_forgotten else ():
                more = await self._file(person, file)
                if more and (full := copy.put_beside(media, what, more)):
                    yield full
        for part in copy.finish():
            yield part

    async def choices(self, person: PersonId) -> Mapping[Purpose, Latest]:
        """The last choice about each purpose; those without one are left out."""
        async with self._storage.read() as tx:
            return await self._clerk.latest(tx, person)

    async def outbound(self, person: PersonId) -> list[Calls]:
        """Where something of theirs went, by host and kind, the latest first."""
        async with self._storage.read() as tx:
            return summed(await tx.outbound.of(person))

    async def proof(self, person: PersonId, at: datetime) -> bytes:
        """Every receipt and what they are checked against, as a zip; empty without a choice."""
        return proof_zip(await self._dossier(person), at)

    async def _dossier(self, person: PersonId) -> Dossier:
        async with self._storage.begin() as tx:
            return await self._clerk.dossier(tx, person)

    async def _records(self, person: PersonId) -> Records:
        async with self._storage.read() as tx:
            records = dict(await tx.privacy.export_person(person))
            opened = await tx.vault.opener(tx, person)
            ids = [MediaId(UUID(str(row["media"]))) for row in records.get("sights", ())]
            seen: dict[MediaId, Seen] = {}
            for start in range(0, len(ids), PAGE):
                seen |= await tx.gallery.seen(person, ids[start : start + PAGE])
        looks = {
            str(media): in_words(unpack(opened(one.sight), None))
            for media, one in seen.items()
            if one.sight
        }
        records["sights"] = [
            {**row, **looks.get(str(row["media"]), {})} for row in records.get("sights", ())
        ]
        records["tastes"] = [taste_in_words(row) for row in records.get("tastes", ())]
        return records

    async def _content(self, person: PersonId, media: MediaCopy) -> bytes | str:
        """The file, or the id of the sentence that says why it is not here."""
        if media.is_forgotten:
            return MISSING_FORGOTTEN
        if media.file is None:
            return MISSING_WAITING
        content = await self._file(person, media.file)
        if content is None:
            return MISSING_GONE
        return content if len(content) <= PART_BYTES else MISSING_LARGE

    async def _file(self, person: PersonId, name: str) -> bytes | None:
        try:
            return await self._storage.files.get(person, FileId(UUID(name)))
        except (FileGone, CannotOpen):
            return None
