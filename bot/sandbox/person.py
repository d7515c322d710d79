"""A scripted person: says, sends, presses, waits; what tests and the tour are written with."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Self

from bot.sandbox import acts, arrangements
from bot.sandbox.sender import Sender
from bot.sandbox.state import (
    CallbackAnswer,
    Chat,
    InlineAnswer,
    InlineAsked,
    Json,
    StoredMessage,
)

WAIT_SECONDS = 60.0
QUIET_SECONDS = 0.3
Wanted = Callable[[StoredMessage], bool]


@dataclass(frozen=True, slots=True)
class InlineOffer:
    """What the bot proposed under the text field."""

    person: "Person"
    asked: InlineAsked
    answer: InlineAnswer

    @property
    def results(self) -> list[Json]:
        return self.answer.results

    @property
    def button(self) -> Json | None:
        return self.answer.button

    def choose(self, index: int, chat: "Person | int") -> StoredMessage:
        """Send one of the results to a friend or a chat; returns the message there."""
        result_id = self.answer.results[index]["id"]
        target = self.person.chat_with(chat)
        self.person.mark()
        return acts.choose(self.person.world, self.asked, self.answer, result_id, target)


class Person(Sender):
    """Somebody with a phone; what they do reaches the bot as updates."""

    def chat_with(self, other: Self | int) -> Chat:
        """The chat with a friend (made when needed), or the chat with that id."""
        if isinstance(other, Person):
            if other.id == self.id:
                return self.chat
            return arrangements.friends_chat(self.world, self.id, other.id)
        return self.world.chats[other]

    @property
    def messages(self) -> list[StoredMessage]:
        """Everything in the private chat, oldest first."""
        return list(self.chat.messages.values())

    @property
    def from_bot(self) -> list[StoredMessage]:
        return [message for message in self.messages if message.by_bot]

    @property
    def last_message(self) -> StoredMessage:
        """What the bot wrote last; raises IndexError when it wrote nothing yet."""
        return self.from_bot[-1]

    async def say(self, text: str, reply_to: StoredMessage | None = None) -> StoredMessage:
        self.mark()
        number = reply_to.id if reply_to else None
        return acts.say(self.world, self.id, self.chat, text, number)

    async def say_in(self, chat: "Person | int", text: str) -> StoredMessage:
        """In another chat than the one with the bot."""
        return acts.say(self.world, self.id, self.chat_with(chat), text)

    async def start(self, payload: str = "") -> StoredMessage:
        return await self.say(f"/start {payload}".strip())

    async def reply(self, message: StoredMessage, text: str) -> StoredMessage:
        return await self.say(text, reply_to=message)

    async def forward(
        self, message: StoredMessage, to: "Person | int | None" = None
    ) -> StoredMessage:
        """To the bot unless said otherwise."""
        self.mark()
        source = self.world.chats[message.chat_id]
        target = self.chat if to is None else self.chat_with(to)
        return acts.forward(self.world, self.id, source, message, target)

    async def press(
        self,
        label_or_data: str,
        message: StoredMessage | None = None,
        seconds: float = WAIT_SECONDS,
    ) -> CallbackAnswer:
        """Press a button and wait for the bot's answer to it.

        The newest message that has such a button is meant, unless one is given; a key of the
        keyboard under the text field is said aloud. Raises LookupError when there is no such
        button, TimeoutError when the bot leaves the button turning.
        """
        found = message or self._with_button(label_or_data)
        button = found.button(label_or_data) if found else None
        if found is None or button is None:
            return await self._press_key(label_or_data)
        self.mark()
        chat = self.world.chats[found.chat_id]
        pressed = acts.press(self.world, self.id, chat, found, button)
        async with asyncio.timeout(seconds):
            return await pressed.answer

    async def _press_key(self, label: str) -> CallbackAnswer:
        rows = (self.chat.keyboard or {}).get("keyboard", [])
        if not any(key["text"] == label for row in rows for key in row):
            raise LookupError(f"no button {label!r}; there are {self._labels()}")
        await self.say(label)
        return CallbackAnswer()

    def _labels(self) -> list[str]:
        return [label for message in self.from_bot for label in message.buttons]

    def _with_button(self, label_or_data: str) -> StoredMessage | None:
        mine = [chat for chat in self.world.chats.values() if self.id in chat.people]
        mine.sort(key=lambda chat: chat is not self.chat)
        newest_first = (message for chat in mine for message in reversed(chat.messages.values()))
        return next((item for item in newest_first if item.button(label_or_data)), None)

    async def inline(
        self, query: str, chat: "Person | int | None" = None, seconds: float = WAIT_SECONDS
    ) -> InlineOffer:
        """Type `@bot query` somewhere; raises TimeoutError when the bot proposes nothing."""
        where = None if chat is None else self.chat_with(chat)
        asked = acts.ask_inline(self.world, self.id, query, where)
        async with asyncio.timeout(seconds):
            return InlineOffer(self, asked, await asked.answer)

    async def share_chat(self, chat_id: int, request_id: int | None = None) -> StoredMessage:
        """Answer the request_chat key that is shown with one of one's chats."""
        self.mark()
        number = self._requested("request_chat") if request_id is None else request_id
        return arrangements.share_chat(self.world, self.id, number, self.world.chats[chat_id])

    async def share_users(
        self, people: "Sequence[Person]", request_id: int | None = None
    ) -> StoredMessage:
        self.mark()
        number = self._requested("request_users") if request_id is None else request_id
        return arrangements.share_users(
            self.world, self.id, number, [person.id for person in people]
        )

    def _requested(self, kind: str) -> int:
        rows = (self.chat.keyboard or {}).get("keyboard", [])
        keys = [key for row in rows for key in row if kind in key]
        if not keys:
            raise LookupError(f"no key asks for {kind}")
        number: int = keys[0][kind]["request_id"]
        return number

    async def rename(self, chat_id: int, title: str, username: str | None = None) -> None:
        """Give one's channel another title, and a public name or none."""
        arrangements.rename_chat(self.world, self.world.chats[chat_id], title, username)

    async def hand_over(self, chat_id: int, other: Self) -> None:
        """Give one's channel away and leave it."""
        arrangements.hand_over(self.world, self.world.chats[chat_id], other.id)

    async def take_rights(self, chat_id: int) -> None:
        """Throw the bot out of one's channel or group."""
        arrangements.set_rights(self.world, self.id, self.world.chats[chat_id])

    async def block(self) -> None:
        arrangements.set_blocked(self.world, self.id, blocked=True)

    async def unblock(self) -> None:
        arrangements.set_blocked(self.world, self.id, blocked=False)

    async def connect_business(self, *, can_manage_stories: bool = True) -> str:
        """Returns the connection's id."""
        self.mark()
        stories = can_manage_stories
        world = self.world
        return arrangements.set_business(
            world, self.id, is_enabled=True, can_manage_stories=stories
        ).id

    async def disconnect_business(self) -> None:
        arrangements.set_business(self.world, self.id, is_enabled=False, can_manage_stories=False)

    async def stop_generation(self) -> None:
        acts.stop_generation(self.world, self.id)

    async def react(self, message: StoredMessage, emoji: str | None) -> None:
        chat = self.world.chats[message.chat_id]
        acts.react(self.world, self.id, chat, message, emoji)

    async def wait_for(
        self,
        wanted: Wanted | str | None = None,
        seconds: float = WAIT_SECONDS,
        *,
        chat: "Person | int | None" = None,
    ) -> StoredMessage:
        """The newest message that is new or changed since one last did something.

        wanted: a condition, or words that its text or caption holds. Only what the bot wrote
        counts, except in another chat than the one with it. Raises TimeoutError.
        """
        where = self.chat if chat is None else self.chat_with(chat)
        async with asyncio.timeout(seconds):
            while (found := self._news(where, wanted)) is None:
                await where.changed.wait()
        return found

    def _news(self, chat: Chat, wanted: Wanted | str | None) -> StoredMessage | None:
        seen = self.from_bot if chat is self.chat else list(chat.messages.values())
        news = [message for message in seen if message.version > self._mark]
        news.sort(key=lambda message: message.version, reverse=True)
        return next((message for message in news if _meets(message, wanted)), None)

    async def settle(self, quiet: float = QUIET_SECONDS, seconds: float = WAIT_SECONDS) -> None:
        """Wait until the bot has finished and nothing has changed in the chat for `quiet` seconds.

        Whether it has finished is known where it was wired (`Stage.on_settle`).
        """
        async with asyncio.timeout(seconds):
            while True:
                await self.world.rest()
                try:
                    async with asyncio.timeout(quiet):
                        await self.chat.changed.wait()
                except TimeoutError:
                    return


def _meets(message: StoredMessage, wanted: Wanted | str | None) -> bool:
    if wanted is None:
        return True
    return wanted in message.words if isinstance(wanted, str) else wanted(message)
