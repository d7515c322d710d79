"""A folder of this server, in a child: its regular files, however deep; no link is followed."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from bot.errors import FriendlyError
from bot.gallery.archive import ArchiveTooLong
from bot.gallery.entries import MOST_ENTRIES, TELLER_BYTES, Entry, Ref


class NotThere(FriendlyError):
    """A file that is gone, changed just now, or may not be read."""

    text_id = "error-archive-gone"


class Folder:
    """Read like an archive."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def entries(self) -> list[Entry]:
        """Raises ArchiveTooLong and OSError."""
        found = []
        for entry in self._files():
            found.append(entry)
            if len(found) > MOST_ENTRIES:
                raise ArchiveTooLong(most=MOST_ENTRIES)
        return found

    def read(self, ref: Ref, size: int) -> bytes:
        """Raises NotThere, also for a file that grew or shrank since."""
        content = self._read(ref, size)
        if len(content) != size:
            raise NotThere
        return content

    def teller(self, ref: Ref) -> bytes:
        """A JSON beside a media; empty where it cannot be one."""
        try:
            content = self._read(ref, TELLER_BYTES)
        except NotThere:
            return b""
        return content if len(content) <= TELLER_BYTES else b""

    def _files(self) -> Iterator[Entry]:
        for place, _, names in os.walk(self._path, onerror=_refuse):
            for name in names:
                path = Path(place, name)
                found = path.lstat()
                if stat.S_ISREG(found.st_mode):
                    inside = str(path.relative_to(self._path))
                    yield Entry(inside, inside, found.st_size)

    def _read(self, ref: Ref, size: int) -> bytes:
        """One byte more than asked for, where there is more."""
        try:
            opened = os.open(self._path / str(ref), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            with os.fdopen(opened, "rb") as file:
                return file.read(size + 1)
        except OSError:
            raise NotThere from None


def _refuse(error: OSError) -> None:
    """A folder that may not be read is told, not passed over."""
    raise error
