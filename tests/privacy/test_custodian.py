"""What a person's rights do, over the real storage."""

import io
import json
import zipfile
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import insert, text

from bot.clock import MovableClock
from bot.consent.notices import Notices, Operator
from bot.consent.regions import read_regions
from bot.consent.registrar import Registrar
from bot.gallery.facts import Facts
from bot.gallery.record import facts_bytes
from bot.privacy.custodian import BETWEEN_COPIES, REGRET, Custodian
from storage.gallery import MEDIA, MediaKind, MediaRow, MediaState
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose

CANARY = "the canary of Collonges"
PICTURE = b"\xff\xd8\xff\xe0" + CANARY.encode() * 400


@pytest.fixture
def custodian(storage: Storage, clock: MovableClock) -> Custodian:
    operator = Operator("Ada")
    registrar = Registrar(storage, read_regions(), Notices.read(operator), clock)
    return Custodian(storage, operator, registrar.clerk)


async def somebody(storage: Storage, telegram_id: int = 4242) -> PersonId:
    async with storage.begin() as tx:
        person = (await tx.people.add(telegram_id, "fr")).id
        await tx.people.change(person, {"country": "FR"})
    return person


async def with_media(storage: Storage, telegram_id: int = 4242) -> PersonId:
    person = await somebody(storage, telegram_id)
    file = await storage.files.put(person, PICTURE)
    async with storage.begin() as tx:
        facts = await tx.seal(person, facts_bytes(Facts(note=CANARY)))
        row = MediaRow(
            owner=person,
            kind=MediaKind.PHOTO,
            state=MediaState.KEPT,
            chat_id=telegram_id,
            message_id=7,
            file=file,
            facts=facts,
            arrived_at=tx.now,
            last_used_at=tx.now,
        )
        await tx.execute(insert(MEDIA), row.model_dump())
        await tx.telegram.expect(person, "gallery-date", CANARY)
        await tx.jobs.post(
            "memories.nudge", subject=person, key=str(uuid4()), purpose=Purpose.NUDGE_MEMORIES
        )
    return person


async def counts(storage: Storage, person: PersonId) -> dict[str, int]:
    async with storage.read() as tx:
        return dict(await tx.privacy.counts(person))


async def copied(custodian: Custodian, person: PersonId, clock: MovableClock) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    async for part in custodian.copy(person, clock.now()):
        with zipfile.ZipFile(io.BytesIO(part.content)) as opened:
            found |= {name.split("/", 1)[1]: opened.read(name) for name in opened.namelist()}
    return found


async def erase(custodian: Custodian, person: PersonId) -> None:
    await custodian.ask_erasure(person)
    await custodian.erase_content(person)
    await custodian.forget(person)


async def test_a_copy_holds_the_picture_as_it_was_given_and_all_that_is_known(
    storage: Storage, custodian: Custodian, clock: MovableClock
) -> None:
    person = await with_media(storage)

    found = await copied(custodian, person, clock)

    pictures = [name for name in found if name.endswith(".jpg")]
    assert [found[name] for name in pictures] == [PICTURE]
    sidecar = json.loads(found[pictures[0].replace(".jpg", ".json")])
    assert sidecar["facts"]["note"] == CANARY
    assert json.loads(found["profile.json"])["country"] == "FR"
    assert {"README.html", "LISEZMOI.html", "manifest.json", "inferences.json"} <= set(found)


async def test_a_copy_holds_nothing_of_anybody_else(
    storage: Storage, custodian: Custodian, clock: MovableClock
) -> None:
    await with_media(storage)
    other = await somebody(storage, 77)

    found = await copied(custodian, other, clock)

    assert CANARY.encode() not in b"".join(found.values())
    assert b"4242" not in b"".join(found.values())


async def test_one_copy_a_day_unless_it_was_cancelled(
    storage: Storage, custodian: Custodian, clock: MovableClock
) -> None:
    person = await somebody(storage)

    assert await custodian.ask_copy(person) is None
    assert await custodian.cancel_copy(person)
    assert not await custodian.cancel_copy(person)
    assert await custodian.ask_copy(person) is None
    assert await custodian.ask_copy(person) is not None

    clock.move(BETWEEN_COPIES + timedelta(seconds=1))

    assert await custodian.ask_copy(person) is None


async def test_erasing_leaves_no_row_no_file_no_job_and_no_byte(
    storage: Storage, custodian: Custodian, tmp_path: Path
) -> None:
    person = await with_media(storage)
    bystander = await with_media(storage, 77)

    await erase(custodian, person)

    assert await counts(storage, person) == {}
    assert (await counts(storage, bystander))["media"] == 1
    async with storage.read() as tx:
        assert await tx.people.get(person) is None
        assert await tx.people.by_telegram_id(4242) is None
    assert len(await storage.files.written()) == 1
    marks = (person.bytes, person.hex.encode(), str(person).encode(), CANARY.encode())
    left = [path for path in (tmp_path / "data").rglob("*") if path.is_file()]
    assert [p.name for p in left if any(mark in p.read_bytes() for mark in marks)] == []


async def test_a_certificate_counts_what_went_even_when_the_erasure_began_twice(
    storage: Storage, custodian: Custodian
) -> None:
    person = await with_media(storage)
    await custodian.ask_erasure(person)

    first = await custodian.erase_content(person)
    again = await custodian.erase_content(person)

    assert first is not None
    assert again is not None
    assert first[0].rows == again[0].rows
    assert first[0].count("media") == 1
    assert first[1].telegram_id == 4242


async def test_erasing_twice_does_nothing_the_second_time(
    storage: Storage, custodian: Custodian
) -> None:
    person = await with_media(storage)
    await erase(custodian, person)

    await custodian.forget(person)

    assert await custodian.erase_content(person) is None
    assert (await custodian.overview(person)).counts == {}


async def test_an_erasure_in_seven_days_stops_everything_now_and_can_be_called_off(
    storage: Storage, custodian: Custodian, clock: MovableClock
) -> None:
    person = await with_media(storage)

    due_at = await custodian.ask_erasure(person, REGRET)
    waiting = await custodian.overview(person)

    assert due_at - clock.now() > timedelta(days=6, hours=23)
    assert waiting.erased_at == due_at
    assert waiting.is_paused
    assert not await custodian.resume(person)
    async with storage.read() as tx:
        live = "SELECT name FROM jobs WHERE state = 'queued' AND subject IS NOT NULL"
        assert list((await tx.execute(text(live))).scalars()) == ["privacy.erase"]

    assert await custodian.keep(person)
    assert not await custodian.keep(person)

    kept = await custodian.overview(person)
    assert kept.erased_at is None
    assert not kept.is_paused
    assert kept.count("media") == 1
    assert await custodian.erase_content(person) is None


async def test_a_pause_is_one_tap_each_way(storage: Storage, custodian: Custodian) -> None:
    person = await somebody(storage)

    await custodian.pause(person)
    paused = await custodian.overview(person)
    await custodian.resume(person)
    back = await custodian.overview(person)

    assert (paused.is_paused, back.is_paused) == (True, False)


async def test_a_copy_says_what_is_private_and_brings_the_spoken_note(
    storage: Storage, custodian: Custodian, clock: MovableClock
) -> None:
    person = await with_media(storage)
    voice = await storage.files.put(person, b"OggS" + CANARY.encode())
    async with storage.begin() as tx:
        (row,) = await tx.gallery.kept(person)
        await tx.gallery.change(person, row.id, {"voice": voice, "is_private": True})

    found = await copied(custodian, person, clock)

    stem = f"media/{row.arrived_at.year}/{row.id}"
    assert found[f"{stem}-voice.ogg"].endswith(CANARY.encode())
    sidecar = json.loads(found[f"{stem}.json"])
    assert (sidecar["is_private"], sidecar["is_hidden"]) == (True, False)
    assert "voice" not in sidecar


async def test_a_copy_says_of_what_was_just_forgotten_that_it_goes(
    storage: Storage, custodian: Custodian, clock: MovableClock
) -> None:
    """For ten minutes it is still here, for nobody to see: no file of it is copied."""
    person = await with_media(storage)
    async with storage.begin() as tx:
        (row,) = await tx.gallery.kept(person)
        await tx.farewells.say(person, [row.id], uuid4())

    found = await copied(custodian, person, clock)

    assert [name for name in found if str(row.id) in name] == [
        f"media/{row.arrived_at.year}/{row.id}.json"
    ]
    manifest = json.loads(found["manifest.json"])
    assert list(manifest["missing"].values()) == ["viewer-missing-forgotten"]
    assert (await custodian.overview(person)).count("media") == 0
