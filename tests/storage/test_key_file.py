"""The key file: made once, for one pair of eyes, away from the data."""

import os
from pathlib import Path

import pytest

from bot.errors import OperatorError
from storage import KeyFile


def test_the_first_run_makes_a_key_that_only_its_owner_reads(tmp_path: Path) -> None:
    path = tmp_path / "config" / "pepite" / "key"
    made = KeyFile.open_or_create(path, data_folder=tmp_path / "data")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert KeyFile.open_or_create(path, data_folder=tmp_path / "data") == made


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_key_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "key"
    KeyFile.open_or_create(path, data_folder=tmp_path / "data")
    path.chmod(mode)
    with pytest.raises(OperatorError, match="chmod 600"):
        KeyFile.open_or_create(path, data_folder=tmp_path / "data")


def test_a_key_inside_the_data_folder_is_refused_even_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "elsewhere").symlink_to(tmp_path / "data")
    for path in (tmp_path / "data" / "key", tmp_path / "elsewhere" / "key"):
        with pytest.raises(OperatorError, match="must not lie"):
            KeyFile.open_or_create(path, data_folder=tmp_path / "data")
        assert not path.exists()


@pytest.mark.parametrize("content", ["", "1 abc", "# nothing\n", "one AAAA", "1 2 3", "1 QUJD"])
def test_a_broken_key_is_named_and_never_replaced(tmp_path: Path, content: str) -> None:
    path = tmp_path / "key"
    path.write_text(content)
    path.chmod(0o600)
    with pytest.raises(OperatorError, match="broken"):
        KeyFile.open_or_create(path, data_folder=tmp_path / "data")
    assert path.read_text() == content


def test_a_lost_key_is_never_replaced_by_one_that_opens_nothing(tmp_path: Path) -> None:
    """The data would look fine and be gone: better not to start until the copy is back."""
    (tmp_path / "data" / "files").mkdir(parents=True)
    path = tmp_path / "key"
    made = KeyFile.open_or_create(path, data_folder=tmp_path / "data")
    path.rename(tmp_path / "lost")
    (tmp_path / "data" / "pepite.sqlite3").touch()
    with pytest.raises(OperatorError, match="put your copy back"):
        KeyFile.open_or_create(path, data_folder=tmp_path / "data")
    assert not path.exists()
    (tmp_path / "lost").rename(path)
    assert KeyFile.open_or_create(path, data_folder=tmp_path / "data") == made


def test_the_highest_version_wraps_and_all_unwrap(tmp_path: Path) -> None:
    path = tmp_path / "key"
    old = KeyFile.open_or_create(path, data_folder=tmp_path / "data")
    line = path.read_text().splitlines()[-1].replace("1 ", "2 ", 1)
    path.write_text(path.read_text() + line + "\n")
    both = KeyFile.open_or_create(path, data_folder=tmp_path / "data")
    assert both.version == 2
    assert both.keys[1] == old.current


def test_a_key_does_not_show_itself(tmp_path: Path) -> None:
    keys = KeyFile.open_or_create(tmp_path / "key", data_folder=tmp_path / "data")
    secret = os.fsdecode((tmp_path / "key").read_bytes()).split()[-1]
    assert secret not in repr(keys)
    assert repr(keys.current) not in repr(keys)
