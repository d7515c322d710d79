"""Whether a draft was made of what may be intimate: what is chosen in it then teaches nobody."""

from uuid import UUID

from bot.gallery.seen import unpack
from storage.collage import CollageId
from storage.looks import LookId
from storage.people import PersonId
from storage.transaction import Transaction


async def is_of_intimate(tx: Transaction, owner: PersonId, item: UUID) -> bool:
    """item: a collage's or a look's id. Also where its owner wants that photo after all."""
    media = list(await tx.collage.media(owner, CollageId(item)))
    look = await tx.looks.look(owner, LookId(item))
    seen = await tx.gallery.seen(owner, [*media, *([look.media] if look else [])])
    open_sealed = await tx.vault.opener(tx, owner)
    return any(
        unpack(open_sealed(one.sight), None).is_sensitive for one in seen.values() if one.sight
    )
