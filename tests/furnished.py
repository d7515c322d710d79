"""A home whose tables are there already: made once a process, copied for every test."""

import shutil
import tempfile
from functools import cache
from pathlib import Path

from storage.key_file import KeyFile
from storage.migrations import upgrade_file

DATABASE = "pepite.sqlite3"


def furnish(home: Path, name: str = DATABASE) -> None:
    """An empty database of the newest revision, where there is none yet."""
    file = home / name
    if not file.exists():
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.copy(_empty(), file)


def furnished(home: Path, key_file: Path, name: str = DATABASE) -> KeyFile:
    """The same, and its key, which must be there before any data."""
    keys = KeyFile.open_or_create(key_file, data_folder=home)
    furnish(home, name)
    return keys


@cache
def _empty() -> Path:
    file = Path(tempfile.mkdtemp(prefix="pepite-tests-")) / DATABASE
    upgrade_file(file)
    return file
