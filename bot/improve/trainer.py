"""The Trainer: notes choices, learns each person's taste, and what fifty have in common."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Final
from uuid import UUID

from bot.consent.gate import Standing, may
from bot.consent.registrar import Registrar
from bot.errors import PepiteError
from bot.improve.asking import Question, question_for
from bot.improve.choices import NOTHING, Choice, Option, kept
from bot.improve.eligibility import KEPT, PURPOSE, TIME_TO_REGRET, UNUSED_KEPT, ground_of
from bot.improve.manifest import Audit, Dataset, dataset_of, manifest_of, wrong_rows
from bot.improve.ranker import fit
from bot.improve.taste import BUILT_IN, PLAIN, Taste, moved, own_weights
from bot.jobs.catalogue import JobName
from bot.jobs.pool import Kind, Pool
from storage.improve import ChoiceRow, Ground, RankerRow
from storage.ledger import Kind as LedgerKind
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.traits import Trait, bits_of
from storage.transaction import Transaction

FIT_LIMIT: Final = timedelta(seconds=60)
TRIES: Final = 20  # a build begins again while people leave; a job tries again after that


# Whether a draft was made of a photo that may be intimate.
IsOfIntimate = Callable[[Transaction, PersonId, UUID], Awaitable[bool]]


async def _nothing_is(_tx: Transaction, _owner: PersonId, _item: UUID) -> bool:
    return False


class Unsettled(PepiteError):
    """People kept changing their minds while it was built: the job tries again."""


class Trainer:
    """Every call within a transaction is its caller's; the gate is asked at that moment."""

    def __init__(
        self,
        storage: Storage,
        registrar: Registrar,
        pool: Pool,
        is_of_intimate: IsOfIntimate = _nothing_is,
    ) -> None:
        self._storage = storage
        self._registrar = registrar
        self._pool = pool
        self._is_of_intimate = is_of_intimate

    # What people choose

    async def chose(self, tx: Transaction, owner: PersonId, choice: Choice, *, item: UUID) -> None:
        """Note a choice about a draft: for their taste, and for the ranker with a yes of its own.

        What was made of a photo that may be intimate teaches the ranker nothing.
        In Europe a draft teaches the ranker nothing: only what is published in public does.
        item: an opaque id; what is edited or published later by this id comes into scope.
        """
        standing = await self._registrar.standing(tx, owner)
        if may(standing, Purpose.SUGGEST_ANALYSE, tx.now):
            leanings = await tx.improve.leanings(owner)
            await tx.improve.lean(owner, moved(leanings, choice, tx.now))
        if ground_of(standing) is not Ground.EU_LI:
            await self._keep(tx, owner, standing, choice, item)

    async def _keep(
        self, tx: Transaction, owner: PersonId, standing: Standing, choice: Choice, item: UUID
    ) -> None:
        ground = ground_of(standing)
        if ground is None or not may(standing, PURPOSE, tx.now):
            return
        if await self._is_of_intimate(tx, owner, item):
            return
        for chosen, over in choice.pairs():
            row = ChoiceRow(
                owner=owner,
                item=item,
                about=choice.about,
                chosen=bits_of(chosen),
                over=bits_of(over),
                ground=ground,
                at=tx.now,
                usable_from=tx.now + TIME_TO_REGRET,
            )
            await tx.improve.keep(row)

    async def edited(self, tx: Transaction, owner: PersonId, item: UUID) -> None:
        """It was edited with AI: a look or a rewriting accepted."""
        await tx.improve.mark(owner, item, {"is_edited": True})
        await self._ask_once(tx, owner)

    async def published(
        self,
        tx: Transaction,
        owner: PersonId,
        item: UUID,
        *,
        traits: Option = NOTHING,
        is_public: bool = False,
    ) -> None:
        """It went out by their tap. traits: of the page. is_public: anybody may see it."""
        if traits:
            await self.chose(tx, owner, kept(traits), item=item)
            standing = await self._registrar.standing(tx, owner)
            if is_public and ground_of(standing) is Ground.EU_LI:
                await self._keep(tx, owner, standing, kept(traits), item)
        facts = {"is_published": True, "usable_from": tx.now + TIME_TO_REGRET}
        await tx.improve.mark(owner, item, facts | ({"is_public": True} if is_public else {}))
        await self._ask_once(tx, owner)

    async def taken_back(self, tx: Transaction, owner: PersonId, item: UUID) -> None:
        """The post is gone: what was chosen in it teaches nothing any more."""
        await tx.improve.mark(owner, item, {"is_published": False, "is_public": False})
        await tx.improve.rebuild_soon()

    async def taste(self, tx: Transaction, owner: PersonId) -> Taste:
        """What to order suggestions by; the plain order where there is no analysis."""
        standing = await self._registrar.standing(tx, owner)
        if not may(standing, Purpose.SUGGEST_ANALYSE, tx.now):
            return PLAIN
        own = own_weights(await tx.improve.leanings(owner), tx.now)
        return Taste(_common(await tx.improve.ranker()), own)

    # The question

    async def _ask_once(self, tx: Transaction, owner: PersonId) -> None:
        standing = await self._registrar.standing(tx, owner)
        if question_for(standing, tx.now) is not None:
            await tx.jobs.post(JobName.IMPROVE_ASK, subject=owner, key=str(owner), purpose=PURPOSE)

    async def question(self, owner: PersonId) -> Question | None:
        """What to put to them now, asked again when the job runs."""
        async with self._storage.read() as tx:
            return question_for(await self._registrar.standing(tx, owner), tx.now)

    # The ranker

    async def look_after(self) -> None:
        """Nightly: drop what is old, and have the ranker made anew where its choices changed."""
        async with self._storage.begin() as tx:
            await tx.improve.drop_old(tx.now - KEPT, tx.now - UNUSED_KEPT)
            await tx.improve.rebuild_soon()

    async def rebuild(self) -> None:
        """Make it of the choices that may be used; every one is asked again as it takes its place.

        Raises Unsettled where that changed at every try.
        """
        for _ in range(TRIES):
            async with self._storage.read() as tx:
                found = await self._usable(tx)
                if found.sha256 == _built_of(await tx.improve.ranker()):
                    return
            weights = await self._pool.run(fit, found.lessons, kind=Kind.PAINT, limit=FIT_LIMIT)
            if await self._publish(found, weights):
                return
        raise Unsettled

    async def retire(self) -> None:
        """It could not be made anew: what holds the choices of who left must not serve on."""
        async with self._storage.begin() as tx:
            await tx.improve.retire()

    async def _publish(self, built: Dataset, weights: Mapping[str, float] | None) -> bool:
        """False where what may be used is no longer what it was built of."""
        async with self._storage.begin() as tx:
            found, before = await self._usable(tx), await tx.improve.ranker()
            if found.sha256 != built.sha256:
                return False
            if found.sha256 == _built_of(before):
                return True
            version = before.version + 1 if before else 1
            ranker = RankerRow(
                version=version,
                built_at=tx.now,
                contributors=found.contributors,
                sha256=found.sha256,
                manifest=manifest_of(
                    found, version=version, supersedes=before.version if before else None
                ),
                weights=dict(weights) if weights else None,
            )
            await tx.improve.publish(ranker, found.rows)
            built_of = {"version": version, "sha256": ranker.sha256}
            await tx.ledger.append(LedgerKind.DATASET_BUILT, purpose=PURPOSE, payload=built_of)
        return True

    async def audit(self, version: int | None = None) -> Audit | None:
        """A version's rows asked again, as of its build and as of now; None for one unknown.

        Without a number the newest.
        """
        async with self._storage.read() as tx:
            ranker = await tx.improve.ranker(version)
            if ranker is None:
                return None
            rows = await tx.improve.members(ranker.version)
            standings = await self._standings(tx, rows)
            return Audit(
                version=ranker.version,
                built_at=ranker.built_at,
                manifest=ranker.manifest,
                rows=len(rows),
                gone=int(ranker.manifest["rows"]) - len(rows),
                at_build=wrong_rows(rows, standings, ranker.built_at),
                now=wrong_rows(rows, standings, tx.now),
                is_serving=ranker.superseded_at is None and ranker.weights is not None,
            )

    async def _usable(self, tx: Transaction) -> Dataset:
        rows = await tx.improve.everybodys()
        return dataset_of(rows, await self._standings(tx, rows), tx.now)

    async def _standings(self, tx: Transaction, rows: list[ChoiceRow]) -> dict[PersonId, Standing]:
        owners = dict.fromkeys(row.owner for row in rows)
        return {owner: await self._registrar.standing(tx, owner) for owner in owners}


def _built_of(ranker: RankerRow | None) -> str:
    """The hash of what serves; of nothing where there was no build yet, or it was retired."""
    serves = ranker is not None and ranker.superseded_at is None
    return ranker.sha256 if ranker and serves else Dataset((), {}).sha256


def _common(ranker: RankerRow | None) -> Mapping[Trait, float]:
    """The ranker's weights; a trait that it does not know yet keeps its built-in one."""
    if ranker is None or ranker.weights is None:
        return BUILT_IN
    return {trait: ranker.weights.get(trait.value, BUILT_IN[trait]) for trait in Trait}
