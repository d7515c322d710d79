"""Where each record of a person stands in their copy, and what was inferred, in words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from bot.privacy.archive import to_json

Record = Mapping[str, object]
Records = Mapping[str, Sequence[Record]]

# A table that is not named here goes to other/<table>.json: nothing is ever left out.
_HOMES: Final[Mapping[str, str]] = {
    "people": "profile.json",
    "consents": "consents/answers.json",
    "states": "settings/conversation.json",
    "jobs": "settings/jobs.json",
    "albums": "media/albums.json",
    "moments": "media/moments.json",
    "collages": "drafts/collages.json",
    "collage_media": "drafts/collage_media.json",
    "films": "drafts/films.json",
    "film_media": "drafts/film_media.json",
    "phrases": "drafts/phrases.json",
    "cards": "drafts/cards.json",
    "imagined": "drafts/imagined.json",
    "looks": "drafts/looks.json",
    "requests": "drafts/requests.json",
    "rewritings": "drafts/rewritings.json",
    "selections": "drafts/selections.json",
    "chat_turns": "ai_chats.json",
    "outbound": "outbound.json",
    "tastes": "inferences.json",
    "choices": "training/rows.json",
    "ranked": "training/versions.json",
    "posts": "posts/posts.json",
    "recaps": "posts/recaps.json",
    "channels": "posts/channels.json",
    "story_connections": "posts/story_connection.json",
    "cadences": "settings/reminders.json",
    "avoids": "settings/avoids.json",
    "nudges": "reminders/nudges.json",
    "shown_media": "reminders/shown_media.json",
    "moves": "settings/countries.json",
    "waiting": "settings/waiting.json",
    "erasures": "settings/erasures.json",
    "outbox": "settings/messages.json",
}
_BESIDE_MEDIA: Final = ("sights", "face_boxes", "places")  # they go into the media's sidecar
_FILES_BESIDE: Final = ("voice", "live")
_NOTHING_INSIDE: Final = frozenset({"keys"})
_MAGIC: Final = (
    (b"\xff\xd8\xff", 0, "jpg"),
    (b"\x89PNG", 0, "png"),
    (b"WEBP", 8, "webp"),
    (b"GIF8", 0, "gif"),
    (b"ftyphei", 4, "heic"),
    (b"ftypmif1", 4, "heic"),
    (b"ftyp", 4, "mp4"),
    (b"OggS", 0, "ogg"),
    (b"ID3", 0, "mp3"),
)


@dataclass(frozen=True, slots=True)
class MediaCopy:
    """A media in the copy: `stem` is its path without a suffix; `file` None was never kept.

    beside: further files by what they are, as a spoken note. is_forgotten: on its way out, no
    file of it is copied.
    """

    id: str
    stem: str
    file: str | None
    sidecar: Record
    beside: Mapping[str, str] = field(default_factory=dict)
    is_forgotten: bool = False


def suffix_of(content: bytes) -> str:
    """What kind of file these bytes are, by their first letters; "bin" when unknown."""
    for magic, offset, suffix in _MAGIC:
        if content[offset : offset + len(magic)] == magic:
            return suffix
    return "bin"


def media_of(records: Records) -> list[MediaCopy]:
    """Every media with all that hangs on it, the oldest first; paths hold ids only."""
    beside: dict[str, dict[str, object]] = defaultdict(dict)
    for table in _BESIDE_MEDIA:
        for row in records.get(table, ()):
            beside[str(row["media"])][table] = {k: v for k, v in row.items() if k != "media"}
    found = [_media(row, beside[str(row["id"])]) for row in records.get("media", ())]
    return sorted(found, key=lambda one: (one.stem, one.id))


def documents(records: Records) -> dict[str, bytes]:
    """Every JSON file of the copy that is not a media's sidecar, by its path."""
    homes: dict[str, list[Record]] = defaultdict(list)
    for table, rows in sorted(records.items()):
        if table not in (*_BESIDE_MEDIA, "media") and table not in _NOTHING_INSIDE:
            homes[_HOMES.get(table, f"other/{table}.json")].extend(rows)
    homes["inferences.json"].extend(_inference(row) for row in records.get("sights", ()))
    return {path: to_json(_single(path, rows)) for path, rows in homes.items()}


def _media(row: Record, beside: Mapping[str, object]) -> MediaCopy:
    name = str(row["id"])
    when = str(row.get("taken_on") or row.get("arrived_at") or "")[:4]
    folder = when if when.isdigit() else "undated"
    file = row.get("file")
    own = {key: value for key, value in row.items() if key not in ("file", *_FILES_BESIDE)}
    return MediaCopy(
        id=name,
        stem=f"media/{folder}/{name}",
        file=str(file) if file else None,
        sidecar=own | dict(beside),
        beside={name: str(row[name]) for name in _FILES_BESIDE if row.get(name)},
        is_forgotten=row.get("forgotten_at") is not None,
    )


def _inference(sight: Record) -> Record:
    """What is worth reading of a look; its numbers are in the media's sidecar."""
    worth = ("media", "seen_at", "things", "quality", "kind_of_picture", "sensitive")
    return {name: sight[name] for name in worth if name in sight}


def _single(path: str, rows: Sequence[Record]) -> Any:
    return rows[0] if path == "profile.json" and len(rows) == 1 else rows
