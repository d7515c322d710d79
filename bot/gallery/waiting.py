"""What a media that waits to be read is called; and which two files are one live photo."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath
from typing import Final, TypeVar

Key = TypeVar("Key")
STILLS: Final = frozenset({".heic", ".heif", ".jpg", ".jpeg"})
FILMS: Final = frozenset({".mov", ".mp4"})


@dataclass(frozen=True, slots=True)
class Waiting:
    """file, live: Telegram's names of the media and of a live photo's film. name: its own."""

    file: str
    live: str | None = None
    name: str | None = None


def waiting_bytes(waiting: Waiting) -> bytes:
    return json.dumps(asdict(waiting)).encode()


def waiting_from(data: bytes) -> Waiting:
    """The first version knew Telegram's name alone."""
    text = data.decode()
    return Waiting(**json.loads(text)) if text.startswith("{") else Waiting(text)


def pairs(names: Mapping[Key, str]) -> Mapping[Key, Key]:
    """Films by the photo that they are the moving seconds of: one folder, one name, no other.

    names: a file's name, its folder before it where there is one.
    """
    stills: dict[str, list[Key]] = {}
    films: dict[str, list[Key]] = {}
    for key, name in names.items():
        path = PurePosixPath(name.casefold())
        kind = stills if path.suffix in STILLS else films if path.suffix in FILMS else None
        if kind is not None:
            kind.setdefault(str(path.with_suffix("")), []).append(key)
    return {
        films[stem][0]: found[0]
        for stem, found in stills.items()
        if len(found) == 1 and len(films.get(stem, [])) == 1
    }
