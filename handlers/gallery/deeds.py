"""What is done with what the gallery shows: hide, keep private, bring back, forget, undo."""

from aiogram import Bot
from aiogram.types import CallbackQuery

from bot.gallery.answers import Farewell
from bot.gallery.catalogue import group_from
from bot.gallery.keeper import Keeper
from bot.gallery.viewer import Viewer
from bot.texts import Texts
from handlers import when
from handlers.gallery import view
from handlers.gallery.buttons import (
    ForgetGroup,
    MediaAct,
    OnMedia,
    Undo,
    View,
    button,
    forget_all_keyboard,
)
from handlers.gallery.screens import Pages
from handlers.gallery.show import put_away, turn_into
from handlers.screen import Screen, reword, take_from_chat
from storage.gallery import MediaId
from storage.gallery_browse import Group
from storage.people import Person


async def hide(
    query: CallbackQuery, callback_data: OnMedia, person: Person, keeper: Keeper, pages: Pages
) -> None:
    """Hide, or show again; the same media says so, its way back under it."""
    media = MediaId(callback_data.media)
    await keeper.hide(person.id, media, hidden=callback_data.act is MediaAct.HIDE)
    await turn_into(query, await pages.media(media))


async def keep_private(
    query: CallbackQuery,
    callback_data: OnMedia,
    bot: Bot,
    person: Person,
    keeper: Keeper,
    pages: Pages,
) -> None:
    """For ever, or until it is lifted; drafts that show it go from the chat."""
    media = MediaId(callback_data.media)
    private = callback_data.act is MediaAct.KEEP_PRIVATE
    kept = await keeper.keep_private(person.id, media, private=private)
    await take_from_chat(bot, person.telegram_id, kept.messages if kept else ())
    shown, said = await pages.media(media), view.gone_with(kept, pages.t) if kept else ""
    await turn_into(query, shown.under(said) if said else shown)


async def bring_back(
    query: CallbackQuery, callback_data: OnMedia, person: Person, keeper: Keeper, pages: Pages
) -> None:
    """One that was left out; the others stay on the page."""
    count = await keeper.bring_back(person.id, [MediaId(callback_data.media)])
    await _brought(query, count, pages)


async def bring_all_back(
    query: CallbackQuery, person: Person, keeper: Keeper, pages: Pages
) -> None:
    left_out = await pages.viewer.left_outs(person.id)
    count = await keeper.bring_back(person.id, list(left_out))
    await _brought(query, count, pages)


async def forget(
    query: CallbackQuery,
    callback_data: OnMedia,
    bot: Bot,
    person: Person,
    keeper: Keeper,
    pages: Pages,
) -> None:
    """At once, with ten minutes to undo it; what stood beside it is shown."""
    media = MediaId(callback_data.media)
    group = await pages.viewer.where(person.id, media)
    farewell = await keeper.forget(person.id, [media])
    await _say_farewell(query, bot, farewell, group, pages)


async def forget_group(
    query: CallbackQuery,
    callback_data: ForgetGroup,
    bot: Bot,
    person: Person,
    keeper: Keeper,
    pages: Pages,
) -> None:
    """All that a moment or a month shows."""
    group = group_from(callback_data.key)
    if group is None:
        return await turn_into(query, pages.gone())
    farewell = await keeper.forget_group(person.id, group)
    return await _say_farewell(query, bot, farewell, group, pages)


async def undo(
    query: CallbackQuery, callback_data: Undo, person: Person, keeper: Keeper, pages: Pages
) -> None:
    count = await keeper.undo(person.id, callback_data.farewell)
    said = "gallery-undone" if count else "gallery-undo-too-late"
    await turn_into(query, (await pages.home()).under(pages.t(said, count=count)))


async def ask_to_forget_all(
    query: CallbackQuery, person: Person, viewer: Viewer, t: Texts
) -> None:
    count = await viewer.count(person.id)
    text = t("gallery-forget-all-sure", count=count)
    await reword(query, Screen(text, forget_all_keyboard(t)))


async def forget_all(
    query: CallbackQuery, bot: Bot, person: Person, keeper: Keeper, t: Texts
) -> None:
    gone = await keeper.forget_all(person.id)
    await take_from_chat(bot, person.telegram_id, gone.messages)
    await put_away(query, t("gallery-forgotten-all", count=gone.count))


async def _brought(query: CallbackQuery, count: int, pages: Pages) -> None:
    """What is still left out, or the years where nothing is."""
    shown = await pages.left_out(0) or await pages.home()
    await turn_into(query, shown.under(pages.t("gallery-brought-back", count=count)))


async def _say_farewell(
    query: CallbackQuery, bot: Bot, farewell: Farewell | None, group: Group | None, pages: Pages
) -> None:
    """The page where it stood, with the way back first; doing it twice says that it is gone."""
    if farewell is None:
        return await turn_into(query, pages.gone())
    await take_from_chat(bot, pages.person.telegram_id, farewell.messages)
    shown = (await pages.sheet(group, View.GROUP, 0) if group else None) or await pages.home()
    until = when.clock_time(farewell.until, pages.person)
    said = view.forgotten(farewell, until, pages.t)
    back = button(pages.t("gallery-button-undo"), Undo(farewell=farewell.id), style="primary")
    return await turn_into(query, shown.under(said, back))
