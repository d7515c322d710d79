"""The Assistant: hears plain words, finds a person's own media, and asks others to show them.

It is given what reads the gallery, what draws and redraws a draft, and the standing of a person.
It is not given what publishes, what records a consent or what deletes, so that no words, wherever
they come from, can do any of these.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from bot.assistant.chatter import Chatter
from bot.assistant.easel import Easel
from bot.assistant.heard import Answer, Changed, Found, Heard
from bot.assistant.lookup import Lookup, Shelf, StandingOf
from bot.assistant.reading import read_request, settled
from bot.assistant.record import readings_bytes, readings_from
from bot.assistant.request import Intent, Reading
from bot.assistant.search import Item, Nearby, answers, best, nearby
from bot.assistant.spans import no_day_in
from bot.assistant.tokens import tokens
from bot.collage.draft import Draft
from bot.collage.edits import AS_IT_IS, Change, Edit
from bot.collage.plan import CellLook
from bot.collage.themes import SQUARE
from bot.consent.gate import may
from bot.gallery.answers import LEAST_FOR_COLLAGE
from bot.gallery.dates import NoSuchDay
from bot.jobs.catalogue import JobName
from storage.assistant import RequestId, RequestRow
from storage.collage import CollageId, SelectionRow
from storage.gallery import MediaId
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose

SHOWN_AT_ONCE: Final = 10  # a Telegram album
REQUESTS_KEPT: Final = timedelta(days=30)
TURNS_KEPT: Final = timedelta(days=90)
QUESTIONS: Final = frozenset({Intent.FIND, Intent.MAKE, Intent.FILM})
MOST_FILMS: Final = 4  # videos in a film of what answers, the last ones


class Assistant(Lookup):
    """Every method is its owner's; another's request or draft is as good as none."""

    def __init__(
        self,
        storage: Storage,
        standing_of: StandingOf,
        shelf: Shelf,
        easel: Easel,
        chatter: Chatter,
    ) -> None:
        super().__init__(storage, standing_of, shelf)
        self._easel = easel
        self.chatter = chatter

    async def hear(
        self, owner: PersonId, text: str, message_id: int, *, is_chatting: bool = False
    ) -> Heard:
        """What a text may mean; in the AI chat, what no rule understands goes to the endpoint.

        Raises NoSuchDay for a question about a day that no calendar has.
        """
        items = await self._items(owner)
        ears = await self._ears(owner, items)
        readings = settled(read_request(text, ears))
        if not readings:
            chats = self.chatter.take(owner, text, message_id) if is_chatting else None
            return Heard(turn=await chats if chats else None)
        asked = [reading for reading in readings if reading.intent in QUESTIONS]
        if not asked:
            return Heard(readings)
        said = [token.folded for token in tokens(text)]
        if no_day_in(said, today=ears.today, country=ears.country):
            raise NoSuchDay
        found = await self._ask(owner, asked, items)
        return Heard(tuple(one.reading for one in found), found)

    async def again(self, owner: PersonId, request: RequestId, number: int) -> Found | None:
        """The answer to one reading of a request, as it is now; None for an old button."""
        reading = await self._reading(owner, request, number)
        if reading is None:
            return None
        items = await self._items(owner)
        return _found(request, number, reading, await self._answers(owner, reading.query, items))

    async def wider(self, owner: PersonId, request: RequestId, number: int) -> tuple[Found, ...]:
        """The same with one part less, where that finds anything; nothing for an old button."""
        reading = await self._reading(owner, request, number)
        if reading is None:
            return ()
        items = await self._seen(owner, await self._items(owner))
        near = nearby(reading.query, items)
        kept = await self._keep(owner, [replace(reading, query=one.query) for one in near])
        return tuple(
            _found(kept, place, replace(reading, query=one.query), answers(one.query, items))
            for place, one in enumerate(near)
        )

    async def answer(self, owner: PersonId, request: RequestId, number: int) -> Answer | None:
        """All that answers, in the order of the gallery; None for an old button."""
        reading = await self._reading(owner, request, number)
        if reading is None:
            return None
        items = await self._answers(owner, reading.query, await self._items(owner))
        return Answer(reading.query, tuple(map(_media, items)))

    async def to_film(self, owner: PersonId, request: RequestId, number: int) -> list[MediaId]:
        """What a film of what answers is cut from: the worthiest photos and the last videos.

        Nothing for an old button.
        """
        reading = await self._reading(owner, request, number)
        if reading is None:
            return []
        items = await self._answers(owner, reading.query, await self._items(owner))
        videos = [one for one in items if one.is_film and not one.is_private][-MOST_FILMS:]
        return [_media(one) for one in (*_for_collage(items), *videos)]

    async def pictures(
        self, owner: PersonId, request: RequestId, number: int
    ) -> Sequence[bytes] | None:
        """The best of what answers, at most ten, as a chat shows them; None for an old button."""
        reading = await self._reading(owner, request, number)
        if reading is None:
            return None
        items = await self._answers(owner, reading.query, await self._items(owner))
        chosen = items[-SHOWN_AT_ONCE:] if reading.query.is_latest else _worthiest(items)
        shown = [await self._shelf.preview(owner, _media(one)) for one in chosen]
        return [picture for picture in shown if picture is not None]

    async def collect(
        self,
        owner: PersonId,
        request: RequestId,
        number: int,
        *,
        chat_id: int,
        message_id: int | None,
    ) -> int | None:
        """Ask for a collage of what answers, in place of a message; returns of how many photos.

        Fewer than two ask for nothing. None for an old button.
        """
        reading = await self._reading(owner, request, number)
        if reading is None:
            return None
        items = await self._answers(owner, reading.query, await self._items(owner))
        chosen = _for_collage(items)
        if len(chosen) < LEAST_FOR_COLLAGE:
            return len(chosen)
        async with self._storage.begin() as tx:
            if not may(await self._standing_of(tx, owner), Purpose.SUGGEST_ANALYSE, tx.now):
                return 0
            media = json.dumps([one.key for one in chosen]).encode()
            row = SelectionRow(
                owner=owner,
                chat_id=chat_id,
                message_id=message_id,
                media=await tx.seal(owner, media),
                shape=reading.change or SQUARE.id,
                made_at=tx.now,
            )
            await tx.collage.select(row)
            await tx.jobs.post(
                JobName.COLLAGE_GATHER,
                subject=owner,
                key=str(row.id),
                purpose=Purpose.SUGGEST_ANALYSE,
            )
        return len(chosen)

    async def collage_in(
        self, owner: PersonId, chat_id: int, message_id: int | None
    ) -> CollageId | None:
        """The draft that a message shows; without one, the last of the chat."""
        return await self._easel.shown_in(owner, chat_id, message_id)

    async def change(
        self, owner: PersonId, chat_id: int, message_id: int | None, reading: Reading
    ) -> Changed | None:
        """Change a draft as was said; None where there is none. Raises TooLong and DraftGone."""
        collage = await self.collage_in(owner, chat_id, message_id)
        if collage is None:
            return None
        if reading.title is not None:
            draft = await self._easel.entitle(owner, collage, reading.title)
        elif reading.caption is not None:
            draft = await self._easel.caption(owner, collage, reading.caption)
        elif reading.change is not None:
            draft = await self._edited(owner, collage, reading, reading.change)
        else:
            return None
        async with self._storage.begin() as tx:
            await tx.jobs.post(
                JobName.COLLAGE_SHOW,
                subject=owner,
                key=str(collage),
                purpose=Purpose.SUGGEST_ANALYSE,
            )
        lacks_emoji = reading.title is not None and draft.lacks_emoji
        return Changed(
            collage,
            draft.message_id,
            draft.plan.theme,
            lacks_emoji,
            draft.joined,
            draft.is_moved,
            draft.title,
            draft.lost_title,
        )

    async def _edited(
        self, owner: PersonId, collage: CollageId, reading: Reading, change: Change
    ) -> Draft:
        """Another theme without its name is the next of those that suit."""
        before = await self._easel.draft(owner, collage)
        edit = _edit(reading, change)
        if change is Change.THEME and edit.theme is None:
            suiting = await self._easel.themes(owner, before)
            edit = replace(edit, theme=_next(suiting, before.plan.theme))
        return await self._easel.edit(owner, collage, before.version, edit)

    async def drop_old(self) -> int:
        """Retention, by a nightly tick: requests after 30 days, turns of the chat after 90."""
        async with self._storage.begin() as tx:
            return await tx.assistant.drop_old(
                requests_before=tx.now - REQUESTS_KEPT, turns_before=tx.now - TURNS_KEPT
            )

    async def _ask(
        self, owner: PersonId, asked: Sequence[Reading], items: Sequence[Item]
    ) -> tuple[Found, ...]:
        """The answers to one reading, or to two; of two, one without any answer is not meant."""
        answered = [(one, await self._answers(owner, one.query, items)) for one in asked]
        some = [pair for pair in answered if pair[1]] or answered[:1]
        near = nearby(some[0][0].query, await self._seen(owner, items)) if not some[0][1] else []
        wider = [replace(some[0][0], query=one.query) for one in near]
        request = await self._keep(owner, [*(reading for reading, _ in some), *wider])
        return tuple(
            _found(request, number, reading, found, tuple(near))
            for number, (reading, found) in enumerate(some)
        )

    async def _keep(self, owner: PersonId, readings: Sequence[Reading]) -> RequestId:
        async with self._storage.begin() as tx:
            sealed = await tx.seal(owner, readings_bytes(readings))
            row = RequestRow(owner=owner, readings=sealed, at=tx.now)
            await tx.assistant.ask(row)
        return row.id

    async def _reading(self, owner: PersonId, request: RequestId, number: int) -> Reading | None:
        async with self._storage.read() as tx:
            row = await tx.assistant.asked(owner, request)
            readings = readings_from(await tx.open(owner, row.readings)) if row else ()
        return readings[number] if 0 <= number < len(readings) else None


def _next(names: Sequence[str], now: str) -> str:
    place = names.index(now) + 1 if now in names else 0
    return names[place % len(names)]


def _edit(reading: Reading, change: Change) -> Edit:
    look = CellLook(reading.look) if reading.look and reading.look != AS_IT_IS else None
    return Edit(change, reading.photos, theme=reading.theme, look=look)


def _found(
    request: RequestId,
    number: int,
    reading: Reading,
    items: Sequence[Item],
    near: tuple[Nearby, ...] = (),
) -> Found:
    return Found(request, number, reading, len(items), len(_for_collage(items)), near)


def _for_collage(items: Sequence[Item]) -> list[Item]:
    return best([one for one in items if not one.is_private], today=_last_day(items))


def _worthiest(items: Sequence[Item]) -> list[Item]:
    """Ten to show; where nobody may look, the newest."""
    worthy = best(items, today=_last_day(items), most=SHOWN_AT_ONCE)
    return worthy or list(items[-SHOWN_AT_ONCE:])


def _last_day(items: Sequence[Item]) -> date:
    """Only differences of age count, so any day will do that is after them all."""
    return max((one.facts.taken.last for one in items if one.facts.taken), default=date.max)


def _media(item: Item) -> MediaId:
    return MediaId(UUID(hex=item.key))
