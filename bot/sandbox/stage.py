"""The sandbox without its server: the clock, the people, their chats, what goes wrong."""

import itertools
import secrets
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from bot.clock import MovableClock
from bot.sandbox import arrangements
from bot.sandbox.dispatch import Call, Dispatch
from bot.sandbox.faults import Faults
from bot.sandbox.flood import Flood
from bot.sandbox.person import Person
from bot.sandbox.state import Chat, PersonState, StoredMessage
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.world import World

FIRST_PERSON = 1001
Subscriber = Callable[[], Awaitable[None]]
Wish = Callable[[], Awaitable[datetime | None]]
SHORTEST_STEP = timedelta(minutes=1)  # so that a month of small wishes does not take an hour


class Stage:
    """Everything a scene needs; `server.Sandbox` puts it on the network."""

    def __init__(
        self,
        clock: MovableClock | None = None,
        *,
        bot_name: str = "Pépite",
        bot_username: str = "pepite_bot",
    ) -> None:
        self.clock = clock or MovableClock()
        queue = UpdateQueue(self.clock)
        pixels = ThreadPoolExecutor(max_workers=2, thread_name_prefix="sandbox-photo")
        self.world = World(self.clock, bot_name, bot_username, queue, pixels)
        self.flood = Flood()
        self.faults = Faults(queue)
        self.dispatch = Dispatch(self.world, self.flood)
        self.page_token = secrets.token_urlsafe(16)
        self._subscribers: list[Subscriber] = []
        self._wishes: list[Wish] = []
        self._ids = itertools.count(FIRST_PERSON)

    @property
    def bot_token(self) -> str:
        return self.world.bot_token

    @property
    def calls(self) -> list[Call]:
        """Every call of the Bot API so far, oldest first."""
        return self.dispatch.calls

    def person(
        self,
        first_name: str = "Lou",
        *,
        language_code: str | None = None,
        country: str | None = None,
        is_premium: bool = False,
    ) -> Person:
        """Somebody new; the first one is whose side the page shows.

        language_code: English until their browser says otherwise, where none is given.
        """
        language = language_code or "en"
        state = PersonState(next(self._ids), first_name, language, country, is_premium)
        state.follows_browser = language_code is None
        self.world.people[state.id] = state
        chat = Chat(id=state.id, kind="private", title=first_name, people=[state.id])
        self.world.chats[chat.id] = chat
        return Person(self.world, state)

    def people(self) -> list[Person]:
        return [Person(self.world, state) for state in self.world.people.values()]

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
        arrangements.friends_chat(self.world, me.id, friend)
        if not any(chat.kind == "channel" for chat in self.world.chats.values()):
            self.channel(f"{me.state.first_name} & co", owner=me)

    def channel(self, title: str, owner: Person) -> int:
        """A channel of that person's; the bot is not in it until they share it."""
        return arrangements.new_chat(self.world, "channel", title, [owner.id]).id

    def group(self, title: str, people: Sequence[Person]) -> int:
        return arrangements.new_chat(
            self.world, "group", title, [person.id for person in people]
        ).id

    def chat(self, chat_id: int) -> Chat:
        return self.world.chats[chat_id]

    def download(self, message: StoredMessage) -> bytes:
        """The bytes of the message's photo (largest size), video or file."""
        found = message.photo or message.video or message.document
        if found is None:
            raise LookupError("the message holds no file")
        return self.world.files.by_id(found["file_id"]).data

    def on_move(self, subscriber: Subscriber, wish: Wish | None = None) -> None:
        """Have `subscriber` awaited after every move of the clock.

        wish: when it next has something to do, in the future or never; a longer move stops
        there, because what is due at eight must not be asked for at midnight.
        """
        self._subscribers.append(subscriber)
        if wish:
            self._wishes.append(wish)

    def on_settle(self, at_rest: Subscriber) -> None:
        """Have `at_rest` awaited by whoever waits for the bot to have finished."""
        self.world.rests.append(at_rest)

    async def move_clock(self, by: timedelta) -> None:
        """Forward by that much, from wish to wish; each time every subscriber is awaited."""
        left = by
        while True:
            step = min(left, max(await self._until_next_wish(), SHORTEST_STEP))
            left -= step
            self.clock.move(step)
            self.world.feed.tell("clock", lambda: {"now": self.world.now.isoformat()})
            for subscriber in self._subscribers:
                await subscriber()
            if not left:
                return

    async def _until_next_wish(self) -> timedelta:
        wished = [moment for wish in self._wishes if (moment := await wish())]
        return min(wished) - self.clock.now() if wished else timedelta.max
