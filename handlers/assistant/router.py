"""What the assistant hears: any words that no command and no question takes, and its buttons."""

from collections.abc import Awaitable, Callable
from html import escape

from aiogram import Bot, F, Router
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
    ReplyParameters,
)

from bot.assistant.assistant import Assistant
from bot.assistant.heard import Found
from bot.assistant.request import Intent, Reading
from bot.clock import Clock
from bot.collage.director import Director
from bot.consent.gate import Standing, may, may_ask
from bot.gallery.answers import LEAST_FOR_COLLAGE
from bot.telegram.status import StatusMessage
from bot.texts import Texts
from handlers.assistant import buttons, view
from handlers.assistant.buttons import Act, ChatAct, OnChat, OnRequest
from handlers.middleware.consent import needs
from handlers.middleware.person import Conversation
from handlers.screen import Screen, reword, say
from storage.assistant import RequestId
from storage.people import Person
from storage.personal_data import Purpose
from storage.telegram import Awaiting

Answering = Callable[..., Awaitable[None]]
CHATS = needs(Purpose.SUGGEST_EXTERNAL_AI)
KEEPS = needs(Purpose.CORE_SERVICE)
SUGGESTS = needs(Purpose.SUGGEST_ANALYSE)
CHAT = "assistant-chat"
PLAIN_TEXT = F.text & ~F.text.startswith("/")


def build_router() -> Router:
    router = Router(name="assistant")
    router.message.register(hear, PLAIN_TEXT, flags=KEEPS)
    acts: dict[Act, Answering] = {Act.TAKE: take, Act.SHOW: show, Act.WRONG: widen}
    for act, handler in acts.items():
        router.callback_query.register(handler, OnRequest.filter(F.act == act), flags=KEEPS)
    router.callback_query.register(make, OnRequest.filter(F.act == Act.MAKE), flags=SUGGESTS)
    router.callback_query.register(open_chat, OnChat.filter(F.act == ChatAct.OPEN), flags=CHATS)
    router.callback_query.register(end_chat, OnChat.filter(F.act == ChatAct.END))
    return router


async def hear(
    message: Message,
    bot: Bot,
    person: Person,
    assistant: Assistant,
    director: Director,
    standing: Standing,
    clock: Clock,
    awaiting: Awaiting | None,
    t: Texts,
) -> None:
    is_chatting = awaiting is not None and awaiting.question == CHAT
    heard = await assistant.hear(
        person.id, message.text or "", message.message_id, is_chatting=is_chatting
    )
    looks = may(standing, Purpose.SUGGEST_ANALYSE, clock.now())
    if heard.turn is not None:
        return  # its job answers
    if not heard.readings:
        asks = may_ask(standing, Purpose.SUGGEST_EXTERNAL_AI, clock.now())
        keyboard = await _way_to_chat(person, assistant, t, asks=asks)
        await message.reply(t("assistant-not-understood"), reply_markup=keyboard)
    elif heard.found:
        await _answer(message, heard.found, bot, person, assistant, director, t, looks=looks)
    else:
        await _do(message, heard.readings[0], bot, person, assistant, t)


async def _way_to_chat(
    person: Person, assistant: Assistant, t: Texts, *, asks: bool
) -> InlineKeyboardMarkup | None:
    """Nothing goes to the endpoint before a press; before the first, the question of consent."""
    host = assistant.chatter.host
    if host is None:
        return None
    if await assistant.chatter.may_chat(person.id):
        return buttons.open_keyboard(host, t)
    return buttons.chat_keyboard(t) if asks else None


async def open_chat(
    query: CallbackQuery,
    person: Person,
    conversation: Conversation,
    assistant: Assistant,
    t: Texts,
) -> None:
    """From here on, and for the words under which the button stands."""
    host = assistant.chatter.host
    if host is None or not await assistant.chatter.may_chat(person.id):
        return await reword(query, Screen(t("assistant-gone")))
    await conversation.expect(CHAT)
    await reword(
        query, Screen(t("assistant-chat-open", host=escape(host)), buttons.end_keyboard(t))
    )
    asked = query.message.reply_to_message if isinstance(query.message, Message) else None
    if asked and asked.text:
        await assistant.chatter.take(person.id, asked.text, asked.message_id)
    return None


async def end_chat(
    query: CallbackQuery, awaiting: Awaiting | None, conversation: Conversation, t: Texts
) -> None:
    """In a message of its own: the answer stays."""
    if awaiting is not None and awaiting.question == CHAT:
        await conversation.clear()
    if isinstance(query.message, Message):
        await query.message.answer(t("assistant-chat-ended"))


async def _answer(
    message: Message,
    found: tuple[Found, ...],
    bot: Bot,
    person: Person,
    assistant: Assistant,
    director: Director,
    t: Texts,
    *,
    looks: bool,
) -> None:
    """A question about the gallery: ask back, show what there is, or make the collage."""
    if len(found) > 1:
        return await _say(message, view.which(found, t, person.country))
    answer = found[0]
    wants_eyes = answer.reading.query.asks_of_pixels or answer.reading.intent is not Intent.FIND
    if wants_eyes and not looks:
        return await _say(message, Screen(t("assistant-needs-looking")))
    if answer.reading.intent is Intent.FIND:
        return await _say(message, view.found(answer, t, person.country))
    if answer.reading.intent is Intent.FILM:
        return await _film(message, answer, person, assistant, director, t)
    return await _collage(message, answer, bot, person, assistant, t)


async def _do(
    message: Message, reading: Reading, bot: Bot, person: Person, assistant: Assistant, t: Texts
) -> None:
    """What is not about finding: change, explain, help, or show the way."""
    replied = message.reply_to_message
    about = replied.message_id if replied else None
    if reading.intent is Intent.CHANGE:
        return await _change(message, reading, bot, person, assistant, t)
    if reading.intent is Intent.WHY:
        collage = await assistant.collage_in(person.id, message.chat.id, about)
        shown = None if reading.screen else collage
        screen = Screen(t("assistant-why"), buttons.why_keyboard(shown, t))
    elif reading.screen is not None:
        keyboard = buttons.screen_keyboard(reading.screen, t)
        screen = Screen(t(f"assistant-screen-{reading.screen}"), keyboard)
    else:
        screen = Screen(t(f"assistant-{reading.intent}"))
    return await _say(message, screen)


async def _change(
    message: Message, reading: Reading, bot: Bot, person: Person, assistant: Assistant, t: Texts
) -> None:
    """Of the collage replied to, or the last of the chat; the answer hangs on it."""
    replied = message.reply_to_message
    about = replied.message_id if replied and replied.photo else None
    done = await assistant.change(person.id, message.chat.id, about, reading)
    if done is None:
        return await _say(message, Screen(t("assistant-no-collage")))
    text = view.changed(reading, done, t)
    reply = ReplyParameters(message_id=done.message_id) if done.message_id else None
    await bot.send_message(message.chat.id, text, reply_parameters=reply)
    return None


async def take(
    query: CallbackQuery,
    callback_data: OnRequest,
    bot: Bot,
    person: Person,
    assistant: Assistant,
    director: Director,
    t: Texts,
) -> None:
    """One of two readings, or a question with one part less."""
    answer = await assistant.again(
        person.id, RequestId(callback_data.request), callback_data.number
    )
    if answer is None:
        return await reword(query, Screen(t("assistant-gone")))
    if answer.reading.intent is Intent.FILM and isinstance(query.message, Message):
        return await _film(query.message, answer, person, assistant, director, t)
    is_to_make = answer.reading.intent is Intent.MAKE and answer.for_collage >= LEAST_FOR_COLLAGE
    if is_to_make and isinstance(query.message, Message):
        await reword(query, Screen(view.found(answer, t, person.country).text))
        return await _make(bot, query.message.chat.id, answer, person, assistant, t)
    return await reword(query, view.found(answer, t, person.country))


async def show(
    query: CallbackQuery, callback_data: OnRequest, person: Person, assistant: Assistant, t: Texts
) -> None:
    """Ten at most, as an album that nobody can pass on."""
    pictures = await assistant.pictures(
        person.id, RequestId(callback_data.request), callback_data.number
    )
    if not isinstance(query.message, Message):
        return
    if not pictures:
        await query.message.answer(t("assistant-gone"))
        return
    files = [BufferedInputFile(picture, "photo.jpg") for picture in pictures]
    if len(files) == 1:
        await query.message.answer_photo(files[0], protect_content=True)
    else:
        album = [InputMediaPhoto(media=file) for file in files]
        await query.message.answer_media_group(list(album), protect_content=True)


async def make(
    query: CallbackQuery,
    callback_data: OnRequest,
    bot: Bot,
    person: Person,
    assistant: Assistant,
    t: Texts,
) -> None:
    answer = await assistant.again(
        person.id, RequestId(callback_data.request), callback_data.number
    )
    if answer is None or not isinstance(query.message, Message):
        return await reword(query, Screen(t("assistant-gone")))
    return await _collage(query.message, answer, bot, person, assistant, t)


async def widen(
    query: CallbackQuery, callback_data: OnRequest, person: Person, assistant: Assistant, t: Texts
) -> None:
    found = await assistant.wider(
        person.id, RequestId(callback_data.request), callback_data.number
    )
    await reword(query, view.wider(found, t, person.country))


async def _collage(
    message: Message, answer: Found, bot: Bot, person: Person, assistant: Assistant, t: Texts
) -> None:
    if answer.for_collage < LEAST_FOR_COLLAGE:
        return await _say(message, view.too_few(answer, t, person.country))
    return await _make(bot, message.chat.id, answer, person, assistant, t)


async def _make(
    bot: Bot, chat_id: int, answer: Found, person: Person, assistant: Assistant, t: Texts
) -> None:
    """A message that says so and becomes the collage; it is drawn by a job."""
    text = view.making(answer, t, person.country)
    status = await StatusMessage.begin(bot, chat_id, text, is_private=True)
    await assistant.collect(
        person.id, answer.request, answer.number, chat_id=chat_id, message_id=status.message_id
    )


async def _film(
    message: Message,
    answer: Found,
    person: Person,
    assistant: Assistant,
    director: Director,
    t: Texts,
) -> None:
    """A message that says so and becomes the film; of what came last where nothing is named."""
    if not answer.count:
        return await _say(message, view.found(answer, t, person.country))
    is_latest = answer.reading.query.is_latest
    media = (
        await director.newest(person.id)
        if is_latest
        else await assistant.to_film(person.id, answer.request, answer.number)
    )
    await director.check(person.id, media)
    text = view.filming(answer, len(media), t, person.country)
    status = await message.answer(text, protect_content=True)
    await director.order(person.id, media, chat_id=status.chat.id, message_id=status.message_id)
    return None


async def _say(message: Message, screen: Screen) -> None:
    await say(message, screen)
