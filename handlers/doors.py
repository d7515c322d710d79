"""Callback data with which one conversation may open another."""

from uuid import UUID

from aiogram.filters.callback_data import CallbackData

from storage.personal_data import Purpose


class AskCountry(CallbackData, prefix="dc"):
    """welcome: in which country do you live, asked again."""


class AskLanguage(CallbackData, prefix="dl"):
    """welcome: which language shall I speak."""


class Rehearse(CallbackData, prefix="wr"):
    """welcome: show me on one photo."""


class AskConsent(CallbackData, prefix="dq"):
    """consent: put the question of a purpose."""

    purpose: Purpose


class NoticeDetails(CallbackData, prefix="dd"):
    """consent: the page behind a question."""

    purpose: Purpose


class AnswerNotice(CallbackData, prefix="da"):
    """consent: an answer to exactly that version of the question."""

    purpose: Purpose
    version: str
    yes: bool


class OpenPrivacy(CallbackData, prefix="dp"):
    """privacy: the first screen."""


class AskReminders(CallbackData, prefix="dr"):
    """memories: would you like reminders."""


class ExplainCollage(CallbackData, prefix="de"):
    """collage: the figures of that very picture, in a message of their own."""

    collage: UUID


class ExplainMemory(CallbackData, prefix="dm"):
    """memories: why the last reminder showed what it did."""


class ShareCollage:
    """sharing: the inline query that offers one draft, and nothing else, to the chosen chat."""

    PREFIX = "collage:"

    @classmethod
    def query(cls, collage: UUID) -> str:
        return f"{cls.PREFIX}{collage.hex}"

    @classmethod
    def collage(cls, query: str) -> UUID | None:
        """The draft that a query names; None for anything else that a person may type."""
        name = query.strip().removeprefix(cls.PREFIX)
        try:
            return UUID(hex=name) if query.strip().startswith(cls.PREFIX) else None
        except ValueError:
            return None
