"""Leafing through the gallery: /gallery, its pages, one media, and what was found."""

from aiogram.filters import CommandObject
from aiogram.types import BufferedInputFile, CallbackQuery, Message
from aiogram.utils.callback_answer import CallbackAnswer

from bot.assistant.assistant import Assistant
from bot.assistant.heard import Answer, Heard
from bot.clock import Clock
from bot.consent.gate import Standing, may
from bot.gallery.library import Library
from bot.texts import Texts
from handlers.doors import FoundInGallery
from handlers.gallery.buttons import Browse, FoundMedia, OnMedia, Turn
from handlers.gallery.screens import Pages
from handlers.gallery.show import lay_out, lay_out_once, put_away, turn_into
from handlers.screen import Screen, reword
from storage.assistant import RequestId
from storage.gallery import MediaId
from storage.people import Person
from storage.personal_data import Purpose


async def show_gallery(
    message: Message,
    command: CommandObject,
    person: Person,
    pages: Pages,
    assistant: Assistant,
    standing: Standing,
    clock: Clock,
    t: Texts,
) -> None:
    """The years; with words after the command, what answers them."""
    if not command.args:
        await lay_out(message, await pages.home())
        return
    heard = await assistant.hear(person.id, command.args, message.message_id)
    if found := next((one for one in heard.found if one.count), None):
        door = FoundInGallery(request=found.request, number=found.number)
        if shown := await pages.found(await _answer(assistant, person, door), door):
            await lay_out(message, shown)
            return
    looks = may(standing, Purpose.SUGGEST_ANALYSE, clock.now())
    await message.reply(t(_why_nothing(heard, looks=looks)))


def _why_nothing(heard: Heard, *, looks: bool) -> str:
    """Nothing there, or nothing that may be looked for."""
    asks_of_pixels = any(one.reading.query.asks_of_pixels for one in heard.found)
    return "gallery-needs-looking" if asks_of_pixels and not looks else "gallery-nothing-found"


async def turn(query: CallbackQuery, callback_data: Turn, pages: Pages) -> None:
    await turn_into(query, await pages.turn(callback_data) or pages.gone())


async def browse(query: CallbackQuery, callback_data: Browse, pages: Pages) -> None:
    media = MediaId(callback_data.media) if callback_data.media else None
    await turn_into(query, await pages.media(media, callback_data.among))


async def show_found(
    query: CallbackQuery,
    callback_data: FoundInGallery,
    person: Person,
    pages: Pages,
    assistant: Assistant,
) -> None:
    """Under the assistant's words it comes as a message of its own."""
    answer = await _answer(assistant, person, callback_data)
    shown = await pages.found(answer, callback_data) or pages.gone()
    if isinstance(query.message, Message) and query.message.text is not None:
        await lay_out(query.message, shown)
    else:
        await turn_into(query, shown)


async def show_one_found(
    query: CallbackQuery,
    callback_data: FoundMedia,
    person: Person,
    pages: Pages,
    assistant: Assistant,
) -> None:
    answer = await _answer(assistant, person, callback_data)
    await turn_into(query, await pages.one_found(answer, callback_data) or pages.gone())


async def give_back(
    query: CallbackQuery, callback_data: OnMedia, person: Person, library: Library, t: Texts
) -> None:
    given = await library.give_back(person.id, MediaId(callback_data.media))
    if given is None:
        await reword(query, Screen(t("gallery-gone")))
    elif isinstance(query.message, Message):
        file = BufferedInputFile(given.content, given.name)
        await query.message.answer_document(file, disable_content_type_detection=True)


async def show_left_outs(
    query: CallbackQuery, callback_answer: CallbackAnswer, pages: Pages, t: Texts
) -> None:
    """The answer that led here stays as it is; pressed again, it leads to the same page."""
    if isinstance(query.message, Message):
        shown = await pages.left_out(0) or pages.gone()
        if await lay_out_once(query.message, shown, "left-outs"):
            callback_answer.text = t("gallery-left-outs-below")


async def close(query: CallbackQuery, t: Texts) -> None:
    await put_away(query, t("gallery-closed"))


async def _answer(
    assistant: Assistant, person: Person, asked: FoundInGallery | FoundMedia
) -> Answer | None:
    """Nothing for an old button, or another's."""
    return await assistant.answer(person.id, RequestId(asked.request), asked.number)
