"""What changes a draft step by step: each is one new state, and the last ten can be taken back."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from bot.collage.draft import Draft, Proposal
from bot.collage.drafts import past_of, sealed_draft
from bot.collage.edits import Change, Decision, Edit, decide
from bot.collage.history import State, remembered
from bot.collage.material import PLAN_LIMIT, Material, Renewed, plan_of
from bot.collage.page_plan import area_of
from bot.collage.painter import Painter
from bot.collage.plan import Plan
from bot.collage.rearranged import ORDERED, dressed, recropped, swapped
from bot.collage.refusals import (
    DraftChanged,
    DraftGone,
    LargestAlready,
    NoOtherCrop,
    NothingToUndo,
    NoTitle,
    OrderMatters,
    WouldCut,
)
from bot.collage.retitled import has_moved
from bot.collage.steps import (
    ON_THE_PAGE,
    TITLES,
    Step,
    check,
    joined,
    keys_of,
    lost_title,
    rows_on,
    shown_on,
    told,
)
from bot.collage.tasting import in_order, layout_taste, of_edit
from bot.consent.registrar import Registrar
from bot.gallery.library import Library
from bot.improve.choices import Choice
from bot.improve.taste import Taste
from bot.improve.trainer import Trainer
from bot.jobs.pool import Kind, Pool
from bot.writing.writer import Writer
from storage.collage import CollageId, CollageRow, TitleMode
from storage.gallery import MediaId
from storage.open import Storage
from storage.people import PersonId
from storage.transaction import Transaction


class Editor(Painter):
    """Every step plans the page anew or alters it, and is kept once its picture is painted.

    A step that no child can paint changes nothing: the buttons that are there go on.
    """

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
        super().__init__(storage, registrar, pool, library)
        self._writer = writer
        self._trainer = trainer

    async def edit(self, owner: PersonId, collage: CollageId, version: int, edit: Edit) -> Draft:
        """One step. Raises DraftGone, DraftChanged, and what `bot.collage.refusals` tells.

        An old button may stand under a picture that a crash left behind: a job shows it as it is.
        """
        draft = await self.draft(owner, collage)
        if draft.version != version:
            await self.show_soon(owner, collage)
            raise DraftChanged
        if edit.change is Change.UNDO:
            return await self._undo(owner, draft)
        keys = keys_of(draft, edit)
        step = Step(draft, decide(draft.decision, edit, keys), edit, keys)
        if edit.change not in ON_THE_PAGE:
            return await self._replan(owner, step)
        plan, decision = await self._altered(owner, step)
        return await self._remember(owner, step, State(plan, decision, draft.proposals))

    async def _altered(self, owner: PersonId, step: Step) -> tuple[Plan, Decision]:
        """The same page but for some of its photos: no search, so it is there at once."""
        plan, decision = step.draft.plan, step.decision
        if step.change is Change.LOOK:
            return dressed(plan, decision), decision
        found = await self._library.sights(owner, step.draft.shown)
        sights = {key.hex: sight for key, sight in found.items()}
        if not sights.keys() >= set(step.keys):
            raise DraftGone
        if step.change is Change.CROP:
            anew = recropped(plan, sights, decision, step.keys[0])
            if anew is None:
                raise NoOtherCrop
            return anew
        if plan.theme in ORDERED:
            raise OrderMatters
        one, other = step.keys
        page = await self._pool.run(
            swapped, plan, sights, decision, one, other, kind=Kind.PAINT, limit=PLAN_LIMIT
        )
        if page is None:
            raise WouldCut
        return page, decision

    async def _replan(self, owner: PersonId, step: Step) -> Draft:
        async with self._storage.read() as tx:
            await self._ask_gate(tx, owner)
        draft, decision = step.draft, step.decision
        material = await self._material(owner, draft)
        themes = material.themes(draft.decision)
        check(step, themes)
        if step.change is Change.TITLE_SUGGESTED:
            decision = replace(decision, title=await self._title_of(owner, material, draft.plan))
            if decision.title is None:
                raise NoTitle
        plan = await self._planned(owner, step, material, decision)
        plan, decision = await self._entitled(owner, material, plan, decision)
        proposals = draft.proposals
        if set(shown_on(plan)) != set(shown_on(draft.plan)):
            proposals = await self._proposals(owner, material, plan) or proposals
        choice = of_edit(draft.plan, step.edit, themes) if step.edit else None
        anew = await self._remember(owner, step, State(plan, decision, proposals), choice)
        return replace(
            anew,
            joined=len(joined(step, plan, material)),
            is_moved=step.change in TITLES and has_moved(draft.plan, plan),
            lost_title=lost_title(step, decision),
        )

    async def _entitled(
        self, owner: PersonId, material: Material, plan: Plan, decision: Decision
    ) -> tuple[Plan, Decision]:
        """A proposed title tells of the photos shown: where it did not, the page has another."""
        if decision.title_mode is not TitleMode.SUGGESTED:
            return plan, decision
        title = await self._title_of(owner, material, plan)
        if title == decision.title:
            return plan, decision
        anew = replace(decision, title=title, seed=plan.seed, pick=plan.pick)
        same = Renewed(plan, is_retitled=True)
        return await plan_of(self._pool, material, anew, renewed=same), anew

    async def _title_of(self, owner: PersonId, material: Material, plan: Plan) -> str | None:
        return await self._writer.title(owner, told(material, rows_on(plan, material)))

    async def _planned(
        self, owner: PersonId, step: Step, material: Material, decision: Decision
    ) -> Plan:
        before = step.draft.plan
        if step.change is Change.LAYOUT:
            taste = layout_taste(await self._taste(owner))
            another = Renewed(before)
            return await plan_of(self._pool, material, decision, renewed=another, taste=taste)
        if step.change in TITLES:
            same = Renewed(before, is_retitled=True)
            return await plan_of(self._pool, material, decision, renewed=same)
        if step.change is not Change.BIGGER:
            return await plan_of(self._pool, material, decision)
        key = step.keys[0]
        plan = await plan_of(self._pool, material, decision, renewed=Renewed(before, larger=key))
        if area_of(plan, key) <= area_of(before, key):
            raise LargestAlready
        return plan

    async def _remember(
        self, owner: PersonId, step: Step, state: State, choice: Choice | None = None
    ) -> Draft:
        """Keep a state, and the one before it among those that can be taken back."""
        draft, before = step.draft, State.of(step.draft)
        picture = await self._painted(owner, state.plan)
        async with self._storage.begin() as tx:
            past = await past_of(tx, await self._row(tx, owner, draft))
            past = past if state == before else remembered(past, before)
            await self._keep(tx, owner, draft, state, past)
            if choice:
                await self._trainer.chose(tx, owner, choice, item=draft.id)
        return await self._with(owner, draft, state, picture)

    async def _undo(self, owner: PersonId, draft: Draft) -> Draft:
        """The last state before this one of which every photo may still be shown."""
        async with self._storage.read() as tx:
            past = await self._showable(tx, owner, draft)
        if not past:
            raise NothingToUndo
        picture = await self._painted(owner, past[-1].plan)
        async with self._storage.begin() as tx:
            if await self._showable(tx, owner, draft) != past:
                raise DraftChanged
            *rest, last = past
            await self._keep(tx, owner, draft, last, rest)
        return await self._with(owner, draft, last, picture)

    async def _showable(self, tx: Transaction, owner: PersonId, draft: Draft) -> list[State]:
        """The states before it, down to the last whose photos may all still be shown."""
        past = list(await past_of(tx, await self._row(tx, owner, draft)))
        while past:
            media = [MediaId(UUID(hex=key)) for key in shown_on(past[-1].plan)]
            if len(await tx.gallery.drawable(owner, media)) == len(media):
                break
            past.pop()
        return past

    async def _with(self, owner: PersonId, draft: Draft, state: State, picture: bytes) -> Draft:
        """As it is now, with its picture unless another step has come since."""
        now = await self.draft(owner, draft.id)
        return replace(now, picture=picture) if now.plan == state.plan else now

    async def _row(self, tx: Transaction, owner: PersonId, draft: Draft) -> CollageRow:
        """To be written to. Raises DraftGone, also once the analysis is off, and DraftChanged."""
        await self._ask_gate(tx, owner)
        row = await tx.collage.get(owner, draft.id)
        if row is None:
            raise DraftGone
        if row.version != draft.version:
            raise DraftChanged
        return row

    async def _keep(
        self, tx: Transaction, owner: PersonId, draft: Draft, state: State, past: Sequence[State]
    ) -> None:
        """Of two steps at once the second finds another version: it raises DraftChanged."""
        facts = await sealed_draft(tx, owner, state, past)
        if not await tx.collage.change(owner, draft.id, draft.version, facts):
            raise DraftChanged
        kept = [MediaId(UUID(hex=key)) for key in state.decision.kept]
        await tx.collage.keep(owner, draft.id, kept)

    async def _proposals(
        self, owner: PersonId, material: Material, plan: Plan
    ) -> tuple[Proposal, ...] | None:
        """Words for what is on the page: what was left out is neither counted nor named."""
        captions = await self._writer.propose(owner, told(material, rows_on(plan, material)))
        if captions is None:
            return None
        proposals = [Proposal(one.text, one.template_id) for one in captions]
        return in_order(proposals, await self._taste(owner))

    async def _taste(self, owner: PersonId) -> Taste:
        async with self._storage.read() as tx:
            return await self._trainer.taste(tx, owner)
