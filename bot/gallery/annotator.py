"""The Annotator: writes down what a person says of when and where, and takes it back."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.consent.gate import may
from bot.consent.registrar import Registrar
from bot.gallery.asking import Question, question_of
from bot.gallery.facts import Facts, Place, TakenAt
from bot.gallery.library import Library
from bot.gallery.meant import meant
from bot.gallery.nicknames import rename, unname
from bot.gallery.record import facts_bytes, facts_from, place_from
from bot.gallery.said import (
    About,
    Noted,
    Said,
    Words,
    nickname,
    note_of,
    noted_in,
    taken_back,
)
from bot.gallery.towns import find_town, known_town
from bot.jobs.pool import Kind, Pool
from storage.gallery import AlbumId, MediaId, MediaRow
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.transaction import Transaction

TOWN_LIMIT: Final = timedelta(seconds=5)


class Annotator:
    """Asks the gate at the time of use; another's media is as good as none."""

    def __init__(
        self, storage: Storage, registrar: Registrar, pool: Pool, library: Library
    ) -> None:
        self._storage = storage
        self._registrar = registrar
        self._pool = pool
        self._library = library

    async def about(self, owner: PersonId, chat_id: int, replied: int | None) -> About | None:
        """What words are about: the message replied to, or what came last; None for neither."""
        async with self._storage.read() as tx:
            found = await meant(tx, owner, chat_id, replied)
            rows = await tx.gallery.some(owner, found.media) if found else []
        if found is None or not rows:
            return None
        is_undated = any(row.taken_on is None for row in rows)
        ids = tuple(row.id for row in rows)
        return About(ids, found.album, found.album is None, is_undated)

    async def is_there(self, owner: PersonId, media: MediaId) -> bool:
        async with self._storage.read() as tx:
            return await tx.gallery.get(owner, media) is not None

    async def say_of(self, owner: PersonId, about: About, said: Said) -> Noted | None:
        """The same of what the words are about; an album nobody had dated is drawn anew."""
        noted = await self.say(owner, about.media, said)
        if noted and noted.words.when and about.album and about.is_undated:
            await self._library.draw_again(owner, about.album)
        return noted

    async def say(self, owner: PersonId, media: Collection[MediaId], said: Said) -> Noted | None:
        """Write down what one message said of these media; None when they are gone, or where it
        turns out to say nothing.
        """
        words = await self._words(owner, said)
        if words == Words():
            return None
        async with self._storage.begin() as tx:
            rows = await self._rows(tx, owner, media)
            cells = await self._cells(tx, owner, rows) if words.name else {}
            for row in rows:
                known, is_named = await _facts(tx, row), row.id in cells
                await _keep(tx, row, noted_in(known, words, tx.now, in_named_square=is_named))
            for cell in set(cells.values()):
                await rename(tx, owner, cell, words.name or "")
            closes = await tx.talk.close_answered(owner) if words.when else ()
            noted = Noted(words, len(rows), tx.now, is_for_later=bool(cells), closes=closes)
        if words.when:
            await self._library.resettle(owner, rows)
        return noted if rows else None

    async def question(self, owner: PersonId, album: AlbumId, undated: int) -> Question:
        """What to ask of an album's dates, and of what was asked shortly before, as one."""
        async with self._storage.read() as tx:
            questions = await tx.talk.open_questions(owner)
            return question_of(album, undated, questions, tx.now)

    async def asked(self, owner: PersonId, question: Question, message_id: int) -> None:
        """The one message that asks now; what was asked before is not answered any more."""
        async with self._storage.begin() as tx:
            before = await tx.talk.open_questions(owner)
            await tx.talk.ask(owner, [one.album for one in before], None)
            await tx.talk.ask(owner, question.albums, message_id)

    async def leave(self, owner: PersonId, album: AlbumId) -> None:
        """The question about this album is answered: nobody knows."""
        async with self._storage.begin() as tx:
            await tx.talk.ask(owner, await _asked_with(tx, owner, album), None)

    async def date(self, owner: PersonId, album: AlbumId, taken: TakenAt) -> Noted | None:
        """Date what has no date of an album, and of those that one message asks about with it.

        Their collages are drawn anew: they may now say when it was.
        """
        async with self._storage.read() as tx:
            albums = await _asked_with(tx, owner, album)
            rows = [row for one in albums for row in await tx.gallery.of_album(owner, one)]
        undated = [row.id for row in rows if row.taken_on is None]
        noted = await self.say(owner, undated, Said(when=taken)) if undated else None
        for one in albums if noted else []:
            await self._library.draw_again(owner, one)
        return noted

    async def _words(self, owner: PersonId, said: Said) -> Words:
        """A town, or else the person's own name for the place, or else a note."""
        note = said.note
        town = await self._town(owner, said) if said.where else None
        name = nickname(said.where) if said.where and said.is_sure and town is None else None
        if said.where and not (town or name):
            note = note or said.otherwise
        return Words(said.when, town, name, note_of(note))

    async def take_back(self, owner: PersonId, about: AlbumId | MediaId, at: datetime) -> int:
        """Undo the words of that moment; returns for how many media, 0 where others came since."""
        async with self._storage.begin() as tx:
            rows = await self._rows(tx, owner, await _target(tx, owner, about))
            undone = []
            for row in rows:
                facts = taken_back(await _facts(tx, row), at)
                if facts is not None:
                    await _keep(tx, row, facts)
                    undone.append(row)
            await unname(tx, owner, at)
        await self._library.resettle(owner, undone)
        return len(undone)

    async def _town(self, owner: PersonId, said: Said) -> Place | None:
        """Looked up in a child: every town there is takes half a second to read."""
        async with self._storage.read() as tx:
            person = await tx.people.get(owner)
        home = person.country if person else None
        find, words = known_town if said.is_alone else find_town, said.where or ""
        return await self._pool.run(find, words, home, kind=Kind.OPEN, limit=TOWN_LIMIT)

    async def _rows(
        self, tx: Transaction, owner: PersonId, media: Collection[MediaId]
    ) -> list[MediaRow]:
        standing = await self._registrar.standing(tx, owner)
        if not may(standing, Purpose.CORE_SERVICE, tx.now):
            return []
        return await tx.gallery.some(owner, media)

    async def _cells(
        self, tx: Transaction, owner: PersonId, rows: Sequence[MediaRow]
    ) -> dict[MediaId, str]:
        """The squares of those media whose coordinates were allowed to name one."""
        standing = await self._registrar.standing(tx, owner)
        if not may(standing, Purpose.PLACES, tx.now):
            return {}
        seen = await tx.gallery.seen(owner, [row.id for row in rows])
        opened = await tx.vault.opener(tx, owner)
        return {
            media: place_from(opened(one.place)).cell for media, one in seen.items() if one.place
        }


async def _asked_with(tx: Transaction, owner: PersonId, album: AlbumId) -> Sequence[AlbumId]:
    """The albums that one message asks about, or this one alone."""
    questions = await tx.talk.open_questions(owner)
    message = next((one.message_id for one in questions if one.album == album), None)
    return [one.album for one in questions if one.message_id == message] or [album]


async def _target(tx: Transaction, owner: PersonId, about: AlbumId | MediaId) -> Sequence[MediaId]:
    """What came in that album; or else that media."""
    return await tx.talk.together(owner, AlbumId(about)) or [MediaId(about)]


async def _facts(tx: Transaction, row: MediaRow) -> Facts:
    return facts_from(await tx.open(row.owner, row.facts)) if row.facts else Facts()


async def _keep(tx: Transaction, row: MediaRow, facts: Facts) -> None:
    sealed = await tx.seal(row.owner, facts_bytes(facts))
    taken_on = facts.taken.first if facts.taken else None
    await tx.gallery.change(row.owner, row.id, {"facts": sealed, "taken_on": taken_on})
