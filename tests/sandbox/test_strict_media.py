import io

import pytest
from PIL import Image

from bot.sandbox.files import DOWNLOAD_BYTES, PHOTO_BYTES
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from tests.sandbox.pictures import jpeg, png, sideways
from tests.sandbox.raw import Json, RawApi


async def send(api: RawApi, lou: Person, method: str, data: bytes, **fields: object) -> Json:
    name = method.removeprefix("send").lower()
    return await api.multipart(method, {name: data}, chat_id=lou.id, **fields)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "file must be non-empty"),
        (b"no picture at all", "IMAGE_PROCESS_FAILED"),
        (jpeg(300, 300)[:200], "IMAGE_PROCESS_FAILED"),
        (jpeg(5001, 5000), "PHOTO_INVALID_DIMENSIONS"),
        (jpeg(210, 10), "PHOTO_INVALID_DIMENSIONS"),
        (bytes(PHOTO_BYTES + 1), "file of size 10485761 bytes is too big for a photo"),
    ],
    ids=["empty", "text", "cut", "large", "thin", "heavy"],
)
async def test_what_is_no_photo_for_telegram_is_refused(
    api: RawApi, lou: Person, data: bytes, words: str
) -> None:
    answer = await send(api, lou, "sendPhoto", data)
    assert answer["description"] == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("size", "longest_sides"),
    [
        ((60, 40), [60]),
        ((300, 200), [90, 300]),
        ((1000, 500), [90, 320, 800, 1000]),
        ((2600, 2000), [90, 320, 800, 1280]),
    ],
)
async def test_a_photo_becomes_sizes_as_on_telegram(
    api: RawApi, lou: Person, size: tuple[int, int], longest_sides: list[int]
) -> None:
    answer = await send(api, lou, "sendPhoto", jpeg(*size))
    sizes = answer["result"]["photo"]
    assert [max(each["width"], each["height"]) for each in sizes] == longest_sides


async def test_a_photo_arrives_upright_and_without_exif(sandbox: Sandbox, lou: Person) -> None:
    sent = await lou.send_photo(sideways(300, 200))
    picture = Image.open(io.BytesIO(sandbox.download(sent)))  # noqa: TID251 our own bytes
    assert picture.size == (200, 300)
    assert not picture.getexif()


async def test_a_see_through_png_lies_on_white(sandbox: Sandbox, lou: Person) -> None:
    sent = await lou.send_photo(png(20, 20))
    picture = Image.open(io.BytesIO(sandbox.download(sent)))  # noqa: TID251 our own bytes
    assert min(picture.convert("L").tobytes()) > 128


async def test_a_file_comes_back_byte_for_byte(api: RawApi, lou: Person, sandbox: Sandbox) -> None:
    data = sideways(300, 200) + bytes(2_000_000)
    await lou.send_file("a.jpg", data, "image/jpeg")
    update = (await api("getUpdates"))["result"][-1]
    document = update["message"]["document"]
    assert document["file_name"] == "a.jpg"
    found = await api("getFile", file_id=document["file_id"])
    path = found["result"]["file_path"]
    address = f"{sandbox.url}/file/bot{sandbox.bot_token}/{path}"
    async with api._session.get(address) as response:  # the same connection
        assert await response.read() == data


async def test_large_files_cannot_be_fetched(api: RawApi, lou: Person) -> None:
    sent = await lou.send_file("big.bin", b"\0" * (DOWNLOAD_BYTES + 1))
    assert sent.document
    refusal = await api.refusal("getFile", file_id=sent.document["file_id"])
    assert refusal == "400 Bad Request: file is too big"


async def test_file_ids_are_checked(api: RawApi, lou: Person) -> None:
    photo = await lou.send_photo(jpeg(20, 20))
    assert photo.photo
    assert await api.refusal("getFile", file_id="AAA") == (
        "400 Bad Request: wrong file_id or the file is temporarily unavailable"
    )
    assert (await api("sendPhoto", chat_id=lou.id, photo=photo.photo["file_id"]))["ok"]
    assert (
        await api.refusal("sendDocument", chat_id=lou.id, document=photo.photo["file_id"])
        == "400 Bad Request: can't use file of type Photo as Document"
    )


async def test_captions_have_their_own_limit(api: RawApi, lou: Person) -> None:
    fits = await send(api, lou, "sendPhoto", jpeg(20, 20), caption="x" * 1024)
    spills = await send(api, lou, "sendPhoto", jpeg(20, 20), caption="x" * 1025)
    assert fits["ok"]
    assert spills["description"] == "Bad Request: message caption is too long"


@pytest.mark.parametrize("count", [1, 11])
async def test_albums_have_two_to_ten_parts(api: RawApi, lou: Person, count: int) -> None:
    parts = {f"p{number}": jpeg(20, 20) for number in range(count)}
    media = [{"type": "photo", "media": f"attach://{name}"} for name in parts]
    answer = await api.multipart("sendMediaGroup", parts, chat_id=lou.id, media=media)
    assert answer["description"] == "Bad Request: media group must include 2-10 items"


async def test_an_album_shares_one_id_and_mixes_only_photos_and_films(
    api: RawApi, lou: Person
) -> None:
    parts = {"a": jpeg(20, 20), "b": jpeg(30, 30)}
    media = [{"type": "photo", "media": f"attach://{name}", "caption": name} for name in parts]
    sent = (await api.multipart("sendMediaGroup", parts, chat_id=lou.id, media=media))["result"]
    assert len({message["media_group_id"] for message in sent}) == 1
    assert [message["caption"] for message in sent] == ["a", "b"]

    media[1] = {"type": "document", "media": "attach://b"}
    answer = await api.multipart("sendMediaGroup", parts, chat_id=lou.id, media=media)
    assert answer["description"] == ("Bad Request: document can't be mixed with other media types")


async def test_a_film_keeps_its_shape_and_its_poster(api: RawApi, lou: Person) -> None:
    answer = await api.multipart(
        "sendVideo",
        {"film": b"film", "poster": jpeg(320, 180)},
        chat_id=lou.id,
        video="attach://film",
        thumbnail="attach://poster",
        width=1280,
        height=720,
        duration=6,
        has_spoiler=True,
    )
    video = answer["result"]["video"]
    assert (video["width"], video["height"], video["duration"]) == (1280, 720, 6)
    assert video["thumbnail"]["width"] == 320
    assert answer["result"]["has_media_spoiler"] is True


async def test_a_picture_sent_as_a_file_has_a_preview(lou: Person) -> None:
    picture = await lou.send_file("a.png", png(400, 300))
    words = await lou.send_file("a.txt", b"abc")
    assert picture.document
    assert picture.document["thumbnail"]["width"] == 320
    assert words.document
    assert "thumbnail" not in words.document
