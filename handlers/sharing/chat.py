"""To a chat, by Telegram's own picker; to this chat, as a file; and the list of all the places."""

from aiogram import Bot
from aiogram.types import (
    CallbackQuery,
    ChosenInlineResult,
    InlineQuery,
    InlineQueryResultCachedPhoto,
    InlineQueryResultCachedVideo,
    InlineQueryResultsButton,
    Message,
)

from bot.sharing.publisher import Offer, Publisher
from bot.texts import Texts
from handlers.doors import OpenShare, ShareDraft
from handlers.sharing import buttons, view
from handlers.sharing.data import AsFile, SaidShared
from storage.people import Person
from storage.sharing import DraftKind


async def offer(query: InlineQuery, person: Person, publisher: Publisher, t: Texts) -> None:
    """Only the draft that its button names, for any other words nothing.

    Every query that no other conversation took ends here; Telegram may keep no answer.
    """
    named = ShareDraft.draft(query.query)
    found = await publisher.offer(person.id, *named) if named else None
    button = InlineQueryResultsButton(text=t("sharing-open"), start_parameter="share")
    await query.answer(
        [_result(found, t)] if found else [],
        cache_time=0,
        is_personal=True,
        button=None if found else button,
    )


def _result(found: Offer, t: Texts) -> InlineQueryResultCachedPhoto | InlineQueryResultCachedVideo:
    """What will be seen is what is said here, under the same label as everywhere."""
    shareable = found.shareable
    words = [*shareable.words, t(f"sharing-label-{shareable.label}")]
    title, description = (
        t("sharing-offer-title"),
        t("sharing-offer-words", words=" · ".join(words)),
    )
    caption = view.caption(shareable, t)
    if shareable.ref.kind is DraftKind.FILM:
        return InlineQueryResultCachedVideo(
            id=shareable.ref.draft.hex,
            video_file_id=found.telegram_photo,
            title=title,
            description=description,
            caption=caption,
        )
    return InlineQueryResultCachedPhoto(
        id=shareable.ref.draft.hex,
        photo_file_id=found.telegram_photo,
        title=title,
        description=description,
        caption=caption,
    )


async def note_share(
    result: ChosenInlineResult, bot: Bot, person: Person, publisher: Publisher, t: Texts
) -> None:
    named = ShareDraft.draft(result.query)
    count = await publisher.shared(person.id, *named) if named else 0
    if count:
        await bot.send_message(person.telegram_id, t("sharing-done", count=count))


async def say_shared(
    query: CallbackQuery, callback_data: SaidShared, person: Person, publisher: Publisher, t: Texts
) -> None:
    kind, draft = callback_data.kind, callback_data.collage
    count = await publisher.said_shared(person.id, kind, draft)
    if isinstance(query.message, Message):
        said = t("sharing-done", count=count) if count else t("error-share-gone")
        await query.message.edit_text(said)


async def say_not_shared(query: CallbackQuery, t: Texts) -> None:
    if isinstance(query.message, Message):
        await query.message.edit_text(t("sharing-not"))


async def show_destinations(
    query: CallbackQuery, callback_data: OpenShare, person: Person, publisher: Publisher, t: Texts
) -> None:
    """In place of the draft's own buttons; what is under them stays."""
    found = await publisher.shareable(person.id, callback_data.ref)
    keyboard = buttons.destinations(found.ref, await publisher.channels(person.id), t)
    if isinstance(query.message, Message):
        await query.message.edit_reply_markup(reply_markup=keyboard)


async def send_file(
    query: CallbackQuery, callback_data: AsFile, person: Person, publisher: Publisher, t: Texts
) -> None:
    """Not protected: it is the person's to keep and to pass on, its label with it."""
    ref = callback_data.ref
    content = await publisher.picture(person.id, ref)
    found = await publisher.shareable(person.id, ref)
    if isinstance(query.message, Message):
        file = view.file_of(ref.kind, content, t)
        await query.message.reply_document(
            file, caption=view.label(found, t), disable_content_type_detection=True
        )
