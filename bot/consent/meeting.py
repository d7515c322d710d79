"""What the Registrar does at every update: who is this, where do they stand, what was asked."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.consent.gate import Standing
from bot.consent.interest import Interest
from bot.jobs.catalogue import JobName
from bot.texts import Language
from storage.consent import Consent
from storage.open import Storage
from storage.people import Person, PersonId
from storage.personal_data import Purpose
from storage.telegram import Awaiting
from storage.transaction import Transaction

SEEN_AGAIN: Final = timedelta(days=1)  # how exactly anybody's last act is known


@dataclass(frozen=True, slots=True)
class Arrival:
    """A person at the door. awaiting: what the bot asked them last, if it still waits."""

    person: Person
    standing: Standing
    awaiting: Awaiting | None


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody a job is about, as they stood at that moment."""

    person: Person
    standing: Standing
    at: datetime


class Meeting(ABC):
    """One read an update; a write only for who is new, back, or not seen for a day."""

    interest: Interest

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    @abstractmethod
    def weigh(
        self, person: Person, consents: Mapping[Purpose, Consent], now: datetime
    ) -> Standing: ...

    async def meet(self, telegram_id: int, language: Language) -> Arrival:
        """The person behind a Telegram id; a new one is a language and a key, nothing more."""
        async with self._storage.read() as tx:
            person = await tx.people.by_telegram_id(telegram_id)
            if person is not None and not _is_news(person, tx.now):
                return await self._arrival(tx, person)
        async with self._storage.begin() as tx:
            person = await tx.people.by_telegram_id(telegram_id)
            if person is None:
                person = await tx.people.add(telegram_id, language)
                await self.interest.remember(tx, person.id)
            await tx.people.change(person.id, {"last_act_at": tx.now, "blocked_at": None})
            if person.blocked_at is not None:
                await _go_on(tx, person.id)
            known = await tx.people.get(person.id)
            return await self._arrival(tx, known or person)

    async def _arrival(self, tx: Transaction, person: Person) -> Arrival:
        standing = self.weigh(person, await tx.consent.states(person.id), tx.now)
        return Arrival(person, standing, await tx.telegram.awaiting(person.id))

    async def person(self, owner: PersonId) -> Person | None:
        """None once they are erased."""
        async with self._storage.read() as tx:
            return await tx.people.get(owner)

    async def known(self, owner: PersonId) -> Known | None:
        """The same, and where they stand."""
        async with self._storage.read() as tx:
            person = await tx.people.get(owner)
            if person is None:
                return None
            return Known(
                person, self.weigh(person, await tx.consent.states(owner), tx.now), tx.now
            )

    async def blocked(self, telegram_id: int) -> None:
        """Telegram says that they no longer want the bot: nothing goes out until they are back."""
        async with self._storage.begin() as tx:
            person = await tx.people.by_telegram_id(telegram_id)
            if person is not None and person.blocked_at is None:
                standing = self.weigh(person, await tx.consent.states(person.id), tx.now)
                await self.interest.void(tx, person.id, standing)
                await tx.people.change(person.id, {"blocked_at": tx.now})

    async def set_language(self, owner: PersonId, language: Language) -> None:
        async with self._storage.begin() as tx:
            await tx.people.change(owner, {"language": language})

    async def expect(self, owner: PersonId, question: str, about: str = "") -> None:
        """Their next plain message answers `question`; `about` is an opaque id."""
        async with self._storage.begin() as tx:
            await tx.telegram.expect(owner, question, about)

    async def clear(self, owner: PersonId) -> None:
        """Nothing is awaited any more."""
        async with self._storage.begin() as tx:
            await tx.telegram.clear(owner)


async def _go_on(tx: Transaction, owner: PersonId) -> None:
    """Read what they gave before they blocked the bot: its job ended when it could not answer."""
    for album in await tx.gallery.given_up(owner, tx.now):
        await tx.jobs.post(
            JobName.GALLERY_ALBUM, subject=owner, key=str(album), purpose=Purpose.CORE_SERVICE
        )


def _is_news(person: Person, now: datetime) -> bool:
    return person.blocked_at is not None or now - person.last_act_at > SEEN_AGAIN
