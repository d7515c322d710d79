"""What people send, as their apps do: photos, films, voices, live photos, stickers, files."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Final

from bot.sandbox.decode import Upload
from bot.sandbox.errors import bad
from bot.sandbox.film_facts import film_facts
from bot.sandbox.media import add_file, add_photo, photo_wire, preview
from bot.sandbox.sound_facts import sound_seconds
from bot.sandbox.state import Json
from bot.sandbox.world import World

STICKER_SIDE: Final = 512
Content = Callable[[World, Upload], Awaitable[Json]]


async def part_content(world: World, kind: str, upload: Upload) -> Json:
    """kind: one of KINDS; anything else is sent as a file."""
    return await CONTENTS.get(kind, _file)(world, upload)


async def live_content(world: World, still: Upload, film: Upload) -> Json:
    """A live photo, with its photo beside it for bots that know no better."""
    sizes = photo_wire(await add_photo(world, still.data))
    facts = film_facts(film.data)._asdict()
    return sizes | {"live_photo": add_file(world, film, "live_photo", **facts).wire() | sizes}


def from_somebody(name: str, sent_at: datetime) -> Json:
    """The origin of what is forwarded from somebody who hides their account."""
    date = int(sent_at.timestamp())
    return {"forward_origin": {"type": "hidden_user", "sender_user_name": name, "date": date}}


async def _photo(world: World, upload: Upload) -> Json:
    return photo_wire(await add_photo(world, upload.data))


async def _video(world: World, upload: Upload) -> Json:
    facts = film_facts(upload.data)._asdict()
    return {"video": add_file(world, upload, "video", **facts).wire()}


async def _animation(world: World, upload: Upload) -> Json:
    """A film without sound; what it was called is kept, as a document for older bots."""
    facts = film_facts(upload.data)._asdict()
    wire = add_file(world, upload, "animation", **facts).wire()
    return {"animation": wire, "document": _without_sides(wire)}


async def _round(world: World, upload: Upload) -> Json:
    facts = film_facts(upload.data)._asdict()
    if facts["width"] != facts["height"]:
        raise bad("a round video is as wide as it is high")
    return {"video_note": add_file(world, upload, "video_note", **facts).wire()}


async def _voice(world: World, upload: Upload) -> Json:
    seconds = sound_seconds(upload.data)
    return {"voice": add_file(world, upload, "voice", duration=seconds).wire()}


async def _audio(world: World, upload: Upload) -> Json:
    seconds = sound_seconds(upload.data)
    return {"audio": add_file(world, upload, "audio", duration=seconds).wire()}


async def _sticker(world: World, upload: Upload) -> Json:
    side = STICKER_SIDE
    wire = add_file(world, upload, "sticker", width=side, height=side).wire()
    return {"sticker": wire | {"type": "regular", "is_animated": False, "is_video": False}}


async def _file(world: World, upload: Upload) -> Json:
    stored = add_file(world, upload, "document")
    return {"document": stored.wire() | await preview(world, stored)}


def _without_sides(wire: Json) -> Json:
    return {name: value for name, value in wire.items() if name not in {"width", "height"}}


CONTENTS: Final[Mapping[str, Content]] = {
    "photo": _photo,
    "video": _video,
    "animation": _animation,
    "video_note": _round,
    "voice": _voice,
    "audio": _audio,
    "sticker": _sticker,
    "file": _file,
}
KINDS: Final = tuple(CONTENTS)
