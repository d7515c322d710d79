"""Looking through a gallery: years, moments, one media; hide, keep private, forget, undo, find."""

import asyncio
from datetime import datetime, timedelta

from bot.app import App
from bot.sandbox.album_screenshot import screenshot
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.texts import Texts
from handlers.gallery import buttons
from handlers.gallery.buttons import MediaAct, OnMedia, Turn, View
from handlers.gallery.dating import DateAnswer, DateOf
from tests.conversations.first_steps import data_of, press_again, welcomed
from tests.conversations.given import (
    DAY,
    IN_ENGLISH,
    IN_FRENCH,
    collage_of,
    count,
    dated,
    file,
    files_are,
    forgotten,
    give_two,
    kept,
    open_gallery,
    open_page,
    owner_of,
    picture,
    told,
    until,
)

SUMMER = datetime(2019, 7, 3, 11, 0)  # noqa: DTZ001 - a camera's wall time


@IN_ENGLISH
async def test_from_the_years_to_one_picture_on_one_message(lou: Person, t: Texts) -> None:
    await welcomed(lou, t)
    days = [("cat", DAY), ("coffee", DAY), ("palace", SUMMER), ("rocket", SUMMER)]
    await lou.send_album(
        [file(f"{name}.jpg", dated(name, when)) for name, when in days] + [picture("dahlia")]
    )
    await collage_of(lou, t)
    await lou.settle()

    home = await open_gallery(lou, t)
    assert home.photo
    assert home.wire["has_protected_content"]
    undated = t("gallery-undated-title")
    assert home.buttons[:3] == ["2024", "2019", undated]
    await lou.press("2019")
    sheet = await lou.wait_for("Lyon, ")
    assert sheet.buttons[:2] == ["1", "2"]
    await lou.press("2")
    page = await lou.wait_for(t("gallery-page", position=2, total=5))
    assert "Lyon" in page.words
    await lou.press(t("gallery-button-next"))
    await lou.wait_for(t("gallery-page", position=3, total=5))
    await lou.press(t("gallery-button-up"))
    await lou.wait_for(lambda m: "2024" in m.words and "1" in m.buttons)
    await lou.press(t("gallery-button-years"))
    await lou.wait_for(lambda m: "2019" in m.buttons)
    await lou.press(undated)  # one alone is shown at once
    page = await lou.wait_for(t("gallery-page", position=5, total=5))

    assert page.id == home.id


@IN_ENGLISH
async def test_forgetting_one_twice_and_taking_it_back(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await welcomed(lou, t)
    collage, owner = await give_two(lou, t), await owner_of(app, lou)
    page = await open_page(lou, t)
    deed = data_of(page, t("gallery-button-forget"))

    await lou.press(t("gallery-button-forget"))
    said = await lou.wait_for(forgotten(t, 1))

    assert said.id == page.id
    assert collage.id not in {message.id for message in lou.from_bot}
    assert await kept(app, owner) == 1
    assert await count(app, "collages") == 0  # a draft does not outlive what it shows
    undo = data_of(said, t("gallery-button-undo"))
    await lou.press(t("gallery-button-undo"))
    said = await lou.wait_for(t("gallery-undone", count=1))
    assert await kept(app, owner) == 2
    await press_again(lou, undo, said)
    said = await lou.wait_for(t("gallery-undo-too-late"))

    await press_again(lou, deed, said)
    said = await lou.wait_for(forgotten(t, 1))
    await press_again(lou, deed, said)
    gone = await lou.wait_for(t("gallery-gone"))
    await sandbox.move_clock(timedelta(minutes=11))
    await until(lambda: files_are(app, 1))
    await press_again(lou, data_of(said, t("gallery-button-undo")), gone)
    await lou.wait_for(t("gallery-undo-too-late"))
    assert await kept(app, owner) == 1


@IN_FRENCH
async def test_one_photo_is_no_collage_once_the_other_is_hidden(lou: Person, t: Texts) -> None:
    await welcomed(lou, t)
    collage = await give_two(lou, t)
    await open_page(lou, t)
    await lou.press(t("gallery-button-hide"))
    await lou.wait_for(t("gallery-page-hidden"))
    await lou.press(t("collage-button-layout"), collage)
    await lou.wait_for(t("error-collage-too-few"))


@IN_ENGLISH
async def test_what_is_hidden_or_private_has_its_door_and_comes_back_as_it_was(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    """And any picture comes back as a file, without metadata, that may be passed on."""
    await welcomed(lou, t)
    await give_two(lou, t)
    page = await open_page(lou, t)
    await lou.press(t("gallery-button-file-back"))
    given = await lou.wait_for(lambda m: m.document is not None)
    content = sandbox.download(given)
    assert (content[:2], b"Exif" in content) == (b"\xff\xd8", False)
    assert not given.wire.get("has_protected_content")

    await lou.press(t("gallery-button-keep-private"), page)
    page = await lou.wait_for(t("gallery-page-private"))
    assert t("gallery-private-collages", count=1) in page.words
    await lou.press(t("gallery-button-hide"))
    await lou.wait_for(t("gallery-page-hidden"))
    doors = {t(f"gallery-button-{trait}", count=1) for trait in ("hidden", "private")}
    assert doors <= {*(await open_gallery(lou, t)).buttons}
    await lou.press(t("gallery-button-hidden", count=1))
    await lou.wait_for(t("gallery-hidden-title"))
    await lou.press("1")
    page = await lou.wait_for(t("gallery-page", position=1, total=1))
    await lou.press(t("gallery-button-show-again"))
    await lou.wait_for(lambda m: m.id == page.id and t("gallery-button-hide") in m.buttons)
    await lou.press(t("gallery-button-lift"))
    await lou.wait_for(lambda m: t("gallery-button-keep-private") in m.buttons)

    assert await count(app, "media WHERE is_hidden OR is_private") == 0


@IN_FRENCH
async def test_what_is_left_out_is_listed_and_one_tap_brings_it_back(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    shots = [file(f"s{hour}.png", screenshot(DAY.replace(hour=hour))) for hour in (9, 12)]
    await lou.send_album([file("a.jpg", dated("cat")), file("b.jpg", dated("coffee")), *shots])
    await collage_of(lou, t)
    await lou.settle()

    door = t("gallery-button-left-outs")
    answer = await lou.wait_for(lambda m: door in m.buttons)
    presses = await asyncio.gather(lou.press(door, answer), lou.press(door, answer))
    page = await lou.wait_for(t("gallery-left-out-how"))
    below = t("gallery-left-outs-below")  # the page is there already
    assert [press.text for press in presses].count(below) == 1
    await lou.press(door, answer)
    assert len([m for m in lou.from_bot if t("gallery-left-out-how") in m.words]) == 1
    await lou.press("↩ 1")
    await lou.wait_for(t("gallery-brought-back", count=1))
    await lou.press(t("gallery-button-close"), page)
    await lou.press(door, answer)
    how = t("gallery-left-out-how")
    assert [m.id > page.id for m in lou.from_bot if how in m.words] == [True]
    assert t("gallery-button-left-out", count=1) in (await open_gallery(lou, t)).buttons

    assert await count(app, "media WHERE is_brought_back") == 1


@IN_FRENCH
async def test_words_after_the_command_find_and_lead_through_what_was_found(
    lou: Person, t: Texts, app: App
) -> None:
    """And do so in a pause, where nobody may look into a photo."""
    await welcomed(lou, t)
    await give_two(lou, t)
    answer = told(t("gallery-found", what="Lyon · 2024", count=2))

    await lou.say("/gallery lyon 2024")
    found = await lou.wait_for(answer)
    assert found.photo
    assert found.buttons[:2] == ["1", "2"]
    await lou.press("1")
    await lou.wait_for(t("gallery-page", position=1, total=2))
    await lou.press(t("gallery-button-next"))
    page = await lou.wait_for(t("gallery-page", position=2, total=2))
    await lou.press(t("gallery-button-up"))
    assert (await lou.wait_for(answer)).id == page.id == found.id
    await lou.say("/gallery zanzibar 1931")
    await lou.wait_for(t("gallery-nothing-found"))

    await app.roles.custodian.pause(await owner_of(app, lou))
    await lou.say("/gallery lyon 2024")
    assert (await lou.wait_for(lambda m: m.id > found.id and answer in m.words)).photo
    await lou.say("/gallery chats")
    await lou.wait_for(t("gallery-needs-looking"))


@IN_FRENCH
async def test_forgetting_a_moment_and_back_then_everything_and_twice(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    await give_two(lou, t)
    home = await open_gallery(lou, t)
    assert t("gallery-shelf", waiting=2, shared=0) in home.words
    await lou.press("1")  # the first moment of the only year
    await lou.wait_for(lambda m: t("gallery-button-forget-moment") in m.buttons)
    await lou.press(t("gallery-button-forget-moment"))
    said = await lou.wait_for(forgotten(t, 2))
    assert await count(app, "media WHERE state = 'kept'") == 0
    await lou.press(t("gallery-button-undo"), said)
    await lou.wait_for(t("gallery-undone", count=2))
    await open_gallery(lou, t)  # a second page, below the first
    await lou.press(t("gallery-button-forget-all"))
    sure = await lou.wait_for(t("gallery-forget-all-sure", count=2))
    deed = data_of(sure, t("gallery-button-forget-all-now"))

    await lou.press(t("gallery-button-forget-all-now"))
    said = await lou.wait_for(t("gallery-forgotten-all", count=2))
    await press_again(lou, deed, said)
    await lou.wait_for(t("gallery-forgotten-all", count=0))

    for table in ("media", "albums", "moments", "sights", "face_boxes", "places", "collages"):
        assert await count(app, table) == 0
    await until(lambda: files_are(app, 0))
    assert not any(message.photo for message in lou.from_bot)  # no page, no collage
    await lou.say("/gallery")
    await lou.wait_for(t("gallery-empty"))


@IN_FRENCH
async def test_every_button_twice_and_by_a_stranger_breaks_nothing(
    lou: Person, sam: Person, t: Texts, app: App
) -> None:
    """The stranger has a client that sends what it likes."""
    await welcomed(lou, t)
    await give_two(lou, t)
    owner = await owner_of(app, lou)
    page = await open_page(lou, t)
    browse = data_of(page, t("gallery-button-previous"))
    media = buttons.Browse.unpack(browse).media
    up = Turn.unpack(data_of(page, t("gallery-button-up")))
    assert media is not None
    harmless = [
        browse,
        up.pack(),
        *(Turn(view=view, key=key, page=9).pack() for view in View for key in ("", up.key, "x")),
        *(OnMedia(media=media, act=MediaAct(act)).pack() for act in "bhsor"),
        buttons.FoundMedia(request=media, number=0, place=3).pack(),
        buttons.Undo(farewell=media).pack(),
        buttons.BringAllBack().pack(),
        *(DateOf(album=media, answer=one).pack() for one in DateAnswer),
        buttons.ForgetAll(is_sure=False).pack(),
    ]
    forgets = [
        OnMedia(media=media, act=MediaAct.FORGET).pack(),
        OnMedia(media=media, act=MediaAct.KEEP_PRIVATE).pack(),
        buttons.ForgetGroup(key=up.key).pack(),
        buttons.ForgetGroup(key="0").pack(),
    ]
    await welcomed(sam, t)
    own = sam.last_message

    for data in (*harmless, *forgets):
        await press_again(sam, data, own)
    for data in harmless:
        await press_again(lou, data, page)
    await sam.settle()
    await lou.settle()

    assert await kept(app, owner) == 2
    assert await count(app, "media WHERE is_hidden OR is_private") == 0
    for person in (sam, lou):
        assert t("error-unexpected") not in [message.words for message in person.from_bot]
    assert not any(message.photo or message.document for message in sam.from_bot)
