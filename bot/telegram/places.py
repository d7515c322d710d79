"""Places to post in, looked at just before: what they are called, and who may post there now."""

from dataclasses import dataclass
from enum import StrEnum

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import ChatMemberAdministrator, ChatMemberOwner

from bot.telegram.errors import PersonBlocked

_NO: tuple[type[Exception], ...] = (TelegramBadRequest, TelegramForbiddenError, PersonBlocked)


@dataclass(frozen=True, slots=True)
class Place:
    """A channel as it is called now; one with a @username is open to anybody."""

    chat_id: int
    title: str
    username: str | None = None


class Trouble(StrEnum):
    """Why nothing may be posted there."""

    GONE = "gone"  # the bot was removed, or the channel was
    NOT_ALLOWED = "not_allowed"  # the bot is in it, without the right to post
    NOT_YOURS = "not_yours"  # the person may not post there themselves


class Places:
    """Asks Telegram each time: what was true when something was confirmed may not be any more."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def channel(self, chat_id: int, telegram_id: int) -> Place | Trouble:
        """telegram_id: of the person who wants to post. Raises what the wire raises."""
        try:
            chat = await self._bot.get_chat(chat_id)
            bot = await self._bot.get_chat_member(chat_id, self._bot.id)
        except _NO:
            return Trouble.GONE
        if not (isinstance(bot, ChatMemberAdministrator) and bot.can_post_messages):
            return Trouble.NOT_ALLOWED
        if not await self._may_post(chat_id, telegram_id):
            return Trouble.NOT_YOURS
        return Place(chat_id, chat.title or "", chat.username)

    async def _may_post(self, chat_id: int, telegram_id: int) -> bool:
        try:
            member = await self._bot.get_chat_member(chat_id, telegram_id)
        except _NO:
            return False
        if isinstance(member, ChatMemberOwner):
            return True
        return isinstance(member, ChatMemberAdministrator) and bool(member.can_post_messages)

    async def takes_stories(self, connection: str) -> bool:
        """Whether this business connection still stands, with the right to post stories."""
        try:
            found = await self._bot.get_business_connection(connection)
        except _NO:
            return False
        return found.is_enabled and bool(found.rights and found.rights.can_manage_stories)
