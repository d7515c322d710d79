"""My copy: what stands where in the zip, cut into parts that a chat can carry."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Final

PART_BYTES: Final = 45 * 1024 * 1024  # a bot may send 50 MB; the rest is for the zip's own needs
SCHEMA: Final = 1
VIEWERS: Final = {"en": "README.html", "fr": "LISEZMOI.html"}


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the manifest. sha256: of the bytes as they lie in the zip."""

    path: str
    part: int
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Part:
    """A finished zip. number: from 1. files: how many lie in it."""

    number: int
    files: int
    content: bytes
    is_last: bool


class Archive:
    """Takes files one by one and gives a part back whenever one is full.

    Storing costs a millisecond or two a megabyte, less than handing the bytes to a child.
    """

    def __init__(self, name: str, at: datetime, part_bytes: int = PART_BYTES) -> None:
        self._name = name
        self._date = (at.year, at.month, at.day, at.hour, at.minute, at.second)
        self._at = at
        self._part_bytes = part_bytes
        self._number = 1
        self._listed: list[Listed] = []
        self._missing: dict[str, str] = {}
        self._open()

    def add(self, path: str, content: bytes) -> Part | None:
        """Put a file in; returns the part that it no longer fitted into, if any."""
        full = None
        if self._files and self._buffer.tell() + len(content) > self._part_bytes:
            full = self._close(is_last=False)
            self._number += 1
            self._open()
        self._write(path, content)
        return full

    def miss(self, path: str, why: str) -> None:
        """Say in the manifest what could not be put in."""
        self._missing[path] = why

    def finish(self, counts: Mapping[str, int]) -> Part:
        """The last part, with the manifest of all of them."""
        manifest = {
            "schema": SCHEMA,
            "made_at": self._at.isoformat(),
            "counts": dict(sorted(counts.items())),
            "missing": self._missing,
            "files": [asdict(one) for one in self._listed],
        }
        self._write("manifest.json", to_json(manifest))
        return self._close(is_last=True)

    def _open(self) -> None:
        self._buffer = io.BytesIO()
        self._zip = zipfile.ZipFile(self._buffer, "w")
        self._files = 0

    def _write(self, path: str, content: bytes) -> None:
        entry = zipfile.ZipInfo(f"{self._name}/{path}", self._date)
        packed = path.endswith((".json", ".html"))
        entry.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        entry.external_attr = 0o600 << 16
        self._zip.writestr(entry, content)
        self._files += 1
        digest = hashlib.sha256(content).hexdigest()
        self._listed.append(Listed(path, self._number, len(content), digest))

    def _close(self, *, is_last: bool) -> Part:
        self._zip.close()
        return Part(self._number, self._files, self._buffer.getvalue(), is_last)


def to_json(value: object) -> bytes:
    """Readable, stable, and the same on every machine."""
    text = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True, default=str)
    return (text + "\n").encode()
