"""What sharing hears: the inline query of a draft, the chat that was chosen, a yes or no."""

from html import escape

from aiogram import Bot, F, Router
from aiogram.types import (
    CallbackQuery,
    ChosenInlineResult,
    InlineQuery,
    InlineQueryResultCachedPhoto,
    InlineQueryResultsButton,
    Message,
)

from bot.sharing.publisher import Offer, Publisher
from bot.texts import Texts
from handlers.doors import ShareCollage
from handlers.middleware.consent import needs
from handlers.sharing.buttons import SaidShared
from storage.collage import CollageId
from storage.people import Person
from storage.personal_data import Purpose

SHARES = needs(Purpose.SHARE_PUBLISH)


def build_router() -> Router:
    router = Router(name="sharing")
    router.inline_query.register(offer, flags=SHARES)
    router.chosen_inline_result.register(note_share, flags=SHARES)
    router.callback_query.register(say_shared, SaidShared.filter(F.yes), flags=SHARES)
    router.callback_query.register(say_not_shared, SaidShared.filter(~F.yes), flags=SHARES)
    return router


async def offer(query: InlineQuery, person: Person, publisher: Publisher, t: Texts) -> None:
    """Only the draft that the button names; Telegram may not keep the answer for anybody."""
    collage = ShareCollage.collage(query.query)
    found = await publisher.offer(person.id, CollageId(collage)) if collage else None
    button = InlineQueryResultsButton(text=t("sharing-open"), start_parameter="share")
    await query.answer(
        [_result(found, t)] if found else [],
        cache_time=0,
        is_personal=True,
        button=None if found else button,
    )


def _result(found: Offer, t: Texts) -> InlineQueryResultCachedPhoto:
    """What will be seen is what is said here."""
    words = [part for part in (found.title, found.caption) if part]
    seen = t("sharing-offer-with-words", words=" · ".join(words)) if words else None
    return InlineQueryResultCachedPhoto(
        id=found.collage.hex,
        photo_file_id=found.telegram_photo,
        title=t("sharing-offer-title"),
        description=seen or t("sharing-offer-without-words"),
        caption=escape("\n".join(words)) or None,
    )


async def note_share(
    result: ChosenInlineResult, bot: Bot, person: Person, publisher: Publisher, t: Texts
) -> None:
    collage = ShareCollage.collage(result.query)
    count = await publisher.shared(person.id, CollageId(collage)) if collage else 0
    if count:
        await bot.send_message(person.telegram_id, t("sharing-done", count=count))


async def say_shared(
    query: CallbackQuery, callback_data: SaidShared, person: Person, publisher: Publisher, t: Texts
) -> None:
    count = await publisher.said_shared(person.id, CollageId(callback_data.collage))
    if isinstance(query.message, Message):
        said = t("sharing-done", count=count) if count else t("error-collage-gone")
        await query.message.edit_text(said)


async def say_not_shared(query: CallbackQuery, t: Texts) -> None:
    if isinstance(query.message, Message):
        await query.message.edit_text(t("sharing-not"))
