"""In the style of another picture: one of the gallery's newest, or one that is sent now."""

from uuid import UUID

from aiogram import Bot, F, Router
from aiogram.types import CallbackQuery, Message

from bot.gallery.drawing import Worded
from bot.gallery.page import Heading
from bot.gallery.viewer import Viewer
from bot.looks.atelier import Atelier
from bot.texts import Texts
from handlers.looks import buttons, view
from handlers.looks.buttons import InStyleOf, LookAct, OnLook
from handlers.looks.show import Shown, say_below, say_there, show, take_away
from handlers.middleware.consent import needs
from handlers.middleware.person import A_WHILE, Awaits, Conversation
from storage.gallery import MediaId
from storage.looks import LookId
from storage.people import Person
from storage.personal_data import Purpose

STYLE = "looks-style"
SUGGESTS = needs(Purpose.SUGGEST_ANALYSE)
# Parts of an album are for the gallery, whatever was asked.
ONE_PICTURE = (F.photo | F.document.mime_type.startswith("image/")) & ~F.media_group_id


def register(router: Router) -> None:
    router.message.register(hear_picture, Awaits(STYLE, within=A_WHILE), ONE_PICTURE,
                            flags=SUGGESTS)  # fmt: skip
    heard = router.callback_query
    heard.register(ask_which, OnLook.filter(F.act == LookAct.STYLE), flags=SUGGESTS)
    heard.register(wear_style, InStyleOf.filter(), flags=SUGGESTS)


async def ask_which(
    _query: CallbackQuery,
    callback_data: OnLook,
    bot: Bot,
    person: Person,
    atelier: Atelier,
    viewer: Viewer,
    conversation: Conversation,
    t: Texts,
) -> None:
    """The sheet becomes a page of the newest other photos; without any, words alone change."""
    draft = await atelier.look(
        person.id, LookId(callback_data.draft), version=callback_data.version
    )
    await conversation.expect(STYLE, draft.id.hex)
    page = await viewer.chosen(person.id, await atelier.styles(person.id, draft))
    thumbs = page.thumbs if page else ()
    keyboard = buttons.styles_keyboard(draft, [one.media for one in thumbs], t)
    if not thumbs:
        return await say_below(bot, draft, view.styles(t, is_any=False), keyboard)
    shown = [Worded(one, number=number) for number, one in enumerate(thumbs, start=1)]
    picture = await viewer.draw(person.id, Heading(t("looks-style-title")), shown)
    return await show(
        bot, atelier, person.id, draft, Shown(picture, view.styles(t, is_any=True), keyboard)
    )


async def wear_style(
    _query: CallbackQuery,
    callback_data: InStyleOf,
    bot: Bot,
    person: Person,
    atelier: Atelier,
    conversation: Conversation,
    t: Texts,
) -> None:
    draft = await atelier.look(
        person.id, LookId(callback_data.draft), version=callback_data.version
    )
    await conversation.clear()
    await say_there(bot, draft, t("looks-style-painting"))
    media = MediaId(callback_data.media)
    await atelier.style_after(person.id, draft.id, draft.version, media)


async def hear_picture(
    message: Message,
    about: str,
    bot: Bot,
    person: Person,
    atelier: Atelier,
    conversation: Conversation,
    t: Texts,
) -> None:
    """The look comes below what was sent; the message it was asked in goes."""
    await conversation.clear()
    draft = await atelier.look(person.id, LookId(UUID(hex=about)))
    manner = await atelier.read_style(person.id, _file_id(message))
    status = await message.answer(t("looks-style-painting"), protect_content=True)
    await atelier.style_after_sent(person.id, draft, manner, message_id=status.message_id)
    await take_away(bot, draft)


def _file_id(message: Message) -> str:
    if message.photo:
        return message.photo[-1].file_id
    return message.document.file_id if message.document else ""
