"""pepite import: a report first, then the media; cut anywhere, the same command goes on."""

import asyncio
import json
import os
import random
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import TextIO

import pytest
import pytest_asyncio

from bot.cli.import_progress import shown
from bot.cli.import_report import HOW_TO_DATE, PARTS, Report, as_json, as_text
from bot.cli.import_work import AGAIN, Order, bring_in
from bot.clock import MovableClock
from bot.consent.notices import Notices, Operator
from bot.consent.regions import read_regions
from bot.consent.registrar import Registrar
from bot.errors import OperatorError
from bot.gallery.answers import Refusal
from bot.gallery.entries import Form, Item, Survey
from bot.gallery.tally import Tally
from bot.jobs.pool import Pool
from bot.settings import Settings, read_settings
from storage import KeyFile, Storage, open_storage
from storage.people import PersonId
from storage.personal_data import Purpose
from tests.architecture.house import ROOT
from tests.conversations.given import dated, picture

TOGETHER = pytest.mark.asyncio(loop_scope="module")  # so that one pool serves them
LOU, SAM = 4242, 4243
END = "\x04"  # what no bar writes
TELLS = {"photoTakenTime": {"timestamp": "1565645400"}, "description": "Chez Mamie"}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def pool() -> AsyncIterator[Pool]:
    async with Pool() as children:
        yield children


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return read_settings(home=tmp_path / "data", key_file=tmp_path / "key")


@pytest_asyncio.fixture(loop_scope="module")
async def storage(settings: Settings) -> AsyncIterator[Storage]:
    opened = await open_storage(
        settings.database,
        files_url=settings.files,
        keys=KeyFile.open_or_create(settings.key_file, data_folder=settings.home),
        clock=MovableClock(),
    )
    yield opened
    await opened.close()


@pytest_asyncio.fixture(loop_scope="module")
async def lou(storage: Storage) -> PersonId:
    """Somebody who agreed; and Sam, who only said hello."""
    registrar = Registrar(storage, read_regions(), Notices.read(Operator("Ada")), MovableClock())
    async with storage.begin() as tx:
        owner = (await tx.people.add(LOU, "fr")).id
        await tx.people.add(SAM, "en")
    await registrar.declare_country(owner, "FR")
    await registrar.declare_birth_year(owner, 1970)
    notice = registrar.notices.current(Purpose.SUGGEST_ANALYSE)
    assert notice is not None
    await registrar.given(owner, Purpose.SUGGEST_ANALYSE, version=notice.version, language="fr")
    return owner


@pytest.fixture
def takeout(tmp_path: Path) -> Path:
    """What Google gives back: dated by the camera, by JSON, by nothing; one broken, one twice."""
    folder = tmp_path / "Takeout" / "Photos from 2019"
    folder.mkdir(parents=True)
    (folder / "a.jpg").write_bytes(dated("cat"))
    (folder / "a(1).jpg").write_bytes(dated("cat"))
    (folder / "b.jpg").write_bytes(picture("coffee"))
    (folder / "b.jpg.supplemental-metadata.json").write_text(json.dumps(TELLS))
    (folder / "c.jpg").write_bytes(picture("palace"))
    (folder / "d.jpg").write_bytes(b"no picture")
    (folder / "metadata.csv").write_text("a,b")
    return tmp_path / "Takeout"


@TOGETHER
async def test_it_tells_first_then_keeps_then_goes_on_where_it_was_cut(
    settings: Settings, storage: Storage, lou: PersonId, takeout: Path, pool: Pool
) -> None:
    told = await bring_in(settings, Order(takeout, LOU, dry_run=True), pool=pool)
    assert await kept(storage, lou) == 0
    assert not await storage.files.written()

    cut = await interrupted(settings, storage, Order(takeout, LOU, dry_run=False), pool)
    assert cut.stopped
    assert 0 < cut.tally.kept < 3

    rest = await bring_in(settings, Order(takeout, LOU, dry_run=False), pool=pool)

    assert told.tally.kept == cut.tally.kept + rest.tally.kept == await kept(storage, lou) == 3
    record = json.loads(as_json(told))
    assert record["known"] == 1
    assert record["dated_by"] == {"exif": 1, "takeout": 1, "none": 1}
    assert record["places"] == {"Lyon": 1}
    (refused,) = record["refused"]
    assert refused["reason"] == "error-picture-unsupported"
    assert refused["files"] == ["Photos from 2019/d.jpg"]
    assert refused["says"] + f"\n{'':<14} Photos from 2019/d.jpg\n" in as_text(told)
    assert record["others"] == 1
    assert "would be kept  3 photos" in as_text(told)
    assert record["untold"] == 1
    assert f"1 without a date\n{'':<14} 1 of them {PARTS}\n{'':<14} {HOW_TO_DATE}\n" in as_text(
        told
    )
    assert await count(storage, lou, "moments") == 2
    assert rest.stopped is None


@TOGETHER
async def test_a_full_disk_loses_nothing_and_the_same_command_goes_on(
    settings: Settings, storage: Storage, lou: PersonId, tmp_path: Path, pool: Pool
) -> None:
    """The third file is larger than the system lets anybody write."""
    folder = tmp_path / "roll"
    folder.mkdir()
    (folder / "1.jpg").write_bytes(dated("cat"))
    (folder / "2.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + random.Random(1).randbytes(8_000_000))
    (folder / "3.jpg").write_bytes(dated("coffee"))
    order = Order(folder, LOU, dry_run=False)

    with no_file_above(6_000_000):
        full = await bring_in(settings, order, pool=pool)
    assert full.stopped
    assert full.stopped.startswith("The disk is full: 1 new")
    assert await kept(storage, lou) == 1

    again = await bring_in(settings, order, pool=pool)
    assert again.stopped is None
    assert await kept(storage, lou) == 3
    assert await nowhere(storage, lou) == 0  # the film has no date, and lies between two that do


@TOGETHER
@pytest.mark.usefixtures("lou")
async def test_ctrl_c_is_one_sentence_from_the_first_moment_on(
    settings: Settings, tmp_path: Path, pool: Pool
) -> None:
    (tmp_path / "roll").mkdir()
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / "roll" / name).write_bytes(b"no picture")
    async with asyncio.TaskGroup() as group:
        running = group.create_task(
            bring_in(settings, Order(tmp_path / "roll", LOU, dry_run=False), pool=pool)
        )
        await asyncio.sleep(0)
        signal.raise_signal(signal.SIGINT)
    assert running.result().stopped == f"1 of 2 read; {AGAIN}."


@TOGETHER
@pytest.mark.usefixtures("lou")
async def test_nothing_is_kept_for_who_never_came_or_never_agreed(
    settings: Settings, takeout: Path, pool: Pool
) -> None:
    with pytest.raises(OperatorError, match="Nobody with the Telegram id 1 "):
        await bring_in(settings, Order(takeout, 1, dry_run=False), pool=pool)
    with pytest.raises(OperatorError, match="not agreed"):
        await bring_in(settings, Order(takeout, SAM, dry_run=False), pool=pool)
    with pytest.raises(OperatorError, match=r"There is no folder and no zip .*nowhere\.$"):
        await bring_in(settings, Order(takeout / "nowhere", LOU, dry_run=False), pool=pool)


def test_exit_codes_are_those_of_every_verb(tmp_path: Path) -> None:
    def run(*words: str) -> subprocess.CompletedProcess[str]:
        away = {"PEPITE_HOME": str(tmp_path), "PEPITE_KEY_FILE": str(tmp_path / "none")}
        command = [sys.executable, "-m", "bot", "import", *words]
        return subprocess.run(
            command, cwd=ROOT, env=away, capture_output=True, text=True, check=False
        )

    assert run(str(tmp_path)).returncode == 2
    done = run(str(tmp_path), "--for", "1", "--json")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)


async def interrupted(settings: Settings, storage: Storage, order: Order, pool: Pool) -> Report:
    """Ctrl-C once something is kept."""
    async with asyncio.TaskGroup() as group:
        running = group.create_task(bring_in(settings, order, pool=pool))
        while not await storage.files.written() and not running.done():  # noqa: ASYNC110 - nothing tells
            await asyncio.sleep(0.01)
        signal.raise_signal(signal.SIGINT)
    return running.result()


def test_what_a_file_is_called_turns_no_terminal_round_and_fills_no_screen() -> None:
    tally = Tally()
    for name in ("\x1b[2Jgone.jpg", "\u202egpj.exe", "\udcff.jpg", *map(str, range(50))):
        tally.refuse(Refusal("error-picture-empty", name=name))
    report = Report(dry_run=True, found=53, tally=tally)

    said = as_text(report)
    assert all(line.isprintable() for line in said.splitlines())
    assert "and 33 more" in said
    assert (as_json(report) + said).encode()
    assert len(json.loads(as_json(report))["refused"][0]["files"]) == 53


def test_a_bar_says_how_many_how_fast_and_how_long_still(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.openpty()
    with os.fdopen(reader, "rb", 0) as screen, os.fdopen(writer, "w") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setenv("COLUMNS", "100")
        items = tuple(Item(f"{one}.jpg", f"{one}.jpg", Form.PHOTO, 1) for one in range(3))
        with shown(Survey(items)) as bar:
            for _ in items[1:]:
                time.sleep(0.01)
                bar.step()
        told = all_of(screen, terminal)
    assert "Reading" in told
    assert "2/3" in told
    assert re.search(r"[\d.]+/s", told)
    assert re.search(r"[-\d]:[-\d]{2}:[-\d]{2}", told)  # reckoned anew twice a second


def all_of(screen: FileIO, terminal: TextIO) -> str:
    """What a terminal shows: it gives its output piece by piece, a mark of ours the last."""
    print(END, end="", file=terminal, flush=True)
    told = ""
    while not told.endswith(END):
        told += screen.read(65_536).decode()
    return told.removesuffix(END)


@contextmanager
def no_file_above(size: int) -> Iterator[None]:
    """As on a disk without room: the system refuses to write further."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


async def kept(storage: Storage, owner: PersonId) -> int:
    async with storage.read() as tx:
        return len(await tx.gallery.kept(owner))


async def nowhere(storage: Storage, owner: PersonId) -> int:
    """What is in no moment."""
    async with storage.read() as tx:
        return sum(row.moment is None for row in await tx.gallery.kept(owner))


async def count(storage: Storage, owner: PersonId, table: str) -> int:
    async with storage.read() as tx:
        return (await tx.privacy.counts(owner)).get(table, 0)
