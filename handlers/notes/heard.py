"""Which words in the chat are about the photos just given, or the one replied to."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.filters import Filter
from aiogram.types import Message

from bot.assistant.noting import Hearing, said_in
from bot.clock import Clock
from bot.gallery.annotator import Annotator
from storage.people import Person
from storage.telegram import Awaiting

CHAT = "assistant-chat"  # an open talk; a reply to a photo still is about the photo


class SaysOfPhotos(Filter):
    """Passes words that tell of photos; the handler gets `about` and `said`."""

    async def __call__(
        self,
        message: Message,
        person: Person,
        annotator: Annotator,
        clock: Clock,
        awaiting: Awaiting | None = None,
    ) -> bool | dict[str, Any]:
        replied = message.reply_to_message
        if message.forward_origin or not _is_free(awaiting, is_reply=replied is not None):
            return False
        text, today = message.text or "", today_of(person, clock.now())
        widest = Hearing(today, person.country, replied is not None, is_undated=True)
        if said_in(text, widest) is None:
            return False
        about = await annotator.about(
            person.id, message.chat.id, replied.message_id if replied else None
        )
        if about is None:
            return False
        hearing = Hearing(today, person.country, about.is_reply, about.is_undated)
        said = said_in(text, hearing)
        return {"about": about, "said": said} if said else False


def _is_free(awaiting: Awaiting | None, *, is_reply: bool) -> bool:
    return awaiting is None or (awaiting.question == CHAT and is_reply)


def today_of(person: Person, now: datetime) -> date:
    """The person's own day."""
    return now.astimezone(ZoneInfo(person.zone or "UTC")).date()
