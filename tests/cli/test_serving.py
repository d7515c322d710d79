"""pepite run: alone in its data folder."""

from pathlib import Path

import pytest

from bot.cli.serving import alone_in
from bot.errors import OperatorError
from bot.sandbox.server import Sandbox
from storage import KeyFile


def test_a_second_bot_on_the_same_data_is_refused(tmp_path: Path) -> None:
    with alone_in(tmp_path / "data"):
        with pytest.raises(OperatorError, match="already works"), alone_in(tmp_path / "data"):
            pass
        with alone_in(tmp_path / "elsewhere"):
            pass
    with alone_in(tmp_path / "data"):
        assert (tmp_path / "data").is_dir()


def test_the_first_run_of_all_makes_its_key(tmp_path: Path) -> None:
    """The lock is no data: else a new machine would be asked for a copy that nobody has."""
    key = tmp_path / "config" / "key"
    with alone_in(tmp_path / "data"):
        KeyFile.open_or_create(key, data_folder=tmp_path / "data")
    assert key.exists()


async def test_a_port_that_is_taken_is_told_in_one_sentence() -> None:
    async with Sandbox().serve() as url:
        port = int(url.rpartition(":")[2])
        with pytest.raises(OperatorError, match=f"Port {port} is not free"):
            await Sandbox().serve(port).__aenter__()
