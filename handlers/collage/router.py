"""What the collage hears: its buttons, and words or a title that were asked for."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from aiogram import Bot, F, Router
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.collage.draft import LONGEST_CAPTION, LONGEST_TITLE
from bot.collage.edits import Edit
from bot.collage.refusals import DraftGone
from bot.collage.studio import Studio
from bot.texts import Texts
from handlers.collage import buttons, editing, view
from handlers.collage.data import (
    Act,
    ChangeCollage,
    ChooseTheme,
    ChooseWords,
    DressPhoto,
    OnCollage,
    PickPhoto,
    TakePhoto,
)
from handlers.collage.show import draft_of, show_draft, show_words
from handlers.doors import ExplainCollage, LeaveShare
from handlers.middleware.consent import needs
from handlers.middleware.person import Awaits, Conversation
from storage.collage import CollageId
from storage.people import Person
from storage.personal_data import Purpose
from storage.sharing import DraftKind

Answering = Callable[..., Awaitable[None]]
TITLE, WORDS = "collage-title", "collage-words"
PLAIN_TEXT = F.text & ~F.text.startswith("/")
SUGGESTS = needs(Purpose.SUGGEST_ANALYSE)


def build_router() -> Router:
    router = Router(name="collage")
    acts: dict[Act, Answering] = {
        Act.MENU: show_menu,
        Act.MAIN: show_main,
        Act.DETAILS: show_details,
        Act.FILE: send_file,
        Act.ASK_TITLE: ask_title,
        Act.OWN_WORDS: ask_words,
        Act.OTHER_WORDS: offer_words,
        Act.THEMES: editing.show_themes,
        Act.LOOKS: editing.show_looks,
        Act.LEAVE: editing.leave,
    }
    for act, handler in acts.items():
        router.callback_query.register(handler, OnCollage.filter(F.act == act), flags=SUGGESTS)
    router.callback_query.register(change, ChangeCollage.filter(), flags=SUGGESTS)
    router.callback_query.register(editing.choose_theme, ChooseTheme.filter(), flags=SUGGESTS)
    router.callback_query.register(editing.pick, PickPhoto.filter(), flags=SUGGESTS)
    router.callback_query.register(editing.take, TakePhoto.filter(), flags=SUGGESTS)
    router.callback_query.register(editing.dress, DressPhoto.filter(), flags=SUGGESTS)
    router.callback_query.register(explain, ExplainCollage.filter(), flags=SUGGESTS)
    router.callback_query.register(choose_words, ChooseWords.filter(), flags=SUGGESTS)
    router.callback_query.register(
        leave_share, LeaveShare.filter(F.kind == DraftKind.COLLAGE), flags=SUGGESTS
    )
    router.message.register(take_title, Awaits(TITLE), PLAIN_TEXT, flags=SUGGESTS)
    router.message.register(take_words, Awaits(WORDS), PLAIN_TEXT, flags=SUGGESTS)
    return router


async def change(
    _query: CallbackQuery,
    callback_data: ChangeCollage,
    bot: Bot,
    person: Person,
    studio: Studio,
    t: Texts,
) -> None:
    collage = CollageId(callback_data.collage)
    edit = Edit(callback_data.change)
    draft = await studio.edit(person.id, collage, callback_data.version, edit)
    await show_draft(bot, studio, person.id, draft, t)


async def choose_words(
    _query: CallbackQuery,
    callback_data: ChooseWords,
    bot: Bot,
    person: Person,
    studio: Studio,
    t: Texts,
) -> None:
    draft = await studio.choose(
        person.id, CollageId(callback_data.collage), callback_data.version, callback_data.number
    )
    await show_words(bot, studio, person.id, draft, t)


async def offer_words(
    _query: CallbackQuery,
    callback_data: OnCollage,
    bot: Bot,
    person: Person,
    studio: Studio,
    t: Texts,
) -> None:
    draft = await studio.caption(person.id, CollageId(callback_data.collage), None)
    await show_words(bot, studio, person.id, draft, t)


async def show_menu(
    query: CallbackQuery, callback_data: OnCollage, person: Person, studio: Studio, t: Texts
) -> None:
    draft = await draft_of(studio, person, callback_data)
    if isinstance(query.message, Message):
        await query.message.edit_reply_markup(reply_markup=buttons.change_keyboard(draft, t))


async def show_main(
    _query: CallbackQuery,
    callback_data: OnCollage,
    bot: Bot,
    person: Person,
    studio: Studio,
    t: Texts,
) -> None:
    draft = await draft_of(studio, person, callback_data)
    await show_words(bot, studio, person.id, draft, t)


async def leave_share(
    _query: CallbackQuery,
    callback_data: LeaveShare,
    bot: Bot,
    person: Person,
    studio: Studio,
    t: Texts,
) -> None:
    draft = await studio.draft(person.id, CollageId(callback_data.draft))
    await show_words(bot, studio, person.id, draft, t)


async def show_details(
    query: CallbackQuery, callback_data: OnCollage, person: Person, studio: Studio, t: Texts
) -> None:
    found = await studio.details(person.id, CollageId(callback_data.collage))
    if isinstance(query.message, Message):
        await query.message.edit_caption(
            caption=view.details(found, t), reply_markup=buttons.back_keyboard(found.draft, t)
        )


async def explain(
    query: CallbackQuery, callback_data: ExplainCollage, person: Person, studio: Studio, t: Texts
) -> None:
    """Somebody asked why these photos: the details, in a message of their own."""
    found = await studio.details(person.id, CollageId(callback_data.collage))
    if isinstance(query.message, Message):
        await query.message.answer(view.details(found, t))


async def send_file(
    query: CallbackQuery, callback_data: OnCollage, person: Person, studio: Studio, t: Texts
) -> None:
    """Not protected: it is the person's to keep and to pass on."""
    draft = await draft_of(studio, person, callback_data)
    file = BufferedInputFile(
        await studio.picture(person.id, draft), f"{t('collage-file-name')}.jpg"
    )
    if isinstance(query.message, Message):
        await query.message.reply_document(file, disable_content_type_detection=True)


async def ask_title(
    query: CallbackQuery, callback_data: OnCollage, conversation: Conversation, t: Texts
) -> None:
    await conversation.expect(TITLE, callback_data.collage.hex)
    if isinstance(query.message, Message):
        await query.message.reply(t("collage-ask-title", limit=LONGEST_TITLE))


async def ask_words(
    query: CallbackQuery, callback_data: OnCollage, conversation: Conversation, t: Texts
) -> None:
    await conversation.expect(WORDS, callback_data.collage.hex)
    if isinstance(query.message, Message):
        await query.message.reply(t("collage-ask-words", limit=LONGEST_CAPTION))


async def take_title(
    message: Message,
    about: str,
    bot: Bot,
    person: Person,
    studio: Studio,
    conversation: Conversation,
    t: Texts,
) -> None:
    collage = await _asked_about(about, person, studio, conversation)
    draft = await studio.entitle(person.id, collage, message.text or "")
    await show_draft(bot, studio, person.id, draft, t)
    await message.reply(view.entitled(draft, t))
    await conversation.clear()


async def take_words(
    message: Message,
    about: str,
    bot: Bot,
    person: Person,
    studio: Studio,
    conversation: Conversation,
    t: Texts,
) -> None:
    collage = await _asked_about(about, person, studio, conversation)
    draft = await studio.caption(person.id, collage, message.text)
    await show_words(bot, studio, person.id, draft, t)
    await message.reply(t("collage-words-set"))
    await conversation.clear()


async def _asked_about(
    about: str, person: Person, studio: Studio, conversation: Conversation
) -> CollageId:
    """The draft that words were asked for; raises DraftGone, and then waits no longer."""
    collage = CollageId(UUID(hex=about))
    if not await studio.has(person.id, collage):
        await conversation.clear()
        raise DraftGone
    return collage
