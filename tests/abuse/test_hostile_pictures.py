"""Abuse 35 and 36: broken, hostile and odd pictures and films, alone and among good ones."""

import random
from collections.abc import Callable

import pytest

from bot.app import App
from bot.errors import FriendlyError
from bot.gallery.intake import Intake, take_film, take_picture
from bot.gallery.opening import INTAKE_LIMIT
from bot.jobs.pool import MIB, Kind, Pool
from bot.jobs.process import resident_bytes
from bot.sandbox.person import Person
from bot.texts import Texts
from bot.vision.eye import LIMIT
from bot.vision.look import look_with_faces
from tests.abuse import hostile
from tests.abuse.hostile import Fate, Hostile
from tests.conversations.first_steps import welcomed
from tests.conversations.given import collage_of, file, kept, owner_of, picture

SEED = 35
WITH_PLACE = True
Machine = Callable[[bytes, bool], Intake]


async def fate_of(pool: Pool, machine: Machine, data: bytes) -> Fate:
    """Opened in the child as the bot does; whatever is not a sentence fails the test."""
    try:
        intake = await pool.run(machine, data, WITH_PLACE, kind=Kind.OPEN, limit=INTAKE_LIMIT)
        for seen in intake.glimpses if machine is take_film else (intake.clean,):
            await pool.run(look_with_faces, seen, kind=Kind.EYES, limit=LIMIT)
    except FriendlyError:
        return Fate.REFUSED
    return Fate.KEPT


def opener(pool: Pool) -> int:
    """The process that opens strangers' bytes."""
    process = pool.process_of(Kind.OPEN)
    assert process is not None
    return process


@pytest.mark.parametrize("make", [hostile.strangers, hostile.bombs, hostile.cut_short])
async def test_35_what_is_no_whole_picture_is_refused_by_the_same_child(
    pool: Pool, make: Callable[[], list[Hostile]]
) -> None:
    await pool.warm()
    first = opener(pool)

    fates = {one.name: await fate_of(pool, take_picture, one.data) for one in make()}

    assert fates == {one.name: one.fate for one in make()}
    assert opener(pool) == first
    assert resident_bytes(first) < 256 * MIB


async def test_35_a_rare_picture_is_still_a_picture(pool: Pool) -> None:
    await pool.warm()
    first = opener(pool)

    for one in hostile.oddities():
        assert await fate_of(pool, take_picture, one.data) is Fate.KEPT, one.name

    assert opener(pool) == first


async def test_35_three_hundred_mangled_pictures_kill_nobody(pool: Pool) -> None:
    await pool.warm()
    first, dice = opener(pool), random.Random(SEED)

    for data in hostile.mutations(dice, 300):
        try:
            await pool.run(take_picture, data, WITH_PLACE, kind=Kind.OPEN, limit=INTAKE_LIMIT)
        except FriendlyError:
            continue

    assert opener(pool) == first
    assert resident_bytes(first) < 256 * MIB


async def test_36_a_playlist_is_no_film_and_a_film_may_lie_without_harm(pool: Pool) -> None:
    await pool.warm()
    first, dice = opener(pool), random.Random(SEED)

    for one in hostile.films():
        assert await fate_of(pool, take_film, one.data) is one.fate, one.name
    for data in hostile.film_mutations(dice, 40):
        await pool.run(take_film, data, WITH_PLACE, kind=Kind.OPEN, limit=INTAKE_LIMIT)

    assert opener(pool) == first


@pytest.mark.parametrize("language", ["fr"])
async def test_35_the_good_ones_of_an_album_are_kept_and_each_bad_one_is_told(
    lou: Person, t: Texts, app: App
) -> None:
    bad = {
        "error-picture-unsupported": ("page.jpg", b"<html><script>alert(1)</script>"),
        "error-picture-too-large": ("bomb.png", hostile.png(50_000, 50_000)),
        "error-picture-unreadable": ("cut.jpg", picture("cat")[:900]),
        "error-film-unsupported": ("list.mp4", b"#EXTM3U\nhttp://169.254.169.254/\n"),
    }
    good = [file(f"{name}.jpg", picture(name)) for name in ("cat", "coffee", "dahlia")]
    harmless = [file("unknown.mp4", hostile.films()[7].data)]
    await welcomed(lou, t)

    mixed = [*good[:1], *(file(*one) for one in bad.values()), *good[1:], *harmless]
    await lou.send_album(mixed)
    collage = await collage_of(lou, t)
    told = next(m for m in lou.from_bot if t("gallery-refused", count=len(bad)) in m.words)

    assert await kept(app, await owner_of(app, lou)) == len(good) + len(harmless)
    for reason in bad:
        assert told.words.count(t(reason, megapixels=50, side=16_000)) == 1
    for name, _ in bad.values():
        assert told.words.count(name) == 1
    assert len(told.words.splitlines()) == 1 + 2 * len(bad) + 1  # and the film that was kept
    assert collage.photo


@pytest.mark.parametrize("language", ["en"])
async def test_35_an_album_of_nothing_but_harm_is_told_once_and_leaves_nothing(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    before = len(lou.from_bot)

    await lou.send_album([file(one.name, one.data) for one in hostile.strangers()[1:11]])
    told = await lou.wait_for(t("gallery-refused", count=10))
    await lou.settle()

    assert lou.from_bot[before:] == [told]
    owner = await owner_of(app, lou)
    assert await kept(app, owner) == 0
    assert not await app.storage.files.written()
