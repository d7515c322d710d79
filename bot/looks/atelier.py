"""The Atelier: another look for a photo, pictures from words, words on a card."""

from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from bot.consent.registrar import Registrar
from bot.errors import as_known
from bot.gallery.library import Library
from bot.gallery.reader import Fetch
from bot.improve.choices import picked
from bot.improve.trainer import Trainer
from bot.jobs.catalogue import JobName
from bot.jobs.pool import Kind, Pool
from bot.looks.card import title_card
from bot.looks.drafts import (
    CardDraft,
    Draft,
    ImaginedDraft,
    LookChanged,
    LookDraft,
    LookGone,
    open_card,
    open_imagined,
    open_look,
)
from bot.looks.dresses import FIRST, next_dress, other_shape
from bot.looks.presets import prompt_for
from bot.looks.received import received
from bot.looks.shareable import Label, Shareable
from bot.looks.stylist import OPEN_LIMIT, Stylist
from bot.looks.tastes import MADE_BY_AI, OFFERED, trait_of
from bot.remote.remote import Remote
from bot.remote.turns import Shape
from storage.looks import CardRow, ImaginedRow, LookId, LookKind
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.traits import Trait
from storage.transaction import Transaction

KEPT: Final = timedelta(days=30)


class Atelier(Stylist):
    """Imagines only behind its own consent; what comes back is a stranger's file."""

    def __init__(
        self,
        storage: Storage,
        registrar: Registrar,
        pool: Pool,
        library: Library,
        *,
        remote: Remote,
        trainer: Trainer,
        fetch: Fetch,
    ) -> None:
        super().__init__(storage, registrar, pool, library, trainer=trainer, fetch=fetch)
        self._remote = remote

    @property
    def imagines_at(self) -> str | None:
        """The host that pictures from words come from; None where there is none."""
        return self._remote.host if self._remote.has_images else None

    async def imagine(
        self, owner: PersonId, words: str, preset: str | None, *, chat_id: int, message_id: int
    ) -> LookId:
        """Words are kept sealed and their job posted; that message becomes the picture."""
        async with self._storage.begin() as tx:
            await self._ask_gate(tx, owner, Purpose.SUGGEST_EXTERNAL_AI)
            row = ImaginedRow(
                owner=owner,
                prompt=await tx.seal(owner, words.encode()),
                preset=preset,
                chat_id=chat_id,
                message_id=message_id,
                made_at=tx.now,
                changed_at=tx.now,
            )
            await tx.looks.add(row)
            await tx.jobs.post(JobName.LOOKS_IMAGINE, subject=owner, key=str(row.id),
                               purpose=Purpose.SUGGEST_EXTERNAL_AI)  # fmt: skip
        return row.id

    async def imagine_again(
        self, owner: PersonId, draft: LookId, version: int, preset: str | None
    ) -> ImaginedDraft:
        """The same words once more. Raises LookGone and LookChanged."""
        async with self._storage.begin() as tx:
            await self._ask_gate(tx, owner, Purpose.SUGGEST_EXTERNAL_AI)
            row = await tx.looks.imagined(owner, draft)
            if row is None:
                raise LookGone
            facts = {"preset": preset, "file": None}
            if not await tx.looks.change(owner, LookKind.IMAGINED, draft, version, facts):
                raise LookChanged
            await tx.privacy.shred_later([row.file] if row.file else [])
            await tx.jobs.post(JobName.LOOKS_IMAGINE, subject=owner, key=str(draft),
                               purpose=Purpose.SUGGEST_EXTERNAL_AI)  # fmt: skip
        return await self.imagined(owner, draft)

    async def imagined(
        self, owner: PersonId, draft: LookId, *, version: int | None = None
    ) -> ImaginedDraft:
        """Raises LookGone and LookChanged."""
        async with self._storage.read() as tx:
            found = await tx.looks.imagined(owner, draft)
            row = as_known(found, version, gone=LookGone, changed=LookChanged)
            return await open_imagined(tx, row)

    async def draw_from_words(self, owner: PersonId, draft: ImaginedDraft) -> ImaginedDraft:
        """Ask the endpoint, open what it sent, keep it sealed.

        Raises LookGone once the consent is off, LookChanged once it was asked for anew,
        RemoteUnavailable, the refusals of bot.pixels.
        """
        async with self._storage.read() as tx:
            await self._ask_gate(tx, owner, Purpose.SUGGEST_EXTERNAL_AI)
        prompt = prompt_for(draft.prompt, draft.preset)
        sent = await self._remote.imagine(owner, prompt, Shape.SQUARE)
        jpeg = await self._pool.run(
            received, sent, self._remote.host or "", kind=Kind.OPEN, limit=OPEN_LIMIT
        )
        file = await self._storage.files.put(owner, jpeg)
        async with self._storage.begin() as tx:
            is_kept = await self._may(tx, owner, Purpose.SUGGEST_EXTERNAL_AI)
            is_kept = is_kept and await tx.looks.change(
                owner, LookKind.IMAGINED, draft.id, draft.version, {"file": file}
            )
            if not is_kept:
                await tx.privacy.shred_later([file])
        if not is_kept:
            await self.imagined(owner, draft.id, version=draft.version)
            raise LookGone
        return await self.imagined(owner, draft.id)

    async def letter(
        self, owner: PersonId, words: str, *, chat_id: int, message_id: int | None
    ) -> CardDraft:
        """A title card of these words; nothing is drawn yet."""
        dress, shape = FIRST
        async with self._storage.begin() as tx:
            await self._ask_gate(tx, owner, Purpose.CORE_SERVICE)
            row = CardRow(
                owner=owner,
                words=await tx.seal(owner, words.encode()),
                dress=dress,
                shape=shape,
                chat_id=chat_id,
                message_id=message_id,
                made_at=tx.now,
                changed_at=tx.now,
            )
            await tx.looks.add(row)
        return await self.card(owner, row.id)

    async def card(
        self, owner: PersonId, draft: LookId, *, version: int | None = None
    ) -> CardDraft:
        """Raises LookGone and LookChanged."""
        async with self._storage.read() as tx:
            found = await tx.looks.card(owner, draft)
            row = as_known(found, version, gone=LookGone, changed=LookChanged)
            return await open_card(tx, row)

    async def redress(self, owner: PersonId, draft: LookId, version: int) -> CardDraft:
        """The next colours. Raises LookGone and LookChanged."""
        card = await self.card(owner, draft, version=version)
        return await self._recut(owner, card, {"dress": next_dress(card.dress)})

    async def reshape(self, owner: PersonId, draft: LookId, version: int) -> CardDraft:
        """The other shape. Raises LookGone and LookChanged."""
        card = await self.card(owner, draft, version=version)
        return await self._recut(owner, card, {"shape": other_shape(card.shape)})

    async def _recut(self, owner: PersonId, card: CardDraft, facts: dict[str, Any]) -> CardDraft:
        async with self._storage.begin() as tx:
            if not await tx.looks.change(owner, LookKind.CARD, card.id, card.version, facts):
                raise LookChanged
        return await self.card(owner, card.id)

    async def shareable(self, owner: PersonId, draft: UUID) -> Shareable | None:
        """A draft of either kind whose picture is there; None for anything else."""
        found = await self._any(owner, LookId(draft))
        if isinstance(found, LookDraft) and found.recipe is not None:
            label = Label.EDITED if found.recipe.is_painted else Label.FILTER
            return _shareable(found, (found.media,), label)
        if isinstance(found, ImaginedDraft) and found.has_picture:
            return _shareable(found, (), Label.AI_IMAGE)
        return _shareable(found, (), None) if isinstance(found, CardDraft) else None

    async def picture(self, owner: PersonId, draft: UUID, version: int) -> bytes:
        """A JPEG that says where it comes from. Raises LookGone and LookChanged."""
        found = await self._any(owner, LookId(draft))
        if found is None:
            raise LookGone
        if found.version != version:
            raise LookChanged
        if isinstance(found, LookDraft):
            return await self.restyled(owner, found)
        if isinstance(found, CardDraft):
            return await self._pool.run(
                title_card, found.words, found.dress, found.shape,
                kind=Kind.LOOKS, limit=OPEN_LIMIT,
            )  # fmt: skip
        return await self._kept(owner, found)

    async def accept(self, owner: PersonId, draft: UUID) -> None:
        """The person took it: a choice; and where a network made it, an AI edit accepted."""
        async with self._storage.begin() as tx:
            found = await self._find(tx, owner, LookId(draft))
            trait = _trait(found)
            if trait is not None:
                choice = picked(trait, *sorted(OFFERED - {trait}))
                await self._trainer.chose(tx, owner, choice, item=draft)
            if trait in MADE_BY_AI:
                await self._trainer.edited(tx, owner, draft)

    async def shown(
        self,
        owner: PersonId,
        draft: Draft,
        message_id: int,
        telegram_photo: str | None,
        *,
        is_sheet: bool = False,
    ) -> None:
        """Remember where a draft is shown, and what Telegram calls its picture."""
        async with self._storage.begin() as tx:
            name = await tx.seal(owner, telegram_photo.encode()) if telegram_photo else None
            await tx.looks.shown(
                owner,
                draft.kind,
                draft.id,
                draft.version,
                message_id=message_id,
                telegram_photo=name,
                is_sheet=is_sheet,
            )

    async def drop(self, owner: PersonId, draft: LookId) -> None:
        """The photo stays as it is: the draft goes, doing it twice does nothing."""
        async with self._storage.begin() as tx:
            await tx.looks.drop(owner, draft)

    async def drop_old(self) -> int:
        """Retention, by a nightly tick: drafts that nobody changed for thirty days."""
        async with self._storage.begin() as tx:
            return await tx.looks.drop_old(tx.now - KEPT)

    async def _any(self, owner: PersonId, draft: LookId) -> Draft | None:
        async with self._storage.read() as tx:
            return await self._find(tx, owner, draft)

    async def _find(self, tx: Transaction, owner: PersonId, draft: LookId) -> Draft | None:
        if (look := await tx.looks.look(owner, draft)) is not None:
            return await open_look(tx, look)
        if (imagined := await tx.looks.imagined(owner, draft)) is not None:
            return await open_imagined(tx, imagined)
        card = await tx.looks.card(owner, draft)
        return await open_card(tx, card) if card is not None else None

    async def _kept(self, owner: PersonId, draft: Draft) -> bytes:
        async with self._storage.read() as tx:
            await self._ask_gate(tx, owner, Purpose.SUGGEST_EXTERNAL_AI)
            row = await tx.looks.imagined(owner, draft.id)
        if row is None or row.file is None:
            raise LookGone
        return await self._storage.files.get(owner, row.file)


def _trait(draft: Draft | None) -> Trait | None:
    """The word for it among choices; None for a card and a sheet."""
    if isinstance(draft, LookDraft) and draft.recipe is not None:
        return trait_of(draft.recipe.look)
    is_there = isinstance(draft, ImaginedDraft) and draft.has_picture
    return Trait.LOOK_IMAGINED if is_there else None


def _shareable(draft: Draft, media: tuple[Any, ...], label: Label | None) -> Shareable:
    """Never an earlier picture under the label of a later one: it is drawn first."""
    return Shareable(
        version=draft.version,
        media=media,
        caption=None,
        label=label,
        telegram_photo=draft.telegram_photo if draft.is_shown else None,
        message_id=draft.message_id,
    )
