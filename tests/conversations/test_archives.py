"""A zip in the chat: one message that moves and ends in one answer, whatever is in it."""

import asyncio
import io
import json
import logging
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from bot.app import App
from bot.cli.import_work import Order, bring_in
from bot.jobs.catalogue import Job, JobName
from bot.jobs.pool import Pool
from bot.sandbox.person import Person
from bot.texts import Texts
from handlers.gallery.deliver_archive import give_up
from storage.archives import ArchiveRow
from storage.database import DiskFull
from tests.conversations.first_steps import welcomed
from tests.conversations.given import (
    IN_ENGLISH,
    IN_FRENCH,
    collage_of,
    count,
    dated,
    kept,
    owner_of,
    picture,
)

TAKEN = datetime(2019, 8, 12, 23, 30, tzinfo=UTC)  # past midnight in Paris
TELLS = {
    "title": "IMG_1.jpg",
    "description": "Chez Mamie",
    "photoTakenTime": {"timestamp": str(int(TAKEN.timestamp()))},
    "geoData": {"latitude": 48.8566, "longitude": 2.3522, "altitude": 0.0},
}


def zipped(files: Mapping[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return whole.getvalue()


@IN_ENGLISH
async def test_a_takeout_zip_ends_in_one_answer_and_offers_its_best_moment(
    lou: Person, t: Texts, app: App, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    await welcomed(lou, t)
    before = len(lou.from_bot)

    await lou.send_file("takeout.zip", takeout(), mime="application/zip")
    draw = t("gallery-archive-button-draw")
    answer = await lou.wait_for(lambda m: draw in m.buttons)

    asked = await lou.wait_for(t("gallery-archive-undated", count=1))
    assert lou.from_bot[before:] == [answer, asked]
    assert [said for said in told(t) if said not in answer.words] == []
    await lou.settle()
    assert await count(app, "media WHERE taken_on = '2019-08-13'") == 1
    assert await count(app, "archives") == 0
    await lou.press(t("gallery-button-type-date"))
    await lou.say("2018")
    await lou.wait_for(t("gallery-date-noted", count=1, when="2018"))
    await lou.settle()
    assert await count(app, "media WHERE taken_on IS NULL OR moment IS NULL") == 0
    assert await count(app, "collages") == 0
    await lou.press(draw, answer)
    await collage_of(lou, t)
    assert draw not in answer.buttons
    assert "broken" not in caplog.text  # names are told to their owner alone


def takeout() -> bytes:
    """Four photos, one of them twice, one without a day; and what cannot be kept."""
    return zipped(
        {
            "Takeout/Photos/IMG_1.jpg": picture("cat"),
            "Takeout/Photos/IMG_1.jpg.supplemental-metadata.json": json.dumps(TELLS).encode(),
            "Takeout/Photos/a.jpg": dated("coffee"),
            "Takeout/Photos/b.jpg": dated("palace"),
            "Takeout/Album/a.jpg": dated("coffee"),
            "Takeout/Photos/c.jpg": picture("nebula"),
            "Takeout/Photos/broken.jpg": b"no picture",
            "Takeout/Photos/readme.txt": b"hello",
            "Takeout/more.zip": b"PK",
        }
    )


def told(t: Texts) -> tuple[str, ...]:
    """What its answer says."""
    return (
        t("gallery-kept", count=4),
        t("gallery-kept-known", count=1),
        t("gallery-refused", count=2),
        t("error-picture-unsupported"),
        t("error-archive-nested"),
        "Takeout/more.zip",
        "Takeout/Photos/broken.jpg",
        t("gallery-archive-others", count=1),
        t("gallery-archive-untold", count=1).partition("<code>")[0],
        "Lyon",
    )


@IN_FRENCH
async def test_a_zip_is_given_up_once_and_never_because_the_disk_is_full(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    owner, before = await owner_of(app, lou), len(lou.from_bot)
    row = ArchiveRow(owner=owner, chat_id=lou.id, message_id=9, came_at=app.clock.now())
    async with app.storage.begin() as tx:
        await tx.archives.expect(row)
    job = Job(uuid4(), JobName.GALLERY_ARCHIVE, owner, str(row.id), 5, app.clock.now())

    for error in (DiskFull(), TimeoutError(), TimeoutError()):
        assert await count(app, "archives") == (len(lou.from_bot) == before)
        await give_up(
            job,
            error,
            bot=app.bot,
            importer=app.roles.importer,
            registrar=app.roles.registrar,
            texts=app.texts,
        )
    await lou.wait_for(t("gallery-archive-given-up"))

    assert len(lou.from_bot) == before + 1
    assert await count(app, "archives") == 0


@IN_ENGLISH
async def test_a_zip_that_cannot_be_read_is_told_why_and_kept_no_longer(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)

    await lou.send_file("a.zip", b"PK\x03\x04 and no more", mime="application/zip")
    await lou.wait_for(t("error-archive-damaged"))
    await lou.send_file("b.zip", zipped({"notes.txt": b"words"}))
    await lou.wait_for(t("error-archive-empty"))
    await lou.send_file("c.rar", b"Rar!")
    await lou.wait_for(t("gallery-archive-other"))
    await lou.settle()

    assert await count(app, "archives") == 0
    assert not await app.storage.files.written()


@IN_FRENCH
async def test_a_zip_above_what_telegram_gives_is_told_the_other_ways(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)

    await lou.send_file("a.zip", bytes(20 * 1024 * 1024 + 1))

    answer = await lou.wait_for("pepite import")
    assert answer.words.startswith(t("error-archive-too-big", megabytes=20)[:30])
    assert await kept(app, await owner_of(app, lou)) == 0


@IN_ENGLISH
async def test_an_import_on_the_server_needs_no_pause_of_the_bot_and_says_nothing_in_the_chat(
    lou: Person, t: Texts, app: App, pool: Pool, tmp_path: Path
) -> None:
    await welcomed(lou, t)
    (tmp_path / "roll").mkdir()
    for name in ("cat", "coffee"):
        (tmp_path / "roll" / f"{name}.jpg").write_bytes(dated(name))
    before = len(lou.from_bot)

    order = Order(tmp_path / "roll", lou.id, dry_run=False)
    async with asyncio.TaskGroup() as group:
        report = group.create_task(bring_in(app.settings, order, clock=app.clock, pool=pool))
        await lou.say("/gallery")
    await lou.wait_for(t("gallery-empty")[:20])

    assert report.result().tally.kept == await kept(app, await owner_of(app, lou)) == 2
    assert len(lou.from_bot) == before + 1
    assert await count(app, "media WHERE moment IS NULL OR chat_id IS NOT NULL") == 0
