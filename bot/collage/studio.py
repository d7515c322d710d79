"""The Studio: makes a draft of an album or of what was asked for, and says what it is made of."""

from dataclasses import replace

from bot.collage.certificate import certify
from bot.collage.draft import (
    FIRST,
    LONGEST_CAPTION,
    LONGEST_TITLE,
    Details,
    Draft,
    caption_length,
)
from bot.collage.drafts import sealed_draft
from bot.collage.editor import Editor
from bot.collage.edits import Change, Edit, decide
from bot.collage.history import State
from bot.collage.material import PLAN_LIMIT, Material, plan_of
from bot.collage.measured import measured
from bot.collage.numbers import numbered, with_numbers
from bot.collage.occasion import Occasion, of_album, of_selection
from bot.collage.page_plan import PageAsked, contact_sheet
from bot.collage.proposing import Proposed, Why, propose
from bot.collage.refusals import (
    ChangedMeanwhile,
    DraftChanged,
    DraftGone,
    NothingLeftOut,
    TooLong,
)
from bot.collage.steps import Step, told
from bot.collage.tasting import layout_taste, learnt_theme, of_proposal
from bot.collage.themes import STORY
from bot.consent.gate import may
from bot.gallery.answers import LEAST_FOR_COLLAGE
from bot.improve.choices import Choice
from bot.jobs.pool import Kind
from storage.collage import CollageId, CollageRow, TitleMode
from storage.gallery import AlbumId
from storage.people import PersonId
from storage.personal_data import Purpose


class Studio(Editor):
    """Asks the gate at the time of use; plans and pictures are made in a child."""

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
        person = await self._registrar.person(owner)
        material = await Material.of(self._library, owner, occasion.rows, person)
        if len(material.good) < LEAST_FOR_COLLAGE:
            return None
        title = await self._writer.title(owner, told(material, material.good))
        taste = await self._taste(owner)
        proposed = propose(material.photos)
        if liked := learnt_theme(taste, material.themes(FIRST)):
            proposed = Proposed(liked, Why.LIKED)
        decision = occasion.decision(title, proposed)
        plan = await plan_of(self._pool, material, decision, taste=layout_taste(taste))
        plan, decision = await self._entitled(owner, material, plan, decision)
        proposals = await self._proposals(owner, material, plan)
        if proposals is None:
            return None
        draft = await self._save(
            owner,
            occasion,
            material=material,
            state=State(plan, decision, proposals),
        )
        return await self.draft(owner, draft)

    async def _save(
        self,
        owner: PersonId,
        occasion: Occasion,
        *,
        material: Material,
        state: State,
    ) -> CollageId:
        async with self._storage.begin() as tx:
            await self._ask_gate(tx, owner)
            left = await tx.gallery.suggestible(owner, material.seen_ids)
            if len(left) < len(material.seen_ids):
                raise ChangedMeanwhile
            facts = await sealed_draft(tx, owner, state)
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

    async def entitle(self, owner: PersonId, collage: CollageId, title: str) -> Draft:
        """The person's own title. Raises TooLong and DraftGone."""
        title = " ".join(title.split())
        if len(title) > LONGEST_TITLE:
            raise TooLong(limit=LONGEST_TITLE)
        draft = await self.draft(owner, collage)
        decision = replace(draft.decision, title_mode=TitleMode.OWN, title=title)
        return await self._replan(owner, Step(draft, decision))

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

    async def details(self, owner: PersonId, collage: CollageId) -> Details:
        """The certificate, measured on the page as it is painted. Raises DraftGone."""
        draft = await self.draft(owner, collage)
        material = await self._material(owner, draft)
        sights = await self._library.sights(owner, draft.shown)
        if len(sights) != len(draft.shown):
            raise DraftGone
        found = await self._on_page(owner, measured, draft.plan)
        certificate = certify(
            draft.plan,
            {key.hex: sight for key, sight in sights.items()},
            letters=found.letters,
            contrast_measured=found.contrast,
        )
        async with self._storage.read() as tx:
            standing = await self._registrar.standing(tx, owner)
            are_sought = may(standing, Purpose.FACE_BOXES, tx.now)
        return Details(draft, certificate, material.unfit(draft), are_sought)

    async def story(self, owner: PersonId, draft: Draft) -> bytes:
        """The same photos on a page as high as a phone. Raises DraftGone."""
        if draft.plan.shape == STORY.id:
            return await self.picture(owner, draft)
        decision = decide(draft.decision, Edit(Change.STORY))
        material = await self._material(owner, draft)
        plan = await plan_of(self._pool, material, decision)
        plan, _ = await self._entitled(owner, material, plan, decision)
        return await self.picture(owner, replace(draft, plan=plan, picture=None))

    async def numbered(self, owner: PersonId, draft: Draft) -> bytes:
        """Its picture with a number in the corner of each photo, to choose by; kept nowhere."""
        keys = [cell.key for cell in numbered(draft.plan.cells)]
        return await self._painted(owner, with_numbers(draft.plan, keys))

    async def aside(self, owner: PersonId, draft: Draft) -> bytes:
        """What is not on the page, numbered, to choose what comes back. Raises NothingLeftOut."""
        material = await self._material(owner, draft)
        photos = [photo for photo in material.photos if photo.key in draft.aside]
        if not photos:
            raise NothingLeftOut
        photos.sort(key=lambda photo: draft.aside.index(photo.key))
        shown = frozenset(photo.key for photo in photos)
        asked = PageAsked(photos, replace(FIRST, kept=shown))
        plan = await self._pool.run(contact_sheet, asked, kind=Kind.PAINT, limit=PLAN_LIMIT)
        return await self._painted(owner, with_numbers(plan, draft.aside))

    async def themes(self, owner: PersonId, draft: Draft) -> tuple[str, ...]:
        """The themes that can show what is on its page."""
        return (await self._material(owner, draft)).themes(draft.decision)
