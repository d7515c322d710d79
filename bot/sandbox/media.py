"""From what a call names (a part, an id, an address) to a file in the store."""

import asyncio
import mimetypes
from collections.abc import Mapping, Sequence
from typing import Any

from aiogram.types import BufferedInputFile

from bot.sandbox.decode import ATTACH, Upload
from bot.sandbox.errors import ApiError, bad
from bot.sandbox.files import PHOTO_BYTES, UPLOAD_BYTES, StoredFile
from bot.sandbox.photo_sizes import SIDES, photo_sizes
from bot.sandbox.state import Json
from bot.sandbox.world import World

Uploads = Mapping[str, Upload]
THUMBNAIL_SIDE = 320
PICTURES = ("image/jpeg", "image/png", "image/webp")


async def photo_content(world: World, reference: Any, uploads: Uploads) -> Json:
    """What a message with this photo holds: its sizes, smallest first."""
    upload = uploaded(reference, uploads)
    if upload is None:
        stored = world.files.to_send(_file_id(reference), "photo")
        return photo_wire(world.files.sizes(stored))
    return photo_wire(await add_photo(world, upload.data))


async def add_photo(world: World, data: bytes, limits: Sequence[int] = SIDES) -> list[StoredFile]:
    if not data:
        raise bad("file must be non-empty")
    if len(data) > PHOTO_BYTES:
        raise bad(f"file of size {len(data)} bytes is too big for a photo")
    loop = asyncio.get_running_loop()
    sizes = await loop.run_in_executor(world.pixels, photo_sizes, data, limits)
    return world.files.add_photo(sizes)


def photo_wire(sizes: list[StoredFile]) -> Json:
    return {"photo": [size.wire() for size in sizes]}


async def file_content(
    world: World, kind: str, reference: Any, uploads: Uploads, about: Any
) -> Json:
    """A document, video or animation; `about` may say width, height, duration, thumbnail."""
    upload = uploaded(reference, uploads)
    if upload is None:
        stored = world.files.to_send(_file_id(reference), kind)
    else:
        stored = add_file(
            world,
            upload,
            kind,
            width=getattr(about, "width", None) or 0,
            height=getattr(about, "height", None) or 0,
            duration=seconds(getattr(about, "duration", None)),
        )
    wire = stored.wire()
    thumbnail = getattr(about, "thumbnail", None)
    if isinstance(thumbnail, BufferedInputFile):
        wire["thumbnail"] = (await _thumbnail(world, thumbnail.data)).wire()
    elif upload and kind == "document":
        wire |= await preview(world, stored)
    found = {kind: wire}
    if kind == "animation":
        found["document"] = {
            name: value for name, value in wire.items() if name not in ("width", "height")
        }
    return found


def add_file(
    world: World, upload: Upload, kind: str, *, width: int = 0, height: int = 0, duration: int = 0
) -> StoredFile:
    if not upload.data:
        raise bad("file must be non-empty")
    if len(upload.data) > UPLOAD_BYTES:
        raise ApiError(413, "Request Entity Too Large")
    guessed = mimetypes.guess_type(upload.name)[0]
    mime = upload.mime if upload.mime not in ("", "application/octet-stream") else guessed
    return world.files.add(
        upload.data,
        kind,
        name=upload.name,
        mime=mime or "application/octet-stream",
        width=width,
        height=height,
        duration=duration,
    )


async def preview(world: World, stored: StoredFile) -> Json:
    """Pictures sent as files get a small preview; nothing for what cannot be drawn."""
    if stored.mime not in PICTURES:
        return {}
    try:
        return {"thumbnail": (await _thumbnail(world, stored.data)).wire()}
    except ApiError:
        return {}


async def _thumbnail(world: World, data: bytes) -> StoredFile:
    return (await add_photo(world, data, (THUMBNAIL_SIDE,)))[-1]


def seconds(duration: Any) -> int:
    """Durations come as numbers or as timedelta."""
    if duration is None:
        return 0
    return int(getattr(duration, "total_seconds", lambda: duration)())


def uploaded(reference: Any, uploads: Uploads) -> Upload | None:
    """The part that a reference names; None when it is an id."""
    text = str(reference)
    if text.startswith(ATTACH):
        return uploads[text.removeprefix(ATTACH)]
    if text.startswith(("http://", "https://")):
        raise bad("failed to get HTTP URL content")
    return None


def _file_id(reference: Any) -> str:
    text = str(reference)
    if not text:
        raise bad("file_id not specified")
    return text
