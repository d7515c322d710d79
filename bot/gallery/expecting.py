"""Parts whose bytes are still at Telegram: their row, and when their album is to be read."""

from collections.abc import Iterable
from datetime import datetime

from bot.gallery.answers import Part
from bot.gallery.arrival import facts_on_arrival
from bot.gallery.record import facts_bytes
from bot.gallery.waiting import Waiting, waiting_bytes, waiting_from
from bot.jobs.catalogue import JobName
from bot.telegram.albums import album_due, late_due
from storage.gallery import AlbumId, AlbumRow, MediaKind, MediaRow
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.transaction import Transaction


def due_of(album: AlbumRow, now: datetime) -> datetime:
    """When to read an album that a part was just added to."""
    if album.answer_message_id is not None:
        return late_due(album.opened_at, now)
    return album_due(album.opened_at if album.parts else now, now, album.parts + 1)


async def post_reading(
    tx: Transaction, owner: PersonId, album: AlbumId, not_before: datetime
) -> None:
    await tx.jobs.post(
        JobName.GALLERY_ALBUM,
        subject=owner,
        key=str(album),
        purpose=Purpose.CORE_SERVICE,
        not_before=not_before,
    )


async def are_files(tx: Transaction, rows: Iterable[MediaRow]) -> bool:
    """Whether a photo among them has a name: Telegram gives none to what is sent as a photo."""
    photos = [row for row in rows if row.kind is MediaKind.PHOTO]
    given = [await tx.open(row.owner, row.telegram_file) for row in photos if row.telegram_file]
    return any(waiting_from(one).name for one in given)


async def waiting_row(tx: Transaction, owner: PersonId, album: AlbumRow, part: Part) -> MediaRow:
    person = await tx.people.get(owner)
    zone, country = (person.zone, person.country) if person else (None, None)
    facts = facts_on_arrival(part, tx.now, zone=zone, country=country)
    waiting = Waiting(part.telegram_file, part.live, part.name)
    return MediaRow(
        owner=owner,
        album=album.id,
        kind=part.kind,
        chat_id=part.chat_id,
        message_id=part.message_id,
        group=part.group,
        telegram_file=await tx.seal(owner, waiting_bytes(waiting)),
        facts=await tx.seal(owner, facts_bytes(facts)),
        taken_on=facts.taken.first if facts.taken else None,
        arrived_at=tx.now,
        last_used_at=tx.now,
    )
