"""What every test shares: laws without a deadline, a collector that passes over what stays."""

import gc
from pathlib import Path

import pytest
from hypothesis import settings

HERE = Path(__file__).parent
# A run of several workers ends with what is short, so that no long one is left for the end alone.
LONG_ONES = ("system", "page", "hostile", "conversations", "abuse", "looks", "collage")

gc.disable()
settings.register_profile("pepite", deadline=None)
settings.load_profile("pepite")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    """When its folder has its turn; within a folder the order stays."""
    noun = item.path.relative_to(HERE).parts[0]
    return LONG_ONES.index(noun) if noun in LONG_ONES else len(LONG_ONES)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Modules and tests stay to the end: going through them again and again takes seconds."""
    gc.collect()
    gc.freeze()
    gc.enable()
