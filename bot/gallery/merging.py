"""The same picture given twice is one media, with all that was said of either."""

from storage.gallery import MediaRow
from storage.transaction import Transaction


async def merge(tx: Transaction, again: MediaRow, first: MediaRow) -> None:
    """The first now belongs to this album too, and has the voice that came with the other."""
    now = await tx.gallery.get(again.owner, again.id)
    facts: dict[str, object] = {"album": again.album}
    if now is not None and now.voice is not None:
        facts["voice"] = now.voice
        await tx.gallery.change(again.owner, again.id, {"voice": None})
        await tx.privacy.shred_later([first.voice] if first.voice else [])
    await tx.gallery.destroy(again.owner, [again.id])
    await tx.gallery.change(again.owner, first.id, facts)
