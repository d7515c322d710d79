"""Channels: linked by Telegram's own list, asked about before each post, lost and forgotten."""

from collections.abc import Mapping
from contextlib import suppress
from html import escape
from typing import Final
from uuid import UUID

from aiogram import Bot
from aiogram.types import (
    CallbackQuery,
    ChatMemberAdministrator,
    ChatMemberUpdated,
    Message,
    ReplyKeyboardRemove,
    ReplyParameters,
)

from bot.sharing.publisher import Publisher
from bot.sharing.shareable import Channel, Ref
from bot.telegram.errors import SETTLED
from bot.texts import Language, Texts, language_of
from handlers.middleware.person import Conversation
from handlers.screen import Screen, reword
from handlers.sharing import buttons, view
from handlers.sharing.data import LinkChannel, ToChannel, Unlink
from storage.people import Person
from storage.sharing import DraftKind
from storage.telegram import Awaiting

WHICH: Final = "sharing-channel"  # the question which channel to link


async def ask_which(
    query: CallbackQuery,
    callback_data: LinkChannel,
    bot: Bot,
    conversation: Conversation,
    t: Texts,
) -> None:
    about = f"{callback_data.kind} {callback_data.draft.hex} {callback_data.version}"
    await conversation.expect(WHICH, about)
    await bot.send_message(
        query.from_user.id, t("sharing-link-how"), reply_markup=buttons.ask_for_channel(t)
    )


def says_no(message: Message, t: Texts) -> bool:
    return message.text == t("sharing-button-no-channel")


async def no_link(message: Message, conversation: Conversation, t: Texts) -> None:
    await message.answer(t("sharing-link-cancelled"), reply_markup=ReplyKeyboardRemove())
    await conversation.clear()


async def link(
    message: Message,
    person: Person,
    publisher: Publisher,
    conversation: Conversation,
    awaiting: Awaiting | None,
    t: Texts,
) -> None:
    """What was being shared goes on with one more tap; after a refusal another can be chosen."""
    shared = message.chat_shared
    if shared is None:
        return
    channel = await publisher.link(person, shared.chat_id, shared.title or "")
    await message.answer(_linked(channel, t), reply_markup=ReplyKeyboardRemove())
    ref = _ref_of(awaiting.about) if awaiting and awaiting.question == WHICH else None
    await message.answer(t("sharing-link-next"), reply_markup=buttons.linked(channel, ref, t))
    await conversation.clear()


def _linked(channel: Channel, t: Texts) -> str:
    place = channel.place
    if place.username:
        name = escape(place.username)
        return t("sharing-linked-public", title=escape(place.title), name=name)
    return t("sharing-linked-private", title=escape(place.title))


def _ref_of(about: str) -> Ref:
    kind, draft, version = about.split()
    return Ref(DraftKind(kind), UUID(hex=draft), int(version))


async def ask(
    _query: CallbackQuery,
    callback_data: ToChannel,
    bot: Bot,
    person: Person,
    publisher: Publisher,
    t: Texts,
) -> None:
    """The recap answers the picture, so that nobody need guess which one is meant."""
    channel = callback_data.channel
    recap, shareable = await publisher.to_channel(person, callback_data.ref, channel)
    screen = view.channel_recap(recap, shareable, t)
    picture = shareable.message_id and ReplyParameters(message_id=shareable.message_id)
    await bot.send_message(
        person.telegram_id,
        screen.text,
        reply_markup=screen.buttons,
        reply_parameters=picture or None,
    )


async def unlink(
    query: CallbackQuery, callback_data: Unlink, person: Person, publisher: Publisher, t: Texts
) -> None:
    await publisher.unlink(person.id, callback_data.channel)
    await reword(query, Screen(t("sharing-unlinked")))


async def rights_changed(
    change: ChatMemberUpdated,
    bot: Bot,
    publisher: Publisher,
    translations: Mapping[Language, Texts],
) -> None:
    """Whoever linked the channel is told once, in private; nobody else learns of it."""
    now = change.new_chat_member
    may_post = isinstance(now, ChatMemberAdministrator) and bool(now.can_post_messages)
    for person, title in await publisher.rights_changed(change.chat.id, may_post=may_post):
        t = translations[language_of(person.language)]
        with suppress(*SETTLED):  # somebody who left does not keep the others from knowing
            text = t("sharing-channel-lost", title=escape(title))
            await bot.send_message(person.telegram_id, text)
