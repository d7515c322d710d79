"""The whole bot, as in the transcripts; whatever is done to it, it must not stumble."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_asyncio import is_async_test

from tests.conversations.conftest import (
    app,
    changed_settings,
    language,
    lou,
    pool,
    sam,
    sandbox,
    t,
)

__all__ = ["app", "changed_settings", "language", "lou", "pool", "sam", "sandbox", "t"]

HERE = Path(__file__).parent
OURS = ("bot.", "handlers.", "storage.")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One loop, so that one pool of children serves them all."""
    for item in items:
        if item.path.is_relative_to(HERE) and is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.fixture(autouse=True)
def no_stumble(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A bug that was owned up to is still a bug: the log of the test must have none."""
    yield
    stumbles = [
        record.getMessage()
        for record in caplog.get_records("call")
        if record.levelno >= logging.ERROR and record.name.startswith(OURS)
    ]
    assert not stumbles
