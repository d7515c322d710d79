"""What hangs on a photo: voices, live photos; and what people give that is no photo."""

from bot.app import App
from bot.sandbox.person import Person
from bot.texts import Texts
from storage.gallery import MediaKind, MediaRow
from tests.conversations.first_steps import data_of, press_again, welcomed
from tests.conversations.given import (
    IN_ENGLISH,
    IN_FRENCH,
    clip,
    collage_of,
    dated,
    file,
    files_are,
    kept,
    owner_of,
    picture,
    until,
)
from tests.pixels.films import moving_gif
from tests.sandbox.test_giving import ogg


async def media_of(app: App, lou: Person) -> list[MediaRow]:
    owner = await owner_of(app, lou)
    async with app.storage.read() as tx:
        return await tx.gallery.kept(owner)


async def kept_are(app: App, lou: Person, wanted: int) -> bool:
    return len(await media_of(app, lou)) == wanted


@IN_FRENCH
async def test_a_voice_stays_with_its_photo_and_can_be_played_and_taken_back(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    first, _ = await lou.send_album([picture("cat"), picture("coffee")])
    await collage_of(lou, t)
    await lou.settle()

    await lou.send_voice(ogg(4), reply_to=first)
    said = await lou.wait_for(t("notes-voice-kept", which="replied"))
    await lou.send_voice(ogg(9))
    await lou.wait_for(t("notes-voice-kept", which="last"))

    spoken = [one for one in await media_of(app, lou) if one.voice]
    assert len(spoken) == 2
    (cat,) = [one for one in spoken if one.message_id == first.id]
    owner = await owner_of(app, lou)
    assert await app.roles.voices.play(owner, cat.id) == ogg(4)
    undo = data_of(said, t("notes-button-undo"))
    await lou.press(t("notes-button-undo"), said)
    await lou.wait_for(t("notes-voice-taken-back"))
    await press_again(lou, undo, said)
    await lou.wait_for(t("notes-voice-gone"))
    assert await app.roles.voices.play(owner, cat.id) is None
    await until(lambda: files_are(app, 3))  # two photos and one voice


@IN_ENGLISH
async def test_a_voice_said_while_a_known_photo_is_read_stays_with_the_one_that_is_kept(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    await lou.send_photo(picture("cat"))
    await until(lambda: kept_are(app, lou, 1))
    await lou.settle()
    await lou.send_photo(picture("cat"))
    await lou.send_voice(ogg(2))
    await lou.wait_for(t("gallery-kept-known", count=1))
    (cat,) = await media_of(app, lou)
    assert await app.roles.voices.play(cat.owner, cat.id) == ogg(2)


@IN_ENGLISH
async def test_a_voice_of_nothing_is_kept_nowhere_and_told_why(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    await lou.send_voice(ogg(4))
    await lou.wait_for(t("error-voice-alone"))
    await lou.send_voice(ogg(301))
    await lou.wait_for(t("error-voice-too-long", minutes=5))
    assert await files_are(app, 0)


@IN_ENGLISH
async def test_live_photos_are_one_photo_however_they_come(
    lou: Person, t: Texts, app: App
) -> None:
    """From the chat, and as two files of one name in either order."""
    await welcomed(lou, t)
    await lou.send_live(picture("cat"), clip())
    await lou.send_album(
        [
            file("IMG_7.MOV", clip()),
            file("IMG_7.JPG", dated("coffee")),
            file("IMG_8.jpg", dated("palace")),
            file("IMG_8.mov", clip()),
        ]
    )
    await collage_of(lou, t)
    await lou.settle()

    rows = await media_of(app, lou)
    assert [row.kind for row in rows] == [MediaKind.PHOTO] * 3
    assert all(row.live for row in rows)
    live = await app.roles.voices.play_live(rows[0].owner, rows[0].id)
    assert live is not None
    assert live[4:8] == b"ftyp"


@IN_ENGLISH
async def test_whatever_moves_is_a_film(lou: Person, t: Texts, app: App) -> None:
    await welcomed(lou, t)
    await lou.send_animation(clip())
    await lou.send_animation(moving_gif(3), "left_as_it_was.gif")
    await lou.send_file("funny.gif", moving_gif(4))
    await until(lambda: kept_are(app, lou, 3))
    rows = await media_of(app, lou)
    assert [row.kind for row in rows] == [MediaKind.VIDEO] * 3
    assert all(row.poster for row in rows)


@IN_FRENCH
async def test_what_is_no_photo_is_called_by_its_name(lou: Person, t: Texts, app: App) -> None:
    await welcomed(lou, t)
    await lou.send_sticker(b"RIFF1234WEBP")
    await lou.wait_for(t("gallery-cannot-sticker"))
    for name, mime, text_id, facts in (
        ("letter.pdf", "application/pdf", "gallery-cannot-pdf", {}),
        ("DSC_1.NEF", "image/x-nikon-nef", "gallery-cannot-raw", {}),
        ("scan.tiff", "image/tiff", "gallery-cannot-format", {"format": "TIFF"}),
        ("old.avi", "video/x-msvideo", "gallery-cannot-film", {"format": "AVI"}),
        ("song.mp3", "audio/mpeg", "gallery-cannot-audio", {}),
    ):
        await lou.send_file(name, b"anything", mime)
        await lou.wait_for(t(text_id, **facts))
    assert await kept(app, await owner_of(app, lou)) == 0
