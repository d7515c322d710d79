"""What the Library answers: values that a conversation makes its messages from."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from bot.gallery.facts import Facts
from bot.gallery.left_out import Reason
from bot.vision.sight import Sight
from storage.gallery import AlbumId, MediaId, MediaKind
from storage.gallery_browse import Corner, Group

LEAST_FOR_COLLAGE = 2  # a collage of one is a photo


@dataclass(frozen=True, slots=True)
class Part:
    """One message with a media in it, as it arrived; nothing is downloaded yet.

    live: Telegram's file of a live photo's film. group: its name for the album it belongs to.
    forwarded_from_at: when the original was sent.
    """

    chat_id: int
    message_id: int
    kind: MediaKind
    telegram_file: str
    live: str | None = None
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
    """Why a part was not kept: a sentence's id and its facts.

    name: what the file is called, of those in a folder or an archive; for their owner alone.
    """

    text_id: str
    facts: Mapping[str, str | int] = field(default_factory=dict)
    name: str = ""


@dataclass(frozen=True, slots=True)
class Gift:
    """A media that came with its bytes: out of an archive, or from a folder of the server.

    album, chat_id: what it was given with, and where; None for an import, which no message
    brought. live: the film of a live photo.
    """

    kind: MediaKind
    content: bytes
    facts: Facts = field(default_factory=Facts)
    live: bytes | None = None
    album: AlbumId | None = None
    chat_id: int | None = None


@dataclass(frozen=True, slots=True)
class Became:
    """What became of a gift. media: as it is kept, or was before; None for a refused one.

    facts, sight: what is known of it, where it is new; no sight where nobody may look.
    """

    outcome: Outcome
    media: MediaId | None = None
    refusal: Refusal | None = None
    facts: Facts | None = None
    sight: Sight | None = None


@dataclass(frozen=True, slots=True)
class AlbumToRead:
    """What is still to download, and the message that answered it before, if any.

    are_files: its photos were sent as files, which keep the date that they have.
    """

    id: AlbumId
    chat_id: int
    answer_message_id: int | None
    waiting: tuple[MediaId, ...]
    are_files: bool = False


@dataclass(frozen=True, slots=True)
class AlbumReport:
    """What an album came to.

    refused: those nobody was told of yet.
    good: pictures that a collage may be made of; 0 where nobody may look.
    undated: pictures of which nobody said when they were taken, where that is still to ask.
    left_out: how many are kept and not suggested, and why. aside: which.
    """

    id: AlbumId
    photos: int
    films: int
    refused: tuple[Refusal, ...]
    undated: int
    good: int
    was_looked_at: bool
    left_out: Mapping[Reason, int] = field(default_factory=dict)
    aside: Mapping[MediaId, Reason] = field(default_factory=dict)

    @property
    def makes_collage(self) -> bool:
        return self.good >= LEAST_FOR_COLLAGE

    @property
    def intimate(self) -> frozenset[MediaId]:
        """Those that may be."""
        return frozenset(key for key, why in self.aside.items() if why is Reason.SENSITIVE)

    def news(self, came: Collection[MediaId]) -> "AlbumReport":
        """The same, with no left-outs but what came now: the others were told before."""
        reasons = [self.aside[media] for media in came if media in self.aside]
        counts = {why: reasons.count(why) for why in Reason if why in reasons}
        return replace(self, left_out=counts)


@dataclass(frozen=True, slots=True)
class Page:
    """One media to look at, between its neighbours.

    picture: a JPEG or PNG; None for a film without a poster. among: what it was opened from;
    total: 0 where its position is not told. place: how many come before it in its own group, of
    `group_count`. siblings: how many groups
    its year has.
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
    among: Corner = Corner.SHOWN
    group: Group = field(default_factory=Group)
    group_count: int = 1
    place: int = 0
    siblings: int = 1
    is_hidden: bool = False
    is_private: bool = False
    has_voice: bool = False
    has_live: bool = False


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many media went, and the messages that showed them and the drafts made of them."""

    count: int
    messages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Farewell:
    """One forgetting that may still be undone, and the messages that showed what went with it.

    count: media that are gone for now. until: when they are destroyed.
    """

    id: UUID
    count: int
    messages: tuple[int, ...]
    until: datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """It is private, or no longer; how many drafts went, and the messages that showed them."""

    messages: tuple[int, ...] = ()
    collages: int = 0
    looks: int = 0


@dataclass(frozen=True, slots=True)
class GivenBack:
    """A media as it is kept: whole, without metadata."""

    name: str
    content: bytes
