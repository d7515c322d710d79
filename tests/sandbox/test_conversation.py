import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher, F, Router
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)

from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from tests.sandbox.pictures import jpeg

MORE = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="More", callback_data="more")]]
)


async def echo(message: Message) -> None:
    await message.answer(message.text or "", reply_markup=MORE)


async def send_back(message: Message, bot: Bot) -> None:
    assert message.photo
    content = await bot.download(message.photo[-1])
    assert content
    photo = BufferedInputFile(content.read(), filename="back.jpg")
    await message.answer_photo(photo, caption="<b>yours</b>", parse_mode="HTML")


async def more(query: CallbackQuery) -> None:
    await query.answer("here is more")
    assert isinstance(query.message, Message)
    await query.message.edit_text("more", reply_markup=None)


@pytest.fixture
async def polling(bot: Bot) -> AsyncIterator[None]:
    router = Router()
    router.message.register(echo, F.text)
    router.message.register(send_back, F.photo)
    router.callback_query.register(more)
    dispatcher = Dispatcher()
    dispatcher.include_router(router)
    async with asyncio.TaskGroup() as tasks:
        poll = tasks.create_task(
            dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False)
        )
        yield
        with contextlib.suppress(RuntimeError):
            await dispatcher.stop_polling()
        await poll


@pytest.mark.usefixtures("polling")
async def test_a_plain_aiogram_bot_echoes_sends_back_and_edits(
    sandbox: Sandbox, lou: Person
) -> None:
    await lou.wait_for("/start")
    await lou.say("bonjour")
    assert (await lou.wait_for("bonjour")).buttons == ["More"]

    assert (await lou.press("More")).text == "here is more"
    edited = await lou.wait_for("more")
    assert (edited.text, edited.buttons) == ("more", [])

    await lou.send_photo(jpeg(640, 480))
    answer = await lou.wait_for("yours")
    assert answer.entities == [{"type": "bold", "offset": 0, "length": 5}]
    assert sandbox.download(answer).startswith(b"\xff\xd8")
