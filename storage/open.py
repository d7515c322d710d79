"""Opening what is kept: the schema brought up to date, then one Storage for the process."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from typing import Final

from pyrage.x25519 import Recipient

from bot.clock import Clock, WallClock
from bot.errors import OperatorError
from storage.database import Database, sqlite_file
from storage.files import SealedFiles, open_files
from storage.jobs import Posted
from storage.key_file import PUT_BACK, KeyFile
from storage.migrations import upgrade
from storage.people import PersonId
from storage.personal_data import OpenSealed
from storage.transaction import Transaction
from storage.vault import CannotOpen, Vault

YOUNG: Final = timedelta(hours=1)  # a file this young may still get its row


class Storage:
    """Transactions and sealed files; the only way to what is kept."""

    def __init__(
        self,
        database: Database,
        vault: Vault,
        files_url: str,
        clock: Clock,
        on_post: Callable[[Posted], None] | None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._on_post = on_post
        self.vault = vault
        self.files = SealedFiles(open_files(files_url), self._recipient, self._opener)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Transaction]:
        """Write: committed on leaving, rolled back on an exception; then the queue is told."""
        async with self._database.write() as connection:
            tx = Transaction(connection, self.vault, self._clock.now())
            yield tx
        if self._on_post:
            for posted in tx.posted:
                self._on_post(posted)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Transaction]:
        """Read one snapshot; the database refuses to write through it."""
        async with self._database.read() as connection:
            yield Transaction(connection, self.vault, self._clock.now())

    async def shred(self, limit: int = 100) -> int:
        """Delete files that wait for it; returns how many. The shredding job's whole work."""
        async with self.read() as tx:
            files = await tx.privacy.to_shred(limit)
        for file in files:
            await self.files.shred(file)
        if files:
            async with self.begin() as tx:
                await tx.privacy.shredded(files)
        return len(files)

    async def sweep(self) -> None:
        """Shred old files that no row names: a crash came between a file and its row."""
        before = WallClock().now() - YOUNG  # files bear the disk's time, whatever our clock says
        async with self.read() as tx:
            named = await tx.privacy.files_named()
        written = await self.files.written()
        for file, at in written.items():
            if file not in named and at < before:
                await self.files.shred(file)

    async def leave_no_trace(self) -> None:
        """After an erasure: shred what waits and empty the write-ahead log."""
        while await self.shred():
            pass
        await self._database.truncate_log()

    async def close(self) -> None:
        self.files.close()
        await self._database.close()

    async def _recipient(self, person: PersonId) -> Recipient:
        async with self.read() as tx:
            return await self.vault.recipient(tx, person)

    async def _opener(self, person: PersonId) -> OpenSealed:
        async with self.read() as tx:
            return await self.vault.opener(tx, person)


async def open_storage(
    database_url: str,
    *,
    files_url: str,
    keys: KeyFile,
    clock: Clock,
    on_post: Callable[[Posted], None] | None = None,
) -> Storage:
    """Bring the schema up to date and open everything; raises OperatorError."""
    file = sqlite_file(database_url)
    await upgrade(file)
    storage = Storage(Database(file), Vault(keys), files_url, clock, on_post)
    async with AsyncExitStack() as on_failure:
        on_failure.push_async_callback(storage.close)
        await _refuse_another_key(storage)
        on_failure.pop_all()
    return storage


async def _refuse_another_key(storage: Storage) -> None:
    """What such a key sealed from now on, nobody could open beside what is there."""
    async with storage.read() as tx:
        somebody = await tx.keys.anybody()
        try:
            if somebody:
                await storage.vault.opener(tx, somebody)
        except CannotOpen:
            raise OperatorError(f"The key file does not open this data: {PUT_BACK}") from None
