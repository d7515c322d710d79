"""The key file: what opens everything, kept by the operator away from the data."""

import base64
import os
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from bot.errors import OperatorError

KEY_BYTES: Final = 32
PUT_BACK: Final = "put your copy back."
HEADER: Final = "# Keep a copy away from the data: without this key nothing can be opened.\n"


@dataclass(frozen=True, slots=True, repr=False)
class KeyFile:
    """Key-encryption keys by version; the highest wraps, all can unwrap."""

    keys: Mapping[int, bytes]

    @classmethod
    def open_or_create(cls, path: Path, *, data_folder: Path) -> Self:
        """Read the key file, or make it on the first run.

        Raises OperatorError when others can read it, when it lies in the data folder, when it
        is broken, or when it is missing although there is data that it must open.
        """
        if path.resolve().is_relative_to(data_folder.resolve()):
            raise OperatorError(f"The key file {path} must not lie in the data folder: move it.")
        if not path.exists():
            _refuse_if_there_is_data(path, data_folder)
            _create(path)
        _refuse_if_open_to_others(path)
        return cls(_read(path))

    @property
    def version(self) -> int:
        return max(self.keys)

    @property
    def current(self) -> bytes:
        return self.keys[self.version]


def fsync(place: Path) -> None:
    """Return once this file or folder is on the disk."""
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _refuse_if_there_is_data(path: Path, data_folder: Path) -> None:
    """A new key would open nothing of it, and what came after only half."""
    if any(place.is_file() for place in data_folder.rglob("*")):
        raise OperatorError(f"The key file {path} is missing, and there is data: {PUT_BACK}")


def _create(path: Path) -> None:
    """Write the whole file under another name first: a crash never leaves half a key."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(f"{HEADER}1 {key}\n")
    fsync(draft)
    draft.rename(path)
    fsync(path.parent)


def _refuse_if_open_to_others(path: Path) -> None:
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise OperatorError(f"Others can read the key file {path}: run chmod 600 on it.")


def _read(path: Path) -> Mapping[int, bytes]:
    lines = [line.split() for line in path.read_text().splitlines() if line.strip()]
    try:
        keys = {
            int(version): base64.b64decode(key, validate=True)
            for version, key in (line for line in lines if not line[0].startswith("#"))
        }
    except ValueError:
        keys = {}
    if not keys or any(len(key) != KEY_BYTES for key in keys.values()):
        raise OperatorError(f"The key file {path} is broken: {PUT_BACK}")
    return keys
