"""The client of the Bot API server that is set."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.utils.token import TokenValidationError

from bot.errors import OperatorError
from bot.settings import Settings


@asynccontextmanager
async def open_bot(settings: Settings) -> AsyncIterator[Bot]:
    """Any Bot API server will do; what is said is HTML. Raises OperatorError without a token."""
    api = TelegramAPIServer.from_base(settings.telegram_api, is_local=settings.telegram_local)
    try:
        bot = Bot(
            settings.token,
            session=AiohttpSession(api=api),
            default=DefaultBotProperties(
                parse_mode=ParseMode.HTML,
                allow_sending_without_reply=True,  # a person may delete what is being answered
            ),
        )
    except TokenValidationError:
        raise OperatorError("PEPITE_BOT_TOKEN is not a token as @BotFather writes them.") from None
    try:
        yield bot
    finally:
        await bot.session.close()
