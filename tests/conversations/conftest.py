"""The whole bot over real HTTP: Lou talks to it, in French and in English."""

import asyncio
import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from pytest_asyncio import is_async_test

from bot.app import App, open_app
from bot.clock import MovableClock
from bot.jobs.pool import Pool
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.settings import read_settings
from bot.telegram.pace import Pace, Pacer
from bot.texts import Language, Texts
from tests.furnished import furnished
from tests.remembered import RememberingPool, let_go_of_updates, share_certificates

HERE = Path(__file__).parent
SWIFT = Pace(rate=1000, burst=100)

share_certificates()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One loop for all of them, so that one pool of children serves them all."""
    for item in items:
        if item.path.is_relative_to(HERE) and is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def pool() -> AsyncIterator[Pool]:
    async with RememberingPool() as children:
        yield children


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> Language:
    chosen: Language = request.param
    return chosen


@pytest_asyncio.fixture(loop_scope="session")
async def sandbox() -> AsyncIterator[Sandbox]:
    telegram = Sandbox(MovableClock())
    async with telegram.serve():
        yield telegram


@pytest.fixture
def changed_settings() -> dict[str, object]:
    """What a test's bot is set to beyond the usual; a test module gives its own."""
    return {}


@pytest_asyncio.fixture(loop_scope="session")
async def app(
    sandbox: Sandbox, pool: Pool, tmp_path: Path, changed_settings: dict[str, object]
) -> AsyncIterator[App]:
    """Running; it ends with the test, whatever is still under way finished."""
    settings = read_settings(
        bot_token=sandbox.bot_token,
        telegram_api=sandbox.url,
        home=tmp_path / "data",
        key_file=tmp_path / "key",
        operator="somebody",
        **changed_settings,
    )
    furnished(settings.home, settings.key_file)
    dice, pacer = random.Random(7), Pacer(SWIFT, SWIFT)
    async with open_app(settings, sandbox.clock, dice=dice, pool=pool, pacer=pacer) as opened:
        sandbox.on_move(opened.clock_moved, opened.next_due)
        sandbox.on_settle(opened.at_rest)
        until = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            running = group.create_task(opened.run(until))
            yield opened
            until.set()
            await running
    let_go_of_updates()


@pytest.fixture
def t(app: App, language: Language) -> Texts:
    return app.texts[language]


@pytest.fixture
def lou(sandbox: Sandbox, app: App, language: Language) -> Person:
    """Whoever the test is about."""
    del app  # running before anybody speaks
    return sandbox.person("Lou", language_code=language)


@pytest.fixture
def sam(sandbox: Sandbox, language: Language) -> Person:
    """A friend, or a stranger with a custom client."""
    return sandbox.person("Sam", language_code=language)
