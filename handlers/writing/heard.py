"""What a person asks to have rewritten: a command, a reply, or words after a colon."""

from dataclasses import dataclass

from aiogram.filters import Filter
from aiogram.types import Message

from bot.assistant.opening import opening
from bot.assistant.request import Intent
from bot.assistant.tokens import folded
from bot.assistant.vocabulary import vocabulary
from bot.writing.wishes import Wish
from storage.telegram import Awaiting

WRITE = "writing-text"
OPEN_TALKS = frozenset({WRITE, "assistant-chat"})  # what does not wait for something else


@dataclass(frozen=True, slots=True)
class Asked:
    """text: None where the replied message's words are meant. wish: None to be asked for."""

    text: str | None
    wish: Wish | None


def asked(words: str) -> Asked:
    """A wish and its words after a colon, a wish alone, or a text."""
    headed = opening(words)
    if headed and headed.intent is Intent.REWRITE and headed.wish and headed.text:
        return Asked(headed.text, Wish(headed.wish))
    if wish := vocabulary().rewrites.get(folded(words)):
        return Asked(None, Wish(wish))
    return Asked(words or None, None)


def text_of(message: Message | None) -> str:
    """What a message says, as a text or under its picture."""
    return (message.text or message.caption or "") if message else ""


class AsksToRewrite(Filter):
    """Passes words after a colon, and a wish alone that answers a message with words."""

    async def __call__(
        self, message: Message, awaiting: Awaiting | None = None
    ) -> bool | dict[str, Asked]:
        if awaiting is not None and awaiting.question not in OPEN_TALKS:
            return False
        found = asked(message.text or "")
        if found.wish is None:
            return False
        is_about_something = found.text or text_of(message.reply_to_message)
        return {"found": found} if is_about_something else False


class IsForwardedText(Filter):
    """Passes somebody's words, passed on while nothing else is awaited."""

    async def __call__(self, message: Message, awaiting: Awaiting | None = None) -> bool:
        is_free = awaiting is None or awaiting.question in OPEN_TALKS
        return bool(message.forward_origin and message.text and is_free)
