"""Leafing through the gallery: /gallery, its pages, one media, and what was found."""

from collections.abc import Sequence

from aiogram.filters import CommandObject
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.assistant.assistant import Assistant
from bot.gallery.library import Library
from bot.gallery.viewer import Viewer
from bot.texts import Texts
from handlers.doors import FoundInGallery, OpenMedia
from handlers.gallery.buttons import Browse, FoundMedia, OnMedia, Turn
from handlers.gallery.screens import Pages, Shown
from handlers.gallery.show import lay_out, put_away, turn_into
from handlers.screen import Screen, reword
from storage.assistant import RequestId
from storage.gallery import MediaId
from storage.people import Person


async def show_gallery(
    message: Message,
    command: CommandObject,
    person: Person,
    viewer: Viewer,
    library: Library,
    assistant: Assistant,
    t: Texts,
) -> None:
    """The years; with words after the command, what answers them."""
    pages = Pages(viewer, library, person, t)
    if not command.args:
        return await lay_out(message, await pages.home())
    heard = await assistant.hear(person.id, command.args, message.message_id)
    for found in heard.found:
        door = FoundInGallery(request=found.request, number=found.number)
        media = await assistant.media(person.id, found.request, found.number) or ()
        if shown := await pages.found(media, door):
            return await lay_out(message, shown)
    await message.reply(t("gallery-nothing-found"))
    return None


async def turn(
    query: CallbackQuery,
    callback_data: Turn,
    person: Person,
    viewer: Viewer,
    library: Library,
    t: Texts,
) -> None:
    pages = Pages(viewer, library, person, t)
    await _show(query, await pages.turn(callback_data), pages)


async def browse(
    query: CallbackQuery,
    callback_data: Browse,
    person: Person,
    viewer: Viewer,
    library: Library,
    t: Texts,
) -> None:
    pages = Pages(viewer, library, person, t)
    media = MediaId(callback_data.media) if callback_data.media else None
    await _show(query, await pages.media(media, callback_data.among), pages)


async def open_media(
    query: CallbackQuery,
    callback_data: OpenMedia,
    person: Person,
    viewer: Viewer,
    library: Library,
    t: Texts,
) -> None:
    """Another conversation leads here."""
    pages = Pages(viewer, library, person, t)
    await _show(query, await pages.media(MediaId(callback_data.media)), pages)


async def show_found(
    query: CallbackQuery,
    callback_data: FoundInGallery,
    person: Person,
    viewer: Viewer,
    library: Library,
    assistant: Assistant,
    t: Texts,
) -> None:
    """Under the assistant's words it comes as a message of its own."""
    pages = Pages(viewer, library, person, t)
    media = await _media_found(assistant, person, callback_data)
    shown = await pages.found(media, callback_data) or pages.gone()
    if isinstance(query.message, Message) and query.message.text is not None:
        return await lay_out(query.message, shown)
    return await turn_into(query, shown)


async def show_one_found(
    query: CallbackQuery,
    callback_data: FoundMedia,
    person: Person,
    viewer: Viewer,
    library: Library,
    assistant: Assistant,
    t: Texts,
) -> None:
    pages = Pages(viewer, library, person, t)
    media = await _media_found(assistant, person, callback_data)
    await _show(query, await pages.one_found(media, callback_data), pages)


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
    query: CallbackQuery, person: Person, viewer: Viewer, library: Library, t: Texts
) -> None:
    """The answer that led here stays as it is."""
    pages = Pages(viewer, library, person, t)
    if isinstance(query.message, Message):
        await lay_out(query.message, await pages.left_out(0) or pages.gone())


async def close(query: CallbackQuery, t: Texts) -> None:
    await put_away(query, t("gallery-closed"))


async def _media_found(
    assistant: Assistant, person: Person, asked: FoundInGallery | FoundMedia
) -> Sequence[MediaId]:
    """Nothing for an old button, or another's."""
    request = RequestId(asked.request)
    return await assistant.media(person.id, request, asked.number) or ()


async def _show(query: CallbackQuery, shown: Shown | None, pages: Pages) -> None:
    await turn_into(query, shown or pages.gone())
