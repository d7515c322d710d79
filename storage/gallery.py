"""The gallery: media, the albums they arrive in, what was seen in them, where and when."""

from datetime import date, datetime
from enum import StrEnum
from typing import Final, NewType
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, Index, LargeBinary, UniqueConstraint, Uuid, text
from sqlmodel import Field

from storage.database import Stored, UtcDateTime, table_of, words
from storage.files import FileId
from storage.people import PersonId
from storage.personal_data import Kept, Purpose, delete_with_files, record

MediaId = NewType("MediaId", UUID)
AlbumId = NewType("AlbumId", UUID)
MomentId = NewType("MomentId", UUID)
_NO: Final = {"server_default": text("false")}


class MediaKind(StrEnum):
    """What was given."""

    PHOTO = "photo"
    VIDEO = "video"


class MediaState(StrEnum):
    """Waiting for its bytes, kept, known to be unusable, or on its way out for ten minutes."""

    WAITING = "waiting"
    KEPT = "kept"
    REFUSED = "refused"
    FORGOTTEN = "forgotten"


class AlbumRow(Stored, table=True):
    """What was sent together, and the message that answers it; late parts join both.

    parts: how many have come since it was last told what became of it; 0 once it was.
    are_dates_asked: the person was asked once when its pictures were taken.
    question_message_id: the message that asks it, until it is answered; one for several albums.
    """

    __tablename__ = "albums"

    id: AlbumId = Field(primary_key=True, sa_type=Uuid, default_factory=uuid4)
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)
    chat_id: int = Field(sa_type=BigInteger)
    answer_message_id: int | None = Field(default=None, sa_type=BigInteger)
    parts: int = 0
    are_dates_asked: bool = False
    question_message_id: int | None = Field(default=None, sa_type=BigInteger)
    opened_at: datetime = Field(sa_type=UtcDateTime)
    last_at: datetime = Field(sa_type=UtcDateTime)


class MomentRow(Stored, table=True):
    """Media that belong together in time and place."""

    __tablename__ = "moments"

    id: MomentId = Field(primary_key=True, sa_type=Uuid, default_factory=uuid4)
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)
    first_on: date | None = None
    made_at: datetime = Field(sa_type=UtcDateTime)


class MediaRow(Stored, table=True):
    """Kept until its owner forgets it.

    chat_id, message_id: where it came; None for what no message brought.
    group: Telegram's own name of the album it came in.
    telegram_file: sealed, Telegram's name of the file, until its bytes are here.
    fingerprint: the picture's hash under a key of this person, to know it again.
    poster: a film's picture, where films can be opened here. voice: what was said of it.
    live: the moving seconds of a live photo.
    taken_on: the first day it may have been taken, for "on this day".
    facts: sealed JSON, what EXIF, the forward or the person said.
    is_hidden: out of the gallery's pages and of all suggestions. is_private: never suggested,
    shared or sent anywhere. is_brought_back: wanted, whatever it looks like.
    farewell: the one tap that it was forgotten with, from `forgotten_at` on.
    """

    __tablename__ = "media"
    __table_args__ = (
        UniqueConstraint("chat_id", "message_id"),
        Index("ix_media_owner_taken_on", "owner", "taken_on"),
        Index(
            "uq_media_owner_fingerprint", "owner", "fingerprint", unique=True,
            sqlite_where=text("fingerprint IS NOT NULL"),
            postgresql_where=text("fingerprint IS NOT NULL"),
        ),
    )  # fmt: skip

    id: MediaId = Field(primary_key=True, sa_type=Uuid, default_factory=uuid4)
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id")
    album: AlbumId | None = Field(
        default=None, sa_type=Uuid, foreign_key="albums.id", ondelete="SET NULL", index=True
    )
    moment: MomentId | None = Field(
        default=None, sa_type=Uuid, foreign_key="moments.id", ondelete="SET NULL", index=True
    )
    kind: MediaKind = Field(sa_type=words(MediaKind, "kind"))
    state: MediaState = Field(default=MediaState.WAITING, sa_type=words(MediaState, "state"))
    chat_id: int | None = Field(default=None, sa_type=BigInteger)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    group: str | None = Field(default=None, index=True)
    telegram_file: bytes | None = Field(default=None, sa_type=LargeBinary)
    file: FileId | None = Field(default=None, sa_type=Uuid)
    poster: FileId | None = Field(default=None, sa_type=Uuid)
    voice: FileId | None = Field(default=None, sa_type=Uuid)
    live: FileId | None = Field(default=None, sa_type=Uuid)
    fingerprint: bytes | None = Field(default=None, sa_type=LargeBinary)
    width: int | None = None
    height: int | None = None
    taken_on: date | None = None
    facts: bytes | None = Field(default=None, sa_type=LargeBinary)
    is_hidden: bool = Field(default=False, sa_column_kwargs=_NO)
    is_private: bool = Field(default=False, sa_column_kwargs=_NO)
    is_brought_back: bool = Field(default=False, sa_column_kwargs=_NO)
    forgotten_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    farewell: UUID | None = Field(default=None, sa_type=Uuid, index=True)
    shared_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    arrived_at: datetime = Field(sa_type=UtcDateTime)
    last_used_at: datetime = Field(sa_type=UtcDateTime)


class SightRow(Stored, table=True):
    """What vision saw, sealed; goes when the analysis is withdrawn."""

    __tablename__ = "sights"

    media: MediaId = Field(
        primary_key=True, sa_type=Uuid, foreign_key="media.id", ondelete="CASCADE"
    )
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)
    sight: bytes = Field(sa_type=LargeBinary)
    seen_at: datetime = Field(sa_type=UtcDateTime)


class FaceBoxesRow(Stored, table=True):
    """Rectangles around faces, sealed apart so that they can go alone."""

    __tablename__ = "face_boxes"

    media: MediaId = Field(
        primary_key=True, sa_type=Uuid, foreign_key="media.id", ondelete="CASCADE"
    )
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)
    boxes: bytes = Field(sa_type=LargeBinary)


class PlaceRow(Stored, table=True):
    """A town's name and its cell, sealed apart so that they can go alone."""

    __tablename__ = "places"

    media: MediaId = Field(
        primary_key=True, sa_type=Uuid, foreign_key="media.id", ondelete="CASCADE"
    )
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)
    place: bytes = Field(sa_type=LargeBinary)


ALBUMS: Final = table_of(AlbumRow)
MOMENTS: Final = table_of(MomentRow)
MEDIA: Final = table_of(MediaRow)
SIGHTS: Final = table_of(SightRow)
FACE_BOXES: Final = table_of(FaceBoxesRow)
PLACES: Final = table_of(PlaceRow)
PERSONAL_DATA = {
    AlbumRow: Kept(
        owner=AlbumRow.owner,
        purpose=Purpose.CORE_SERVICE,
        export=record("id", "opened_at"),
        retention="as its media",
    ),
    MomentRow: Kept(
        owner=MomentRow.owner,
        purpose=Purpose.SUGGEST_ANALYSE,
        export=record("id", "first_on", "made_at"),
        retention="as its media",
    ),
    MediaRow: Kept(
        owner=MediaRow.owner,
        purpose=Purpose.CORE_SERVICE,
        export=record(
            "id", "kind", "state", "file", "voice", "live", "width", "height", "taken_on",
            "shared_at", "arrived_at", "is_hidden", "is_private", "is_brought_back",
            "forgotten_at",
            values=["facts"],
        ),
        retention="until its owner forgets it, and ten minutes",
        erase=delete_with_files("file", "poster", "voice", "live"),
    ),
    SightRow: Kept(
        owner=SightRow.owner,
        purpose=Purpose.SUGGEST_ANALYSE,
        export=record("media", "seen_at"),  # the look itself: bot.privacy.inferences
        retention="as its media",
    ),
    FaceBoxesRow: Kept(
        owner=FaceBoxesRow.owner,
        purpose=Purpose.FACE_BOXES,
        export=record("media", values=["boxes"]),
        retention="as its media",
    ),
    PlaceRow: Kept(
        owner=PlaceRow.owner,
        purpose=Purpose.PLACES,
        export=record("media", values=["place"]),
        retention="as its media",
    ),
}  # fmt: skip
