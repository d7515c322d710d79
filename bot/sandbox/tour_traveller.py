"""A person on the tour: acts, waits for the bot, and all of it goes into the notebook."""

import asyncio
from datetime import timedelta

from bot.errors import OperatorError
from bot.sandbox.person import WAIT_SECONDS, Person, Wanted
from bot.sandbox.server import Sandbox
from bot.sandbox.state import StoredMessage
from bot.sandbox.tour_notebook import Notebook
from bot.texts import Texts

GLANCE_SECONDS = 0.05
MINUTE = timedelta(minutes=1)
PATIENCE_SECONDS = WAIT_SECONDS  # a busy small server may take half of it; a desk takes one


class TourFailed(OperatorError):
    """The journey did not go as promised; the message says where."""


class Traveller:
    """Reads labels from the bot's own texts, as anybody would from the screen.

    Every wait that is not met ends the tour with the chapter's title and what was expected.
    """

    def __init__(self, sandbox: Sandbox, person: Person, t: Texts, notebook: Notebook) -> None:
        self.sandbox = sandbox
        self.person = person
        self.t = t
        self.notebook = notebook
        self.name = person.state.first_name
        self._bot = sandbox.world.bot_name
        self._chapter = ""
        self._written: set[int] = set()
        self._version = 0

    def chapter(self, text_id: str, **facts: object) -> None:
        """The narrator's title; a failure names it."""
        self._chapter = self.notebook.tell(text_id, **facts)
        self.notebook.chapter(self._chapter)

    def note(self, text_id: str, **facts: object) -> None:
        """The narrator says what happens outside the conversation."""
        self.catch_up()
        self.notebook.note(self.notebook.tell(text_id, **facts))

    async def say(self, text: str) -> None:
        self.catch_up()
        self.notebook.says(self.name, text)
        await self.person.say(text)

    async def say_line(self, line: str, **facts: object) -> None:
        """One of the sentences that the tour has people say."""
        await self.say(self.notebook.tell(f"tour-say-{line}", **facts))

    async def press(self, label: str, message: StoredMessage | None = None) -> None:
        self.catch_up()
        self.notebook.presses(self.name, label)
        try:
            await self.person.press(label, message, seconds=PATIENCE_SECONDS)
        except (LookupError, TimeoutError):
            raise self.failed(f"the button “{label}” did not answer") from None

    async def see(
        self, wanted: str | Wanted, what: str, *, picture: str | None = None
    ) -> StoredMessage:
        """Wait for a new or changed message; its photo or file is kept under `picture`."""
        try:
            message = await self.person.wait_for(wanted, PATIENCE_SECONDS)
        except TimeoutError:
            self.catch_up()
            raise self.failed(f"the bot did not show {what}") from None
        self.catch_up()
        if picture:
            self.notebook.file(picture, self.sandbox.download(message))
        return message

    async def see_button(
        self, label: str, what: str, *, picture: str | None = None
    ) -> StoredMessage:
        return await self.see(
            lambda message: message.button(label) is not None, what, picture=picture
        )

    async def see_changed(
        self, message: StoredMessage, what: str, *, picture: str | None = None
    ) -> StoredMessage:
        return await self.see(lambda one: one.id == message.id, what, picture=picture)

    async def see_photo(
        self, label: str, what: str, *, picture: str | None = None
    ) -> StoredMessage:
        """A picture with that button under it."""
        return await self.see(
            lambda one: bool(one.photo) and one.button(label) is not None, what, picture=picture
        )

    async def settle(self) -> None:
        """Until all that was due is done: the clock moves by a minute."""
        await self.all_heard()
        await self.sandbox.move_clock(MINUTE)
        self.catch_up()

    def catch_up(self) -> None:
        """Write down what the bot has said or changed since, in its order."""
        news = [one for one in self.person.from_bot if one.version > self._version]
        for message in sorted(news, key=lambda one: one.version):
            is_edited = message.id in self._written
            self.notebook.receives(self._bot, message, is_edited=is_edited)
            self._written.add(message.id)
            self._version = message.version

    async def all_heard(self) -> None:
        """Wait until the bot has taken every update: two albums sent at once become one."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while len(self.sandbox.world.queue):  # noqa: ASYNC110 - it rings no bell for this
                await asyncio.sleep(GLANCE_SECONDS)

    def promise(self, is_kept: object, what: str) -> None:
        """Raises TourFailed where a promise is broken."""
        if not is_kept:
            raise self.failed(what)

    def failed(self, what: str) -> TourFailed:
        return TourFailed(f"The tour stopped for {self.name} at “{self._chapter}”: {what}.")
