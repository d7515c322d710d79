"""A live photo that came as two files of one name is joined as they arrive, and counted once."""

from dataclasses import replace

from bot.gallery.answers import Part
from bot.gallery.waiting import Waiting, pairs, waiting_bytes, waiting_from
from storage.gallery import AlbumId, MediaKind, MediaRow, MediaState
from storage.people import PersonId
from storage.transaction import Transaction


async def join_live(tx: Transaction, owner: PersonId, album: AlbumId, part: Part) -> Part | None:
    """The part as it will wait: a photo with its film; None for a film that hangs on its photo.

    Only what still waits to be read is joined; a film that comes later stays a film.
    """
    found = await _other_half(tx, owner, album, part)
    if found is None:
        return part
    row, other = found
    if part.kind is MediaKind.PHOTO:
        await tx.gallery.destroy(owner, [row.id])
        return replace(part, live=other.file)
    sealed = await tx.seal(owner, waiting_bytes(replace(other, live=part.telegram_file)))
    await tx.gallery.change(owner, row.id, {"telegram_file": sealed})
    return None


async def _other_half(
    tx: Transaction, owner: PersonId, album: AlbumId, part: Part
) -> tuple[MediaRow, Waiting] | None:
    if part.name is None or part.live is not None:
        return None
    for row in await tx.gallery.of_album(owner, album, MediaState.WAITING):
        if row.kind is part.kind or row.telegram_file is None:
            continue
        other = waiting_from(await tx.open(owner, row.telegram_file))
        if other.name and pairs({"new": part.name, "old": other.name}):
            return row, other
    return None
