"""Abuse 20, 26, 28, 30: what is one person's is nobody else's, and nothing lies about in clear."""

import io
import sqlite3
from pathlib import Path

import pytest
from PIL import Image

from bot.app import App
from bot.pixels.header import Format, picture
from bot.sandbox.person import Person
from bot.texts import Texts
from tests.abuse.forged import handled
from tests.conversations.first_steps import welcomed
from tests.conversations.given import collage_of, dated, file, owner_of
from tests.pixels.pictures import CANARY as SAID
from tests.pixels.pictures import drawing, said, saved

CANARY = "canary7wren"
ENGLISH = pytest.mark.parametrize("language", ["en"])
FRENCH = pytest.mark.parametrize("language", ["fr"])


@FRENCH
async def test_20_and_30_the_same_files_of_two_people_stay_two_and_share_no_mark(
    lou: Person, sam: Person, t: Texts, app: App
) -> None:
    album = [file("IMG_1.jpg", dated("cat")), file("IMG_2.jpg", dated("coffee"))]
    for person, caption in ((lou, CANARY), (sam, "")):
        await welcomed(person, t)
        await person.send_album(album, caption=caption)
        await collage_of(person, t)
    await sam.say("/gallery")
    await sam.wait_for(lambda m: t("gallery-button-browse") in m.buttons)

    async with app.storage.read() as tx:
        of_lou = await tx.gallery.kept(await owner_of(app, lou))
        of_sam = await tx.gallery.kept(await owner_of(app, sam))
    assert len(of_lou) == len(of_sam) == len(album)
    assert not {row.fingerprint for row in of_lou} & {row.fingerprint for row in of_sam}
    assert not {row.file for row in of_lou} & {row.file for row in of_sam}
    assert not [message for message in sam.from_bot if CANARY in message.words]


@ENGLISH
async def test_26_a_stolen_data_folder_tells_no_word_and_no_picture(
    lou: Person, t: Texts, app: App
) -> None:
    photo = dated("cat")
    await welcomed(lou, t)
    name = f"{CANARY}.jpg"
    await lou.send_album([file(name, photo), file("b.jpg", dated("coffee"))], caption=CANARY)
    await collage_of(lou, t)
    await lou.press(t("collage-button-own-words"))
    await lou.say(f"{CANARY} words")
    await lou.wait_for(t("collage-words-set"))
    await handled(app)
    await app.queue.idle()

    stolen = [path for path in app.settings.home.rglob("*") if path.is_file()]
    assert len(stolen) > 2
    for path in stolen:
        content = path.read_bytes()
        assert CANARY.encode() not in content
        assert b"Lyon" not in content
        assert b"\xff\xd8\xff" not in content[:64]
        assert photo[2000:2064] not in content
    assert not app.settings.key_file.is_relative_to(app.settings.home)
    assert _tables(app.settings.home)  # it was a database that was read


def _tables(home: Path) -> list[str]:
    found = next(home.rglob("*.sqlite3"), None) or next(home.rglob("*.db"))
    with sqlite3.connect(found) as database:
        return [row[0] for row in database.execute("SELECT name FROM sqlite_master")]


@ENGLISH
async def test_28_what_a_camera_tells_is_in_no_output(lou: Person, t: Texts, app: App) -> None:
    telling = [saved(drawing(360, 240), known, **said(known, 6)) for known in list(Format)[:3]]
    await welcomed(lou, t)
    await lou.send_album([file(f"{n}.jpg", data) for n, data in enumerate(telling)])
    await collage_of(lou, t)
    await lou.press(t("collage-button-file"))
    await lou.wait_for(lambda m: bool(m.document))
    await lou.say("/gallery")
    await lou.wait_for(lambda m: t("gallery-button-browse") in m.buttons)
    await lou.press(t("gallery-button-browse"))
    await lou.wait_for(lambda m: t("gallery-button-file-back") in m.buttons)
    await lou.press(t("gallery-button-file-back"))
    await lou.wait_for(lambda m: bool(m.document))
    await handled(app)

    sent = [lou.world.files.by_id(file_id).data for file_id in _files(lou)]
    assert len(sent) >= 3
    for data in sent:
        assert SAID not in data
        assert not picture(data).getexif().get_ifd(0x8825)
        assert Image.open(io.BytesIO(data)).info.get("comment") is None  # noqa: TID251  our own


def _files(lou: Person) -> list[str]:
    wires = [message.wire for message in lou.from_bot]
    documents = [wire["document"]["file_id"] for wire in wires if "document" in wire]
    return documents + [wire["photo"][-1]["file_id"] for wire in wires if "photo" in wire]
