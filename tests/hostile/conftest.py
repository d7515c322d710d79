"""The bot of the transcripts, for files and disks that mean it harm."""

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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One loop, so that one pool of children serves them all."""
    for item in items:
        if item.path.is_relative_to(HERE) and is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)
