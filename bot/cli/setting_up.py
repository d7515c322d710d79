"""Writing the profile: what stands already is left alone."""

from aiogram.exceptions import TelegramAPIError

from bot.app import read_texts
from bot.cli.asking import who_is
from bot.errors import OperatorError
from bot.settings import Settings
from bot.telegram.client import open_bot
from bot.telegram.profile import write_profile


async def set_up(settings: Settings) -> list[str]:
    """One line a change; raises OperatorError with what Telegram said."""
    async with open_bot(settings) as bot:
        me = await who_is(bot, settings.telegram_api)
        try:
            written = await write_profile(bot, read_texts())
        except TelegramAPIError as refusal:
            raise OperatorError(f"Telegram said: {refusal.message}.") from None
    name = f"@{me.username}"
    return [f"{name}: {change}" for change in written.changes] or [f"{name}: nothing to change."]
