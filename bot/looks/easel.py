"""The part of the Atelier that gives one photo of a gallery another look."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from bot.consent.gate import may
from bot.consent.registrar import Registrar
from bot.errors import as_known
from bot.gallery.library import Library
from bot.improve.trainer import Trainer
from bot.jobs.catalogue import JobName
from bot.jobs.pool import Kind, Pool
from bot.looks.catalogue import Look, Recipe, offered
from bot.looks.drafts import (
    LookChanged,
    LookDraft,
    LookGone,
    LookIsPrivate,
    NotLookedAt,
    open_look,
)
from bot.looks.restyle import restyle
from bot.looks.sheet import contact_sheet
from bot.vision.sight import Sight
from storage.gallery import MediaId, MediaKind
from storage.looks import LookId, LookKind, LookRow
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.transaction import Transaction

LIMIT: Final = timedelta(seconds=60)  # a second on a desk


class Easel:
    """Asks the gate at the time of use; every look is drawn anew from its recipe."""

    def __init__(
        self,
        storage: Storage,
        registrar: Registrar,
        pool: Pool,
        library: Library,
        trainer: Trainer,
    ) -> None:
        self._storage = storage
        self._registrar = registrar
        self._pool = pool
        self._library = library
        self._trainer = trainer

    async def check(self, owner: PersonId, media: MediaId) -> None:
        """Whether there is something to begin with. Raises LookIsPrivate and NotLookedAt."""
        async with self._storage.read() as tx:
            row = await tx.gallery.get(owner, media)
        if row is not None and row.is_private:
            raise LookIsPrivate
        if not await self._library.sights(owner, [media]):
            raise NotLookedAt

    async def begin(
        self, owner: PersonId, media: MediaId, *, chat_id: int, message_id: int
    ) -> LookId:
        """A contact sheet is asked for; that message becomes it. Raises LookGone.

        The person chose this photo, so a hidden one will do; a private one will not.
        """
        async with self._storage.begin() as tx:
            row = LookRow(
                owner=owner,
                media=media,
                chat_id=chat_id,
                message_id=message_id,
                made_at=tx.now,
                changed_at=tx.now,
            )
            await self._ask_gate(tx, owner, Purpose.SUGGEST_ANALYSE)
            is_drawable = await tx.gallery.drawable(owner, [media])
            if not is_drawable or not await tx.looks.add(row):
                raise LookGone
            await post_show(tx, owner, row.id)
        return row.id

    async def look(
        self, owner: PersonId, draft: LookId, *, version: int | None = None
    ) -> LookDraft:
        """Raises LookGone, and LookChanged where `version` is no longer the last."""
        async with self._storage.read() as tx:
            found = await tx.looks.look(owner, draft)
            row = as_known(found, version, gone=LookGone, changed=LookChanged)
            return await open_look(tx, row)

    async def choose(
        self, owner: PersonId, draft: LookId, version: int, recipe: Recipe | None
    ) -> LookDraft:
        """Take a look, or None for the sheet; its job draws it. Raises LookGone, LookChanged."""
        before = await self.look(owner, draft, version=version)
        if recipe is not None and recipe.look is Look.OWN and before.style is None:
            raise LookChanged
        facts = {"look": None} if recipe is None else {
            "look": recipe.look.value, "strength": str(recipe.strength),
        }  # fmt: skip
        async with self._storage.begin() as tx:
            await self._ask_gate(tx, owner, Purpose.SUGGEST_ANALYSE)
            if not await tx.looks.change(owner, LookKind.LOOK, draft, version, facts):
                raise LookChanged
            await post_show(tx, owner, draft)
        return await self.look(owner, draft)

    async def offered(self, owner: PersonId, draft: LookDraft) -> tuple[Look, ...]:
        """Those of its contact sheet. Raises LookGone."""
        return offered(await self._sight(owner, draft))

    async def sheet(
        self, owner: PersonId, draft: LookDraft, names: Mapping[Look, str], plain: str
    ) -> bytes:
        """One page of this photo in the looks that suit it. plain: the name of the photo as it is.

        Raises LookGone, CannotPaint and what the pool raises.
        """
        sight = await self._sight(owner, draft)
        looks = offered(sight)
        return await self._pool.run(
            contact_sheet, await self._photo(owner, draft.media), sight, looks,
            [names[look] for look in looks], plain, kind=Kind.LOOKS, limit=LIMIT,
        )  # fmt: skip

    async def restyled(self, owner: PersonId, draft: LookDraft) -> bytes:
        """The photo in the chosen look, full size. Raises as `sheet`, and NobodyThere."""
        if draft.recipe is None:
            raise LookGone
        sight = await self._sight(owner, draft)
        photo = await self._photo(owner, draft.media)
        drawn = await self._pool.run(
            restyle, photo, sight, draft.recipe, kind=Kind.LOOKS, limit=LIMIT
        )
        return drawn.jpeg

    async def newest_photo(self, owner: PersonId) -> MediaId | None:
        """The photo that came last, for whoever has none in mind."""
        async with self._storage.read() as tx:
            rows = await tx.gallery.suggestible(owner)
        photos = [row for row in rows if row.kind is MediaKind.PHOTO]
        newest = max(photos, key=lambda row: row.arrived_at, default=None)
        seen = newest and await self._library.sights(owner, [newest.id])
        return newest.id if newest and seen else None

    async def _sight(self, owner: PersonId, draft: LookDraft) -> Sight:
        """What was seen, as far as it may be used now. Raises LookGone."""
        sights = await self._library.sights(owner, [draft.media])
        if draft.media not in sights:
            raise LookGone
        return sights[draft.media]

    async def _photo(self, owner: PersonId, media: MediaId) -> bytes:
        async with self._storage.read() as tx:
            is_drawable = bool(await tx.gallery.drawable(owner, [media]))
        content = await self._library.picture(owner, media) if is_drawable else None
        if content is None:
            raise LookGone
        return content

    async def _ask_gate(self, tx: Transaction, owner: PersonId, purpose: Purpose) -> None:
        """Raises LookGone once that is off: its drafts went with it."""
        if not await self._may(tx, owner, purpose):
            raise LookGone

    async def _may(self, tx: Transaction, owner: PersonId, purpose: Purpose) -> bool:
        return may(await self._registrar.standing(tx, owner), purpose, tx.now)


async def post_show(tx: Transaction, owner: PersonId, draft: LookId) -> None:
    """Its message becomes the sheet, or the look that was chosen last."""
    await tx.jobs.post(
        JobName.LOOKS_SHOW, subject=owner, key=str(draft), purpose=Purpose.SUGGEST_ANALYSE
    )
