"""The names of all jobs, and what a job's function is given; `bot.app` binds them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from storage.erasures import ERASE, EXPORT
from storage.improve import REBUILD
from storage.privacy import SHRED


class JobName(StrEnum):
    """One name a function; it starts with the conversation that answers."""

    WELCOME_OPEN = "welcome.open"
    GALLERY_ALBUM = "gallery.album"
    GALLERY_LOOK = "gallery.look"
    GALLERY_ARCHIVE = "gallery.archive"
    GALLERY_DESTROY = "gallery.destroy"
    COLLAGE_MAKE = "collage.make"
    COLLAGE_GATHER = "collage.gather"
    COLLAGE_SHOW = "collage.show"
    FILM_SHOOT = "film.shoot"
    FILM_FILE = "film.file"
    ASSISTANT_CHAT = "assistant.chat"
    LOOKS_SHOW = "looks.show"
    LOOKS_IMAGINE = "looks.imagine"
    WRITING_REWRITE = "writing.rewrite"
    WRITING_PROPOSE = "writing.propose"
    SHARING_ASK = "sharing.ask"
    SHARING_PUBLISH = "sharing.publish"
    MEMORIES_NUDGE = "memories.nudge"
    IMPROVE_ASK = "improve.ask"
    IMPROVE_REMIND = "improve.remind"
    CONSENT_OBJECTED = "consent.objected"
    IMPROVE_REBUILD = REBUILD
    PRIVACY_EXPORT = EXPORT
    PRIVACY_ERASE = ERASE
    PRIVACY_SHRED = SHRED


@dataclass(frozen=True, slots=True)
class Job:
    """One run of a job. `key` says what it is about, in ids only; `attempt` counts from 1."""

    id: UUID
    name: JobName
    subject: UUID | None
    key: str
    attempt: int
    posted_at: datetime


JobFunction = Callable[[Job], Awaitable[None]]
GiveUp = Callable[[Job, Exception], Awaitable[None]]
