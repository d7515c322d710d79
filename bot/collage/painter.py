"""What paints a draft from its recipe, for its owner alone and while they allow it."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Final, TypeVar
from uuid import UUID

from bot.collage.desk import Desk
from bot.collage.draft import Draft
from bot.collage.drafts import open_draft
from bot.collage.material import Material
from bot.collage.paint import paint
from bot.collage.plan import Plan
from bot.collage.refusals import DraftChanged, DraftGone
from bot.consent.gate import may
from bot.consent.registrar import Registrar
from bot.errors import as_known
from bot.gallery.library import Library
from bot.jobs.pool import Kind, Pool
from bot.pixels.provenance import SourceType, with_xmp, xmp_packet
from storage.collage import CollageId
from storage.gallery import MediaId, MediaKind, MediaRow
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.transaction import Transaction

Made = TypeVar("Made")
PAINT_LIMIT: Final = timedelta(seconds=60)


class Painter(Desk):
    """Asks the gate at the time of use; pictures are made in a child."""

    def __init__(
        self, storage: Storage, registrar: Registrar, pool: Pool, library: Library
    ) -> None:
        super().__init__(storage)
        self._registrar = registrar
        self._pool = pool
        self._library = library

    async def draft(
        self, owner: PersonId, collage: CollageId, *, version: int | None = None
    ) -> Draft:
        """Raises DraftGone, and DraftChanged where `version` is no longer the last."""
        async with self._storage.read() as tx:
            found = await tx.collage.get(owner, collage)
            row = as_known(found, version, gone=DraftGone, changed=DraftChanged)
            return await open_draft(tx, row)

    async def picture(self, owner: PersonId, draft: Draft) -> bytes:
        """The collage of a draft as a JPEG that says where it comes from. Raises DraftGone."""
        jpeg = draft.picture or await self._painted(owner, draft.plan)
        drawn = _is_drawn_on(draft.plan)
        made = SourceType.COLLAGE_WITH_LETTERING if drawn else SourceType.COLLAGE_OF_PHOTOS
        return with_xmp(jpeg, xmp_packet(made, tool="Pépite", alt_text=draft.caption))

    async def _painted(self, owner: PersonId, plan: Plan) -> bytes:
        return await self._on_page(owner, paint, plan)

    async def _on_page(
        self, owner: PersonId, work: Callable[[Plan, Mapping[str, bytes]], Made], plan: Plan
    ) -> Made:
        """What a child makes of a page and its photos. Raises DraftGone."""
        media = [MediaId(UUID(hex=cell.key)) for cell in plan.cells]
        async with self._storage.read() as tx:
            await self._ask_gate(tx, owner)
            rows = await tx.gallery.drawable(owner, media)
        if len(rows) != len(media):
            raise DraftGone
        sources = {row.id.hex: await self._bytes(row) for row in rows}
        return await self._pool.run(work, plan, sources, kind=Kind.PAINT, limit=PAINT_LIMIT)

    async def _bytes(self, row: MediaRow) -> bytes:
        file = row.poster if row.kind is MediaKind.VIDEO else row.file
        if file is None:
            raise DraftGone
        return await self._storage.files.get(row.owner, file)

    async def _material(self, owner: PersonId, draft: Draft) -> Material:
        async with self._storage.read() as tx:
            links = list(await tx.collage.media(owner, draft.id))
            rows = await tx.gallery.suggestible(owner, links)
        person = await self._registrar.person(owner)
        return await Material.of(self._library, owner, rows, person)

    async def _ask_gate(self, tx: Transaction, owner: PersonId) -> None:
        """Raises DraftGone once the analysis is off: its drafts went with it."""
        standing = await self._registrar.standing(tx, owner)
        if not may(standing, Purpose.SUGGEST_ANALYSE, tx.now):
            raise DraftGone


def _is_drawn_on(plan: Plan) -> bool:
    """Whether more is on it than photos on plain paper: letters, ornaments, a filter."""
    is_dressed = any(cell.look or cell.frame for cell in plan.cells)
    return plan.title is not None or bool(plan.words or plan.marks) or is_dressed
