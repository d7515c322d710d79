"""The AI chat: turns that are kept sealed, and answers from the endpoint that were cleaned."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.assistant.lookup import StandingOf
from bot.assistant.prompt import MOST_CHARACTERS, MOST_TURNS, messages
from bot.consent.gate import may
from bot.jobs.catalogue import JobName
from bot.remote.errors import Reason, RemoteUnavailable
from bot.remote.remote import Remote
from bot.remote.turns import Reply, Turn
from bot.texts import language_of
from bot.writing.guard import clean
from storage.assistant import Speaker, TurnId, TurnRow
from storage.open import Storage
from storage.outbound import CallKind
from storage.people import PersonId
from storage.personal_data import Purpose

MOST_TOKENS: Final = 300
LONGEST_ANSWER: Final = 1500  # characters


@dataclass(frozen=True, slots=True)
class Said:
    """An answer, or why there is none; message_id: what it answers."""

    text: str | None
    message_id: int | None
    why: Reason | None = None


class Chatter:
    """Asks the gate at the time of use; the model sees the chat's own turns and nothing else."""

    def __init__(self, storage: Storage, standing_of: StandingOf, remote: Remote) -> None:
        self._storage = storage
        self._standing_of = standing_of
        self._remote = remote

    @property
    def host(self) -> str | None:
        """Where the chat would go; None where no endpoint is set."""
        return self._remote.host

    async def may_chat(self, owner: PersonId) -> bool:
        """Whether the endpoint may be asked for this person."""
        if self._remote.host is None:
            return False
        async with self._storage.read() as tx:
            standing = await self._standing_of(tx, owner)
            return may(standing, Purpose.SUGGEST_EXTERNAL_AI, tx.now)

    async def take(self, owner: PersonId, text: str, message_id: int) -> TurnId | None:
        """Keep a person's turn and ask for its answer; None where no endpoint may be asked."""
        if self._remote.host is None:
            return None
        async with self._storage.begin() as tx:
            standing = await self._standing_of(tx, owner)
            if not may(standing, Purpose.SUGGEST_EXTERNAL_AI, tx.now):
                return None
            row = TurnRow(
                owner=owner,
                speaker=Speaker.PERSON,
                text=await tx.seal(owner, text[:MOST_CHARACTERS].encode()),
                message_id=message_id,
                at=tx.now,
            )
            await tx.assistant.say(row)
            await tx.jobs.post(
                JobName.ASSISTANT_CHAT,
                subject=owner,
                key=str(row.id),
                purpose=Purpose.SUGGEST_EXTERNAL_AI,
            )
        return row.id

    async def answer(
        self,
        owner: PersonId,
        turn: TurnId,
        *,
        on_text: Callable[[str], Awaitable[None]] | None = None,
        stop: asyncio.Event | None = None,
    ) -> Said | None:
        """The endpoint's answer, cleaned and kept.

        None where the turn or the leave is gone, or the person stopped it before a word came.
        """
        question = await self._question(owner, turn)
        if question is None:
            return None
        message_id, told = question
        try:
            reply = await self._remote.chat(
                owner,
                told,
                kind=CallKind.ANSWER,
                most_tokens=MOST_TOKENS,
                on_text=_cleaned(on_text) if on_text else None,
                stop=stop,
            )
        except RemoteUnavailable as trouble:
            return Said(None, message_id, trouble.reason)
        text = _ended(clean(reply.text, limit=LONGEST_ANSWER), reply)
        if not text and reply.is_stopped:
            return None
        await self._keep(owner, text)
        return Said(text or None, message_id, None if text else Reason.BROKEN)

    async def _question(
        self, owner: PersonId, turn: TurnId
    ) -> tuple[int | None, Sequence[Turn]] | None:
        """What is asked of the endpoint, and under which message; None where it may not be."""
        async with self._storage.read() as tx:
            standing = await self._standing_of(tx, owner)
            asked = await tx.assistant.turn(owner, turn)
            person = await tx.people.get(owner)
            allowed = may(standing, Purpose.SUGGEST_EXTERNAL_AI, tx.now)
            if asked is None or person is None or not allowed:
                return None
            rows = await tx.assistant.turns(owner, asked.at, MOST_TURNS)
            open_sealed = await tx.vault.opener(tx, owner)
            said = [
                (row.speaker is Speaker.PERSON, open_sealed(row.text).decode()) for row in rows
            ]
        told = messages(language_of(person.language), _up_to_the_person(said))
        return asked.message_id, told

    async def _keep(self, owner: PersonId, text: str) -> None:
        """The answer as it was shown; nothing once the leave was taken back meanwhile."""
        async with self._storage.begin() as tx:
            standing = await self._standing_of(tx, owner)
            if text and may(standing, Purpose.SUGGEST_EXTERNAL_AI, tx.now):
                sealed = await tx.seal(owner, text.encode())
                row = TurnRow(owner=owner, speaker=Speaker.AI, text=sealed, at=tx.now)
                await tx.assistant.say(row)


def _ended(text: str, reply: Reply) -> str:
    """What broke off, by itself or by the person, says that there was more."""
    broke_off = (reply.is_cut or reply.is_stopped) and not text.endswith((".", "!", "?", "…"))
    return text.rstrip(" ,;:") + "…" if text and broke_off else text


def _up_to_the_person(said: list[tuple[bool, str]]) -> list[tuple[bool, str]]:
    """The question asked now stands last, whatever was written in the same instant."""
    while said and not said[-1][0]:
        said = said[:-1]
    return said


def _cleaned(on_text: Callable[[str], Awaitable[None]]) -> Callable[[str], Awaitable[None]]:
    """A preview is cleaned like the answer itself."""

    async def show(text: str) -> None:
        await on_text(clean(text, limit=LONGEST_ANSWER))

    return show
