"""Sealed files: opaque names, created once, on the disk before any row speaks of them."""

import asyncio
import errno
import re
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Final, NewType
from urllib.parse import unquote, urlsplit
from uuid import UUID, uuid4

import obstore
import pyrage
from obstore.exceptions import BaseError
from obstore.store import LocalStore
from pyrage.x25519 import Recipient

from bot.errors import OperatorError, PepiteError
from storage.database import DiskFull
from storage.key_file import fsync
from storage.people import PersonId
from storage.personal_data import OpenSealed

FileId = NewType("FileId", UUID)
OS_ERROR: Final = re.compile(r"os error (\d+)")  # all that obstore says of it
NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EFBIG, errno.EDQUOT})


class FileGone(PepiteError):
    """The file was shredded; whoever asks came too late."""


class LocalFiles:
    """A folder of bytes; a put returns once file and folder are on the disk.

    obstore never fsyncs (its put is a write and a rename), so this does.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder = folder
        self._store = LocalStore(prefix=folder, mkdir=True)
        self._disk: Final = ThreadPoolExecutor(1, thread_name_prefix="fsync")

    async def put(self, name: str, content: bytes) -> None:
        """Raises AlreadyExistsError rather than overwrite, and DiskFull."""
        try:
            await obstore.put_async(self._store, name, content, mode="create")
        except BaseError as error:
            found = OS_ERROR.search(str(error))
            if found and int(found[1]) in NO_ROOM:
                raise DiskFull from None
            raise
        await asyncio.get_running_loop().run_in_executor(self._disk, self._to_disk, name)

    async def get(self, name: str) -> bytes:
        """Raises FileGone."""
        try:
            return bytes(await (await obstore.get_async(self._store, name)).bytes_async())
        except FileNotFoundError:
            raise FileGone("no such file") from None

    async def delete(self, name: str) -> None:
        """Delete a file; one that is gone already is no matter."""
        try:
            await obstore.delete_async(self._store, name)
        except FileNotFoundError:
            return

    async def written(self) -> Mapping[str, datetime]:
        """Every file's name and when it was written."""
        listed = await obstore.list(self._store).collect_async()
        return {entry["path"]: entry["last_modified"] for entry in listed}

    def close(self) -> None:
        self._disk.shutdown()

    def _to_disk(self, name: str) -> None:
        path = self._folder / name
        path.chmod(0o600)
        for place in (path, path.parent, self._folder):
            fsync(place)


def open_files(files_url: str) -> LocalFiles:
    """The store behind an address; raises OperatorError for anything but a folder."""
    url = urlsplit(files_url)
    if url.scheme != "file" or not url.path:
        raise OperatorError("PEPITE_FILES_URL must be file:///…: other stores come later.")
    return LocalFiles(Path(unquote(url.path)))


class SealedFiles:
    """A person's files: sealed before they are written, opened only with their key."""

    def __init__(
        self,
        store: LocalFiles,
        recipient: Callable[[PersonId], Awaitable[Recipient]],
        opener: Callable[[PersonId], Awaitable[OpenSealed]],
    ) -> None:
        self._store = store
        self._recipient = recipient
        self._opener = opener
        self._sealing: Final = ThreadPoolExecutor(1, thread_name_prefix="seal")

    async def put(self, person: PersonId, content: bytes) -> FileId:
        """Seal and keep; call it before the transaction that names the file."""
        recipient = await self._recipient(person)
        sealed = await asyncio.get_running_loop().run_in_executor(
            self._sealing, pyrage.encrypt, content, [recipient]
        )
        file = FileId(uuid4())
        await self._store.put(path_of(file), bytes(sealed))
        return file

    async def get(self, person: PersonId, file: FileId) -> bytes:
        """Raises FileGone, or CannotOpen for another person's file."""
        sealed = await self._store.get(path_of(file))
        opener = await self._opener(person)
        return await asyncio.get_running_loop().run_in_executor(self._sealing, opener, sealed)

    async def shred(self, file: FileId) -> None:
        """Delete a file; doing it twice does nothing."""
        await self._store.delete(path_of(file))

    async def written(self) -> Mapping[FileId, datetime]:
        """Every file there is, and since when."""
        found = await self._store.written()
        return {file: at for name, at in found.items() if (file := _file_at(name))}

    def close(self) -> None:
        self._sealing.shutdown()
        self._store.close()


def path_of(file: FileId) -> str:
    """256 folders, so that none grows long; nothing in the name speaks of anybody."""
    return f"{file.hex[:2]}/{file.hex}"


def _file_at(name: str) -> FileId | None:
    """None for what a system leaves in any folder, such as .DS_Store."""
    is_ours = re.fullmatch(r"[0-9a-f]{2}/[0-9a-f]{32}", name)
    return FileId(UUID(name[3:])) if is_ours else None
