"""Who is talking: the person, their standing, their language and what was asked of them."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Any, Final

from aiogram import BaseMiddleware
from aiogram.filters import Filter
from aiogram.types import TelegramObject, Update, User

from bot.clock import Clock
from bot.consent.registrar import Registrar
from bot.texts import Language, Texts, language_of
from storage.people import PersonId
from storage.telegram import Awaiting

A_WHILE: Final = timedelta(minutes=15)  # later words may be about something else
Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Conversation:
    """What the bot waits for from one person: one question at a time, or none."""

    def __init__(self, owner: PersonId, registrar: Registrar) -> None:
        self._owner = owner
        self._registrar = registrar

    async def expect(self, question: str, about: str = "") -> None:
        """The next plain message answers `question`; `about` is an opaque id."""
        await self._registrar.expect(self._owner, question, about)

    async def clear(self) -> None:
        await self._registrar.clear(self._owner)


class PersonMiddleware(BaseMiddleware):
    """One read for everything a conversation needs; groups, channels and bots are not heard."""

    def __init__(self, registrar: Registrar, texts: Mapping[Language, Texts]) -> None:
        self._registrar = registrar
        self._texts = texts

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        if isinstance(event, Update) and event.stopped_message_generation:
            return await handler(event, data)  # it names a preview and a chat, nobody else
        if isinstance(event, Update) and event.my_chat_member:
            return await handler(event, data)  # about a place; who is concerned is looked up
        who = _who(event)
        if who is None:
            return None
        arrival = await self._registrar.meet(who.id, language_of(who.language_code))
        data["person"] = arrival.person
        data["standing"] = arrival.standing
        data["awaiting"] = arrival.awaiting
        data["conversation"] = conversation = Conversation(arrival.person.id, self._registrar)
        if arrival.awaiting and _is_command(event):  # they turned to something else
            await conversation.clear()
        data["t"] = self._texts[language_of(arrival.person.language)]
        return await handler(event, data)


class Awaits(Filter):
    """Passes a message that answers this question; the handler gets `about`.

    within: how long the question stands, where an answer that comes late may mean another thing.
    """

    def __init__(self, question: str, *, within: timedelta | None = None) -> None:
        self._question = question
        self._within = within

    async def __call__(
        self, _event: TelegramObject, clock: Clock, awaiting: Awaiting | None = None
    ) -> bool | dict[str, Any]:
        if awaiting is None or awaiting.question != self._question:
            return False
        if self._within is not None and clock.now() - awaiting.since > self._within:
            return False
        return {"about": awaiting.about}


def _is_command(event: TelegramObject) -> bool:
    message = event.message if isinstance(event, Update) else None
    return message is not None and (message.text or "").startswith("/")


def _who(event: TelegramObject) -> User | None:
    """The person in a private talk with the bot; None for everything else."""
    if not isinstance(event, Update):
        return None
    inner = event.event
    author = "user" if event.business_connection else "from_user"
    user: User | None = getattr(inner, author, None)
    if user is None or user.is_bot:
        return None
    message = inner if event.message or event.edited_message else getattr(inner, "message", None)
    chat = getattr(message, "chat", None)
    return user if chat is None or chat.type == "private" else None
