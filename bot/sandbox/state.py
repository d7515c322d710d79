"""What the sandbox remembers: people, chats, messages, buttons pressed, stories."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from bot.sandbox.pulse import Pulse

Json = dict[str, Any]
ChatKind = Literal["private", "channel", "group", "friends"]


@dataclass(slots=True)
class Business:
    """A Telegram Business connection that a person gave to the bot."""

    id: str
    person_id: int
    can_manage_stories: bool
    since: datetime
    is_enabled: bool = True


@dataclass(slots=True)
class PersonState:
    """Somebody with a Telegram account; `has_started` once they wrote to the bot.

    follows_browser: nobody chose their language yet, so the page's browser may.
    """

    id: int
    first_name: str
    language_code: str
    country: str | None = None
    is_premium: bool = False
    has_started: bool = False
    has_blocked: bool = False
    business: Business | None = None
    follows_browser: bool = False

    def wire(self) -> Json:
        user: Json = {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "language_code": self.language_code,
        }
        if self.is_premium:
            user["is_premium"] = True
        return user


@dataclass(slots=True)
class StoredMessage:
    """One message as the Bot API would show it (`wire`), and what the API keeps to itself."""

    chat_id: int
    id: int
    wire: Json
    sent_at: datetime
    sender_id: int
    by_bot: bool
    inline_message_id: str | None = None
    is_silent: bool = False
    is_pinned: bool = False
    effect: str | None = None
    reactions: list[str] = field(default_factory=list)
    version: int = 0

    @property
    def date(self) -> datetime:
        return self.sent_at

    @property
    def text(self) -> str | None:
        text: str | None = self.wire.get("text")
        return text

    @property
    def caption(self) -> str | None:
        caption: str | None = self.wire.get("caption")
        return caption

    @property
    def words(self) -> str:
        """The text, or the caption; empty when there is neither."""
        return self.text or self.caption or ""

    @property
    def entities(self) -> list[Json]:
        return self.wire.get("entities") or self.wire.get("caption_entities") or []

    @property
    def rows(self) -> list[list[Json]]:
        """The inline keyboard, as the Bot API writes it."""
        markup: Json = self.wire.get("reply_markup") or {}
        return markup.get("inline_keyboard") or []

    @property
    def buttons(self) -> list[str]:
        """The labels under the message, row by row."""
        return [button["text"] for row in self.rows for button in row]

    def button(self, label_or_data: str) -> Json | None:
        """The button with that data, that label, or a label that begins so."""
        flat = [button for row in self.rows for button in row]
        for matches in (_has_data, _has_label, _label_starts):
            for button in flat:
                if matches(button, label_or_data):
                    return button
        return None

    @property
    def media_kind(self) -> str | None:
        kinds = ("photo", "video", "animation", "voice", "audio", "document")
        return next((kind for kind in kinds if kind in self.wire), None)

    @property
    def photo(self) -> Json | None:
        """The largest size of the photo."""
        sizes: list[Json] = self.wire.get("photo") or []
        return sizes[-1] if sizes else None

    @property
    def document(self) -> Json | None:
        return self.wire.get("document")

    @property
    def video(self) -> Json | None:
        return self.wire.get("video")

    @property
    def has_spoiler(self) -> bool:
        return bool(self.wire.get("has_media_spoiler"))

    @property
    def album(self) -> str | None:
        return self.wire.get("media_group_id")


def _has_data(button: Json, wanted: str) -> bool:
    return button.get("callback_data") == wanted


def _has_label(button: Json, wanted: str) -> bool:
    return bool(button["text"] == wanted)


def _label_starts(button: Json, wanted: str) -> bool:
    return bool(button["text"].startswith(wanted))


@dataclass(slots=True)
class Draft:
    """Words that stream into a private chat; they vanish by themselves."""

    draft_id: int
    text: str
    entities: list[Json]
    can_stop: bool
    keep_on_stop: bool
    expires_at: datetime


@dataclass(slots=True)
class Chat:
    """A conversation; a private one has the person's id, a `friends` one no bot in it."""

    id: int
    kind: ChatKind
    title: str
    people: list[int]
    username: str | None = None
    rights: Json | None = None
    was_kicked: bool = False
    messages: dict[int, StoredMessage] = field(default_factory=dict)
    last_id: int = 0
    draft: Draft | None = None
    action: str | None = None
    action_until: datetime | None = None
    keyboard: Json | None = None
    menu_button: Json | None = None
    changed: Pulse = field(default_factory=Pulse)

    @property
    def has_bot(self) -> bool:
        return self.kind == "private" or self.rights is not None


@dataclass(slots=True)
class Pressed:
    """A callback query on its way; `answer` comes when the bot answers."""

    id: str
    person_id: int
    chat_id: int
    message_id: int
    asked_at: datetime
    answer: "asyncio.Future[CallbackAnswer]"


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What appears after a press: nothing, a toast, an alert or an address."""

    text: str = ""
    is_alert: bool = False
    url: str | None = None


@dataclass(slots=True)
class InlineAsked:
    """An inline query on its way; `answer` holds results and button when the bot answers."""

    id: str
    person_id: int
    query: str
    asked_at: datetime
    answer: "asyncio.Future[InlineAnswer]"


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    """What the bot proposes: results as the Bot API wrote them, ready-made messages, a button.

    Telegram keeps it for `cache_seconds`, for whoever types the same unless it is personal.
    """

    results: list[Json]
    contents: dict[str, Json]
    button: Json | None = None
    cache_seconds: int = 300
    is_personal: bool = False


@dataclass(slots=True)
class Story:
    """A story in somebody's tray until it expires or is deleted."""

    id: int
    person_id: int
    kind: Literal["photo", "video"]
    file_unique_id: str
    caption: str
    entities: list[Json]
    posted_at: datetime
    expires_at: datetime
    is_deleted: bool = False


@dataclass(slots=True)
class WebhookTarget:
    """Where updates are posted, and the last thing that went wrong there."""

    url: str
    secret: str
    max_connections: int
    last_error: str = ""
    last_error_at: float = 0.0
