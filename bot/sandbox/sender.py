"""What a scripted person gives to the bot: pictures, films, voices, files, forwarded ones."""

from collections.abc import Sequence
from datetime import datetime

from bot.sandbox import acts
from bot.sandbox.decode import Upload
from bot.sandbox.person_media import from_somebody
from bot.sandbox.state import Chat, Json, PersonState, StoredMessage
from bot.sandbox.world import World

Part = bytes | tuple[str, str, bytes]


class Sender:
    """The half of a person that gives; `person.Person` also says, presses and waits."""

    def __init__(self, world: World, state: PersonState) -> None:
        self.world = world
        self.state = state
        self._mark = 0

    @property
    def id(self) -> int:
        return self.state.id

    @property
    def chat(self) -> Chat:
        """The private chat with the bot."""
        return self.world.chats[self.id]

    def mark(self) -> None:
        """From here on, `wait_for` only looks at what is new or changed."""
        self._mark = self.world.number()

    async def send_photo(
        self, data: bytes, caption: str = "", name: str = "photo.jpg"
    ) -> StoredMessage:
        return await self._send_one("photo", Upload(name, "image/jpeg", data), caption)

    async def send_album(
        self, parts: Sequence[Part], gap: float = 0.0, caption: str = ""
    ) -> list[StoredMessage]:
        """Parts are photo bytes or (kind, name, bytes); `gap` in seconds between them."""
        named = [p if isinstance(p, tuple) else ("photo", "photo.jpg", p) for p in parts]
        uploads = [(kind, Upload(name, "", data)) for kind, name, data in named]
        return await self._send(uploads, caption, gap)

    async def send_file(
        self, name: str, data: bytes, mime: str = "", caption: str = ""
    ) -> StoredMessage:
        return await self._send_one("file", Upload(name, mime, data), caption)

    async def send_video(
        self, data: bytes, caption: str = "", name: str = "video.mp4"
    ) -> StoredMessage:
        return await self._send_one("video", Upload(name, "video/mp4", data), caption)

    async def send_animation(self, data: bytes, name: str = "animation.mp4") -> StoredMessage:
        return await self._send_one("animation", Upload(name, "video/mp4", data))

    async def send_round(self, data: bytes) -> StoredMessage:
        """A video note: as wide as it is high."""
        return await self._send_one("video_note", Upload("round.mp4", "video/mp4", data))

    async def send_voice(
        self, data: bytes, reply_to: StoredMessage | None = None
    ) -> StoredMessage:
        upload = Upload("voice.oga", "audio/ogg", data)
        return await self._send_one("voice", upload, reply_to=reply_to)

    async def send_sticker(self, data: bytes) -> StoredMessage:
        return await self._send_one("sticker", Upload("sticker.webp", "image/webp", data))

    async def send_live(self, photo: bytes, film: bytes) -> StoredMessage:
        self.mark()
        still = Upload("photo.jpg", "image/jpeg", photo)
        moving = Upload("live.mp4", "video/mp4", film)
        return await acts.send_live(self.world, self.id, self.chat, still, moving)

    async def send_forwarded(
        self, kind: str, upload: Upload, sent_at: datetime, by: str = "Mamie"
    ) -> StoredMessage:
        """What somebody sent at another time, elsewhere."""
        return await self._send_one(kind, upload, origin=from_somebody(by, sent_at))

    async def _send_one(
        self,
        kind: str,
        upload: Upload,
        caption: str = "",
        reply_to: StoredMessage | None = None,
        origin: Json | None = None,
    ) -> StoredMessage:
        number = reply_to.id if reply_to else None
        return (await self._send([(kind, upload)], caption, reply_to=number, origin=origin))[0]

    async def _send(
        self,
        parts: Sequence[tuple[str, Upload]],
        caption: str,
        gap: float = 0.0,
        reply_to: int | None = None,
        origin: Json | None = None,
    ) -> list[StoredMessage]:
        self.mark()
        return await acts.send_parts(
            self.world,
            self.id,
            self.chat,
            parts,
            caption=caption,
            gap_seconds=gap,
            reply_to=reply_to,
            origin=origin,
        )
