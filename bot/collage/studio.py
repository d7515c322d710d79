"""The Studio: makes a draft of an album, changes it tap by tap, paints it from its recipe."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from bot.collage.certificate import certify
from bot.collage.desk import Desk
from bot.collage.draft import (
    LONGEST_CAPTION,
    LONGEST_TITLE,
    Change,
    ChangedMeanwhile,
    Decision,
    Details,
    Draft,
    DraftChanged,
    DraftGone,
    Proposal,
    TooLong,
    caption_length,
    decide,
)
from bot.collage.drafts import open_draft, sealed_draft
from bot.collage.material import Material, plan_of
from bot.collage.occasion import Occasion, of_album, of_selection
from bot.collage.paint import paint
from bot.collage.plan import Plan
from bot.collage.tasting import first_theme, in_order, layout_taste, of_change, of_proposal
from bot.consent.gate import may
from bot.consent.registrar import Registrar
from bot.gallery.answers import LEAST_FOR_COLLAGE
from bot.gallery.facts import Facts
from bot.gallery.library import Library
from bot.improve.choices import Choice
from bot.improve.taste import Taste
from bot.improve.trainer import Trainer
from bot.jobs.pool import Kind, Pool
from bot.pixels.provenance import SourceType, with_xmp, xmp_packet
from bot.vision.sight import Sight
from bot.writing.writer import Writer
from storage.collage import CollageId, CollageRow, TitleMode
from storage.gallery import AlbumId, MediaKind, MediaRow
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.transaction import Transaction

PAINT_LIMIT: Final = timedelta(seconds=60)


class Studio(Desk):
    """Asks the gate at the time of use; plans and pictures are made in a child."""

    def __init__(
        self,
        storage: Storage,
        registrar: Registrar,
        pool: Pool,
        library: Library,
        *,
        writer: Writer,
        trainer: Trainer,
    ) -> None:
        super().__init__(storage)
        self._registrar = registrar
        self._pool = pool
        self._library = library
        self._writer = writer
        self._trainer = trainer

    async def make(self, owner: PersonId, album: AlbumId) -> Draft | None:
        """A draft of an album, the same one anew once late parts came; None without two photos."""
        async with self._storage.read() as tx:
            occasion = await of_album(tx, owner, album)
        return await self._make(owner, occasion) if occasion else None

    async def gather(self, owner: PersonId, selection: CollageId) -> Draft | None:
        """A draft of media that a person asked for; None where less than two are left."""
        async with self._storage.read() as tx:
            occasion = await of_selection(tx, owner, selection)
        if occasion is None or occasion.known is not None:  # drawn before a crash
            return occasion.known if occasion else None
        return await self._make(owner, occasion)

    async def _make(self, owner: PersonId, occasion: Occasion) -> Draft | None:
        rows = occasion.rows
        material = await Material.of(self._library, owner, rows)
        if len(material.good) < LEAST_FOR_COLLAGE:
            return None
        title = await self._writer.title(owner, await self._told(owner, material, material.good))
        taste = await self._taste(owner)
        decision = occasion.decision(title, first_theme(taste))
        plan = await plan_of(self._pool, material, decision, taste=layout_taste(taste))
        proposals = await self._proposals(owner, material, plan)
        if proposals is None:
            return None
        draft = await self._save(
            owner,
            occasion,
            material=material,
            plan=plan,
            decision=decision,
            proposals=proposals,
        )
        return await self.draft(owner, draft)

    async def _proposals(
        self, owner: PersonId, material: Material, plan: Plan
    ) -> tuple[Proposal, ...] | None:
        """Words for what is on the page: what was left out is neither counted nor named."""
        shown = {cell.key for cell in plan.cells}
        on_page = [row for row in material.good if row.id.hex in shown]
        captions = await self._writer.propose(owner, await self._told(owner, material, on_page))
        if captions is None:
            return None
        proposals = [Proposal(one.text, one.template_id) for one in captions]
        return in_order(proposals, await self._taste(owner))

    async def _taste(self, owner: PersonId) -> Taste:
        async with self._storage.read() as tx:
            return await self._trainer.taste(tx, owner)

    async def _told(
        self, owner: PersonId, material: Material, shown: Sequence[MediaRow]
    ) -> list[tuple[Facts, Sight]]:
        """What may be said of some of the photos."""
        facts = await self._library.facts(owner, [row.id for row in shown])
        return [(facts[row.id], material.sights[row.id]) for row in shown if row.id in facts]

    async def _save(
        self,
        owner: PersonId,
        occasion: Occasion,
        *,
        material: Material,
        plan: Plan,
        decision: Decision,
        proposals: Sequence[Proposal],
    ) -> CollageId:
        async with self._storage.begin() as tx:
            await self._ask_gate(tx, owner)
            left = await tx.gallery.suggestible(owner, material.seen_ids)
            if len(left) < len(material.seen_ids):
                raise ChangedMeanwhile
            facts = await sealed_draft(tx, owner, plan, decision, proposals)
            known = occasion.known
            if known is not None:
                if not await tx.collage.change(owner, known.id, known.version, facts):
                    raise ChangedMeanwhile
                await tx.collage.replace_media(owner, known.id, material.seen_ids)
                return known.id
            row = CollageRow(
                id=occasion.id,
                owner=owner,
                album=occasion.album,
                chat_id=occasion.chat_id,
                message_id=occasion.message_id,
                made_at=tx.now,
                changed_at=tx.now,
                **facts,
            )
            await tx.collage.add(row, material.seen_ids)
        return occasion.id

    async def draft(
        self, owner: PersonId, collage: CollageId, *, version: int | None = None
    ) -> Draft:
        """Raises DraftGone, and DraftChanged where `version` is no longer the last."""
        async with self._storage.read() as tx:
            row = await tx.collage.get(owner, collage)
            if row is None:
                raise DraftGone
            if version is not None and row.version != version:
                raise DraftChanged
            return await open_draft(tx, row)

    async def change(
        self, owner: PersonId, collage: CollageId, version: int, change: Change
    ) -> Draft:
        """One tap: a new plan of the same photos. Raises DraftGone and DraftChanged."""
        draft = await self.draft(owner, collage, version=version)
        decision = decide(draft.plan, draft.title_mode, draft.title, change)
        return await self._replan(owner, draft, decision, change)

    async def entitle(self, owner: PersonId, collage: CollageId, title: str) -> Draft:
        """The person's own title. Raises TooLong and DraftGone."""
        title = " ".join(title.split())
        if len(title) > LONGEST_TITLE:
            raise TooLong(limit=LONGEST_TITLE)
        draft = await self.draft(owner, collage)
        decision = decide(draft.plan, TitleMode.OWN, title, None)
        return await self._replan(owner, draft, decision)

    async def caption(self, owner: PersonId, collage: CollageId, text: str | None) -> Draft:
        """The chosen or own words; None shows the three proposals again. Raises TooLong."""
        return await self._say(owner, collage, text, None)

    async def _say(
        self, owner: PersonId, collage: CollageId, text: str | None, choice: Choice | None
    ) -> Draft:
        if text is not None and caption_length(text) > LONGEST_CAPTION:
            raise TooLong(limit=LONGEST_CAPTION)
        draft = await self.draft(owner, collage)
        async with self._storage.begin() as tx:
            await self._ask_gate(tx, owner)
            facts = {"caption": await tx.seal(owner, text.encode()) if text else None}
            if not await tx.collage.change(owner, collage, draft.version, facts):
                raise DraftChanged
            if choice:
                await self._trainer.chose(tx, owner, choice, item=collage)
        return await self.draft(owner, collage)

    async def choose(
        self, owner: PersonId, collage: CollageId, version: int, number: int
    ) -> Draft:
        """Take one of the proposals, counted from 1. Raises DraftGone and DraftChanged."""
        draft = await self.draft(owner, collage, version=version)
        if not 0 < number <= len(draft.proposals):
            raise DraftChanged
        choice = of_proposal(draft.proposals, number)
        return await self._say(owner, collage, draft.proposals[number - 1].text, choice)

    async def picture(self, owner: PersonId, draft: Draft) -> bytes:
        """The collage of a draft as a JPEG that says where it comes from. Raises DraftGone."""
        async with self._storage.read() as tx:
            await self._ask_gate(tx, owner)
            rows = await tx.gallery.drawable(owner, draft.shown)
        if len(rows) != len(draft.plan.cells):
            raise DraftGone
        sources = {row.id.hex: await self._bytes(row) for row in rows}
        jpeg = await self._pool.run(paint, draft.plan, sources, kind=Kind.PAINT, limit=PAINT_LIMIT)
        lettered = draft.plan.title is not None
        made = SourceType.COLLAGE_WITH_LETTERING if lettered else SourceType.COLLAGE_OF_PHOTOS
        return with_xmp(jpeg, xmp_packet(made, tool="Pépite", alt_text=draft.caption))

    async def _bytes(self, row: MediaRow) -> bytes:
        file = row.poster if row.kind is MediaKind.VIDEO else row.file
        if file is None:
            raise DraftGone
        return await self._storage.files.get(row.owner, file)

    async def details(self, owner: PersonId, collage: CollageId) -> Details:
        """The certificate, measured on the plan as it is. Raises DraftGone."""
        draft = await self.draft(owner, collage)
        sights = await self._library.sights(owner, draft.shown)
        if len(sights) != len(draft.shown):
            raise DraftGone
        certificate = certify(draft.plan, {key.hex: sight for key, sight in sights.items()})
        return Details(draft, certificate)

    async def story(self, owner: PersonId, draft: Draft) -> bytes:
        """The same photos on a page as high as a phone. Raises DraftGone."""
        decision = decide(draft.plan, draft.title_mode, draft.title, Change.STORY)
        is_story = decision.shape == draft.plan.shape
        plan = draft.plan if is_story else await self._plan_anew(owner, draft, decision, None)
        return await self.picture(owner, replace(draft, plan=plan))

    async def _replan(
        self, owner: PersonId, draft: Draft, decision: Decision, change: Change | None = None
    ) -> Draft:
        plan = await self._plan_anew(owner, draft, decision, change)
        proposals: Sequence[Proposal] | None = draft.proposals
        if change is Change.BRING_BACK:
            proposals = await self._proposals(owner, await self._material(owner, draft), plan)
        async with self._storage.begin() as tx:
            facts = await sealed_draft(tx, owner, plan, decision, proposals or draft.proposals)
            if not await tx.collage.change(owner, draft.id, draft.version, facts):
                raise DraftChanged
            if choice := of_change(draft.plan, change):
                await self._trainer.chose(tx, owner, choice, item=draft.id)
        return await self.draft(owner, draft.id)

    async def _plan_anew(
        self, owner: PersonId, draft: Draft, decision: Decision, change: Change | None
    ) -> Plan:
        async with self._storage.begin() as tx:
            await self._ask_gate(tx, owner)
            if change is Change.BRING_BACK:
                await tx.collage.bring_back(owner, draft.id)
            links = await tx.collage.media(owner, draft.id)
        material = await self._material(owner, draft)
        kept = frozenset(key.hex for key, is_kept in links.items() if is_kept)
        if change is not Change.LAYOUT:
            return await plan_of(self._pool, material, decision, kept)
        taste = layout_taste(await self._taste(owner))
        return await plan_of(self._pool, material, decision, kept, unlike=draft.plan, taste=taste)

    async def _material(self, owner: PersonId, draft: Draft) -> Material:
        async with self._storage.read() as tx:
            links = list(await tx.collage.media(owner, draft.id))
            rows = await tx.gallery.suggestible(owner, links)
        return await Material.of(self._library, owner, rows)

    async def _ask_gate(self, tx: Transaction, owner: PersonId) -> None:
        """Raises DraftGone once the analysis is off: its drafts went with it."""
        standing = await self._registrar.standing(tx, owner)
        if not may(standing, Purpose.SUGGEST_ANALYSE, tx.now):
            raise DraftGone
