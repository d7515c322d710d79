"""A folder of this server, in a child: its regular files, however deep; no link is followed.

A zip in it is read like a folder: Google Takeout comes as several, which tell of one another.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bot.errors import FriendlyError
from bot.gallery.archive import Archive, ArchiveDamaged, ArchiveTooLong, of_file
from bot.gallery.entries import MOST_ENTRIES, TELLER_BYTES, Entry, Ref

IN_ZIP: Final = "\0"  # between a zip's path and an entry's number: no path holds it


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
        """Raises NotThere, also for a file that grew or shrank since, and ArchiveDamaged."""
        zipped, _, number = str(ref).partition(IN_ZIP)
        if number:
            return self._zip(zipped).read(int(number), size)
        content = self._read(ref, size)
        if len(content) != size:
            raise NotThere
        return content

    def teller(self, ref: Ref) -> bytes:
        """A JSON that tells of a media; empty where it cannot be one."""
        zipped, _, number = str(ref).partition(IN_ZIP)
        try:
            if number:
                return self._zip(zipped).teller(int(number))
            content = self._read(ref, TELLER_BYTES)
        except (NotThere, ArchiveDamaged):
            return b""
        return content if len(content) <= TELLER_BYTES else b""

    def _files(self) -> Iterator[Entry]:
        for place, _, names in os.walk(self._path, onerror=_refuse):
            for name in names:
                path = Path(place, name)
                found = path.lstat()
                if not stat.S_ISREG(found.st_mode):
                    continue
                inside = str(path.relative_to(self._path))
                if path.suffix.casefold() == ".zip":
                    yield from self._zipped(inside, found.st_size)
                else:
                    yield Entry(inside, inside, found.st_size)

    def _zipped(self, inside: str, size: int) -> Iterator[Entry]:
        """What lies in a zip, as if it lay in a folder of that name; or why it is not read."""
        try:
            archive = self._zip(inside)
            entries = archive.entries()
            archive.check_weight(entries)
        except ArchiveTooLong:
            raise
        except FriendlyError as refusal:
            yield Entry(inside, inside, size, refusal.text_id)
            return
        for one in entries:
            if one.name:
                name = f"{inside}/{one.name}"
                yield Entry(f"{inside}{IN_ZIP}{one.ref}", name, one.size, one.trouble)

    def _zip(self, inside: str) -> Archive:
        path = self._path / inside
        try:
            if stat.S_ISREG(path.lstat().st_mode):
                return of_file(path)
        except OSError:
            raise NotThere from None
        raise NotThere

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
