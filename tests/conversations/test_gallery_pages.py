"""Looking through a gallery: leafing, forgetting one and all, a file back; strangers' presses."""

from bot.app import App
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.texts import Texts
from handlers.gallery import buttons
from tests.conversations.first_steps import data_of, press_again, welcomed
from tests.conversations.given import (
    IN_ENGLISH,
    IN_FRENCH,
    count,
    files_are,
    give_two,
    kept,
    open_gallery,
    open_page,
    owner_of,
    until,
)


@IN_ENGLISH
async def test_leafing_forgetting_one_and_twice(lou: Person, t: Texts, app: App) -> None:
    await welcomed(lou, t)
    collage = await give_two(lou, t)
    page = await open_page(lou, t)
    assert t("gallery-page", position=2, total=2) in page.words
    await lou.press(t("gallery-button-previous"))
    page = await lou.wait_for(t("gallery-page", position=1, total=2))
    await lou.press(t("gallery-button-forget"))
    sure = await lou.wait_for(t("gallery-forget-one-sure"))
    deed = data_of(sure, t("gallery-button-forget-one-now"))

    await lou.press(t("gallery-button-forget-one-now"))
    said = await lou.wait_for(t("gallery-forgotten-one"))

    assert not {page.id, collage.id} & {message.id for message in lou.from_bot}
    owner = await owner_of(app, lou)
    assert await kept(app, owner) == 1
    assert await count(app, "collages") == 0  # a draft does not outlive what it shows
    await press_again(lou, deed, said)
    await lou.wait_for(t("gallery-gone"))
    assert await kept(app, owner) == 1
    await until(lambda: files_are(app, 1))


@IN_FRENCH
async def test_forgetting_everything_and_twice(lou: Person, t: Texts, app: App) -> None:
    await welcomed(lou, t)
    await give_two(lou, t)
    home = await open_gallery(lou, t)
    assert t("gallery-shelf", waiting=2, shared=0) in home.words
    await lou.press(t("gallery-button-forget-all"))
    sure = await lou.wait_for(t("gallery-forget-all-sure", count=2))
    deed = data_of(sure, t("gallery-button-forget-all-now"))

    await lou.press(t("gallery-button-forget-all-now"))
    await lou.wait_for(t("gallery-forgotten-all", count=2))
    await press_again(lou, deed, home)
    await lou.wait_for(t("gallery-forgotten-all", count=0))

    for table in ("media", "albums", "moments", "sights", "face_boxes", "places", "collages"):
        assert await count(app, table) == 0
    await until(lambda: files_are(app, 0))
    await lou.say("/gallery")
    await lou.wait_for(t("gallery-empty"))


@IN_ENGLISH
async def test_a_picture_comes_back_as_a_file_without_metadata(
    lou: Person, t: Texts, sandbox: Sandbox
) -> None:
    await welcomed(lou, t)
    await give_two(lou, t)
    await open_page(lou, t)

    await lou.press(t("gallery-button-file-back"))
    given = await lou.wait_for(lambda m: m.document is not None)

    content = sandbox.download(given)
    assert content.startswith(b"\xff\xd8")
    assert b"Exif" not in content
    assert not given.wire.get("has_protected_content")


@IN_FRENCH
async def test_every_button_twice_and_by_a_stranger_breaks_nothing(
    lou: Person, sam: Person, t: Texts, app: App
) -> None:
    """The stranger has a gallery of their own, and a client that sends what it likes."""
    await welcomed(lou, t)
    await give_two(lou, t)
    owner = await owner_of(app, lou)
    page = await open_page(lou, t)
    browse = data_of(page, t("gallery-button-previous"))
    media = buttons.Browse.unpack(browse).media
    assert media is not None
    every = [
        browse,
        *(buttons.OnMedia(media=media, act=buttons.MediaAct(act)).pack() for act in "dbf"),
        *(buttons.DateOf(album=media, answer=one).pack() for one in buttons.DateAnswer),
        buttons.ForgetAll(is_sure=False).pack(),
        buttons.CloseGallery().pack(),
    ]
    await welcomed(sam, t)
    own = sam.last_message

    for data in (*every, buttons.OnMedia(media=media, act=buttons.MediaAct.FORGET_NOW).pack()):
        await press_again(sam, data, own)
        await press_again(sam, data, own)
    for data in every:
        await press_again(lou, data, page)
        await press_again(lou, data, page)
    await sam.settle()
    await lou.settle()

    assert await kept(app, owner) == 2
    for person in (sam, lou):
        assert t("error-unexpected") not in [message.words for message in person.from_bot]
    assert not any(message.photo or message.document for message in sam.from_bot)
