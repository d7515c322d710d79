"""What the files of a folder or an archive are by their names: media, what tells of them, rest."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from bot.gallery.parts import told_by, untold
from bot.gallery.waiting import pairs


class Form(StrEnum):
    """Storage's words for a media: a child that opens archives does not load its tables."""

    PHOTO = "photo"
    VIDEO = "video"


# Their bytes decide later; a file with another ending is not even read.
ENDINGS: Final[Mapping[str, Form]] = {
    **dict.fromkeys(
        ("jpg", "jpeg", "jpe", "png", "webp", "gif", "heic", "heif", "hif"), Form.PHOTO
    ),
    **dict.fromkeys(("mp4", "mov", "m4v", "3gp", "mp"), Form.VIDEO),
}
ARCHIVES: Final = frozenset({"zip", "7z", "rar", "tar", "tgz", "gz", "bz2", "xz"})
TELLERS: Final = frozenset({"json", "html"})  # what Takeout writes around pictures
HIDDEN: Final = frozenset({"__macosx", "@eadir", "thumbs.db", "desktop.ini"})
MOST_ENTRIES: Final = 50_000  # three times 15,000 photos with their JSON
TELLER_BYTES: Final = 1024 * 1024  # Takeout's JSON has one or two kB
LIVE_BYTES: Final = 20 * 1024 * 1024  # three seconds; a longer film of that name is a film
MOST_BYTES: Final = 200 * 1024 * 1024  # of one media: it is held in memory while it is sealed

Ref = int | str


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as its folder or archive lists it.

    ref: how to find it again; a path is never made of it. name: with its folders.
    size: bytes, unpacked. trouble: why it cannot be read, a sentence's id.
    """

    ref: Ref
    name: str
    size: int
    trouble: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One media to keep. teller: the file beside it that tells of it.

    live: the film beside a picture that is its moving seconds, of `live_size` bytes.
    """

    ref: Ref
    name: str
    kind: Form
    size: int
    teller: Ref | None = None
    live: Ref | None = None
    live_size: int = 0


@dataclass(frozen=True, slots=True)
class Survey:
    """What there is to keep, in the order of folders and names.

    refused: the names for each reason, a sentence's id. others: files that are no media.
    """

    items: tuple[Item, ...] = ()
    refused: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    others: int = 0

    @property
    def untold(self) -> int:
        """How many media of a Google Takeout have no JSON here: it may lie in another part."""
        told = {_plain(item.name) for item in self.items if item.teller is not None}
        return untold((_plain(item.name) for item in self.items), told)


def survey(entries: Iterable[Entry]) -> Survey:
    """Sort files by what they are; what is hidden, and what only tells, counts for nothing."""
    visible = [entry for entry in entries if not _is_hidden(entry.name)]
    refused: dict[str, list[str]] = defaultdict(list)
    found, others = [], 0
    for entry in visible:
        trouble = _trouble(entry)
        if trouble:
            refused[trouble].append(entry.name)
        elif _ending(entry.name) in ENDINGS:
            found.append(entry)
        elif _ending(entry.name) not in TELLERS:
            others += 1
    found.sort(key=lambda entry: (folder_of(entry.name), entry.name))
    names = {reason: tuple(sorted(some)) for reason, some in refused.items()}
    return Survey(tuple(_items(found, visible)), names, others)


def media_bytes(entries: Iterable[Entry]) -> int:
    """What the media among them weigh, unpacked."""
    return sum(
        entry.size
        for entry in entries
        if _ending(entry.name) in ENDINGS and _trouble(entry) is None
    )


def folder_of(name: str) -> str:
    return _plain(name).rpartition("/")[0]


def file_of(name: str) -> str:
    return _plain(name).rpartition("/")[2]


def shown_name(name: str, most: int) -> str:
    """A name from outside that turns no text round and moves no cursor; its end, of a long one."""
    plain = "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name
    )
    return plain if len(plain) <= most else f"…{plain[1 - most :]}"


def survey_bytes(found: Survey) -> bytes:
    """As it travels from a child: tens of thousands of items in little."""
    items = [
        [one.ref, one.name, one.kind, one.size, one.teller, one.live, one.live_size]
        for one in found.items
    ]
    record = {"items": items, "refused": dict(found.refused), "others": found.others}
    return json.dumps(record, separators=(",", ":")).encode()


def survey_from(data: bytes) -> Survey:
    """Raises ValueError, TypeError or KeyError for bytes that are none."""
    record = json.loads(data)
    items = (
        Item(
            _ref(ref),
            str(name),
            Form(kind),
            int(size),
            None if teller is None else _ref(teller),
            None if live is None else _ref(live),
            int(live_size),
        )
        for ref, name, kind, size, teller, live, live_size in record["items"]
    )
    refused = {str(reason): tuple(map(str, names)) for reason, names in record["refused"].items()}
    return Survey(tuple(items), refused, int(record["others"]))


def _ref(value: object) -> Ref:
    if isinstance(value, int | str):
        return value
    raise TypeError("neither a number nor a path")


def _items(found: Sequence[Entry], visible: Iterable[Entry]) -> Iterable[Item]:
    """Media with what tells of them."""
    refs: dict[str, Ref] = {}
    for entry in visible:
        if _ending(entry.name) == "json":
            refs.setdefault(_plain(entry.name), entry.ref)
    told = told_by([_plain(entry.name) for entry in found], refs)
    films = _live_films(found)
    taken = {film.ref for film in films.values()}
    for entry in found:
        if entry.ref in taken:
            continue
        teller, film = told.get(_plain(entry.name)), films.get(entry.ref)
        yield Item(
            entry.ref,
            entry.name,
            ENDINGS[_ending(entry.name)],
            entry.size,
            refs[teller] if teller else None,
            film.ref if film else None,
            film.size if film else 0,
        )


def _live_films(found: Sequence[Entry]) -> Mapping[Ref, Entry]:
    """The moving seconds by the picture that they belong to."""
    by_ref = {entry.ref: entry for entry in found}
    joined = pairs({entry.ref: _plain(entry.name) for entry in found})
    return {
        still: by_ref[film] for film, still in joined.items() if by_ref[film].size <= LIVE_BYTES
    }


def _trouble(entry: Entry) -> str | None:
    """Only of what would be read: a locked text file is none of our business."""
    ending = _ending(entry.name)
    if ending in ARCHIVES:
        return entry.trouble or "error-archive-nested"
    if ending not in ENDINGS:
        return None
    return "error-media-too-big" if entry.size > MOST_BYTES else entry.trouble


def _is_hidden(name: str) -> bool:
    parts = [part for part in _plain(name).casefold().split("/") if part not in {"", ".", ".."}]
    return not parts or any(part.startswith(".") or part in HIDDEN for part in parts)


def _ending(name: str) -> str:
    stem, dot, ending = file_of(name).rpartition(".")
    return ending.casefold() if stem and dot else ""


def _plain(name: str) -> str:
    return name.replace("\\", "/")
