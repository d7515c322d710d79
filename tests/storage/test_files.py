"""Files: sealed, opaque, created once, on the disk before anybody speaks of them."""

import os
from pathlib import Path
from uuid import uuid4

import pytest
from obstore.exceptions import AlreadyExistsError

from bot.errors import OperatorError
from storage import FileId, Storage
from storage.files import FileGone, LocalFiles, open_files, path_of
from storage.people import Person
from storage.vault import CannotOpen
from tests.storage.everything import fill_every_table


async def test_a_file_comes_back_to_its_owner_alone(
    storage: Storage, lou: Person, max_: Person
) -> None:
    file = await storage.files.put(lou.id, b"pixels" * 1000)
    assert await storage.files.get(lou.id, file) == b"pixels" * 1000
    with pytest.raises(CannotOpen):
        await storage.files.get(max_.id, file)


async def test_the_disk_shows_neither_the_content_nor_whose_it_is(
    storage: Storage, lou: Person, home: Path
) -> None:
    await storage.files.put(lou.id, b"pixels" * 1000)
    [file] = [path for path in (home / "files").rglob("*") if path.is_file()]
    assert b"pixels" not in file.read_bytes()
    assert str(lou.telegram_id) not in str(file)
    assert lou.id.hex not in file.name
    assert file.stat().st_mode & 0o077 == 0


async def test_a_shredded_file_is_gone_and_shredding_twice_is_nothing(
    storage: Storage, lou: Person
) -> None:
    file = await storage.files.put(lou.id, b"pixels")
    await storage.files.shred(file)
    await storage.files.shred(file)
    with pytest.raises(FileGone):
        await storage.files.get(lou.id, file)
    assert await storage.files.written() == {}


async def test_a_name_is_written_once(tmp_path: Path) -> None:
    files = LocalFiles(tmp_path)
    name = path_of(FileId(uuid4()))
    await files.put(name, b"first")
    with pytest.raises(AlreadyExistsError):
        await files.put(name, b"second")
    assert await files.get(name) == b"first"
    files.close()


async def test_a_put_returns_after_file_and_folders_are_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The kernel's own fsync is watched: what was synced, in which order, with which content."""
    synced: list[tuple[str, bytes | None]] = []
    real = os.fsync

    def watch(handle: int) -> None:
        place = Path(f"/dev/fd/{handle}").resolve()
        synced.append((place.name, place.read_bytes() if place.is_file() else None))
        real(handle)

    monkeypatch.setattr(os, "fsync", watch)
    files = LocalFiles(tmp_path / "files")
    file = FileId(uuid4())
    await files.put(path_of(file), b"first")
    assert synced == [(file.hex, b"first"), (file.hex[:2], None), ("files", None)]
    files.close()


def test_any_other_store_is_refused_with_one_sentence() -> None:
    with pytest.raises(OperatorError, match="PEPITE_FILES_URL"):
        open_files("s3://bucket")


async def test_a_file_whose_row_never_came_is_swept_away_and_no_other(
    storage: Storage, lou: Person, home: Path
) -> None:
    """A crash between the file and its row leaves a file that nobody can ever ask for."""
    made = await fill_every_table(storage, lou.id, 1)
    lost, young = [await storage.files.put(lou.id, b"lost") for _ in range(2)]
    waiting = await storage.files.put(lou.id, b"to be shredded")
    stray = home / "files" / ".DS_Store"
    stray.touch()
    async with storage.begin() as tx:
        await tx.privacy.shred_later([waiting])
    before = await storage.files.written()
    for file in before.keys() - {young}:
        os.utime(home / "files" / path_of(file), (0, 0))
    await storage.sweep()
    assert set(before) - set(await storage.files.written()) == {lost}
    assert made["media"]["file"] in await storage.files.written()
    assert stray.exists()  # the folder's own business
