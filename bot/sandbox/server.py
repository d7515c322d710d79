"""The sandbox itself: one loopback server, its clock, its people."""

import asyncio
import contextlib
import itertools
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from types import TracebackType
from typing import Self

from aiohttp import web

from bot.clock import MovableClock
from bot.sandbox import acts
from bot.sandbox.bot_api import BotApi
from bot.sandbox.dispatch import Call, Dispatch
from bot.sandbox.faults import Faults
from bot.sandbox.files import UPLOAD_BYTES
from bot.sandbox.flood import Flood
from bot.sandbox.page_server import page_app
from bot.sandbox.person import Person
from bot.sandbox.state import Chat, PersonState, StoredMessage
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.webhook import FIRST_RETRY_SECONDS, WebhookDelivery
from bot.sandbox.world import World

BODY_BYTES = 4 * UPLOAD_BYTES  # the page may send ten files at once
FIRST_PERSON = 1001
Subscriber = Callable[[], Awaitable[None]]


class Sandbox:
    """Telegram on 127.0.0.1, for one bot."""

    def __init__(
        self,
        clock: MovableClock | None = None,
        *,
        bot_name: str = "Pépite",
        bot_username: str = "pepite_bot",
        first_retry_seconds: float = FIRST_RETRY_SECONDS,
    ) -> None:
        self.clock = clock or MovableClock()
        queue = UpdateQueue(self.clock)
        pixels = ThreadPoolExecutor(max_workers=2, thread_name_prefix="sandbox-photo")
        self.world = World(self.clock, bot_name, bot_username, queue, pixels)
        self.flood = Flood()
        self.faults = Faults(queue)
        self.page_token = secrets.token_urlsafe(16)
        self.url = ""
        self._dispatch = Dispatch(self.world, self.flood)
        self._delivery = WebhookDelivery(self.world, self._dispatch.answer, first_retry_seconds)
        self._subscribers: list[Subscriber] = []
        self._ids = itertools.count(FIRST_PERSON)
        queue.on_update = self._on_update

    def _on_update(self) -> None:
        self.world.queue.wake()
        self._delivery.arrived.ring()

    @property
    def bot_token(self) -> str:
        return self.world.bot_token

    @property
    def page_url(self) -> str:
        return f"{self.url}/{self.page_token}/"

    @property
    def calls(self) -> list[Call]:
        """Every call of the Bot API so far, oldest first."""
        return self._dispatch.calls

    @contextlib.asynccontextmanager
    async def serve(self, port: int = 0) -> AsyncIterator[str]:
        """Listen on 127.0.0.1 (0: any free port) and yield the base address."""
        app = web.Application(client_max_size=BODY_BYTES)
        app.add_routes(BotApi(self.world, self._dispatch, self.faults).routes())
        app.add_subapp(f"/{self.page_token}", page_app(self))
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            site = web.TCPSite(runner, "127.0.0.1", port)
            await site.start()
            self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
            async with _Crew() as crew:
                crew.start(self._delivery.run())
                yield self.url
        finally:
            self.world.queue.close()
            self.world.feed.close()
            await runner.cleanup()
            self.world.pixels.shutdown(wait=False)

    def person(
        self,
        first_name: str = "Lou",
        *,
        language_code: str = "en",
        country: str | None = None,
        is_premium: bool = False,
    ) -> Person:
        """Somebody new; the first one is whose side the page shows."""
        state = PersonState(next(self._ids), first_name, language_code, country, is_premium)
        self.world.people[state.id] = state
        chat = Chat(id=state.id, kind="private", title=first_name, people=[state.id])
        self.world.chats[chat.id] = chat
        return Person(self.world, state)

    @property
    def page_person(self) -> int:
        """Whose side the page shows."""
        return next(iter(self.world.people))

    def furnish(self) -> None:
        """What a newcomer's page needs: a person, a friend and a channel, if there are none."""
        if not self.world.people:
            self.person("Lou")
        me = Person(self.world, self.world.people[self.page_person])
        if len(self.world.people) == 1:
            self.person("Sam")
        friend = next(number for number in self.world.people if number != me.id)
        acts.friends_chat(self.world, me.id, friend)
        if not any(chat.kind == "channel" for chat in self.world.chats.values()):
            self.channel(f"{me.state.first_name} & co", owner=me)

    def people(self) -> list[Person]:
        return [Person(self.world, state) for state in self.world.people.values()]

    def channel(self, title: str, owner: Person) -> int:
        """A channel of that person's; the bot is not in it until they share it."""
        return acts.new_chat(self.world, "channel", title, [owner.id]).id

    def group(self, title: str, people: Sequence[Person]) -> int:
        return acts.new_chat(self.world, "group", title, [person.id for person in people]).id

    def chat(self, chat_id: int) -> Chat:
        return self.world.chats[chat_id]

    def download(self, message: StoredMessage) -> bytes:
        """The bytes of the message's photo (largest size), video or file."""
        found = message.photo or message.video or message.document
        if found is None:
            raise LookupError("the message holds no file")
        return self.world.files.by_id(found["file_id"]).data

    def on_move(self, subscriber: Subscriber) -> None:
        """Have `subscriber` awaited after every move of the clock."""
        self._subscribers.append(subscriber)

    async def move_clock(self, by: timedelta) -> None:
        self.clock.move(by)
        self.world.feed.tell("clock", lambda: {"now": self.world.now.isoformat()})
        for subscriber in self._subscribers:
            await subscriber()


class _Crew:
    """The server's own tasks: they end when the server does, and its errors stay unwrapped."""

    def __init__(self) -> None:
        self._group = asyncio.TaskGroup()
        self._tasks: list[asyncio.Task[None]] = []

    def start(self, work: Awaitable[None]) -> None:
        async def run() -> None:
            await work

        self._tasks.append(self._group.create_task(run()))

    async def __aenter__(self) -> Self:
        await self._group.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for task in self._tasks:
            task.cancel()
        await self._group.__aexit__(None, None, None)
