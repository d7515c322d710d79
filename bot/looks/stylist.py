"""The part of the Atelier that paints one photo in the style of another picture."""

from datetime import timedelta
from typing import Any, Final

from bot.consent.registrar import Registrar
from bot.gallery.library import Library
from bot.gallery.reader import Fetch
from bot.improve.trainer import Trainer
from bot.jobs.pool import Kind, Pool
from bot.looks.catalogue import Look, Strength
from bot.looks.drafts import LookChanged, LookDraft, LookGone
from bot.looks.easel import LIMIT, Easel, post_show
from bot.looks.manner import manner_of
from bot.looks.received import opened
from storage.gallery import MediaId, MediaKind
from storage.looks import LookId, LookKind
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose

OPEN_LIMIT: Final = timedelta(seconds=20)
MOST_STYLES: Final = 8
NEWEST: Final = 40  # of the gallery: what is looked through for as many that may be shown


class Stylist(Easel):
    """Keeps a hundred numbers of a picture's style, sealed; never the picture itself."""

    def __init__(
        self,
        storage: Storage,
        registrar: Registrar,
        pool: Pool,
        library: Library,
        *,
        trainer: Trainer,
        fetch: Fetch,
    ) -> None:
        super().__init__(storage, registrar, pool, library, trainer)
        self._fetch = fetch

    async def styles(self, owner: PersonId, draft: LookDraft) -> tuple[MediaId, ...]:
        """The newest other photos that may be shown unasked, for their styles; no left-outs."""
        async with self._storage.read() as tx:
            rows = await tx.gallery.suggestible(owner)
        others = [row for row in rows if row.kind is MediaKind.PHOTO and row.id != draft.media]
        others.sort(key=lambda row: row.arrived_at, reverse=True)
        newest = [row.id for row in others[:NEWEST]]
        sights = await self._library.sights(owner, newest)
        out = await self._library.left_outs(owner, newest)
        fit = [one for one in newest if one in sights and one not in out]
        shown = [one for one in fit if not sights[one].is_sensitive]
        return tuple(shown[:MOST_STYLES])

    async def style_after(
        self, owner: PersonId, draft: LookId, version: int, media: MediaId
    ) -> None:
        """In the style of a photo of the gallery; the job draws it. Raises as `choose`."""
        await self.look(owner, draft, version=version)
        picture = await self._photo(owner, media)
        manner = await self._pool.run(manner_of, picture, kind=Kind.LOOKS, limit=LIMIT)
        await self._wear(owner, draft, version, manner, media)

    async def read_style(self, owner: PersonId, telegram_file: str) -> bytes:
        """What there is of style in a picture that was just sent, looked at once and not kept.

        Raises LookGone, the refusals of bot.pixels, CannotPaint, what the wire and the pool raise.
        """
        async with self._storage.read() as tx:
            await self._ask_gate(tx, owner, Purpose.SUGGEST_ANALYSE)
        sent = await self._fetch(telegram_file)
        picture = await self._pool.run(opened, sent, kind=Kind.OPEN, limit=OPEN_LIMIT)
        return await self._pool.run(manner_of, picture, kind=Kind.LOOKS, limit=LIMIT)

    async def style_after_sent(
        self, owner: PersonId, draft: LookDraft, manner: bytes, *, message_id: int
    ) -> None:
        """In that style; `message_id` becomes the look. Raises LookGone and LookChanged."""
        await self._wear(owner, draft.id, draft.version, manner, None, message_id=message_id)

    async def _wear(
        self,
        owner: PersonId,
        draft: LookId,
        version: int,
        manner: bytes,
        media: MediaId | None,
        *,
        message_id: int | None = None,
    ) -> None:
        async with self._storage.begin() as tx:
            await self._ask_gate(tx, owner, Purpose.SUGGEST_ANALYSE)
            if media is not None and not await tx.gallery.drawable(owner, [media]):
                raise LookGone
            facts: dict[str, Any] = {
                "look": Look.OWN.value,
                "strength": Strength.FULL.value,
                "style": await tx.seal(owner, manner),
                "style_of": media,
            }
            if message_id is not None:
                facts |= {"message_id": message_id, "telegram_photo": None}
            if not await tx.looks.change(owner, LookKind.LOOK, draft, version, facts):
                raise LookChanged
            await post_show(tx, owner, draft)
