"""Looks through one person's own gallery, and nobody else's, for what a request may mean."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final, Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.assistant.chunks import Ears
from bot.assistant.request import Part, PlaceName, Query
from bot.assistant.search import Item, answers, beside
from bot.assistant.tokens import folded, joined, tokens
from bot.consent.countries import country_name
from bot.consent.gate import Standing, may_see
from bot.gallery.exonyms import said_name
from bot.gallery.facts import Facts, Place
from bot.gallery.left_out import REPEATED, LeftOut
from bot.texts import LANGUAGES, language_of
from bot.vision.sight import Sight
from storage.gallery import MediaId, MediaKind, MediaRow
from storage.open import Storage
from storage.people import PersonId
from storage.transaction import Transaction

MOST_LOOKED_AT: Final = 5000  # media of one gallery, the newest; about a second
MOST_DRAFTS: Final = 200
OPENED_AT_ONCE: Final = 200
LATEST: Final = 20
LEAST_LETTERS: Final = 3  # of the words at the ends of a part of a name: no "en Provence"
ARTICLES: Final = ("le ", "la ", "les ", "l'", "the ")
StandingOf = Callable[[Transaction, PersonId], Awaitable[Standing]]


class Shelf(Protocol):
    """The part of the Library that may be read here; nothing of it writes."""

    async def facts(
        self, owner: PersonId, media: Collection[MediaId]
    ) -> Mapping[MediaId, Facts]: ...
    async def sights(
        self, owner: PersonId, media: Collection[MediaId]
    ) -> Mapping[MediaId, Sight]: ...
    async def left_outs(
        self, owner: PersonId, media: Collection[MediaId] | None = None
    ) -> Mapping[MediaId, LeftOut[MediaId]]: ...
    async def preview(self, owner: PersonId, media: MediaId) -> bytes | None: ...


class Lookup:
    """One's own may always be found, also in a pause; what was forgotten is not there to find."""

    def __init__(self, storage: Storage, standing_of: StandingOf, shelf: Shelf) -> None:
        self._storage = storage
        self._standing_of = standing_of
        self._shelf = shelf

    async def _items(self, owner: PersonId) -> list[Item]:
        """The gallery as a question sees it, nothing looked at yet; the oldest first."""
        async with self._storage.read() as tx:
            if not may_see(await self._standing_of(tx, owner)):
                return []
            rows = (await tx.gallery.shelved(owner))[-MOST_LOOKED_AT:]
            said = await _said_in_drafts(tx, owner)
        items = []
        for begin in range(0, len(rows), OPENED_AT_ONCE):
            some = rows[begin : begin + OPENED_AT_ONCE]
            facts = await self._shelf.facts(owner, [row.id for row in some])
            items += [_item(row, facts.get(row.id, Facts()), said[row.id]) for row in some]
            await asyncio.sleep(0)
        return items

    async def _seen(self, owner: PersonId, items: Sequence[Item]) -> list[Item]:
        """The same, with what was seen in them where that is allowed."""
        sights = await self._shelf.sights(owner, [MediaId(UUID(hex=one.key)) for one in items])
        known = {media.hex: sight for media, sight in sights.items()}
        return [replace(one, sight=known.get(one.key)) for one in items]

    async def _answers(self, owner: PersonId, query: Query, items: Sequence[Item]) -> list[Item]:
        """What answers a question; only what may still answer it is looked at."""
        if query.is_latest:
            return await self._seen(owner, [one for one in items if not one.is_film][-LATEST:])
        blind = query.without(Part.CONCEPT).without(Part.PEOPLE)
        found = answers(query, await self._seen(owner, answers(blind, items)))
        out = await self._shelf.left_outs(owner, [MediaId(UUID(hex=one.key)) for one in found])
        left_out = {media.hex for media in out}
        instead = {
            media.hex: one.stands_for.hex
            for media, one in out.items()
            if one.stands_for and one.reason in REPEATED
        }
        told = [replace(one, is_left_out=one.key in left_out) for one in found]
        return beside(told, instead)

    async def _ears(self, owner: PersonId, items: Sequence[Item]) -> Ears:
        """The person's language, day and country, and the places that their own media name."""
        async with self._storage.read() as tx:
            person, now = await tx.people.get(owner), tx.now
        zone = ZoneInfo((person and person.zone) or "UTC")
        today = now.astimezone(zone).date()
        language = language_of(person.language if person else None)
        places = places_by_name(one.facts.place for one in items if one.facts.place)
        return Ears(language, today, person.country if person else None, places)


def places_by_name(places: Iterable[Place]) -> Mapping[str, tuple[PlaceName, ...]]:
    """Towns and their countries, by every folded name that French and English have for them."""
    found: dict[str, set[PlaceName]] = defaultdict(set)
    for place in {(one.name, one.country, one.nickname): one for one in places}.values():
        town, country = PlaceName(place.country, place.name), PlaceName(place.country)
        for language in LANGUAGES:
            said = said_name(place.name, place.country, language)
            for name in (folded(place.name), folded(said)):
                for part in (name, _bare(name), *_parts(name)):
                    found[part].add(town)
            found[_bare(folded(country_name(place.country, language)))].add(country)
        if place.nickname:
            found[folded(place.nickname)].add(PlaceName(place.country, place.nickname))
    return {name: tuple(sorted(named, key=str)) for name, named in found.items() if name}


def _bare(name: str) -> str:
    """Without the article: people say "au Havre"."""
    article = next((one for one in ARTICLES if name.startswith(one)), "")
    return name.removeprefix(article)


def _parts(name: str) -> Iterator[str]:
    """Words that stand together in a name: a part of it is how a long one is said."""
    words = tokens(name)
    for begin, end in combinations(range(len(words) + 1), 2):
        ends = words[begin], words[end - 1]
        if end - begin > 1 and all(len(one.folded) >= LEAST_LETTERS for one in ends):
            yield joined(words[begin:end])  # a single word is looked for as a word


async def _said_in_drafts(tx: Transaction, owner: PersonId) -> Mapping[MediaId, str]:
    """Titles and captions of a person's drafts, folded, by the media that they show."""
    open_sealed = await tx.vault.opener(tx, owner)
    said: dict[MediaId, str] = defaultdict(str)
    for row in await tx.collage.newest(owner, MOST_DRAFTS):
        words = " ".join(open_sealed(one).decode() for one in (row.title, row.caption) if one)
        if words:
            for media in await tx.collage.media(owner, row.id):
                said[media] += f" {folded(words)}"
    return said


def _item(row: MediaRow, facts: Facts, said: str) -> Item:
    return Item(
        key=row.id.hex,
        facts=facts,
        is_shared=row.shared_at is not None,
        is_film=row.kind is MediaKind.VIDEO,
        is_private=row.is_private,
        said=f"{folded(facts.note or '')}{said}",
    )
