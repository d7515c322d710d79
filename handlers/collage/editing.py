"""What is chosen before the picture changes: a theme, a look, a photo by its number."""

from aiogram import Bot
from aiogram.types import CallbackQuery

from bot.collage.draft import Draft
from bot.collage.edits import AS_IT_IS, Change, Edit
from bot.collage.plan import CellLook
from bot.collage.refusals import DraftChanged
from bot.collage.studio import Studio
from bot.texts import Texts
from handlers.collage import buttons, view
from handlers.collage.data import (
    LOOKS,
    PICKED,
    ChooseTheme,
    DressPhoto,
    OnCollage,
    PickPhoto,
    TakePhoto,
)
from handlers.collage.show import draft_of, show_draft, show_numbers
from handlers.doors import OfCollage
from handlers.screen import Screen, reword
from storage.collage import CollageId
from storage.people import Person


async def show_themes(
    query: CallbackQuery, callback_data: OnCollage, person: Person, studio: Studio, t: Texts
) -> None:
    """The picture stays; its words ask."""
    draft = await draft_of(studio, person, callback_data)
    themes = await studio.themes(person.id, draft)
    keyboard = buttons.theme_keyboard(draft, themes, t)
    await reword(query, Screen(view.themes(draft, themes, t), keyboard))


async def choose_theme(
    _query: CallbackQuery,
    callback_data: ChooseTheme,
    bot: Bot,
    person: Person,
    studio: Studio,
    t: Texts,
) -> None:
    edit = Edit(Change.THEME, theme=callback_data.theme)
    draft = await _edited(edit, callback_data, person, studio)
    await show_draft(bot, studio, person.id, draft, t)


async def show_looks(
    query: CallbackQuery, callback_data: OnCollage, person: Person, studio: Studio, t: Texts
) -> None:
    draft = await draft_of(studio, person, callback_data)
    await reword(query, Screen(t("collage-ask-dress"), buttons.look_keyboard(draft, t)))


async def pick(
    _query: CallbackQuery,
    callback_data: PickPhoto,
    bot: Bot,
    person: Person,
    studio: Studio,
    t: Texts,
) -> None:
    """The same picture with numbers, kept nowhere; of what is not on the page, a sheet of it."""
    draft = await draft_of(studio, person, callback_data)
    if callback_data.change not in PICKED or callback_data.look not in {"", *LOOKS}:
        raise DraftChanged  # a button that was never made
    is_aside = callback_data.change is Change.BRING_BACK
    picture = await (studio.aside if is_aside else studio.numbered)(person.id, draft)
    await show_numbers(bot, draft, picture, _screen(draft, callback_data, t))


def _screen(draft: Draft, data: PickPhoto, t: Texts) -> Screen:
    if data.change is Change.LOOK:
        asks = t("collage-pick-look", name=t(f"looks-name-{data.look}"))
        return Screen(asks, buttons.dress_keyboard(draft, data.look, t))
    is_aside = data.change is Change.BRING_BACK
    count = len(draft.aside if is_aside else draft.plan.cells)
    keyboard = buttons.number_keyboard(draft, data.change, count, t)
    return Screen(t(f"collage-pick-{data.change}"), keyboard)


async def take(
    query: CallbackQuery,
    callback_data: TakePhoto,
    bot: Bot,
    person: Person,
    studio: Studio,
    t: Texts,
) -> None:
    """The photo that was meant; of two that change places, first the one, then the other."""
    data = callback_data
    if data.change is Change.SWAP and not data.first:
        draft = await draft_of(studio, person, data)
        count, first = len(draft.plan.cells), data.number
        keyboard = buttons.number_keyboard(draft, data.change, count, t, first=first)
        return await reword(query, Screen(t("collage-pick-swap-second", number=first), keyboard))
    photos = (data.first, data.number) if data.first else (data.number,)
    draft = await _edited(Edit(data.change, photos), data, person, studio)
    return await show_draft(bot, studio, person.id, draft, t)


async def dress(
    _query: CallbackQuery,
    callback_data: DressPhoto,
    bot: Bot,
    person: Person,
    studio: Studio,
    t: Texts,
) -> None:
    number, look = callback_data.number, callback_data.look
    if look not in LOOKS:
        raise DraftChanged
    worn = None if look == AS_IT_IS else CellLook(look)
    edit = Edit(Change.LOOK, (number,) if number else (), look=worn)
    draft = await _edited(edit, callback_data, person, studio)
    await show_draft(bot, studio, person.id, draft, t)


async def leave(
    _query: CallbackQuery,
    callback_data: OnCollage,
    bot: Bot,
    person: Person,
    studio: Studio,
    t: Texts,
) -> None:
    """Nothing was chosen: the picture without numbers again."""
    draft = await draft_of(studio, person, callback_data)
    await show_draft(bot, studio, person.id, draft, t)


async def _edited(edit: Edit, data: OfCollage, person: Person, studio: Studio) -> Draft:
    return await studio.edit(person.id, CollageId(data.collage), data.version, edit)
