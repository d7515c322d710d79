"""What may be shared: a picture, its words, and the label that says how it was made."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from bot.errors import FriendlyError
from bot.improve.choices import NOTHING, Option
from bot.telegram.places import Place, Trouble
from storage.gallery import MediaId
from storage.sharing import Destination, DraftKind, PostId, RecapId, RecapState

MOST_CHANNELS: Final = 5
PERIODS: Final = tuple(timedelta(hours=hours) for hours in (6, 12, 24, 48))  # Telegram's own


class Label(StrEnum):
    """Said under the picture wherever it goes (AI Act art. 50); nobody can take it off."""

    COLLAGE = "collage"
    FILTER = "filter"
    EDITED = "edited"
    AI_IMAGE = "ai-image"
    CARD = "card"
    FILM = "film"


class NothingToShare(FriendlyError):
    """Expired, forgotten, no longer allowed, or another's."""

    text_id = "error-share-gone"


class ShareIsPrivate(NothingToShare):
    """Something in it is kept private: nothing goes out."""

    text_id = "error-share-private"


class ShareChanged(FriendlyError):
    """The draft is not the one that was shown."""

    text_id = "error-share-changed"


class NotDrawn(FriendlyError):
    """The picture could not be made, several times over; nothing had left."""

    text_id = "error-share-not-drawn"


class QuestionOld(FriendlyError):
    """The question was put again, answered, or left open for a day."""

    text_id = "error-share-old"


class CannotPostThere(FriendlyError):
    """Fact: `title`, of the channel."""

    text_id = "error-channel-gone"


class NotAllowedThere(CannotPostThere):
    """The bot has no right to post."""

    text_id = "error-channel-not-allowed"


class NotYoursThere(CannotPostThere):
    """The person has none."""

    text_id = "error-channel-not-yours"


class TooManyChannels(FriendlyError):
    """Fact: `most`."""

    text_id = "error-channel-many"


class ConnectionLost(FriendlyError):
    """Telegram no longer lets the bot post Stories for this person."""

    text_id = "error-story-lost"


class StoryRefused(FriendlyError):
    """Telegram says no to the Story itself."""

    text_id = "error-story-refused"


@dataclass(frozen=True, slots=True)
class Ref:
    """Which draft, and which version of it a person was looking at."""

    kind: DraftKind
    draft: UUID
    version: int


@dataclass(frozen=True, slots=True)
class Shareable:
    """A draft as it would be seen.

    telegram_photo: Telegram's name of the picture, once shown. message_id: where it is shown.
    traits: of the page.
    """

    ref: Ref
    media: tuple[MediaId, ...]
    title: str | None
    caption: str | None
    label: Label
    telegram_photo: str | None = None
    message_id: int | None = None
    traits: Option = NOTHING

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(part for part in (self.title, self.caption) if part)


@dataclass(frozen=True, slots=True)
class Channel:
    """A linked channel. number: the person's own. is_lost: nothing can be posted there now."""

    number: int
    place: Place
    is_lost: bool


@dataclass(frozen=True, slots=True)
class Recap:
    """What is asked before anything goes out; `place` for a channel, `period` for a story."""

    id: RecapId
    ref: Ref
    destination: Destination
    state: RecapState
    channel: int | None = None
    place: Place | None = None
    with_file: bool = False
    period: timedelta | None = None
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """What was posted, as far as it can still be undone."""

    id: PostId
    ref: Ref
    destination: Destination
    at: datetime
    place: Place | None = None
    message_ids: tuple[int, ...] = ()
    story_id: int | None = None
    until: datetime | None = None
    is_taken_back: bool = False


def refusal(trouble: Trouble, title: str) -> FriendlyError:
    """The sentence for a channel that takes no post."""
    kinds: dict[Trouble, type[FriendlyError]] = {
        Trouble.GONE: CannotPostThere,
        Trouble.NOT_ALLOWED: NotAllowedThere,
        Trouble.NOT_YOURS: NotYoursThere,
    }
    return kinds[trouble](title=title)
