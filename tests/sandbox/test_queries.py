import asyncio
from datetime import timedelta

import pytest
from aiogram import Bot
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultCachedPhoto,
    InlineQueryResultsButton,
    InputTextMessageContent,
)

from bot.sandbox import acts
from bot.sandbox.methods.answers import TOO_OLD
from bot.sandbox.person import InlineOffer, Person
from bot.sandbox.server import Sandbox
from tests.sandbox.pictures import jpeg
from tests.sandbox.raw import Json, RawApi

KEYBOARD = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}


@pytest.fixture
async def callback_id(api: RawApi, lou: Person) -> str:
    await api("sendMessage", chat_id=lou.id, text="x", reply_markup=KEYBOARD)
    message = lou.last_message
    return acts.press(lou.world, lou.id, lou.chat, message, message.rows[0][0]).id


async def test_a_press_can_be_answered_for_150_seconds(
    api: RawApi, sandbox: Sandbox, callback_id: str
) -> None:
    await sandbox.move_clock(timedelta(seconds=149))
    assert (await api("answerCallbackQuery", callback_query_id=callback_id))["ok"]
    await sandbox.move_clock(timedelta(seconds=2))
    words = await api.refusal("answerCallbackQuery", callback_query_id=callback_id)
    assert words == f"400 Bad Request: {TOO_OLD}"


async def test_an_invented_press_is_too_old(api: RawApi) -> None:
    for method, name in (
        ("answerCallbackQuery", "callback_query_id"),
        ("answerInlineQuery", "inline_query_id"),
    ):
        results: Json = {"results": []} if name == "inline_query_id" else {}
        words = await api.refusal(method, **{name: "1"}, **results)
        assert words == f"400 Bad Request: {TOO_OLD}"


async def test_an_answer_has_200_letters_at_most(api: RawApi, callback_id: str) -> None:
    words = await api.refusal("answerCallbackQuery", callback_query_id=callback_id, text="x" * 201)
    assert words == "400 Bad Request: MESSAGE_TOO_LONG"


async def test_an_unanswered_button_keeps_turning(api: RawApi, lou: Person) -> None:
    await api("sendMessage", chat_id=lou.id, text="x", reply_markup=KEYBOARD)
    with pytest.raises(TimeoutError):
        await lou.press("Go", seconds=0.05)
    with pytest.raises(LookupError):
        await lou.press("No")


async def offered(bot: Bot, lou: Person, *results: object, **more: object) -> InlineOffer:
    """Lou types a query, the bot proposes these results."""
    async with asyncio.TaskGroup() as tasks:
        offer = tasks.create_task(lou.inline("beach"))
        await asyncio.sleep(0)
        query = (await bot.get_updates(offset=-1))[-1].inline_query
        assert query is not None
        await bot.answer_inline_query(query.id, list(results), cache_time=0, **more)  # type: ignore[arg-type]  # the test's own results
    return offer.result()


async def test_a_chosen_picture_lands_at_the_friends_and_the_bot_hears_of_it(
    bot: Bot, sandbox: Sandbox, lou: Person
) -> None:
    photo = (await lou.send_photo(jpeg(60, 40))).photo
    assert photo is not None
    sam = sandbox.person("Sam")
    offer = await offered(
        bot,
        lou,
        InlineQueryResultCachedPhoto(id="1", photo_file_id=photo["file_id"], caption="for you"),
        is_personal=True,
        button=InlineQueryResultsButton(text="Open", start_parameter="x"),
    )
    there = offer.choose(0, sam)

    assert (there.caption, there.wire["via_bot"]["username"]) == ("for you", "pepite_bot")
    assert offer.button == {"text": "Open", "start_parameter": "x"}
    chosen = (await bot.get_updates(offset=-1))[-1].chosen_inline_result
    assert chosen is not None
    assert (chosen.result_id, chosen.query, chosen.inline_message_id) == ("1", "beach", None)


async def test_an_inline_message_with_buttons_is_edited_by_its_own_id(
    bot: Bot, api: RawApi, sandbox: Sandbox, lou: Person
) -> None:
    button = InlineKeyboardButton(text="Next", callback_data="next")
    article = InlineQueryResultArticle(
        id="a",
        title="A",
        input_message_content=InputTextMessageContent(message_text="one"),
        reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]),
    )
    there = (await offered(bot, lou, article)).choose(0, sandbox.person("Sam"))
    number = there.inline_message_id

    assert await bot.edit_message_text("two", inline_message_id=number) is True
    assert there.text == "two"
    answer = await api.multipart(
        "editMessageMedia",
        {"p": jpeg(20, 20)},
        inline_message_id=number,
        media={"type": "photo", "media": "attach://p"},
    )
    assert "can't upload new media" in answer["description"]


async def test_results_are_checked_when_they_are_offered(api: RawApi, lou: Person) -> None:
    async def answer(*results: Json) -> str:
        asked = acts.ask_inline(lou.world, lou.id, "x")
        return await api.refusal("answerInlineQuery", inline_query_id=asked.id, results=results)

    text = {"message_text": "x"}
    article = {"type": "article", "id": "1", "title": "x", "input_message_content": text}
    assert "RESULTS_TOO_MUCH" in await answer(*[article] * 51)
    assert "RESULT_ID_DUPLICATE" in await answer(article, article)
    assert "wrong remote file identifier" in await answer(
        {"type": "photo", "id": "1", "photo_file_id": "nope"}
    )


async def test_an_inline_query_waits_30_seconds(
    api: RawApi, sandbox: Sandbox, lou: Person
) -> None:
    asked = acts.ask_inline(lou.world, lou.id, "x")
    await sandbox.move_clock(timedelta(seconds=31))
    words = await api.refusal("answerInlineQuery", inline_query_id=asked.id, results=[])
    assert words == f"400 Bad Request: {TOO_OLD}"
