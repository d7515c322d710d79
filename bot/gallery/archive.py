"""A zip from outside, in a child: listed and read with every size known before.

No name of an entry is ever made a path: an entry is found by its number, and what it is called
only says what it may be. Pictures do not shrink when they are zipped, so what unpacks to far more
than it weighs is refused unread.
"""

import io
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Final

from bot.errors import FriendlyError
from bot.gallery.entries import MOST_ENTRIES, TELLER_BYTES, Entry, Ref, media_bytes

MOST_DIRECTORY_BYTES: Final = MOST_ENTRIES * 200  # an entry has 46, its name and what else it says
MOST_TIMES: Final = 100  # what one entry may weigh unpacked; deflate reaches 1,032
MOST_TIMES_WHOLE: Final = 20  # what all its media may
SLACK_BYTES: Final = 64 * 1024 * 1024
MOST_OPEN: Final = 64  # zips at once, and MOST_DIRECTORY_BYTES of what they list
METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
ENCRYPTED: Final = 0x1
NAME_IS_UTF8: Final = 0x800
END: Final = struct.Struct("<4s4H2LH")
END64: Final = struct.Struct("<4sQ2H2L4Q")
TAIL_BYTES: Final = 65_535 + 22 + 20 + 56  # the longest comment and all that may stand around it
# What zipfile raises for bytes that no archiver wrote.
BROKEN: Final = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, LookupError,
    OverflowError, RuntimeError, ValueError,
)  # fmt: skip


class ArchiveDamaged(FriendlyError):
    """Not a zip, or cut short."""

    text_id = "error-archive-damaged"


class ArchiveTooLong(FriendlyError):
    """More entries than any camera roll; fact: `most`."""

    text_id = "error-archive-too-long"


class ArchiveBomb(FriendlyError):
    """It would unpack to far more than it weighs."""

    text_id = "error-archive-bomb"


class Archive:
    """A zip that is open. Raises ArchiveDamaged and ArchiveTooLong."""

    def __init__(self, file: IO[bytes]) -> None:
        try:
            if _is_too_long(file):
                raise ArchiveTooLong(most=MOST_ENTRIES)
            self._zip = zipfile.ZipFile(file)
        except BROKEN:
            file.close()
            raise ArchiveDamaged from None
        self._file = file
        self._infos = self._zip.infolist()
        self._bytes = file.seek(0, os.SEEK_END)
        self.directory_bytes = self._bytes - self._zip.start_dir

    def entries(self) -> list[Entry]:
        if len(self._infos) > MOST_ENTRIES:
            raise ArchiveTooLong(most=MOST_ENTRIES)
        return [_entry(number, info) for number, info in enumerate(self._infos)]

    def check_weight(self, entries: Iterable[Entry]) -> None:
        """Raises ArchiveBomb."""
        if media_bytes(entries) > MOST_TIMES_WHOLE * self._bytes + SLACK_BYTES:
            raise ArchiveBomb

    def read(self, ref: Ref, size: int) -> bytes:
        """The bytes of one entry, which were said to be `size`. Raises ArchiveDamaged."""
        try:
            with self._zip.open(self._infos[int(ref)]) as file:
                content = file.read(size)
        except BROKEN:
            raise ArchiveDamaged from None
        if len(content) != size:
            raise ArchiveDamaged
        return content

    def teller(self, ref: Ref) -> bytes:
        """A JSON beside a media; empty where it cannot be one."""
        size = self._infos[int(ref)].file_size
        try:
            return self.read(ref, size) if size <= TELLER_BYTES else b""
        except ArchiveDamaged:
            return b""

    def close(self) -> None:
        self._file.close()


_OPEN: Final[dict[tuple[Path, int, int], Archive]] = {}  # what was asked for last at its end


def of_bytes(data: bytes) -> Archive:
    return Archive(io.BytesIO(data))


def of_file(path: Path) -> Archive:
    """The same one as before while the file is the same: thirty thousand names take a third of
    a second to read, and the parts of one Takeout tell of one another. Raises OSError, too.
    """
    found = path.stat()
    key = path, found.st_size, found.st_mtime_ns
    archive = _OPEN.pop(key, None) or Archive(path.open("rb"))
    while _OPEN and _is_too_much(archive):
        _OPEN.pop(next(iter(_OPEN))).close()
    _OPEN[key] = archive
    return archive


def _is_too_much(more: Archive) -> bool:
    """Of handles, or of memory: each of the names that are listed takes some hundred bytes."""
    listed = sum(one.directory_bytes for one in (*_OPEN.values(), more))
    return len(_OPEN) >= MOST_OPEN or listed > MOST_DIRECTORY_BYTES


def _is_too_long(file: IO[bytes]) -> bool:
    """By what the end of the file says, before anything of it is read into memory."""
    file.seek(max(file.seek(0, os.SEEK_END) - TAIL_BYTES, 0))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < END.size:
        return False  # zipfile says what that is
    _, _, _, _, count, size, _, _ = END.unpack_from(tail, at)
    at64 = tail.rfind(b"PK\x06\x06", 0, at)
    if at64 >= 0 and at - at64 >= END64.size:
        _, _, _, _, _, _, _, count, size, _ = END64.unpack_from(tail, at64)
    return bool(count > MOST_ENTRIES or size > MOST_DIRECTORY_BYTES)


def _entry(number: int, info: zipfile.ZipInfo) -> Entry:
    """A folder or a link is an entry without a name: it is passed over."""
    mode = info.external_attr >> 16
    is_file = not info.filename.endswith("/") and stat.S_IFMT(mode) in {0, stat.S_IFREG}
    return Entry(number, _name(info) if is_file else "", info.file_size, _trouble(info))


def _trouble(info: zipfile.ZipInfo) -> str | None:
    if info.flag_bits & ENCRYPTED:
        return "error-archive-locked"
    if info.compress_type not in METHODS:
        return "error-archive-method"
    if info.file_size > MOST_TIMES * max(info.compress_size, 1):
        return "error-archive-bomb"
    return None


def _name(info: zipfile.ZipInfo) -> str:
    """Many archivers write UTF-8 and do not say so."""
    if info.flag_bits & NAME_IS_UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode()
    except (UnicodeEncodeError, UnicodeDecodeError):
        return info.filename
