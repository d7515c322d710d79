"""What the Library answers: values that a conversation makes its messages from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.gallery.facts import Facts
from bot.gallery.left_out import Reason
from storage.gallery import AlbumId, MediaId, MediaKind
from storage.gallery_rows import Shelf

LEAST_FOR_COLLAGE = 2  # a collage of one is a photo


@dataclass(frozen=True, slots=True)
class Part:
    """One message with a media in it, as it arrived; nothing is downloaded yet.

    group: Telegram's name for the album it belongs to.
    forwarded_from_at: when the original was sent.
    """

    chat_id: int
    message_id: int
    kind: MediaKind
    telegram_file: str
    group: str | None = None
    name: str | None = None
    caption: str | None = None
    forwarded_from_at: datetime | None = None


class Outcome(StrEnum):
    """What became of one part of an album."""

    KEPT = "kept"
    CONVERTED = "converted"
    FILM = "film"
    KNOWN = "known"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a part was not kept: a sentence's id and its facts."""

    text_id: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AlbumToRead:
    """What is still to download, and the message that answered it before, if any."""

    id: AlbumId
    chat_id: int
    answer_message_id: int | None
    waiting: tuple[MediaId, ...]


@dataclass(frozen=True, slots=True)
class AlbumReport:
    """What an album came to.

    refused: those nobody was told of yet.
    good: pictures that a collage may be made of; 0 where nobody may look.
    undated: pictures of which nobody said when they were taken, where that is still to ask.
    left_out: how many are kept and not suggested, and why.
    """

    id: AlbumId
    photos: int
    films: int
    refused: tuple[Refusal, ...]
    undated: int
    good: int
    was_looked_at: bool
    left_out: Mapping[Reason, int] = field(default_factory=dict)

    @property
    def makes_collage(self) -> bool:
        return self.good >= LEAST_FOR_COLLAGE


@dataclass(frozen=True, slots=True)
class MomentLine:
    """One moment of a gallery, in a line."""

    facts: tuple[Facts, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """A gallery at a glance, its latest moments first.

    taken_back: posts that are gone again; what they showed stays among the shared, as people
    may have seen it.
    """

    shelf: Shelf
    moments: tuple[MomentLine, ...]
    taken_back: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """One media to look at, between its neighbours. picture: a JPEG or PNG; None for a film
    without a poster.
    """

    media: MediaId
    kind: MediaKind
    picture: bytes | None
    facts: Facts
    is_shared: bool
    position: int
    total: int
    previous: MediaId | None
    following: MediaId | None


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many media went, and the messages that showed the drafts made of them."""

    count: int
    messages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class GivenBack:
    """A media as it is kept: whole, without metadata."""

    name: str
    content: bytes
