"""/imagine: words become a picture through the endpoint; without one, what there is instead."""

from datetime import datetime

from aiogram import Bot, F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.clock import Clock
from bot.consent.gate import Standing, may, may_answer
from bot.looks.atelier import Atelier
from bot.looks.drafts import LONGEST_WORDS, CardDraft
from bot.looks.presets import PRESETS
from bot.looks.refusals import refused
from bot.looks.shareable import Label
from bot.telegram.commands import called
from bot.texts import Texts
from handlers.doors import LeaveShare
from handlers.looks import buttons, view
from handlers.looks.buttons import CardAct, ImagineAs, ImaginedFile, ImagineFirst, OnCard
from handlers.looks.show import card_as_shown, say_below, show
from handlers.middleware.consent import needs
from handlers.middleware.person import A_WHILE, Awaits, Conversation
from handlers.screen import Screen, reword, say
from storage.looks import LookId
from storage.people import Person
from storage.personal_data import Purpose
from storage.sharing import DraftKind

IMAGINE = "looks-imagine"
PLAIN_TEXT = F.text & ~F.text.startswith("/")
KEEPS = needs(Purpose.CORE_SERVICE)
SENDS = needs(Purpose.SUGGEST_EXTERNAL_AI)


def register(router: Router) -> None:
    """The lines of /imagine, of imagined pictures and of cards."""
    router.message.register(hear_command, Command(*called("imagine")), flags=KEEPS)
    router.message.register(hear_words, Awaits(IMAGINE, within=A_WHILE), PLAIN_TEXT, flags=KEEPS)
    heard = router.callback_query
    heard.register(choose_manner, ImagineFirst.filter(), flags=KEEPS)
    heard.register(imagine_again, ImagineAs.filter(), flags=SENDS)
    heard.register(send_imagined, ImaginedFile.filter(), flags=SENDS)
    heard.register(send_card, OnCard.filter(F.act == CardAct.FILE), flags=KEEPS)
    heard.register(change_card, OnCard.filter(), flags=KEEPS)
    heard.register(leave_share, LeaveShare.filter(F.kind == DraftKind.IMAGINED), flags=KEEPS)


async def hear_command(
    message: Message,
    command: CommandObject,
    person: Person,
    standing: Standing,
    clock: Clock,
    atelier: Atelier,
    conversation: Conversation,
    t: Texts,
) -> None:
    words = (command.args or "").strip()
    if words:
        return await _imagine(message, words, None, person, atelier, standing, clock.now(), t)
    await conversation.expect(IMAGINE)
    if atelier.imagines_at:
        screen = Screen(t("looks-imagine-words"), buttons.presets_keyboard(t))
    else:
        screen = Screen(t("looks-imagine-words-card"))
    await say(message, screen)
    return None


async def choose_manner(
    query: CallbackQuery, callback_data: ImagineFirst, conversation: Conversation, t: Texts
) -> None:
    if callback_data.preset in PRESETS:
        await conversation.expect(IMAGINE, callback_data.preset)
        await reword(query, Screen(t(f"looks-imagine-as-{callback_data.preset}")))


async def hear_words(
    message: Message,
    about: str,
    person: Person,
    standing: Standing,
    clock: Clock,
    atelier: Atelier,
    conversation: Conversation,
    t: Texts,
) -> None:
    await conversation.clear()
    words = message.text or ""
    await _imagine(message, words, about or None, person, atelier, standing, clock.now(), t)


async def _imagine(
    message: Message,
    words: str,
    preset: str | None,
    person: Person,
    atelier: Atelier,
    standing: Standing,
    now: datetime,
    t: Texts,
) -> None:
    """Refused words go nowhere: not to the endpoint, not into a row."""
    if len(words) > LONGEST_WORDS:
        return await _say(message, t("error-too-long", limit=LONGEST_WORDS))
    if (why := refused(words)) is not None:
        return await _say(message, t(f"looks-refused-{why}"))
    if atelier.imagines_at is None or not may(standing, Purpose.SUGGEST_EXTERNAL_AI, now):
        return await _offer_instead(message, words, person, atelier, standing, now, t)
    status = await message.answer(t("looks-imagining"), protect_content=True)
    await atelier.imagine(
        person.id, words, preset, chat_id=status.chat.id, message_id=status.message_id
    )
    return None


async def _say(message: Message, text: str) -> None:
    await say(message, Screen(text))


async def _offer_instead(
    message: Message,
    words: str,
    person: Person,
    atelier: Atelier,
    standing: Standing,
    now: datetime,
    t: Texts,
) -> None:
    """The truth about pictures from words here, and what works without anybody else."""
    can_ask = may_answer(standing, Purpose.SUGGEST_EXTERNAL_AI, now)
    is_to_ask = atelier.imagines_at is not None and can_ask
    card = await atelier.letter(person.id, words, chat_id=message.chat.id, message_id=None)
    media = await atelier.newest_photo(person.id)
    keyboard = buttons.instead_keyboard(card, media, t, ask=is_to_ask)
    text = (
        t("looks-imagine-ask", host=atelier.imagines_at or "")
        if is_to_ask
        else t("looks-imagine-none")
    )
    await say(message, Screen(text, keyboard))


async def imagine_again(
    _query: CallbackQuery,
    callback_data: ImagineAs,
    bot: Bot,
    person: Person,
    atelier: Atelier,
    t: Texts,
) -> None:
    preset = callback_data.preset if callback_data.preset in PRESETS else None
    draft = await atelier.imagine_again(
        person.id, LookId(callback_data.draft), callback_data.version, preset
    )
    await say_below(bot, draft, view.meanwhile(draft, t("looks-imagining"), t))


async def send_imagined(
    query: CallbackQuery, callback_data: ImaginedFile, person: Person, atelier: Atelier, t: Texts
) -> None:
    """Whole, with what it says of itself; the label goes with it."""
    picture = await atelier.picture(person.id, callback_data.draft, callback_data.version)
    await _send_file(query, picture, t, caption=t(f"looks-label-{Label.AI_IMAGE}"))
    await atelier.accept(person.id, callback_data.draft)


async def send_card(
    query: CallbackQuery, callback_data: OnCard, person: Person, atelier: Atelier, t: Texts
) -> None:
    picture = await atelier.picture(person.id, callback_data.draft, callback_data.version)
    await _send_file(query, picture, t)


async def _send_file(
    query: CallbackQuery, picture: bytes, t: Texts, *, caption: str | None = None
) -> None:
    file = BufferedInputFile(picture, f"{t('looks-file-name')}.jpg")
    if isinstance(query.message, Message):
        await query.message.reply_document(
            file, caption=caption, disable_content_type_detection=True
        )


async def change_card(
    _query: CallbackQuery,
    callback_data: OnCard,
    bot: Bot,
    person: Person,
    atelier: Atelier,
    t: Texts,
) -> None:
    """Shown for the first time it is a message of its own; later the same one changes."""
    draft = await _changed(atelier, person, callback_data)
    await show(bot, atelier, person.id, draft, await card_as_shown(atelier, person.id, draft, t))


async def _changed(atelier: Atelier, person: Person, data: OnCard) -> CardDraft:
    card = LookId(data.draft)
    if data.act is CardAct.DRESS:
        return await atelier.redress(person.id, card, data.version)
    if data.act is CardAct.SHAPE:
        return await atelier.reshape(person.id, card, data.version)
    return await atelier.card(person.id, card, version=data.version)


async def leave_share(
    query: CallbackQuery, callback_data: LeaveShare, person: Person, atelier: Atelier, t: Texts
) -> None:
    """The buttons of the draft itself come back: an imagined picture's, or a card's."""
    draft, owner = LookId(callback_data.draft), person.id
    found = await atelier.shareable(owner, draft)
    if found is not None and found.label is Label.AI_IMAGE:
        picture = await atelier.imagined(owner, draft, version=callback_data.version)
        screen = Screen(view.imagined(picture, t), buttons.imagined_keyboard(picture, t))
    else:
        card = await atelier.card(owner, draft, version=callback_data.version)
        screen = Screen(view.card(t), buttons.card_keyboard(card, t))
    await reword(query, screen)
