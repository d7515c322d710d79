"""A sandbox, a bot process over a folder, and what can be read in that folder afterwards."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.app import read_texts
from bot.clock import MovableClock
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from tests.conversations.first_steps import welcomed
from tests.system.bot_process import HOME, BotProcess
from tests.system.pictures import photos

SENDS = ("sendMessage", "sendPhoto", "sendMediaGroup", "sendDocument", "copyMessage")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The mission's table, as test_mission.py has just proved it."""
    proved: dict[tuple[str, str], list[str]] = {}
    for report in terminalreporter.getreports("passed"):
        for name, told in report.user_properties:
            if name == "mission":
                row, language, proof = told
                proved.setdefault((row, proof), []).append(language)
    if proved:
        terminalreporter.section("the mission: each row, and the conversation that proves it")
    for (row, proof), languages in proved.items():
        terminalreporter.line(f"{row:<26}{' '.join(sorted(languages)):<7}{proof}")


@dataclass
class Scene:
    """The sandbox, its people, the bot that dies, and the folder that does not."""

    sandbox: Sandbox
    folder: Path
    bot: BotProcess
    pictures: Iterator[bytes] = field(default_factory=photos)

    async def welcome(self, *people: Person) -> None:
        """Everybody answers the first questions; the bot must be running."""
        t = read_texts()["en"]
        await asyncio.gather(*(welcomed(person, t) for person in people))

    def confirmed(self) -> int:
        """How many updates the bot has told Telegram to forget."""
        queue = self.sandbox.world.queue
        return queue._next_id - 100_000_001 - len(queue)  # the sandbox counts no other way

    def ask(self, question: str) -> list[tuple[object, ...]]:
        """Rows of the database, read from outside while the bot may be running."""
        file = self.folder / HOME / "pepite.sqlite3"
        connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=5)
        try:
            return list(connection.execute(question))
        finally:
            connection.close()

    def count(self, table: str, where: str = "1") -> int:
        [(rows,)] = self.ask(f"SELECT count(*) FROM {table} WHERE {where}")  # noqa: S608  ours
        assert isinstance(rows, int)
        return rows

    async def quiet(self, seconds: float = 300) -> None:
        """Until nothing waits: not at Telegram, not in the inbox, not in the jobs."""
        async with asyncio.timeout(seconds):
            while self._is_busy():  # noqa: ASYNC110  rows ring no bell
                await asyncio.sleep(0.1)

    def _is_busy(self) -> bool:
        return bool(
            len(self.sandbox.world.queue)
            or self.count("inbox", "done_at IS NULL")
            or self.count("jobs", "state IN ('queued', 'running')")
        )

    def posted(self) -> int:
        """How many sends Telegram has acted upon."""
        return sum(call.method in SENDS and call.status == 200 for call in self.sandbox.calls)


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    sandbox = Sandbox(MovableClock())
    async with sandbox.serve() as url:
        bot = BotProcess(url, sandbox.bot_token, tmp_path)
        try:
            yield Scene(sandbox, tmp_path, bot)
        finally:
            bot.kill()
