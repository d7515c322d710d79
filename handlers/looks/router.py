"""What looks hear: a photo's button, a collage's, the numbers of a sheet, how strong."""

from aiogram import Bot, F, Router
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.collage.numbers import numbered
from bot.collage.studio import Studio
from bot.looks.atelier import Atelier
from bot.looks.catalogue import Recipe
from bot.looks.drafts import LookDraft
from bot.texts import Texts
from handlers.doors import LeaveShare, LooksOfCollage, OpenLooks
from handlers.looks import buttons, imagine, styles, view
from handlers.looks.buttons import LookAct, OnLook, WearLook
from handlers.looks.show import put_away
from handlers.middleware.consent import needs
from handlers.middleware.person import Conversation
from handlers.screen import Screen, reword
from storage.collage import CollageId
from storage.gallery import MediaId
from storage.looks import LookId
from storage.people import Person
from storage.personal_data import Purpose
from storage.sharing import DraftKind
from storage.telegram import Awaiting

SUGGESTS = needs(Purpose.SUGGEST_ANALYSE)


def build_router() -> Router:
    router = Router(name="looks")
    heard = router.callback_query
    heard.register(open_looks, OpenLooks.filter(), flags=SUGGESTS)
    heard.register(pick_photo, LooksOfCollage.filter(), flags=SUGGESTS)
    heard.register(wear, WearLook.filter(), flags=SUGGESTS)
    heard.register(show_sheet, OnLook.filter(F.act == LookAct.SHEET), flags=SUGGESTS)
    heard.register(send_file, OnLook.filter(F.act == LookAct.FILE), flags=SUGGESTS)
    heard.register(keep_as_it_is, OnLook.filter(F.act == LookAct.KEEP), flags=SUGGESTS)
    heard.register(leave_share, LeaveShare.filter(F.kind == DraftKind.LOOK), flags=SUGGESTS)
    styles.register(router)
    imagine.register(router)
    return router


async def open_looks(
    query: CallbackQuery, callback_data: OpenLooks, person: Person, atelier: Atelier, t: Texts
) -> None:
    """A new message, so that what the button stood under stays; it becomes the sheet."""
    if not isinstance(query.message, Message):
        return
    media = MediaId(callback_data.media)
    await atelier.check(person.id, media)
    status = await query.message.answer(t("looks-drawing"), protect_content=True)
    await atelier.begin(person.id, media, chat_id=status.chat.id, message_id=status.message_id)


async def pick_photo(
    query: CallbackQuery, callback_data: LooksOfCollage, person: Person, studio: Studio, t: Texts
) -> None:
    draft = await studio.draft(
        person.id, CollageId(callback_data.collage), version=callback_data.version
    )
    places = {key.hex: key for key in draft.shown}
    photos = [places[cell.key] for cell in numbered(draft.plan.cells)]
    keyboard = buttons.pick_keyboard(photos)
    if isinstance(query.message, Message):
        await query.message.reply(t("looks-which-photo"), reply_markup=keyboard)


async def wear(
    _query: CallbackQuery,
    callback_data: WearLook,
    person: Person,
    atelier: Atelier,
) -> None:
    recipe = Recipe(callback_data.look, callback_data.strength)
    await atelier.choose(person.id, LookId(callback_data.draft), callback_data.version, recipe)


async def show_sheet(
    _query: CallbackQuery,
    callback_data: OnLook,
    person: Person,
    atelier: Atelier,
    conversation: Conversation,
    awaiting: Awaiting | None = None,
) -> None:
    """Back at the sheet no picture is waited for any more."""
    if awaiting is not None and awaiting.question == styles.STYLE:
        await conversation.clear()
    await atelier.choose(person.id, LookId(callback_data.draft), callback_data.version, None)


async def send_file(
    query: CallbackQuery, callback_data: OnLook, person: Person, atelier: Atelier, t: Texts
) -> None:
    """Not protected: it is the person's to keep and to pass on, its label with it."""
    draft = await _draft(atelier, person, callback_data)
    picture = await atelier.picture(person.id, draft.id, draft.version)
    file = BufferedInputFile(picture, f"{t('looks-file-name')}.jpg")
    if isinstance(query.message, Message) and draft.recipe is not None:
        await query.message.reply_document(
            file,
            caption=view.label_of(draft.recipe, t),
            disable_content_type_detection=True,
        )
    await atelier.accept(person.id, draft.id)


async def keep_as_it_is(
    query: CallbackQuery, callback_data: OnLook, bot: Bot, person: Person, atelier: Atelier,
    t: Texts,
) -> None:  # fmt: skip
    await atelier.drop(person.id, LookId(callback_data.draft))
    await put_away(query, t("looks-kept"), bot)


async def leave_share(
    query: CallbackQuery, callback_data: LeaveShare, person: Person, atelier: Atelier, t: Texts
) -> None:
    draft = await atelier.look(
        person.id, LookId(callback_data.draft), version=callback_data.version
    )
    if draft.recipe is not None:
        keyboard = buttons.look_keyboard(draft, draft.recipe, t)
        await reword(query, Screen(view.look(draft.recipe, t), keyboard))


async def _draft(atelier: Atelier, person: Person, data: OnLook) -> LookDraft:
    return await atelier.look(person.id, LookId(data.draft), version=data.version)
