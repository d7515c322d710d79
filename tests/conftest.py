"""What every test shares: laws without a deadline, a collector that passes over what stays."""

import gc
from pathlib import Path

import pytest
from hypothesis import settings

HERE = Path(__file__).parent
# A run of several workers ends with what is short, so that no long one is left for the end alone.
LONG_ONES = ("system", "page", "hostile", "conversations", "abuse", "looks", "collage")
# The demo's tour, the page's whole walk and a soak: `make test-long` plays them, before a release.
PLAYED_BEFORE_A_RELEASE = {"page/test_journey.py", "system/test_soak.py", "system/test_tour.py"}

gc.disable()
# Every run of a commit tries the same examples; `make test-long` explores others.
settings.register_profile("pepite", deadline=None, max_examples=40, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=100, print_blob=True)
settings.load_profile("pepite")


def pytest_itemcollected(item: pytest.Item) -> None:
    if item.path.relative_to(HERE).as_posix() in PLAYED_BEFORE_A_RELEASE:
        item.add_marker("long")


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
    gc.set_threshold(50_000, 20, 20)
    gc.enable()
