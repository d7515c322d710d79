"""The sandbox's files: ids that look like Telegram's, bytes, and what a getFile may answer."""

import base64
import hashlib
import itertools
from dataclasses import dataclass
from pathlib import PurePosixPath

from bot.sandbox.errors import bad
from bot.sandbox.photo_sizes import PhotoFile
from bot.sandbox.state import Json

DOWNLOAD_BYTES = 20 * 1024 * 1024  # what a bot may fetch
PHOTO_BYTES = 10 * 1024 * 1024
UPLOAD_BYTES = 50 * 1024 * 1024
FOLDERS = {
    "photo": "photos", "video": "videos", "animation": "animations", "voice": "voice",
    "video_note": "video_notes", "sticker": "stickers", "audio": "music",
}  # fmt: skip
PREFIXES = {
    "photo": b"\x02\x01", "video": b"\x04\x01", "animation": b"\x0a\x01", "voice": b"\x03\x01",
    "video_note": b"\x0d\x01", "sticker": b"\x08\x01", "audio": b"\x09\x01",
}  # fmt: skip
REAL_NAMES = {
    "photo": "Photo", "video": "Video", "animation": "Animation", "voice": "VoiceNote",
    "video_note": "VideoNote", "sticker": "Sticker", "audio": "Audio",
}  # fmt: skip
SEEN = frozenset({"photo", "video", "animation", "live_photo", "sticker"})
PLAYED = frozenset({"video", "animation", "live_photo", "video_note", "voice", "audio"})
NAMELESS = frozenset({"photo", "live_photo", "video_note", "voice", "sticker"})
TYPELESS = frozenset({"photo", "video_note", "sticker"})


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Bytes with the two ids Telegram gives: one to send with, one to recognise by."""

    file_id: str
    unique_id: str
    kind: str
    data: bytes
    name: str
    mime: str
    path: str
    width: int = 0
    height: int = 0
    duration: int = 0
    group: str = ""

    def wire(self) -> Json:
        found: Json = {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.data),
        }
        if self.kind in SEEN:
            found |= {"width": self.width, "height": self.height}
        if self.kind == "video_note":
            found["length"] = self.width
        if self.kind in PLAYED:
            found["duration"] = self.duration
        if self.kind not in NAMELESS:
            found["file_name"] = self.name
        if self.kind not in TYPELESS:
            found["mime_type"] = self.mime
        return found


class FileStore:
    """Every file anyone sent; ids keep working after the message is gone."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_unique: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._groups: dict[str, list[StoredFile]] = {}
        self._numbers = itertools.count(1)

    def add(
        self,
        data: bytes,
        kind: str,
        *,
        name: str,
        mime: str,
        width: int = 0,
        height: int = 0,
        duration: int = 0,
        group: str = "",
    ) -> StoredFile:
        number = next(self._numbers)
        seed = number.to_bytes(8, "big") + hashlib.blake2b(data, digest_size=24).digest()
        suffix = PurePosixPath(name).suffix.lower() or (".jpg" if kind == "photo" else "")
        stored = StoredFile(
            file_id=_code(PREFIXES.get(kind, b"\x05\x01") + seed + b"\x00" * 14 + seed[:8]),
            unique_id=_code(PREFIXES.get(kind, b"\x05\x01") + seed[4:14]),
            kind=kind,
            data=data,
            name=name,
            mime=mime,
            path=f"{FOLDERS.get(kind, 'documents')}/file_{number}{suffix}",
            width=width,
            height=height,
            duration=duration,
            group=group,
        )
        self._by_id[stored.file_id] = stored
        self._by_unique[stored.unique_id] = stored
        self._by_path[stored.path] = stored
        return stored

    def add_photo(self, sizes: list[PhotoFile]) -> list[StoredFile]:
        """The sizes belong together: any one of their ids sends the photo again."""
        group = f"photo{next(self._numbers)}"
        stored = [
            self.add(
                size.data,
                "photo",
                name="photo.jpg",
                mime="image/jpeg",
                width=size.width,
                height=size.height,
                group=group,
            )
            for size in sizes
        ]
        self._groups[group] = stored
        return stored

    def sizes(self, stored: StoredFile) -> list[StoredFile]:
        return self._groups.get(stored.group, [stored])

    def by_id(self, file_id: str) -> StoredFile:
        """For getFile; raises ApiError for an id that nobody was given."""
        if file_id not in self._by_id:
            raise bad("wrong file_id or the file is temporarily unavailable")
        return self._by_id[file_id]

    def to_send(self, file_id: str, kind: str) -> StoredFile:
        """For sending again; a photo stays a photo."""
        if file_id not in self._by_id:
            raise bad("wrong remote file identifier specified: can't unserialize it")
        stored = self._by_id[file_id]
        if "photo" in (stored.kind, kind) and stored.kind != kind:
            source = REAL_NAMES.get(stored.kind, "Document")
            wanted = REAL_NAMES.get(kind, "Document")
            raise bad(f"can't use file of type {source} as {wanted}")
        return stored

    def by_path(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)

    def by_unique(self, unique_id: str) -> StoredFile | None:
        return self._by_unique.get(unique_id)

    def to_download(self, file_id: str) -> Json:
        stored = self.by_id(file_id)
        if len(stored.data) > DOWNLOAD_BYTES:
            raise bad("file is too big")
        return {
            "file_id": stored.file_id,
            "file_unique_id": stored.unique_id,
            "file_size": len(stored.data),
            "file_path": stored.path,
        }


def _code(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
