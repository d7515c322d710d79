"""Everything the sandbox holds, and the few lookups that every method needs."""

import asyncio
import itertools
import secrets
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.clock import Clock
from bot.sandbox.errors import bad, forbidden
from bot.sandbox.feed import Feed
from bot.sandbox.files import FileStore
from bot.sandbox.profile import Profile
from bot.sandbox.state import (
    Business,
    Chat,
    InlineAsked,
    Json,
    PersonState,
    Pressed,
    StoredMessage,
    Story,
    WebhookTarget,
)
from bot.sandbox.updates import UpdateQueue


@dataclass(slots=True)
class World:
    """The sandbox's whole state; methods and people change it, on one event loop."""

    clock: Clock
    bot_name: str
    bot_username: str
    queue: UpdateQueue
    pixels: ThreadPoolExecutor
    bot_id: int = 7_000_000_001
    bot_secret: str = field(default_factory=lambda: secrets.token_urlsafe(26)[:35])
    people: dict[int, PersonState] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    files: FileStore = field(default_factory=FileStore)
    profile: Profile = field(default_factory=Profile)
    feed: Feed = field(default_factory=Feed)
    pressed: dict[str, Pressed] = field(default_factory=dict)
    asked: dict[str, InlineAsked] = field(default_factory=dict)
    inline_messages: dict[str, StoredMessage] = field(default_factory=dict)
    businesses: dict[str, Business] = field(default_factory=dict)
    stories: dict[int, Story] = field(default_factory=dict)
    default_rights: dict[bool, Json] = field(default_factory=dict)
    webhook: WebhookTarget | None = None
    fleeting: set[int] = field(default_factory=set)
    is_logged_out: bool = False
    rests: list[Callable[[], Awaitable[None]]] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def bot_token(self) -> str:
        return f"{self.bot_id}:{self.bot_secret}"

    @property
    def now(self) -> datetime:
        return self.clock.now()

    @property
    def unix_now(self) -> int:
        return int(self.now.timestamp())

    async def rest(self) -> None:
        """Until what was wired here has finished; at once where nothing was."""
        while self.rests and len(self.queue):  # noqa: ASYNC110  confirming rings no bell
            await asyncio.sleep(0.005)
        for finished in self.rests:
            await finished()

    def number(self) -> int:
        return next(self.numbers)

    def opaque_id(self) -> str:
        """Like the ids of callbacks and inline queries: digits that say nothing."""
        return str(1_000_000_000_000_000_000 + self.number() * 1_000_003)

    def bot_user(self) -> Json:
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": self.profile.name_in("") or self.bot_name,
            "username": self.bot_username,
        }

    def chat_wire(self, chat: Chat) -> Json:
        if chat.kind in ("private", "friends"):
            return {"id": chat.id, "type": "private", "first_name": chat.title}
        kind = "channel" if chat.kind == "channel" else "supergroup"
        named = {"username": chat.username} if chat.username else {}
        return {"id": chat.id, "type": kind, "title": chat.title} | named

    def user_wire(self, user_id: int) -> Json:
        return self.bot_user() if user_id == self.bot_id else self.people[user_id].wire()

    def chat_for_bot(self, chat_id: Any) -> Chat:
        """The chat as far as the bot may know it; raises ApiError in the real words."""
        chat = self.chats.get(_chat_number(chat_id))
        if chat is None or chat.kind == "friends":
            raise bad("chat not found")
        if chat.kind == "private":
            if not self.people[chat.id].has_started:
                raise bad("chat not found")
            return chat
        name = "channel" if chat.kind == "channel" else "supergroup"
        if chat.was_kicked:
            raise forbidden(f"bot was kicked from the {name} chat")
        if chat.rights is None:
            raise forbidden(f"bot is not a member of the {name} chat")
        return chat

    def chat_to_write(self, chat_id: Any) -> Chat:
        """The chat if the bot may write there."""
        chat = self.chat_for_bot(chat_id)
        if chat.kind == "private" and self.people[chat.id].has_blocked:
            raise forbidden("bot was blocked by the user")
        if chat.kind == "channel" and not (chat.rights or {}).get("can_post_messages"):
            raise bad("need administrator rights in the channel chat")
        return chat

    def message(self, chat: Chat, message_id: Any, what: str) -> StoredMessage:
        """`what` is the real server's name for it: "message to edit", "message to delete"."""
        found = chat.messages.get(message_id or 0)
        if found is None:
            raise bad(f"{what} not found")
        return found


def _chat_number(chat_id: Any) -> int:
    """Numbers arrive as numbers or as text; a public name is not asked for here."""
    if chat_id is None or chat_id == "":
        raise bad("chat_id is empty")
    try:
        return int(chat_id)
    except ValueError:
        raise bad("chat not found") from None
