"""Giving photos: albums in any order, files of every kind, with and without AI."""

from datetime import timedelta
from time import monotonic

import pytest

from bot.app import App
from bot.pixels.header import Format
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.texts import Texts
from tests.conversations.first_steps import (
    data_of,
    no,
    press_again,
    until_the_question,
    welcomed,
)
from tests.conversations.given import (
    IN_ENGLISH,
    IN_FRENCH,
    clip,
    collage_of,
    count,
    dated,
    file,
    give_two,
    heic,
    kept,
    open_page,
    owner_of,
    picture,
    turned_over,
    until,
)
from tests.pixels.pictures import drawing, saved

NINE = (
    "admiral", "astronaut", "cat", "coffee", "dahlia", "motorcycle", "nebula", "palace", "rocket",
)  # fmt: skip


@IN_ENGLISH
async def test_an_album_of_ten_becomes_one_collage_under_one_message(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await welcomed(lou, t)
    before, called = len(lou.from_bot), len(sandbox.calls)
    began = monotonic()

    await lou.send_album([*(picture(name) for name in NINE), turned_over("coffee")])
    collage = await collage_of(lou, t)
    asked = await lou.wait_for(lambda m: t("gallery-button-today") in m.buttons)

    assert await kept(app, await owner_of(app, lou)) == 10
    assert lou.from_bot[before:] == [collage, asked]  # the counting message became the collage
    assert collage.wire["has_protected_content"]
    edits = [call for call in sandbox.calls[called:] if call.method == "editMessageText"]
    assert edits
    assert len(edits) <= 1 + (edits[-1].at - began)  # once a second at most, however late any came


@IN_FRENCH
async def test_late_parts_join_the_same_answer_and_dates_are_asked_once(
    lou: Person, t: Texts, app: App
) -> None:
    """Each part comes when the one before was read already, as over a poor connection."""
    await welcomed(lou, t)
    before = len(lou.from_bot)

    await lou.send_album([picture("cat"), picture("coffee"), picture("palace")], gap=2.0)
    first = await collage_of(lou, t)
    await until(lambda: kept_is(app, lou, 3))
    whole = await lou.wait_for(lambda m: m.id == first.id and bool(m.photo))
    await lou.settle(quiet=0.8)

    assert whole.id == first.id
    said = lou.from_bot[before:]
    assert sum(bool(message.photo) for message in said) == 1
    asked = [one.words for one in said if t("gallery-button-today") in one.buttons]
    assert asked == [t("gallery-undated", count=3)]  # with those that came after it was asked
    await lou.press(t("collage-button-details"), whole)
    await lou.wait_for(t("collage-details-photos", count=3))


@IN_ENGLISH
async def test_two_albums_and_a_photo_sent_together_are_answered_together(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    before = len(lou.from_bot)

    await lou.send_album([picture("cat"), picture("coffee")])
    await lou.send_album([picture("palace"), picture("rocket")])
    await lou.send_photo(picture("dahlia"))
    await collage_of(lou, t)
    await lou.settle()

    assert await kept(app, await owner_of(app, lou)) == 5
    assert sum(bool(message.photo) for message in lou.from_bot[before:]) == 1


@IN_FRENCH
async def test_files_of_every_kind_keep_their_day_and_a_heic_says_what_it_became(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)

    await lou.send_album(
        [
            file("IMG_1.heic", heic("dahlia")),
            file("b.jpg", dated("cat")),
            file("c.png", saved(drawing(240, 180), Format.PNG)),
            file("d.webp", saved(drawing(180, 240), Format.WEBP)),
        ]
    )
    await collage_of(lou, t)

    await lou.wait_for(t("gallery-kept-converted", count=1))
    await lou.wait_for(t("gallery-undated-files", count=2))
    assert await count(app, "media WHERE taken_on = '2024-10-12'") == 2
    assert await count(app, "places") == 2


@IN_ENGLISH
async def test_a_film_is_kept_sealed_and_its_poster_joins_the_collage(
    lou: Person, t: Texts, app: App
) -> None:
    pytest.importorskip("av")
    await welcomed(lou, t)

    await lou.send_album(
        [file("film.mp4", clip()), file("a.jpg", dated("cat")), file("b.jpg", dated("coffee"))]
    )
    collage = await collage_of(lou, t)
    await lou.wait_for(t("gallery-kept-films", count=1))

    assert await count(app, "media WHERE kind = 'video' AND poster IS NOT NULL") == 1
    await lou.press(t("collage-button-details"), collage)
    await lou.wait_for(t("collage-details-photos", count=3))


@IN_FRENCH
async def test_one_photo_is_kept_and_one_more_makes_a_collage(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    """Where it comes within ten minutes, and somebody asks for it."""
    await welcomed(lou, t)

    await lou.send_photo(picture("cat"))
    said = await lou.wait_for(t("gallery-one-more"))

    assert said.words.startswith(t("gallery-kept", count=1))
    assert await kept(app, await owner_of(app, lou)) == 1
    assert said.buttons == []

    together = t("gallery-button-together", count=1)
    await lou.send_photo(picture("coffee"))
    said = await lou.wait_for(lambda m: together in m.buttons)
    deed = data_of(said, together)
    await lou.press(together, said)
    collage = await collage_of(lou, t)
    await lou.press(t("collage-button-details"), collage)
    await lou.wait_for(t("collage-details-photos", count=2))

    await sandbox.move_clock(timedelta(minutes=11))
    await lou.send_photo(picture("palace"))
    alone = await lou.wait_for(lambda m: m.id > collage.id and t("gallery-one-more") in m.words)
    assert alone.buttons == []
    await app.roles.keeper.forget_all(await owner_of(app, lou))
    await press_again(lou, deed, alone)
    await lou.wait_for(t("gallery-gone"))


@IN_ENGLISH
async def test_the_same_picture_twice_is_one(lou: Person, t: Texts, app: App) -> None:
    await welcomed(lou, t)
    await lou.send_photo(picture("cat"))
    await lou.wait_for(t("gallery-one-more"))

    await lou.send_photo(picture("cat"))

    said = await lou.wait_for(t("gallery-kept-known", count=1))
    assert t("gallery-kept", count=1) not in said.words
    assert await kept(app, await owner_of(app, lou)) == 1


@IN_FRENCH
async def test_without_ai_everything_is_kept_and_nothing_is_looked_at(
    lou: Person, t: Texts, app: App
) -> None:
    await until_the_question(lou, t)
    await lou.press(no(t))
    await lou.wait_for(t("consent-refused-suggest-analyse"))

    await lou.send_album([file("a.jpg", dated("cat")), file("b.jpg", dated("astronaut"))])
    said = await lou.wait_for(t("gallery-kept-without-looking"))

    assert said.words.startswith(t("gallery-kept", count=2))
    assert await kept(app, await owner_of(app, lou)) == 2
    for table in ("sights", "face_boxes", "places", "moments", "collages"):
        assert await count(app, table) == 0
    page = await open_page(lou, t)
    assert page.photo


@IN_ENGLISH
@pytest.mark.parametrize(("country", "boxes"), [("US", 0), ("FR", 1)])
async def test_face_boxes_are_kept_only_where_they_may_be(
    lou: Person, t: Texts, app: App, country: str, boxes: int
) -> None:
    await welcomed(lou, t, country)

    await lou.send_album([file("a.jpg", dated("cat")), file("b.jpg", dated("astronaut"))])
    await collage_of(lou, t)

    assert await count(app, "sights") == 2
    assert await count(app, "face_boxes") == boxes


@IN_FRENCH
async def test_photos_forgotten_before_their_collage_is_drawn_end_in_words(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    await lou.send_album([picture("cat"), picture("coffee")])
    await lou.wait_for(lambda m: m.words.startswith(t("gallery-reading", done=0, total=2)[:8]))
    owner = await owner_of(app, lou)
    await until(lambda: kept_is(app, lou, 1))
    async with app.storage.read() as tx:
        first = (await tx.gallery.kept(owner))[0].id
    await until(lambda: is_posted(app))
    await app.roles.keeper.forget(owner, [first])

    async def nothing_is_announced() -> bool:
        said = t("gallery-reading", done=0, total=2)[:8]
        return not any(message.words.startswith(said) for message in lou.from_bot)

    await until(nothing_is_announced)


async def is_posted(app: App) -> bool:
    """The album was read; its collage is next."""
    return await count(app, "jobs WHERE name = 'collage.make'") == 1


@IN_ENGLISH
async def test_withdrawing_takes_what_was_seen_and_leaves_the_photos(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    collage = await give_two(lou, t)
    await lou.say("/privacy")
    await lou.wait_for(lambda m: t("privacy-button-off-suggest-analyse") in m.buttons)

    await lou.press(t("privacy-button-off-suggest-analyse"))
    await lou.wait_for(lambda m: t("privacy-button-back") in m.buttons)

    for table in ("sights", "face_boxes", "places", "moments", "collages"):
        assert await count(app, table) == 0
    assert await kept(app, await owner_of(app, lou)) == 2
    await lou.press(t("collage-button-layout"), collage)
    await lou.wait_for(lambda m: t("consent-button-again") in m.buttons)


@IN_FRENCH
async def test_whoever_blocks_the_bot_is_left_in_peace(
    lou: Person, t: Texts, app: App, sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    """What was sent waits, and is read with the next thing that they send."""
    await welcomed(lou, t)
    await lou.send_album([picture("cat"), picture("coffee")])
    await lou.block()
    await until(lambda: is_blocked(app))
    await app.queue.idle()
    await lou.unblock()
    await sandbox.move_clock(timedelta(hours=1))

    await lou.send_photo(picture("palace"))
    await until(lambda: kept_is(app, lou, 3))

    assert [row for row in caplog.records if row.levelname == "ERROR"] == []


async def is_blocked(app: App) -> bool:
    """As the bot noticed when it wanted to write."""
    return await count(app, "people WHERE blocked_at IS NOT NULL") == 1


async def kept_is(app: App, lou: Person, wanted: int) -> bool:
    return await kept(app, await owner_of(app, lou)) == wanted
