"""Fifty people who agreed to teach the bot by their choices: through the roles, like everybody."""

import random
from typing import Final
from uuid import UUID

from bot.consent.registrar import Registrar
from bot.improve.choices import Option, picked, turned_away
from bot.improve.trainer import Trainer
from bot.texts import Language
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.traits import Trait

FIRST_ID: Final = 9_000_000_000  # far from the people that the stage invites
BORN: Final = 1985
DRAFTS: Final = 3  # that each of them publishes
SPIRITS: Final = (Trait.SPIRIT_PLAIN, Trait.SPIRIT_WARM, Trait.SPIRIT_PLAYFUL)
LIKED: Final[Option] = frozenset(
    {Trait.LAYOUT_HERO, Trait.LAYOUT_SOME_ROWS, Trait.LAYOUT_WHOLE, Trait.THEME_DARK}
)
TURNED_AWAY: Final[Option] = frozenset(
    {Trait.LAYOUT_EVEN, Trait.LAYOUT_MANY_ROWS, Trait.LAYOUT_TRIMMED}
)


class Crowd:
    """Invites people who live where a yes is asked, and has them choose and publish.

    dice: who likes what; the same dice make the same crowd. Their choices may be used a week
    later, so whoever wants to see a ranker moves the clock.
    """

    def __init__(
        self, storage: Storage, registrar: Registrar, trainer: Trainer, dice: random.Random
    ) -> None:
        self._storage = storage
        self._registrar = registrar
        self._trainer = trainer
        self._dice = dice

    async def gather(self, count: int, *, language: Language = "en") -> list[PersonId]:
        people = [await self._welcome(FIRST_ID + n, language) for n in range(count)]
        for owner in people:
            await self._choose(owner)
        return people

    async def _welcome(self, telegram_id: int, language: Language) -> PersonId:
        owner = (await self._registrar.meet(telegram_id, language)).person.id
        await self._registrar.declare_country(owner, "US")
        await self._registrar.declare_birth_year(owner, BORN)
        for purpose in (Purpose.SUGGEST_ANALYSE, Purpose.IMPROVE_CHOICES):
            if notice := self._registrar.notices.current(purpose):
                await self._registrar.given(
                    owner, purpose, version=notice.version, language=language
                )
        return owner

    async def _choose(self, owner: PersonId) -> None:
        async with self._storage.begin() as tx:
            for _ in range(DRAFTS):
                item = UUID(int=self._dice.getrandbits(128), version=4)
                spirit = self._dice.choices(SPIRITS, weights=(1, 4, 1))[0]
                for choice in (
                    turned_away(TURNED_AWAY),
                    picked(Trait.THEME_DARK, Trait.THEME_LIGHT),
                    picked(spirit, *SPIRITS),
                ):
                    await self._trainer.chose(tx, owner, choice, item=item)
                await self._trainer.published(tx, owner, item, traits=LIKED)
