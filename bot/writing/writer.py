"""The Writer: captions and titles from what is known, and a person's own text rewritten."""

import asyncio
import random
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Final

from bot.consent.gate import may, may_answer
from bot.consent.registrar import Registrar
from bot.gallery.facts import Facts
from bot.gallery.titles import title_of
from bot.improve.trainer import Trainer
from bot.jobs.pool import Kind, Pool, PoolError
from bot.pixels.encode import thumbnail
from bot.remote.errors import Reason, RemoteUnavailable
from bot.remote.remote import Remote
from bot.texts import Language, language_of
from bot.vision.sight import Sight
from bot.writing import distant
from bot.writing.captions import Caption, captions
from bot.writing.desk import Desk, RewritingChanged, RewritingGone
from bot.writing.diff import diff
from bot.writing.distant import LONGEST_FOR_MODEL, OnText, Strayed, TooLong
from bot.writing.facts import gather
from bot.writing.guard import seen
from bot.writing.languages import language_of_text
from bot.writing.phrases import texts
from bot.writing.rewriting import Proposed, Rewriting, all_ways, rewriting
from bot.writing.slots import slots
from bot.writing.titles import title
from bot.writing.wishes import Note, Wish
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.transaction import Transaction
from storage.writing import RewritingId

REWRITE_LIMIT: Final = timedelta(seconds=4)  # after the endpoint's fifteen, still under twenty
COPY_LIMIT: Final = timedelta(seconds=10)
COPY_SIDE: Final = 1024  # px; what the consent promises
INLINE_LIMIT: Final = timedelta(seconds=8)  # a child that begins loads its tables first
TOLD: Final = ("place", "places", "date", "people", "seen", "note")

Told = Sequence[tuple[Facts, Sight]]


class Writer(Desk):
    """dice: decides between phrases that say as much. remote: None where there is no endpoint."""

    def __init__(
        self,
        storage: Storage,
        registrar: Registrar,
        dice: random.Random,
        pool: Pool,
        *,
        trainer: Trainer,
        remote: Remote | None = None,
    ) -> None:
        super().__init__(storage, registrar, trainer)
        self._dice = dice
        self._pool = pool
        self._remote = remote

    async def title(self, owner: PersonId, media: Told) -> str | None:
        """A title for these media together; None where nothing is known."""
        async with self._storage.read() as tx:
            person = await tx.people.get(owner)
        if person is None or not media:
            return None
        named = title_of([facts for facts, _ in media])
        known = gather(media, country=person.country)
        return title(known, language_of(person.language), named=named)

    async def propose(self, owner: PersonId, media: Told) -> tuple[Caption, ...] | None:
        """Captions for these media together; None where nothing may be suggested."""
        async with self._storage.begin() as tx:
            standing = await self._registrar.standing(tx, owner)
            person = await tx.people.get(owner)
            if not media or person is None or not may(standing, Purpose.SUGGEST_ANALYSE, tx.now):
                return None
            facts = gather(media, country=person.country)
            lately = await tx.writing.said_lately(owner)
            proposed = captions(facts, language_of(person.language), self._dice, lately)
            await tx.writing.said(owner, [caption.template_id for caption in proposed])
        return tuple(proposed)

    async def propose_seeing(
        self,
        owner: PersonId,
        media: Told,
        picture: bytes,
        *,
        on_text: OnText | None = None,
        stop: asyncio.Event | None = None,
    ) -> Proposed | None:
        """Captions by the endpoint that sees a small bare copy, where the person allowed it.

        picture: as it would be shown. Else, or when the endpoint fails, the embedded captions
        and the reason; None where nothing may be suggested at all.
        """
        async with self._storage.read() as tx:
            remote = await self._allowed(tx, owner)
            person = await tx.people.get(owner)
        why: Reason | None = None
        if remote is not None and person is not None and media:
            language = language_of(person.language)
            known = slots(gather(media, country=person.country), language, texts()[language])
            told = [known[name] for name in TOLD if name in known]
            try:
                copy = await self._pool.run(
                    thumbnail, picture, COPY_SIDE, kind=Kind.OPEN, limit=COPY_LIMIT
                )
                return await distant.captioned(
                    remote, owner, told, copy, language, on_text=on_text, stop=stop
                )
            except RemoteUnavailable as trouble:
                why = trouble.reason
            except (Strayed, PoolError):
                why = Reason.BROKEN
        proposed = await self.propose(owner, media)
        return Proposed(proposed, why_embedded=why) if proposed else None

    async def rewrite(
        self,
        owner: PersonId,
        text: str,
        wish: Wish,
        *,
        language: Language | None = None,
        again: int = 0,
        on_text: OnText | None = None,
        stop: asyncio.Event | None = None,
    ) -> Rewriting | None:
        """A person's own text as they wish it; None for whom the bot does not serve yet.

        language: of the text, guessed by default. again: how often another way was asked for.
        Rewriting is the person's own act on their own words, so it needs the service and no
        analysis; only what leaves for the endpoint needs its own consent.
        """
        async with self._storage.read() as tx:
            standing = await self._registrar.standing(tx, owner)
            person = await tx.people.get(owner)
            if person is None or not may(standing, Purpose.CORE_SERVICE, tx.now):
                return None
            remote = await self._allowed(tx, owner)
        speaks = language_of(person.language)
        found = language or language_of_text(text, speaks)
        trouble: Reason | Note | None = None
        if remote is not None:
            try:
                return await distant.rewritten(
                    remote, owner, text, wish, found or speaks, again, on_text=on_text, stop=stop
                )
            except RemoteUnavailable as unavailable:
                trouble = unavailable.reason
            except Strayed:
                trouble = Note.MODEL_STRAYED
            except TooLong:
                trouble = Note.TOO_LONG_FOR_MODEL
        return await self._embedded(text, wish, found, again, trouble)

    async def ways(self, owner: PersonId, text: str) -> tuple[tuple[Wish, str], ...]:
        """Every wish that changes a short text, done here at once; none where that takes long."""
        async with self._storage.read() as tx:
            person = await tx.people.get(owner)
        language = language_of_text(text, language_of(person.language)) if person else None
        if language is None:
            return ()
        try:
            return await self._pool.run(
                all_ways, seen(text), language, kind=Kind.WORDS, limit=INLINE_LIMIT
            )
        except PoolError:
            return ()

    async def asks(self, owner: PersonId, text: str = "") -> str | None:
        """The host to which these words would go now; None where they stay here."""
        async with self._storage.read() as tx:
            remote = await self._allowed(tx, owner)
        return remote.host if remote and len(text) <= LONGEST_FOR_MODEL else None

    @property
    def host(self) -> str | None:
        """Where the endpoint is; None where there is none."""
        return self._remote.host if self._remote else None

    async def go_on(self, owner: PersonId, rewriting: RewritingId) -> None:
        """The wish that waited for a yes, done again now that it was said."""
        with suppress(RewritingGone, RewritingChanged):
            sheet = await self.sheet(owner, rewriting)
            if sheet.wish is not None:
                await self.wish(owner, sheet, sheet.wish)

    async def could_ask(self, owner: PersonId) -> str | None:
        """The host that a yes of this person's would open; None where there is nothing to ask."""
        async with self._storage.read() as tx:
            standing = await self._registrar.standing(tx, owner)
            is_open = may(standing, Purpose.SUGGEST_EXTERNAL_AI, tx.now)
            could = may_answer(standing, Purpose.SUGGEST_EXTERNAL_AI, tx.now)
        return self.host if could and not is_open else None

    async def _embedded(
        self,
        text: str,
        wish: Wish,
        language: Language | None,
        again: int,
        trouble: Reason | Note | None,
    ) -> Rewriting:
        """By rules, in a child: a model of grammar is loaded there and nowhere else."""
        why = trouble if isinstance(trouble, Reason) else None
        before = (trouble,) if isinstance(trouble, Note) else ()
        unchanged = diff(text, text)
        if language is None:
            return Rewriting(
                text, unchanged, notes=(*before, Note.OTHER_LANGUAGE), why_embedded=why
            )
        try:
            way, pieces = await self._pool.run(
                rewriting, text, wish, language, again, kind=Kind.WORDS, limit=REWRITE_LIMIT
            )
        except PoolError:
            return Rewriting(text, unchanged, notes=(*before, Note.TOO_SLOW), why_embedded=why)
        return Rewriting(way.text, pieces, notes=(*before, *way.notes), why_embedded=why)

    async def _allowed(self, tx: Transaction, owner: PersonId) -> Remote | None:
        """The endpoint, where there is one and this person lets their words go there."""
        if self._remote is None or self._remote.host is None:
            return None
        standing = await self._registrar.standing(tx, owner)
        return self._remote if may(standing, Purpose.SUGGEST_EXTERNAL_AI, tx.now) else None
