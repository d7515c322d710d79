"""What Write with AI hears: a text from anywhere, a wish, and what becomes of the answer."""

from collections.abc import Awaitable, Callable

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.collage.studio import Studio
from bot.consent.gate import Standing
from bot.consent.registrar import Registrar
from bot.telegram.commands import called
from bot.texts import Texts
from bot.writing.desk import Sheet
from bot.writing.wishes import LONGEST_CHARACTERS, Note
from bot.writing.writer import Writer
from handlers import notice
from handlers.doors import GOES_ON_WRITING, WordsOfCollage
from handlers.middleware.consent import needs
from handlers.middleware.person import A_WHILE, Awaits, Conversation
from handlers.screen import Screen, reword, say
from handlers.writing import collage, inline, view
from handlers.writing.buttons import (
    Act,
    AskWish,
    OnWords,
    copy_keyboard,
    other_wishes_keyboard,
    result_keyboard,
)
from handlers.writing.heard import WRITE, Asked, AsksToRewrite, IsForwardedText, asked, text_of
from storage.people import Person
from storage.personal_data import Purpose
from storage.writing import RewritingId

Answering = Callable[..., Awaitable[None]]
PLAIN_TEXT = F.text & ~F.text.startswith("/")
KEEPS = needs(Purpose.CORE_SERVICE)
SUGGESTS = needs(Purpose.SUGGEST_ANALYSE)


def build_router() -> Router:
    router = Router(name="writing")
    router.message.register(hear_command, Command(*called("write")), flags=KEEPS)
    router.message.register(hear_text, Awaits(WRITE, within=A_WHILE), PLAIN_TEXT, flags=KEEPS)
    router.message.register(
        collage.hear_wish, AsksToRewrite(), collage.ReplyToCollage(), flags=SUGGESTS
    )
    router.message.register(hear_wish, AsksToRewrite(), flags=KEEPS)
    router.message.register(hear_forwarded, IsForwardedText(), flags=KEEPS)
    heard = router.callback_query
    heard.register(collage.open_words, WordsOfCollage.filter(), flags=SUGGESTS)
    heard.register(wish, AskWish.filter(), flags=KEEPS)
    acts: dict[Act, Answering] = {
        Act.ACCEPT: accept,
        Act.AGAIN: again,
        Act.WISHES: show_wishes,
        Act.BACK: show_result,
        Act.KEEP: keep_mine,
        Act.HOST: ask_host,
    }
    for act, handler in acts.items():
        heard.register(handler, OnWords.filter(F.act == act), flags=KEEPS)
    heard.register(collage.offer_others, OnWords.filter(F.act == Act.OTHERS), flags=SUGGESTS)
    router.inline_query.register(inline.offer, inline.NotADraft(), flags=KEEPS)
    return router


async def hear_command(
    message: Message,
    command: CommandObject,
    person: Person,
    writer: Writer,
    conversation: Conversation,
    t: Texts,
) -> None:
    """Its own words, or those of the message that it answers; without any they are asked for."""
    found = asked((command.args or "").strip())
    text = found.text or text_of(message.reply_to_message)
    if text:
        return await _begin(message, Asked(text, found.wish), person, writer, t)
    await conversation.expect(WRITE)
    await say(message, Screen(t("writing-ask")))
    return None


async def hear_text(
    message: Message, person: Person, writer: Writer, conversation: Conversation, t: Texts
) -> None:
    found = asked(message.text or "")
    text = found.text or text_of(message.reply_to_message) or message.text
    await _begin(message, Asked(text, found.wish), person, writer, t)
    await conversation.clear()


async def hear_wish(
    message: Message, found: Asked, person: Person, writer: Writer, t: Texts
) -> None:
    text = found.text or text_of(message.reply_to_message)
    await _begin(message, Asked(text, found.wish), person, writer, t)


async def hear_forwarded(message: Message, person: Person, writer: Writer, t: Texts) -> None:
    await _begin(message, Asked(message.text, None), person, writer, t)


async def _begin(message: Message, found: Asked, person: Person, writer: Writer, t: Texts) -> None:
    """One message: the words and the wishes, or what was wished already under way."""
    text = found.text or ""
    if len(text) > LONGEST_CHARACTERS:
        return await _say(message, t(Note.TOO_LONG.text_id))
    if not any(letter.isalpha() for letter in text):
        return await _say(message, t(Note.EMPTY.text_id))
    sheet = await writer.begin(person.id, text, chat_id=message.chat.id)
    screen = view.working(sheet, found.wish, t) if found.wish else view.words(sheet, t)
    shown = await say(message, screen)
    await writer.placed(person.id, sheet.id, shown.message_id)
    if found.wish:
        await writer.wish(person.id, sheet, found.wish)
    return None


async def _say(message: Message, text: str) -> None:
    await say(message, Screen(text))


async def wish(
    query: CallbackQuery, callback_data: AskWish, person: Person, writer: Writer, t: Texts
) -> None:
    """Said before it is begun, so that the answer always comes after."""
    rewriting = RewritingId(callback_data.rewriting)
    sheet = await writer.sheet(person.id, rewriting, version=callback_data.version)
    await reword(query, view.working(sheet, callback_data.wish, t))
    await writer.wish(person.id, sheet, callback_data.wish)


async def again(
    query: CallbackQuery, callback_data: OnWords, person: Person, writer: Writer, t: Texts
) -> None:
    sheet = await _sheet(writer, person, callback_data)
    if sheet.wish is not None:
        await reword(query, view.working(sheet, sheet.wish, t))
        await writer.wish(person.id, sheet, sheet.wish, again=sheet.again + 1)


async def show_wishes(
    query: CallbackQuery, callback_data: OnWords, person: Person, writer: Writer, t: Texts
) -> None:
    """What was done stays in sight, and can still be taken."""
    sheet = await _sheet(writer, person, callback_data)
    if isinstance(query.message, Message):
        await query.message.edit_reply_markup(reply_markup=other_wishes_keyboard(sheet, t))


async def show_result(
    query: CallbackQuery, callback_data: OnWords, person: Person, writer: Writer, t: Texts
) -> None:
    sheet = await _sheet(writer, person, callback_data)
    if isinstance(query.message, Message):
        keyboard = result_keyboard(sheet, await writer.could_ask(person.id), t)
        await query.message.edit_reply_markup(reply_markup=keyboard)


async def accept(
    query: CallbackQuery,
    callback_data: OnWords,
    person: Person,
    writer: Writer,
    studio: Studio,
    t: Texts,
) -> None:
    """The plain words in a message of their own, to copy and pass on; or under their collage."""
    sheet = await _sheet(writer, person, callback_data)
    if sheet.collage is not None:
        return await collage.use(query, sheet, sheet.collage, person, studio, writer, t)
    if not isinstance(query.message, Message):
        return None
    for part in view.plain_parts(sheet.current):
        keyboard = copy_keyboard(sheet.current, t)
        await query.message.answer(part, reply_markup=keyboard)
    await writer.accept(person.id, sheet)
    await query.message.edit_reply_markup(reply_markup=None)
    return None


async def keep_mine(
    query: CallbackQuery, callback_data: OnWords, person: Person, writer: Writer, t: Texts
) -> None:
    sheet = await _sheet(writer, person, callback_data)
    await reword(query, view.kept(sheet, t))
    await writer.keep_mine(person.id, sheet.id)


async def ask_host(
    query: CallbackQuery,
    callback_data: OnWords,
    person: Person,
    standing: Standing,
    writer: Writer,
    registrar: Registrar,
    conversation: Conversation,
    t: Texts,
) -> None:
    """The question of consent under the text; a yes goes on with the same wish by itself."""
    sheet = await _sheet(writer, person, callback_data)
    purpose = Purpose.SUGGEST_EXTERNAL_AI
    if sheet.wish is not None and await writer.asks(person.id):
        await reword(query, view.working(sheet, sheet.wish, t))
        return await writer.wish(person.id, sheet, sheet.wish)
    if await writer.could_ask(person.id) is None or not isinstance(query.message, Message):
        return await _tell(query, t("consent-closed"))
    await conversation.expect(GOES_ON_WRITING, sheet.id.hex)
    await registrar.asked(person.id, purpose, t.language)
    screen = notice.put(registrar.notices, purpose, standing, t)
    await query.message.answer(screen.text, reply_markup=screen.buttons)
    return None


async def _tell(query: CallbackQuery, text: str) -> None:
    if isinstance(query.message, Message):
        await query.message.answer(text)


async def _sheet(writer: Writer, person: Person, data: OnWords) -> Sheet:
    return await writer.sheet(person.id, RewritingId(data.rewriting), version=data.version)
