"""What was understood of somebody's words, said back in one line, and how it is taken back."""

from datetime import UTC, datetime, timedelta
from html import escape
from typing import Final, Self
from uuid import UUID

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.gallery.periods import say_taken
from bot.gallery.said import Noted
from bot.texts import Texts
from bot.writing.grammar import town_name

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND: Final = timedelta(microseconds=1)


class TakeBack(CallbackData, prefix="nt"):
    """These words were no note; about: an album or a media. at: microseconds since 1970."""

    about: UUID
    at: int = Field(ge=0, lt=1 << 54)  # until the year 2540

    @classmethod
    def of(cls, about: UUID, said_at: datetime) -> Self:
        return cls(about=about, at=(said_at - EPOCH) // MICROSECOND)

    @property
    def said_at(self) -> datetime:
        return EPOCH + self.at * MICROSECOND


def noted(found: Noted, t: Texts, country: str | None) -> str:
    """Place, date and note; and what a nickname does besides."""
    words, parts = found.words, []
    if words.place:
        parts.append(town_name(words.place, t.language))
    if words.when:
        parts.append(say_taken(words.when, t.language, country=country))
    if words.note:
        parts.append(t("notes-quoted", note=words.note))
    said = t("notes-noted", count=found.count, what=escape(" · ".join(parts)))
    return f"{said} {t('notes-for-later')}" if found.is_for_later else said
