"""What every test shares: laws without a deadline, a collector that passes over what stays."""

import gc

import pytest
from hypothesis import settings

gc.disable()
settings.register_profile("pepite", deadline=None)
settings.load_profile("pepite")


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Modules and tests stay to the end: going through them again and again takes seconds."""
    gc.collect()
    gc.freeze()
    gc.enable()
