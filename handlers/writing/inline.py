"""In any chat, `@bot words`: every wish that changes them, done here at once."""

from html import escape

from aiogram.filters import Filter
from aiogram.types import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
)

from bot.texts import Texts
from bot.writing.wishes import Wish
from bot.writing.writer import Writer
from handlers.doors import ShareDraft
from storage.people import Person

LEAST_CHARACTERS = 3  # every keystroke is a query: one or two letters are no text yet
LONGEST_DESCRIPTION = 120


class NotADraft(Filter):
    """Passes what a person types; a draft's own query is for whoever shares it."""

    async def __call__(self, query: InlineQuery) -> bool:
        return ShareDraft.draft(query.query) is None


async def offer(query: InlineQuery, person: Person, writer: Writer, t: Texts) -> None:
    """By the rules alone: nothing typed in another chat goes anywhere, and nothing is kept."""
    text = query.query.strip()
    ways = await writer.ways(person.id, text) if len(text) >= LEAST_CHARACTERS else ()
    label = "writing-inline-nothing" if len(text) >= LEAST_CHARACTERS else "writing-inline-open"
    button = InlineQueryResultsButton(text=t(label), start_parameter="write")
    await query.answer(
        [_result(wish, said, t) for wish, said in ways],
        cache_time=0,
        is_personal=True,
        button=None if ways else button,
    )


def _result(wish: Wish, said: str, t: Texts) -> InlineQueryResultArticle:
    """What will be sent is what is read here."""
    room = LONGEST_DESCRIPTION
    return InlineQueryResultArticle(
        id=wish.value,
        title=t(f"writing-wish-{wish}"),
        description=said if len(said) <= room else f"{said[: room - 1].rstrip()}…",
        input_message_content=InputTextMessageContent(message_text=escape(said, quote=False)),
    )
