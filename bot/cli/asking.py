"""Asking Telegram which bot a token belongs to, once, before anything else begins."""

from typing import Final

from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramNotFound, TelegramUnauthorizedError
from aiogram.types import User

from bot.errors import OperatorError

PATIENCE_S: Final = 15


async def who_is(bot: Bot, address: str) -> User:
    """Raises OperatorError for a token that Telegram does not know, or no Telegram at all."""
    try:
        return await bot.get_me(request_timeout=PATIENCE_S)
    except (TelegramUnauthorizedError, TelegramNotFound):
        raise OperatorError("Telegram does not know this PEPITE_BOT_TOKEN.") from None
    except TelegramNetworkError:
        raise OperatorError(f"Nothing answers at {address}.") from None
