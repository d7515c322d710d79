"""The Writer: captions and a title for media, from what is known, never the same twice running."""

import random
from collections.abc import Sequence

from bot.consent.gate import may
from bot.consent.registrar import Registrar
from bot.gallery.facts import Facts
from bot.texts import language_of
from bot.vision.sight import Sight
from bot.writing.captions import Caption, captions
from bot.writing.facts import gather
from bot.writing.titles import title
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose


class Writer:
    """dice: decides between phrases that say as much."""

    def __init__(self, storage: Storage, registrar: Registrar, dice: random.Random) -> None:
        self._storage = storage
        self._registrar = registrar
        self._dice = dice

    async def title(self, owner: PersonId, media: Sequence[tuple[Facts, Sight]]) -> str | None:
        """A title for these media together; None where nothing is known."""
        async with self._storage.read() as tx:
            person = await tx.people.get(owner)
        if person is None:
            return None
        return title(gather(media, country=person.country), language_of(person.language))

    async def propose(
        self, owner: PersonId, media: Sequence[tuple[Facts, Sight]]
    ) -> tuple[Caption, ...] | None:
        """Captions for these media together; None where nothing may be suggested."""
        async with self._storage.begin() as tx:
            standing = await self._registrar.standing(tx, owner)
            person = await tx.people.get(owner)
            if person is None or not may(standing, Purpose.SUGGEST_ANALYSE, tx.now):
                return None
            facts = gather(media, country=person.country)
            lately = await tx.writing.said_lately(owner)
            proposed = captions(facts, language_of(person.language), self._dice, lately)
            await tx.writing.said(owner, [caption.template_id for caption in proposed])
        return tuple(proposed)
