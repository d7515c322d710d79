"""The Director: films of what a person gave, decided once, shot again from their recipes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from bot.collage.camera import PLAN_LIMIT, Camera
from bot.collage.film import SHAPES, STORY, Film, to_json
from bot.collage.film_compose import FilmAsked, compose_film
from bot.collage.film_draft import (
    FEWEST,
    FIRST_SHAPE,
    FileAsked,
    FilmChange,
    FilmChanged,
    FilmDraft,
    FilmGone,
    FilmOvertaken,
    FilmTooFew,
    open_film,
)
from bot.collage.lately import lately
from bot.collage.material import Material
from bot.collage.steps import told
from bot.errors import as_known
from bot.jobs.catalogue import JobName
from bot.jobs.pool import Kind
from storage.film import FilmId, FilmRow
from storage.gallery import MediaId
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.transaction import Transaction

KEPT: Final = timedelta(days=30)
MOST_TRIED: Final = 5  # of what came together, back from the newest


class Director(Camera):
    """Asks the gate at the time of use; films are made in a child, one part after the other."""

    async def newest(self, owner: PersonId) -> list[MediaId]:
        """What came together last; of the last collage where nothing came after it.

        Where that shows too little, with what came before. Empty where nothing is enough.
        """
        async with self._storage.read() as tx:
            rows = await tx.gallery.suggestible(owner)
            collage = next(iter(await tx.collage.newest(owner, 1)), None)
            drawn = await tx.collage.media(owner, collage.id) if collage else {}
        some = lately(rows)[:MOST_TRIED]
        if collage and some and collage.changed_at >= max(row.arrived_at for row in some[0]):
            some.insert(0, [row for row in rows if row.id in drawn])
        media: list[MediaId] = []
        for together in some:
            media += [row.id for row in together if row.id not in media]
            distinct = await self._distinct(owner, media)
            if len(distinct) >= FEWEST:
                return distinct
        return []

    async def _distinct(self, owner: PersonId, media: Sequence[MediaId]) -> list[MediaId]:
        """Those that nothing stands for, and that may be suggested."""
        seen = await self._library.sights(owner, media)
        out = await self._library.left_outs(owner, media)
        return [one for one in media if one in seen and one not in out]

    async def check(self, owner: PersonId, media: Sequence[MediaId]) -> None:
        """Raises FilmTooFew and FilmGone before anything is said of a film."""
        async with self._storage.read() as tx:
            await self._ask_gate(tx, owner)
            if len(await tx.gallery.suggestible(owner, media)) < FEWEST:
                raise FilmTooFew

    async def order(
        self,
        owner: PersonId,
        media: Sequence[MediaId],
        *,
        chat_id: int,
        message_id: int,
        title: str | None = None,
    ) -> FilmId:
        """Ask for a film of these in place of a message; its job shoots it.

        title: a person's own; without one, their facts say it. Raises FilmTooFew and FilmGone.
        """
        async with self._storage.begin() as tx:
            await self._ask_gate(tx, owner)
            rows = await tx.gallery.suggestible(owner, media)
            if len(rows) < FEWEST:
                raise FilmTooFew
            row = FilmRow(
                owner=owner,
                chat_id=chat_id,
                message_id=message_id,
                shape=FIRST_SHAPE,
                title=await tx.seal(owner, title.encode()) if title else None,
                made_at=tx.now,
                changed_at=tx.now,
            )
            await tx.film.add(row, [one.id for one in rows])
            await self._post(tx, owner, row.id)
        return row.id

    async def film(
        self, owner: PersonId, film: FilmId, *, version: int | None = None
    ) -> FilmDraft:
        """Raises FilmGone, and FilmChanged where `version` is no longer the last."""
        async with self._storage.read() as tx:
            found = await tx.film.get(owner, film)
            row = as_known(found, version, gone=FilmGone, changed=FilmChanged)
            return await open_film(tx, row)

    async def change(
        self, owner: PersonId, film: FilmId, version: int, change: FilmChange
    ) -> FilmDraft:
        """One tap; the film's job shoots it anew. Raises FilmGone and FilmChanged."""
        draft = await self.film(owner, film, version=version)
        facts: Mapping[FilmChange, dict[str, Any]] = {
            FilmChange.SHAPE: {"shape": draft.other_shape},
            FilmChange.CUT: {"seed": draft.seed + 1},
            FilmChange.TITLE: {"has_title": not draft.has_title},
        }
        async with self._storage.begin() as tx:
            await self._ask_gate(tx, owner)
            changed = {**facts[change], "recipe": None}
            if not await tx.film.change(owner, film, version, changed):
                raise FilmChanged
            await self._post(tx, owner, film)
        return await self.film(owner, film)

    async def order_file(self, owner: PersonId, asked: FileAsked) -> None:
        """Ask for a film as a file; its job shoots it again. Raises FilmGone."""
        async with self._storage.begin() as tx:
            await self._ask_gate(tx, owner)
            await tx.jobs.post(
                JobName.FILM_FILE,
                subject=owner,
                key=asked.key,
                purpose=Purpose.SUGGEST_ANALYSE,
            )

    async def decided(self, owner: PersonId, film: FilmId) -> FilmDraft:
        """The film with its storyboard; decided now if it is not yet.

        Raises FilmGone, FilmTooFew, and FilmOvertaken where it changed meanwhile.
        """
        draft = await self.film(owner, film)
        if draft.film is not None:
            return draft
        material = await self._material(owner, film)
        title = draft.title or await self._writer.title(owner, told(material, material.good))
        decided = await self._compose(material, replace(draft, title=title))
        await self._keep(owner, draft, decided, title)
        return await self.film(owner, film, version=draft.version)

    async def story(self, owner: PersonId, draft: FilmDraft) -> bytes:
        """The same film as Telegram wants a Story's: for a phone, H.265. Raises FilmGone."""
        if draft.shape != STORY.id:
            material = await self._material(owner, draft.id)
            film = await self._compose(material, replace(draft, shape=STORY.id))
            draft = replace(draft, film=film)
        return (await self.shoot(owner, draft, for_story=True)).content

    async def _material(self, owner: PersonId, film: FilmId) -> Material:
        """Raises FilmGone and FilmTooFew."""
        async with self._storage.read() as tx:
            await self._ask_gate(tx, owner)
            rows = await tx.gallery.suggestible(owner, await tx.film.media(owner, film))
        person = await self._registrar.person(owner)
        material = await Material.of(self._library, owner, rows, person)
        if len(material.good) < FEWEST:
            raise FilmTooFew
        return material

    async def _compose(self, material: Material, draft: FilmDraft) -> Film:
        """Raises FilmTooFew where all of them show the same."""
        asked = FilmAsked(SHAPES[draft.shape], draft.drawn_title, draft.seed)
        media = await self._media(material)
        film: Film = await self._pool.run(
            compose_film, media, asked, kind=Kind.PAINT, limit=PLAN_LIMIT
        )
        if len(film.shots) < FEWEST:
            raise FilmTooFew
        return film

    async def shown(
        self, owner: PersonId, draft: FilmDraft, message_id: int, telegram_video: str | None
    ) -> None:
        """Remember where it is shown, and what Telegram calls it."""
        async with self._storage.begin() as tx:
            name = await tx.seal(owner, telegram_video.encode()) if telegram_video else None
            facts = {
                "message_id": message_id,
                "telegram_video": name,
                "shown_version": draft.version,
            }
            await tx.film.note(owner, draft.id, draft.version, facts)

    async def drop_old(self) -> int:
        """Retention, by a nightly tick: films that nobody changed for thirty days."""
        async with self._storage.begin() as tx:
            return await tx.film.drop_old(tx.now - KEPT)

    async def _keep(
        self, owner: PersonId, draft: FilmDraft, film: Film, title: str | None
    ) -> None:
        async with self._storage.begin() as tx:
            facts = {
                "recipe": await tx.seal(owner, to_json(film).encode()),
                "title": await tx.seal(owner, title.encode()) if title else None,
            }
            if not await tx.film.note(owner, draft.id, draft.version, facts):
                raise FilmOvertaken

    async def _post(self, tx: Transaction, owner: PersonId, film: FilmId) -> None:
        await tx.jobs.post(
            JobName.FILM_SHOOT, subject=owner, key=str(film), purpose=Purpose.SUGGEST_ANALYSE
        )
