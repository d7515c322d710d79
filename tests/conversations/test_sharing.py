"""Sharing by one tap: the friend has the picture, the shelf knows; nobody else can offer it."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from aiogram import Bot
from aiogram.methods import AnswerInlineQuery, TelegramMethod

from bot.app import App
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from handlers.doors import ShareDraft
from handlers.sharing.data import SaidShared
from tests.conversations.collage_steps import to_share
from tests.conversations.first_steps import data_of, press_again, until_the_question, welcomed
from tests.conversations.given import IN_ENGLISH, IN_FRENCH, count

MINUTE = timedelta(minutes=1)


@pytest.fixture
def answers(app: App) -> Iterator[list[AnswerInlineQuery]]:
    """Every answer to an inline query, as it leaves."""
    left: list[AnswerInlineQuery] = []

    async def note(make_request: Any, bot: Bot, method: TelegramMethod[Any]) -> Any:
        if isinstance(method, AnswerInlineQuery):
            left.append(method)
        return await make_request(bot, method)

    app.bot.session.middleware(note)
    yield left
    # Abuse 16: Telegram keeps answers by query, for everybody, unless it is told not to.
    assert all(answer.is_personal and answer.cache_time == 0 for answer in left)


async def a_collage(lou: Person, t: Texts) -> tuple[StoredMessage, str]:
    """The message, and the inline query that its Share button opens."""
    collage = await to_share(lou, t, t("sharing-button-chat"))
    button = collage.button(t("sharing-button-chat"))
    assert button is not None
    return collage, button["switch_inline_query_chosen_chat"]["query"]


async def shelf(lou: Person, t: Texts) -> str:
    await lou.say("/gallery")
    return (await lou.wait_for(lambda m: t("gallery-button-browse") in m.buttons)).words


@IN_ENGLISH
async def test_the_friend_has_the_picture_and_the_shelf_says_shared(
    lou: Person, sam: Person, t: Texts, sandbox: Sandbox, answers: list[AnswerInlineQuery]
) -> None:
    collage, query = await a_collage(lou, t)
    await lou.press(t("sharing-button-back"))
    await lou.wait_for(lambda m: t("collage-button-share") in m.buttons)
    await lou.press(t("collage-button-word", number=1))
    chosen = await lou.wait_for(lambda m: t("collage-button-other-words") in m.buttons)

    offer = await lou.inline(query, chat=sam)
    received = offer.choose(0, sam)
    await lou.wait_for(t("sharing-done", count=2))

    assert sandbox.download(received) == sandbox.download(collage)
    label = t("sharing-label-collage")
    assert received.words == f"{chosen.words}\n\n{label}"  # nothing else than what was said
    assert f"{chosen.words} · {label}" in offer.results[0]["description"]
    assert not received.buttons
    assert t("gallery-shelf", waiting=0, shared=2) in await shelf(lou, t)
    await sandbox.move_clock(2 * MINUTE)
    assert t("sharing-ask") not in [message.words for message in lou.from_bot]
    assert answers


@IN_ENGLISH
async def test_when_telegram_says_nothing_it_is_asked_once_and_yes_counts_once(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    _, query = await a_collage(lou, t)
    await lou.inline(query)
    await lou.inline(query)  # every letter typed asks again

    await sandbox.move_clock(2 * MINUTE)
    asked = await lou.wait_for(t("sharing-ask"))
    yes = data_of(asked, t("sharing-button-yes"))
    await lou.press(t("sharing-button-yes"))
    await lou.wait_for(t("sharing-done", count=2))
    await press_again(lou, yes, asked)
    await lou.settle()

    assert await count(app, "posts") == 1
    assert await count(app, "ledger WHERE kind = 'publish.confirmed'") == 1
    said = [message.words for message in lou.from_bot]
    assert said.count(t("sharing-ask")) == 0  # it became the answer
    assert t("gallery-shelf", waiting=0, shared=2) in await shelf(lou, t)


@IN_FRENCH
async def test_no_leaves_it_on_the_shelf(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    _, query = await a_collage(lou, t)
    await lou.inline(query)
    await sandbox.move_clock(2 * MINUTE)
    await lou.wait_for(t("sharing-ask"))

    await lou.press(t("sharing-button-no"))
    await lou.wait_for(t("sharing-not"))

    assert await count(app, "posts") == 0
    assert t("gallery-shelf", waiting=2, shared=0) in await shelf(lou, t)


@IN_ENGLISH
async def test_nobody_else_is_offered_a_draft_by_its_query(
    lou: Person, sam: Person, t: Texts, app: App, answers: list[AnswerInlineQuery]
) -> None:
    """Abuse 1, 16, 20: neither a stranger without consent nor one with it; nor any other words."""
    _, query = await a_collage(lou, t)

    before_consent = await sam.inline(query)
    await welcomed(sam, t)
    after_consent = await sam.inline(query)
    of_nothing = [await lou.inline(words) for words in ("", "collage:", "collage:xyz", "hello")]

    for offer in (before_consent, after_consent):
        assert offer.results == []
    for offer in of_nothing:  # such words may be rewritten; they never bring a picture
        assert "photo" not in {result["type"] for result in offer.results}
    assert await count(app, "jobs WHERE name = 'sharing.ask'") == 0
    assert len(answers) == 6


@IN_FRENCH
async def test_what_is_forgotten_can_no_longer_be_offered_nor_said_to_be_shared(
    lou: Person, sam: Person, t: Texts, app: App
) -> None:
    _, query = await a_collage(lou, t)
    offer = await lou.inline(query, chat=sam)
    said = SaidShared(collage=_draft(query), yes=True).pack()
    await lou.say("/gallery")
    await lou.wait_for(lambda m: t("gallery-button-forget-all") in m.buttons)
    await lou.press(t("gallery-button-forget-all"))
    await lou.wait_for(lambda m: t("gallery-button-forget-all-now") in m.buttons)
    await lou.press(t("gallery-button-forget-all-now"))
    forgotten = await lou.wait_for(t("gallery-forgotten-all", count=2))

    assert (await lou.inline(query)).results == []
    offer.choose(0, sam)
    await press_again(lou, said, forgotten)
    await lou.wait_for(t("error-share-gone"))
    assert await count(app, "posts") == 0


@IN_FRENCH
async def test_before_any_choice_the_answer_is_empty(
    lou: Person, t: Texts, answers: list[AnswerInlineQuery]
) -> None:
    await until_the_question(lou, t)

    assert (await lou.inline("collage:" + "0" * 32)).results == []
    assert answers


@IN_ENGLISH
async def test_a_stranger_cannot_say_that_anothers_was_shared(
    lou: Person, sam: Person, t: Texts, app: App
) -> None:
    _, query = await a_collage(lou, t)
    await welcomed(sam, t)

    for yes in (True, False):
        data = SaidShared(collage=_draft(query), yes=yes).pack()
        await press_again(sam, data, sam.last_message)
        await press_again(sam, data, sam.last_message)
    await sam.settle()

    assert await count(app, "posts") == 0
    assert await count(app, "media WHERE shared_at IS NOT NULL") == 0
    assert t("error-unexpected") not in [message.words for message in sam.from_bot]


def _draft(query: str) -> UUID:
    named = ShareDraft.draft(query)
    assert named is not None
    return named[1]
