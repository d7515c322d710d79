"""The first question to Telegram: one clear sentence where the answer is no, or none."""

import pytest

from bot.cli.asking import who_is
from bot.errors import OperatorError
from bot.sandbox.server import Sandbox
from bot.settings import read_settings
from bot.telegram.client import open_bot


async def test_a_token_that_telegram_does_not_know_is_told_so() -> None:
    sandbox = Sandbox()
    async with sandbox.serve() as url:
        settings = read_settings(bot_token="123456:" + "A" * 35, telegram_api=url)
        async with open_bot(settings) as bot:
            with pytest.raises(OperatorError, match="does not know"):
                await who_is(bot, url)


async def test_an_address_where_nobody_answers_is_named() -> None:
    nobody = "http://127.0.0.1:9"
    settings = read_settings(bot_token="123456:" + "A" * 35, telegram_api=nobody)
    async with open_bot(settings) as bot:
        with pytest.raises(OperatorError, match=nobody):
            await who_is(bot, nobody)
