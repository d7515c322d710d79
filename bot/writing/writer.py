"""The Writer: captions and a title for media, from what is known, never the same twice running."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Words:
    """What the Writer proposes: a title, if anything is known, and three captions."""

    title: str | None
    captions: tuple[Caption, ...]


class Writer:
    """dice: decides between phrases that say as much."""

    def __init__(self, storage: Storage, registrar: Registrar, dice: random.Random) -> None:
        self._storage = storage
        self._registrar = registrar
        self._dice = dice

    async def propose(self, owner: PersonId, media: Sequence[tuple[Facts, Sight]]) -> Words | None:
        """Words about these media together; None where nothing may be suggested."""
        async with self._storage.begin() as tx:
            standing = await self._registrar.standing(tx, owner)
            person = await tx.people.get(owner)
            if person is None or not may(standing, Purpose.SUGGEST_ANALYSE, tx.now):
                return None
            language = language_of(person.language)
            facts = gather(media, country=person.country)
            lately = await tx.writing.said_lately(owner)
            proposed = captions(facts, language, self._dice, lately)
            await tx.writing.said(owner, [caption.template_id for caption in proposed])
        return Words(title(facts, language), tuple(proposed))
